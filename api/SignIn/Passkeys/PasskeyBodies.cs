using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn.Passkeys;

/// <param name="Options">
/// JSON text for `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`, once it is parsed.
/// </param>
/// <param name="State">To be sent back with the answer; good for 300 seconds and for one answer.</param>
public sealed record PasskeyQuestionResponse(string Options, string State);

/// <param name="Credential">What the browser gave, by `JSON.stringify(credential)`: at most 20,000 characters.</param>
/// <param name="State">As it came with the question.</param>
/// <param name="Name">What its owner calls it, at most 60 characters.</param>
public sealed record AddPasskeyRequest(
    [Required, Lines(AddPasskeyRequest.LongestCredential)] string? Credential = null,
    [Required, Lines(AddPasskeyRequest.LongestCredential)] string? State = null,
    [Required, OneLine(Passkey.LongestName)] string? Name = null)
{
    internal const int LongestCredential = 20_000;
}

/// <param name="Credential">What the browser gave, by `JSON.stringify(credential)`: at most 20,000 characters.</param>
/// <param name="State">As it came with the question.</param>
/// <param name="Session">A cookie that no script can read, instead of tokens.</param>
public sealed record PasskeySignInRequest(
    [Required, Lines(AddPasskeyRequest.LongestCredential)] string? Credential = null,
    [Required, Lines(AddPasskeyRequest.LongestCredential)] string? State = null, bool Session = false);

/// <param name="Name">At most 60 characters.</param>
public sealed record RenamePasskeyRequest([Required, OneLine(Passkey.LongestName)] string? Name = null);

/// <param name="BackedUp">The device says that it is kept elsewhere, too, so that losing the device does not lose it.</param>
/// <param name="LastUsedAt">null: it never signed anybody in.</param>
public sealed record PasskeyResponse(Guid Id, string Name, bool BackedUp, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    internal static PasskeyResponse Of(Passkey passkey) => new(
        passkey.Id, passkey.Name, passkey.IsBackedUp, passkey.CreatedAt.ToDateTimeOffset(), passkey.LastUsedAt?.ToDateTimeOffset());
}

/// <param name="Items">Those of this host, the oldest first; at most 20.</param>
public sealed record PasskeyListResponse(IReadOnlyList<PasskeyResponse> Items);

internal sealed class PasskeyExamples : IExamples
{
    private static readonly PasskeyResponse Phone = new(
        new("0198c0de-7a11-7000-8000-0000000000f1"), "Diensthandy", BackedUp: true, new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), null);

    public IEnumerable<object> All =>
    [
        new PasskeyQuestionResponse("""{"challenge":"…"}""", "CfDJ8…"),
        new AddPasskeyRequest("""{"id":"…"}""", "CfDJ8…", "Diensthandy"),
        new PasskeySignInRequest("""{"id":"…"}""", "CfDJ8…", Session: true),
        new RenamePasskeyRequest("Diensthandy"),
        Phone,
        new PasskeyListResponse([Phone]),
    ];
}

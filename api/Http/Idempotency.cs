using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Api.Http;

/// <summary>
/// Makes the id of a command. With an <c>Idempotency-Key</c> it follows from tenant, account and key, so that a retry is recognised
/// wherever it arrives; the fingerprint of address and body tells a retry from a mistake. Only effects are remembered: a refused command
/// may be repeated and is judged anew, and one that is only tried out (<c>dry_run</c>) leaves its key free for the one that counts.
/// </summary>
public static class Idempotency
{
    public const string Header = "Idempotency-Key";

    /// <summary>On an answer that was given before: nothing has happened this time.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <exception cref="RequestRefusedException">The key is not well-formed.</exception>
    public static CommandId CommandId(this HttpContext context)
    {
        if (IncompleteBody.Of(context) is not null)
            return Domain.CommandId.OfIncomplete(context.NewId());
        var values = context.Request.Headers[Header];
        if (values.Count == 0)
            return new(context.NewId(), "", FromKey: false);
        if (values.Count > 1 || KeyIn(values[0]) is not { } key)
            throw new RequestRefusedException(HttpErrors.InvalidIdempotencyKey);

        var caller = context.Caller();
        var request = context.Request;
        var query = request.QueryString.Value is { } asked && asked.AsSpan().Trim("?&").Length > 0 ? asked : ""; // asks for nothing
        var address = Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{query} ");
        return new(
            Domain.CommandId.Derive($"{caller.Tenant:D}|{caller.Account:D}|{key}"),
            Convert.ToBase64String(SHA256.HashData([.. address, .. Bodies.FingerprintOf(context)])),
            FromKey: true);
    }

    /// <summary>Why the endpoint refuses the header; <c>null</c>: it does not, or takes none.</summary>
    internal static Error? KeyRefusal(HttpContext context) =>
        context.Request.Headers[Header] is { Count: > 0 } values && (values.Count > 1 || KeyIn(values[0]) is null)
            && context.GetEndpoint()?.Metadata.GetMetadata<TakesIdempotencyKey>() is not null ? HttpErrors.InvalidIdempotencyKey : null;

    // A structured string ("…"), or its bare content: both are in use.
    private static string? KeyIn(string? value)
    {
        if (value is null)
            return null;
        var key = value.Length >= 2 && value[0] == '"' && value[^1] == '"' ? value[1..^1] : value;
        return key.Length is >= 1 and <= 255 && key.All(character => character is > ' ' and <= '~' and not '"') ? key : null;
    }
}

using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Api.Mail;

/// <param name="Domain">
/// Such as musterstadt.de; international names as people write them or as punycode. Signed are mails whose sender is there, or below.
/// </param>
public sealed record DkimKeyRequest([Required, MaxLength(300)] string? Domain = null);

public sealed record DkimKeyResponse
{
    /// <summary>Names the key among those of its domain.</summary>
    public required string Selector { get; init; }

    /// <summary>In lower case, as punycode.</summary>
    public required string Domain { get; init; }

    /// <summary>What must be written into the domain's DNS: more than 255 characters, which DNS keeps in parts.</summary>
    public required MailRecordResponse Record { get; init; }

    /// <summary>
    /// What DNS says at this moment. `published`: the record is there; `missing`: nothing is there; `different`: another record is there,
    /// or several; `unknown`: no name server answered. Right after a key was made: `missing`.
    /// </summary>
    public required DkimRecord Dns { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal static DkimKeyResponse Of(DkimKey key, DkimRecord dns) => new()
    {
        Selector = key.Selector,
        Domain = key.Domain,
        Record = new("TXT", key.RecordName, key.RecordText),
        Dns = dns,
        CreatedAt = key.CreatedAt.ToDateTimeOffset(),
    };
}

public sealed record MailRecordResponse(string Type, string Name, string Text);

/// <param name="SenderDomain">
/// Of the address that mails come from; null: they leave by the platform's server, which signs by itself.
/// </param>
/// <param name="SignsWith">
/// Selector of the key that signs: the newest of the sender's domain whose record DNS has; null: mails leave unsigned.
/// </param>
/// <param name="Keys">From the oldest to the newest, at most two.</param>
/// <param name="Version">0: there was never a key.</param>
public sealed record DkimResponse(string? SenderDomain, string? SignsWith, IReadOnlyList<DkimKeyResponse> Keys, int Version)
{
    internal static DkimResponse Of(DkimReport report) => new(
        report.Sender, report.SignsWith, [.. report.Keys.Items.Zip(report.Records, DkimKeyResponse.Of)], report.Keys.Version);
}

internal sealed class DkimExamples : IExamples
{
    private static readonly DkimKeyResponse Key = DkimKeyResponse.Of(
        new("musterstadt.example", "hd-4f1c2b9a03", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA…", "",
            Instant.FromUtc(2026, 12, 1, 9, 30)), DkimRecord.Published);

    public IEnumerable<object> All =>
        [new DkimKeyRequest("musterstadt.example"), Key, new DkimResponse("musterstadt.example", Key.Selector, [Key], 1)];
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using NodaTime;

namespace Helpdesk.Domain.Audit;

/// <summary>
/// Makes tampering show. Each tenant's events are linked in the order of the feed; a link holds the hash of its event and the hash over itself and
/// the link before, so whoever changes, removes or slips in an entry has to change every link after it, and with it the last hash, which admins can
/// note down. README.md of this folder has the form in words.
/// </summary>
public static class AuditChain
{
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>Before the first link.</summary>
    public static readonly byte[] Start = new byte[HashLength];

    /// <summary>Of what the event says. Kept when the event itself is erased.</summary>
    public static byte[] ContentOf(FeedEvent happened) => Hash(
        "helpdesk-audit-1", happened.Tenant.ToString(), happened.Stream.ToString("D"), Number(happened.Version), Moment(happened.At),
        happened.Actor?.ToString(), happened.Origin, happened.Kind, happened.Data);

    public static byte[] HashOf(byte[] before, TenantId tenant, AuditLink link) => Hash(
        "helpdesk-audit-link-1", Convert.ToHexStringLower(before), tenant.ToString(), Number(link.Number), link.Stream.ToString("D"), Number(link.Version),
        Moment(link.At), link.Kind, Convert.ToHexStringLower(link.Content));

    /// <summary>The link after <paramref name="last"/>.</summary>
    /// <param name="last"><c>null</c>: there is none yet.</param>
    public static AuditLink Next(AuditLink? last, FeedEvent happened)
    {
        var link = new AuditLink((last?.Number ?? 0) + 1, happened.Stream, happened.Version, happened.At, happened.Kind, ContentOf(happened), []);
        return link with { Hash = HashOf(last?.Hash ?? Start, happened.Tenant, link) };
    }

    // Netstrings: "5:hello,". No two lists of fields have the same bytes, whatever stands in them; what is absent is "-,".
    private static byte[] Hash(params ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            hash.AppendData(Encoding.ASCII.GetBytes(field is null ? "-" : $"{Number(bytes.Length)}:"));
            hash.AppendData(bytes);
            hash.AppendData(","u8);
        }

        return hash.GetHashAndReset();
    }

    private static string Moment(Instant at) => Number(at.ToUnixTimeTicks() / 10);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One link of a tenant's chain.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Content">Hash of the event.</param>
/// <param name="Hash">Over the link and the hash of the one before.</param>
public sealed record AuditLink(long Number, Guid Stream, int Version, Instant At, string Kind, byte[] Content, byte[] Hash);

/// <summary>The end of a chain, to be noted down elsewhere: <c>17:6f1e…</c>.</summary>
public static class AuditHead
{
    public static string Text(AuditLink link) => string.Create(CultureInfo.InvariantCulture, $"{link.Number}:{Convert.ToHexStringLower(link.Hash)}");

    /// <returns><c>null</c>: not one.</returns>
    public static (long Number, byte[] Hash)? Parse(string? text)
    {
        if (text?.Split(':') is not [var number, { Length: AuditChain.HashLength * 2 } hash] || !hash.All(char.IsAsciiHexDigit))
            return null;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var counted) && counted > 0
            ? (counted, Convert.FromHexString(hash))
            : null;
    }
}

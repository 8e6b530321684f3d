using System.Security.Cryptography;

namespace Helpdesk.Domain.Audit;

/// <summary>
/// Makes tampering show. Each tenant's events are linked in the order of the feed; a link holds the hash of its event and the hash over
/// itself and the link before, so whoever changes, removes or slips in an entry has to change every link after it, and with it the last
/// hash, which admins can note down. README.md of this folder has the form in words.
/// </summary>
public static class AuditChain
{
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>Before the first link.</summary>
    public static readonly byte[] Start = new byte[HashLength];

    /// <summary>Hash of what the event says. Kept when the event itself is erased.</summary>
    public static byte[] ContentOf(FeedEvent happened)
    {
        using var fields = new Netstrings("helpdesk-audit-1");
        fields.Add(happened.Tenant.Value);
        fields.Add(happened.Stream);
        fields.Add(happened.Version);
        fields.Add(Moment(happened.At));
        fields.Add(happened.Actor?.Value);
        fields.Add(happened.Origin);
        fields.Add(happened.Kind);
        fields.Add(happened.Data);
        return SHA256.HashData(fields.Written);
    }

    public static byte[] HashOf(byte[] before, TenantId tenant, AuditLink link) =>
        HashOf(before, tenant, link.Number, link.Stream, link.Version, link.At, link.Kind, link.Content);

    private static byte[] HashOf(
        byte[] before, TenantId tenant, long number, Guid stream, int version, Instant at, string kind, byte[] content)
    {
        using var fields = new Netstrings("helpdesk-audit-link-1");
        fields.AddHex(before);
        fields.Add(tenant.Value);
        fields.Add(number);
        fields.Add(stream);
        fields.Add(version);
        fields.Add(Moment(at));
        fields.Add(kind);
        fields.AddHex(content);
        return SHA256.HashData(fields.Written);
    }

    /// <summary>The link after <paramref name="last"/>.</summary>
    /// <param name="last"><c>null</c>: there is none yet.</param>
    public static AuditLink Next(AuditLink? last, FeedEvent happened)
    {
        var (number, content) = ((last?.Number ?? 0) + 1, ContentOf(happened));
        var hash = HashOf(
            last?.Hash ?? Start, happened.Tenant, number, happened.Stream, happened.Version, happened.At, happened.Kind, content);
        return new(number, happened.Stream, happened.Version, happened.At, happened.Kind, content, hash);
    }

    // Microseconds since 1970.
    private static long Moment(Instant at) => at.ToUnixTimeTicks() / 10;
}

/// <summary>One link of a tenant's chain.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Content">Hash of the event.</param>
/// <param name="Hash">Over the link and the hash of the one before.</param>
public sealed record AuditLink(long Number, Guid Stream, int Version, Instant At, string Kind, byte[] Content, byte[] Hash);

/// <summary>The end of a chain, to be noted down elsewhere: <c>17:6f1e…</c>.</summary>
public static class AuditHead
{
    public static string Text(AuditLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"{link.Number}:{Convert.ToHexStringLower(link.Hash)}");

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

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Domain.Mail;

/// <summary>
/// Message-IDs and reply addresses that only this installation can have written. Anybody can name a ticket in a mail; what carries one of
/// these was sent to somebody by us. It says which mail or ticket is meant, never who writes: that is asked for apart.
/// </summary>
public static class MailSignature
{
    /// <summary>For so long a reply address leads to its ticket.</summary>
    public static readonly Duration ReplyLifetime = Duration.FromDays(730);

    /// <summary>
    /// Longest part before the <c>@</c> of an inbox that reply addresses are made of: with what is added to it, it has 64 letters at most.
    /// </summary>
    public const int LongestInbox = 10;

    private const int MacLength = 15;
    private const int IdLength = 16;
    private const int ReplyLength = IdLength + 2;

    private static readonly LocalDate FirstDay = new(2020, 1, 1);

    /// <param name="key">The tenant's, by <see cref="IMailKeys"/>.</param>
    /// <param name="ticket">That the mail is about; <c>null</c>: none, or several.</param>
    /// <returns>Without angle brackets.</returns>
    public static string MessageId(byte[] key, Guid mail, TicketId? ticket, string host)
    {
        var about = ticket is { } one ? one.Value.ToByteArray(bigEndian: true) : [];
        byte[] told = [.. about, .. Mac(key, "message-id", [.. mail.ToByteArray(bigEndian: true), .. about])];
        return $"{mail:N}.{Lower(told)}@{host}";
    }

    /// <param name="id">With or without angle brackets, as it stands in a mail.</param>
    /// <returns><c>null</c>: not one of ours.</returns>
    public static SignedMessage? ReadMessageId(byte[] key, string id)
    {
        var local = id.Trim().TrimStart('<').AsSpan();
        local = local[..Math.Max(0, local.IndexOf('@'))];
        if (local.Length < 33 || local[32] != '.' || !Guid.TryParseExact(local[..32], "N", out var mail)
            || Base32.Decode(local[33..]) is not { Length: MacLength or IdLength + MacLength } told)
            return null;

        var about = told[..^MacLength];
        return Matches(told[^MacLength..], Mac(key, "message-id", [.. mail.ToByteArray(bigEndian: true), .. about]))
            ? new(mail, about.Length == 0 ? null : new TicketId(new Guid(about, bigEndian: true))) : null;
    }

    /// <param name="inbox">Where answers come in: <c>reply@mail.example</c> becomes <c>reply+…@mail.example</c>.</param>
    public static string ReplyAddress(byte[] key, TicketId ticket, Instant now, EmailAddress inbox)
    {
        var plain = new byte[ReplyLength];
        ticket.Value.TryWriteBytes(plain, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(plain.AsSpan(IdLength), (ushort)Period.DaysBetween(FirstDay, now.InUtc().Date));
        return $"{inbox.Local}+{Lower([.. plain, .. Mac(key, "reply", plain)])}@{inbox.Domain}";
    }

    /// <param name="address">As it stands in a mail.</param>
    /// <returns><c>null</c>: not one of ours. Whether it has expired is for the caller to ask.</returns>
    public static SignedReply? ReadReplyAddress(byte[] key, string address, EmailAddress inbox)
    {
        var (prefix, suffix) = ($"{inbox.Local}+", $"@{inbox.Domain}");
        if (address.Length <= prefix.Length + suffix.Length || !address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            || !address.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            || Base32.Decode(address.AsSpan()[prefix.Length..^suffix.Length]) is not { Length: ReplyLength + MacLength } told)
            return null;

        var plain = told[..ReplyLength];
        var made = FirstDay.PlusDays(BinaryPrimitives.ReadUInt16BigEndian(plain.AsSpan(IdLength)));
        return Matches(told[ReplyLength..], Mac(key, "reply", plain))
            ? new(new(new Guid(plain.AsSpan(0, IdLength), bigEndian: true)), made.AtMidnight().InUtc().ToInstant() + ReplyLifetime) : null;
    }

    private static byte[] Mac(byte[] key, string purpose, byte[] plain)
    {
        byte[] told = [.. Encoding.ASCII.GetBytes(purpose), 0, .. plain];
        return HMACSHA256.HashData(key, told)[..MacLength];
    }

    private static bool Matches(ReadOnlySpan<byte> given, ReadOnlySpan<byte> ours) => CryptographicOperations.FixedTimeEquals(given, ours);

    private static string Lower(byte[] bytes) => Base32.Encode(bytes).ToLowerInvariant();
}

/// <param name="Ticket">That it was about; <c>null</c>: none, or several.</param>
public sealed record SignedMessage(Guid Mail, TicketId? Ticket);

/// <param name="ExpiresAt">Exclusive.</param>
public sealed record SignedReply(TicketId Ticket, Instant ExpiresAt);

/// <summary>The keys of <see cref="MailSignature"/>, one for each tenant: they follow from the master key and are stored nowhere.</summary>
public interface IMailKeys
{
    byte[] Of(TenantId tenant);
}

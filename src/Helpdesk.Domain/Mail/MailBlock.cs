using System.Text.RegularExpressions;

namespace Helpdesk.Domain.Mail;

/// <summary>
/// An address that a mail server refused for good: what people are told is not sent there for a while, since servers think ill of
/// whoever goes on writing to mailboxes that are not there.
/// </summary>
/// <param name="Id">Names it in the API.</param>
/// <param name="Address">In small letters.</param>
/// <param name="Words">What the server said.</param>
/// <param name="Until">Exclusive.</param>
public sealed record MailBlock(TenantId Tenant, Guid Id, string Address, string Words, Instant At, Instant Until)
{
    public static MailBlock Of(OutgoingMail mail, string words, Instant now)
    {
        var address = mail.To.ToLowerInvariant();
        return new(mail.Tenant, CommandId.Derive($"{mail.Tenant}|mail_block|{address}"), address, words, now, now + MailBlocks.Lasts);
    }
}

public static partial class MailBlocks
{
    /// <summary>For so long; until then somebody may clear it, and a mail that is accepted there ends it.</summary>
    public static readonly Duration Lasts = Duration.FromDays(60);

    /// <summary>
    /// Whether mails of this sort are kept from a blocked address. What somebody asked for themselves, as a new password, is tried.
    /// </summary>
    public static bool Holds(string template) => template == MailPlaceholders.Notices;

    /// <summary>
    /// Whether a server's refusal of an address, at once and for good, speaks of the mailbox: not there, moved, closed. A refusal of our
    /// server, of its right to send there or of a text is not the address's fault.
    /// </summary>
    /// <param name="words">As they stand in <see cref="Delivery.Words"/>: the code first.</param>
    public static bool IsOfMailbox(string? words)
    {
        if (words is null || Code().Match(words) is not { Success: true } code)
            return false;
        return code.Groups["detail"] is { Success: true, Value: var detail }
            ? detail is "1.1" or "1.2" or "1.3" or "1.6" or "1.10" or "2.1"
            : code.Groups["basic"].Value is "550" or "551" or "553" && !NotOfIt().IsMatch(words);
    }

    [GeneratedRegex(@"^(?<basic>5\d\d)\b[ -]?(5\.(?<detail>\d{1,3}\.\d{1,3})\b)?")]
    private static partial Regex Code();

    [GeneratedRegex(@"relay|spam|block|black|denied|policy|reputation|authenticat|spf|dkim|dmarc|sender", RegexOptions.IgnoreCase)]
    private static partial Regex NotOfIt();
}

/// <summary>Keeps which addresses are blocked.</summary>
public interface IMailBlocks
{
    /// <returns><c>null</c>: it is not, or not any more.</returns>
    Task<MailBlock?> Find(TenantId tenant, string address, Instant now, CancellationToken cancellation);

    /// <summary>From now on; one that is blocked already, for longer.</summary>
    Task Block(MailBlock block, CancellationToken cancellation);

    /// <summary>A mail was accepted there.</summary>
    Task End(TenantId tenant, string address, CancellationToken cancellation);

    /// <summary>By address.</summary>
    /// <param name="after">Behind this one; <c>null</c>: from the first.</param>
    Task<IReadOnlyList<MailBlock>> List(TenantId tenant, string? after, int limit, Instant now, CancellationToken cancellation);

    /// <summary>Somebody knows better, which is noted in the tenant's history.</summary>
    /// <returns><c>false</c>: there is none.</returns>
    Task<bool> Clear(TenantId tenant, Guid id, Trace trace, CancellationToken cancellation);
}

/// <summary>What people do to blocked addresses, for the history.</summary>
public abstract record MailBlockEvent
{
    /// <param name="Words">Of the server, because of which it was blocked.</param>
    public sealed record Cleared(string Words) : MailBlockEvent;

    private MailBlockEvent() { }
}

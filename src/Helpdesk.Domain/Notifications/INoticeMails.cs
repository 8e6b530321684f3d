using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Notifications;

/// <summary>Brings notices into mails.</summary>
public interface INoticeMails
{
    /// <summary>
    /// Those whose mail may be due, and nobody else gets them for <paramref name="lease"/>. Only some of one tenant at once.
    /// </summary>
    /// <param name="given">What moments are compared with; <c>null</c>: the database's own clock.</param>
    Task<IReadOnlyList<DueNotice>> Take(Instant? given, Duration lease, int limit, CancellationToken cancellation);

    /// <summary>No mail of these, or not before <paramref name="at"/>.</summary>
    /// <param name="why">They wait; <c>null</c>: there is no mail.</param>
    /// <param name="spared">Answers among them that count without one.</param>
    Task Put(
        IReadOnlyList<NoticeKey> notices, Instant? at, MailReason? why, IReadOnlyList<ToldAnswer> spared, Instant now,
        CancellationToken cancellation);

    /// <summary>Queues a mail that tells of them; nothing, if another process did.</summary>
    Task Queue(OutgoingMail mail, IReadOnlyList<NoticeKey> notices, CancellationToken cancellation);

    /// <summary>What a mail tells of, in the order in which it happened.</summary>
    Task<IReadOnlyList<MailedNotice>> Of(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>The mails about the same ticket that its recipient got before it, oldest first; of many the newest.</summary>
    /// <param name="to">Who gets it now.</param>
    Task<IReadOnlyList<Guid>> Before(OutgoingMail mail, string to, int most, CancellationToken cancellation);

    /// <summary>The mails that tell of a ticket, newest first, those that wait before they are on their way included.</summary>
    /// <param name="after">Behind this one; <c>null</c>: from the newest.</param>
    Task<IReadOnlyList<OutgoingMail>> About(
        TenantId tenant, TicketId ticket, MailPlace? after, int limit, CancellationToken cancellation);
}

/// <param name="Account">Whose; <c>null</c>: an address of its own.</param>
/// <param name="Stream">The ticket, where it tells of one.</param>
/// <param name="At">The true moment of what it tells.</param>
public sealed record MailedNotice(
    AccountId? Account, Guid Stream, NotificationKind Kind, string? Number, SlaTarget? Target, Instant At, bool IsWithdrawn)
{
    /// <summary>What somebody wrote, as far as whoever is told may read it; <c>null</c>: nothing.</summary>
    public required string? Words { get; init; }

    /// <summary>The comment that counts as an answer when the mail is accepted; <c>null</c>: none does.</summary>
    public Guid? Answer { get; init; }
}

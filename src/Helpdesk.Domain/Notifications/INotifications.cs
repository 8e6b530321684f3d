using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Notifications;

/// <summary>
/// What a person was told. What must be told is written with the event that owes it; here it is gathered, so that whoever was away finds
/// one notification about many tickets and not a storm.
/// </summary>
public interface INotifications
{
    /// <summary>Gathers what has come since the last time, then reads a page, newest first.</summary>
    /// <param name="now">What is held back until the recipient's hours begin is not there before.</param>
    Task<NotificationPage> Find(NotificationQuery query, Instant now, CancellationToken cancellation);

    /// <summary>Read, for good: what comes later makes a new notification. A second time changes nothing.</summary>
    /// <returns><c>null</c>: this person has no such notification.</returns>
    Task<Notification?> Read(Member reader, Guid id, Instant now, CancellationToken cancellation);

    /// <summary>The same by ticket, newest first: of those that the reader may read now.</summary>
    Task<NotifiedTicketPage> Tickets(NotificationQuery query, Instant now, CancellationToken cancellation);

    /// <summary>All that was told of a ticket so far is read, for good.</summary>
    /// <returns><c>false</c>: this person was told nothing of it.</returns>
    Task<bool> ReadTicket(Member reader, TicketId ticket, Instant now, CancellationToken cancellation);

    /// <summary>All that was told so far is read, for good.</summary>
    Task ReadAll(Member reader, Instant now, CancellationToken cancellation);

    /// <summary>How many notifications are unread, of many people at once; what a page says that is asked for now.</summary>
    Task<IReadOnlyDictionary<(TenantId Tenant, AccountId Account), int>> Unread(
        IReadOnlyCollection<Member> readers, Instant now, CancellationToken cancellation);
}

public sealed record NotificationQuery(Member Reader, bool UnreadOnly, NotificationPlace? After, int Limit);

/// <summary>The last of the page before.</summary>
public sealed record NotificationPlace(Instant At, Guid Id);

/// <param name="Total">All that match.</param>
public sealed record NotificationPage(IReadOnlyList<Notification> Items, NotificationPlace? Next, int Total, int Unread);

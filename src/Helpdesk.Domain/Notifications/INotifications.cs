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
}

public sealed record NotificationQuery(Member Reader, bool UnreadOnly, NotificationPlace? After, int Limit);

/// <summary>The last of the page before.</summary>
public sealed record NotificationPlace(Instant At, Guid Id);

/// <param name="Total">All that match.</param>
public sealed record NotificationPage(IReadOnlyList<Notification> Items, NotificationPlace? Next, int Total, int Unread);

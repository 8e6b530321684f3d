using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Notifications;

/// <summary>
/// Owes what follows from an event that is no ticket's: to the person that it concerns, else to those who keep the tenant.
/// </summary>
public interface IOwedNotifications
{
    /// <summary>
    /// Once for each recipient, however often it is asked: the event names it. Whoever has switched the kind off is left out.
    /// </summary>
    Task Owe(OwedNotification notice, CancellationToken cancellation);
}

/// <param name="Stream">With <paramref name="Version"/>: the event that is told of.</param>
/// <param name="To"><c>null</c>, or no longer there: the tenant's admins; at the platform its operators.</param>
/// <param name="Data">JSON of the event.</param>
public sealed record OwedNotification(
    TenantId Tenant, Guid Stream, int Version, NotificationKind Kind, AccountId? To, string EventKind, string Data, Instant At)
{
    /// <summary>No mail tells of it; see <see cref="LoadedHistory"/>.</summary>
    public bool IsLoaded { get; init; }
}

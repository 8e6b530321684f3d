using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Push;

/// <summary>Brings notices to devices.</summary>
public interface IPushDeliveries
{
    /// <summary>
    /// Notices whose time may have come, and nobody else gets them for <paramref name="lease"/>. Only some of one tenant at once.
    /// </summary>
    /// <param name="given">What moments are compared with; <c>null</c>: the database's own clock.</param>
    Task<IReadOnlyList<DuePush>> TakeNotices(Instant? given, Duration lease, int limit, CancellationToken cancellation);

    /// <summary>Carries a plan out: puts it off, or queues what is told for each of the recipient's devices.</summary>
    Task Carry(PushPlan plan, Instant now, CancellationToken cancellation);

    /// <summary>What is due, and nobody else gets it for <paramref name="lease"/>. Only some of one push service at once.</summary>
    /// <inheritdoc cref="TakeNotices" path="/param"/>
    Task<IReadOnlyList<PushDelivery>> Take(Instant? given, Duration lease, int limit, CancellationToken cancellation);

    /// <summary>What a delivery tells, as it is now.</summary>
    /// <returns><c>null</c>: there is no such notice.</returns>
    Task<PushedNotice?> Find(NoticeKey told, CancellationToken cancellation);

    /// <summary>It is tried again when its time comes.</summary>
    Task Save(PushDelivery delivery, CancellationToken cancellation);

    /// <summary>It is over. What came of the same ticket meanwhile is due now.</summary>
    Task End(PushDelivery delivery, Instant now, CancellationToken cancellation);
}

/// <param name="Number">The ticket's; <c>null</c>: it is about something else.</param>
/// <param name="At">The true moment of what it tells.</param>
/// <param name="IsOver">Taken back, or read meanwhile.</param>
public sealed record PushedNotice(NotificationKind Kind, string? Number, SlaTarget? Target, Instant At, bool IsOver);

using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Notifications;

/// <param name="Items">How many things it tells; at least one.</param>
/// <param name="Tickets">The newest of them, where it tells of tickets.</param>
/// <param name="At">When the newest could be told.</param>
/// <param name="Events">The newest of them, where it tells of something else.</param>
public sealed record Notification(
    Guid Id, NotificationKind Kind, Instant FirstAt, Instant At, int Items, Instant? ReadAt, IReadOnlyList<NotifiedTicket> Tickets,
    IReadOnlyList<NotifiedEvent> Events);

/// <param name="Subject">Stream of the event that is told of.</param>
/// <param name="About">JSON: <c>{"kind", "data"}</c> of the event.</param>
public sealed record NotifiedEvent(Guid Subject, Instant At, string About);

/// <param name="Step">Key of the policy's step; <c>null</c> for the breach itself.</param>
/// <param name="Target">Of a warning or breach; <c>null</c>: something else happened, which the kind says.</param>
/// <param name="MomentAt">The true moment, however late it was looked at.</param>
public sealed record NotifiedTicket(Guid Ticket, string Number, SlaTarget? Target, string? Step, Instant MomentAt)
{
    /// <summary>
    /// When what it tells of was taken back, a comment, a request to reopen or a merge, or the ticket was deleted; <c>null</c>: it stands.
    /// </summary>
    public Instant? WithdrawnAt { get; init; }
}

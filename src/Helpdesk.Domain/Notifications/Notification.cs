using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Notifications;

/// <summary>Why somebody is told.</summary>
public enum NotificationKind
{
    /// <summary>A target is at risk: a step of the policy before it is due.</summary>
    SlaWarning,
    /// <summary>A target was missed.</summary>
    SlaBreach,
    /// <summary>Four of five seats are taken, or all.</summary>
    SeatsShort,
    /// <summary>The licence has ended; everything works until its grace is over.</summary>
    LicenceInGrace,
    /// <summary>Nothing can be written any more; everything can be read and exported.</summary>
    LicenceExpired,
    /// <summary>A flag ends in 14 or 3 days.</summary>
    FlagExpires,
    /// <summary>A flag has ended: its safe variant is served.</summary>
    FlagExpired,
    /// <summary>An operator of the platform asks to come in, has come in, or has appointed somebody.</summary>
    ProviderAccess,
    /// <summary>The proof of a host of the tenant's own is gone, or was for so long that the host is given up.</summary>
    DomainAtRisk,
    /// <summary>A ticket is theirs now, by somebody else's doing.</summary>
    TicketAssigned,
    /// <summary>The requester wrote; to whoever keeps the ticket.</summary>
    CustomerCommented,
    /// <summary>The requester asks to reopen it; to whoever keeps the ticket.</summary>
    ReopenRequested,
    /// <summary>Staff wrote publicly; to the requester.</summary>
    TicketAnswered,
    /// <summary>Staff resolved or closed it; to the requester.</summary>
    TicketResolved,
    /// <summary>Staff granted or declined to reopen it; to the requester.</summary>
    ReopenAnswered,
}

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
    /// <summary>When what it tells of was taken back: a comment, a request to reopen; <c>null</c>: it stands.</summary>
    public Instant? WithdrawnAt { get; init; }
}

using Helpdesk.Domain.Sla;
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
}

public static class NotificationRules
{
    /// <summary>An unread notification takes up what comes within this time of its first item.</summary>
    public static readonly Duration Window = Duration.FromHours(1);

    /// <summary>How many tickets an answer names; the others are counted.</summary>
    public const int Named = 20;

    private static readonly Role[] Staff = [Role.Agent, Role.Manager, Role.Admin];
    private static readonly Role[] Keepers = [Role.Admin, Role.Operator];
    private static readonly Role[] StaffAndOperators = [.. Staff, Role.Operator];
    private static readonly Role[] People = [Role.Customer, .. Staff];

    // Whom a kind can come to, and whether they may switch it off: not what keeps a promise, a tenant or its data.
    private static readonly Dictionary<NotificationKind, (Role[] Roles, bool MayBeMuted)> Kinds = new()
    {
        [NotificationKind.SlaWarning] = (Staff, true),
        [NotificationKind.SlaBreach] = (Staff, false),
        [NotificationKind.SeatsShort] = (Keepers, false),
        [NotificationKind.LicenceInGrace] = (Keepers, false),
        [NotificationKind.LicenceExpired] = (Keepers, false),
        [NotificationKind.FlagExpires] = (StaffAndOperators, false),
        [NotificationKind.FlagExpired] = (StaffAndOperators, false),
        [NotificationKind.ProviderAccess] = (Keepers, false),
        [NotificationKind.DomainAtRisk] = (Keepers, false),
        [NotificationKind.TicketAssigned] = (Staff, true),
        [NotificationKind.CustomerCommented] = (Staff, true),
        [NotificationKind.ReopenRequested] = (Staff, false),
        [NotificationKind.TicketAnswered] = (People, true),
        [NotificationKind.TicketResolved] = (People, true),
        [NotificationKind.ReopenAnswered] = (People, false),
    };

    public static bool MayBeMuted(NotificationKind kind) => Kinds[kind].MayBeMuted;

    /// <summary>What can come to a member of this role.</summary>
    public static IEnumerable<NotificationKind> KindsFor(Role role) =>
        Kinds.Where(kind => kind.Value.Roles.Contains(role)).Select(kind => kind.Key).Order();

    /// <summary>
    /// What a member gets to read of what came. Staff: all of it, also from another role. A customer who was staff once: nothing of that,
    /// since it tells of other people's tickets.
    /// </summary>
    public static IEnumerable<NotificationKind> ShownTo(Member reader) => reader.IsStaff ? Kinds.Keys : KindsFor(reader.Role);
}

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

public sealed record NotificationQuery(Member Reader, bool UnreadOnly, NotificationPlace? After, int Limit);

/// <summary>The last of the page before.</summary>
public sealed record NotificationPlace(Instant At, Guid Id);

/// <param name="Total">All that match.</param>
public sealed record NotificationPage(IReadOnlyList<Notification> Items, NotificationPlace? Next, int Total, int Unread);

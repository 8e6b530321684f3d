using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Notifications;

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

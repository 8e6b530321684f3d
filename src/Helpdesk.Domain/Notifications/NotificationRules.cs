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

namespace Helpdesk.Domain.People;

/// <summary>Who may see and manage whom. The only place that knows.</summary>
public static class PeopleAccess
{
    /// <summary>People who left are a matter of those who manage.</summary>
    public static bool MayListLeavers(Member member) => member.Role is Role.Manager or Role.Admin or Role.Operator;

    /// <summary>
    /// Staff see the members of their tenant, customers themselves only. An operator in a municipality's tenant sees the platform's own
    /// staff there, nobody else.
    /// </summary>
    public static bool MaySee(Member member, Membership target) => member.Account == target.Account || member switch
    {
        { Role: Role.Customer } => false,
        { Role: Role.Operator } when member.Tenant != TenantId.Platform => target.IsServiceStaff,
        _ => true,
    };

    /// <summary>Lowest first. Nobody gives more than they have; an operator brings a municipality its first admin.</summary>
    public static IReadOnlyList<Role> Grantable(Member member) =>
        member.ManagesUpTo is { } most ? [.. OfRole(member).Where(role => role <= most)] : OfRole(member);

    private static IReadOnlyList<Role> OfRole(Member member) => (member.Role, member.Tenant == TenantId.Platform) switch
    {
        (Role.Operator, true) => [Role.Agent, Role.Manager, Role.Admin, Role.Operator],
        (Role.Operator, false) => [Role.Admin],
        (Role.Admin, true) => [Role.Agent, Role.Manager, Role.Admin],
        (Role.Admin, false) => [Role.Customer, Role.Agent, Role.Manager, Role.Admin],
        (Role.Manager, true) => [Role.Agent],
        (Role.Manager, false) => [Role.Customer, Role.Agent],
        (Role.Agent, false) => [Role.Customer],
        _ => [],
    };

    /// <summary>May the member invite somebody to this role?</summary>
    public static Error? Invite(Member member, Role role) =>
        Grantable(member).Contains(role) ? null : PeopleErrors.RoleNotGrantable.About("/role");

    /// <summary>May the member change this person's role or status, or end the membership?</summary>
    public static Error? Manage(Member member, Membership target)
    {
        if (Visible(member, target) is { } hidden)
            return hidden;
        if (member.Account == target.Account)
            return PeopleErrors.OwnMembership;
        return MayManage(member, target.Role, target.IsServiceStaff) ? null : PeopleErrors.RoleNotGrantable;
    }

    /// <summary>May the member change this person's name and language? One's own goes through <c>/me</c> as well.</summary>
    public static Error? EditProfile(Member member, Membership target)
    {
        if (Visible(member, target) is { } hidden)
            return hidden;
        if (member.Account == target.Account)
            return member.ManagesUpTo is null ? null : AccessErrors.PersonRequired;
        if (!Grantable(member).Contains(target.Role))
            return PeopleErrors.RoleNotGrantable;
        return target.IsServiceStaff ? PeopleErrors.ManagedElsewhere : null;
    }

    /// <summary>
    /// May the member put this person into a requester group, or say what the tenant's own records call them? Not customers, not even about
    /// themselves: what they are promised may depend on it.
    /// </summary>
    public static Error? Classify(Member member, Membership target)
    {
        if (Visible(member, target) is { } hidden)
            return hidden;
        if (member.Role is Role.Customer)
            return AccessErrors.RoleRequired;
        return (member.Account == target.Account && member.ManagesUpTo is null) || MayManage(member, target.Role, target.IsServiceStaff)
            || Grantable(member).Contains(target.Role)
            ? null
            : PeopleErrors.RoleNotGrantable;
    }

    /// <summary>Whose accounts a list shows to the member; <c>null</c>: everybody's.</summary>
    public static TenantId? ListedFrom(Member member) =>
        member.Role is Role.Operator && member.Tenant != TenantId.Platform ? TenantId.Platform : null;

    /// <summary>
    /// What the member may do about one person: <c>edit</c> the profile, <c>manage</c> role and status. The same that
    /// <see cref="EditProfile"/> and <see cref="Manage"/> allow; so nothing about somebody who has left.
    /// </summary>
    public static IEnumerable<string> Abilities(Member member, Membership target)
    {
        if (EditProfile(member, target) is null)
            yield return "edit";
        if (Manage(member, target) is null)
            yield return "manage";
    }

    public static Error? ManageApiKeys(Member member) => member.Role >= Role.Admin ? null : AccessErrors.RoleRequired;

    /// <summary>What the member may do about people and access here, in words that clients test for.</summary>
    public static IEnumerable<string> Abilities(Member member)
    {
        if (member.Role != Role.Customer)
            yield return "users.list";
        foreach (var role in Grantable(member))
            yield return $"users.invite.{Words<Role>.Of(role)}";
        if (member.Role > Role.Agent)
            yield return "users.manage";
        if (ManageApiKeys(member) is null)
            yield return "api_keys.manage";
    }

    private static bool MayManage(Member member, Role role, bool isServiceStaff) =>
        (member.Role is Role.Operator && isServiceStaff && !(member.ManagesUpTo < role))
            || (member.Role > Role.Agent && Grantable(member).Contains(role));

    private static Error? Visible(Member member, Membership target) =>
        target.Exists && MaySee(member, target) ? null : AccessErrors.NotFound;
}

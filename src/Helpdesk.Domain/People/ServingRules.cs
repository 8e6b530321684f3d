using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.People;

/// <summary>
/// Whom operators may bring into a municipality. What its admins chose for operators decides over each appointment, since whoever is
/// appointed sees more than an operator who is let in: <c>never</c> is never, <c>on_request</c> takes a stay that one of them agreed to.
/// </summary>
public static class ServingRules
{
    /// <summary>
    /// Service staff of the platform begin to serve a municipality. They have a password already, so nothing is left to accept.
    /// </summary>
    /// <param name="home">Their membership of the platform.</param>
    public static Result<PeopleChange> Serve(Member by, Crew people, Membership? known, Membership home, Role role, Instant now)
    {
        if (by.Role != Role.Operator)
            return AccessErrors.RoleRequired;
        if (home is not { Tenant: var platform, Status: MembershipStatus.Active } || platform != TenantId.Platform)
            return PeopleErrors.UnknownServiceAccount("/email");
        if (home.Account == by.Account || home.Role is Role.Operator)
            return PeopleErrors.OperatorAccount;
        if (RoleRefusal(by.Tenant, role) is { } misplaced)
            return misplaced;
        if (MayAppoint(people, role) is { } refusal)
            return refusal;
        if (known is { Exists: true })
            return PeopleErrors.AlreadyMember;

        var invitation = new Invitation(home.Account, home.Email, home.Name, home.Language, role)
        { TimeZone = home.TimeZone, Muted = home.Muted, Mails = home.Mails, PushesOff = home.PushesOff };
        var granted = PeopleRules.Granted(by.Tenant, known, invitation, TenantId.Platform, MembershipStatus.Active, now);
        return SeatTaking.Take(
            people.Seats, granted with { Events = [.. granted.Events, new MembershipEvent.Appointed(home.Account, role)] });
    }

    /// <summary>Service staff serve municipalities, as their staff.</summary>
    public static Error? RoleRefusal(TenantId tenant, Role role) => role is Role.Customer or Role.Operator || tenant == TenantId.Platform
        ? PeopleErrors.RoleOfAnotherPlace("/role") : null;

    /// <summary>
    /// An operator brings a municipality its first admin, whatever is set: somebody must be there who can set it. Not an operator.
    /// </summary>
    internal static Error? MayInvite(Member by, Crew people, Role role)
    {
        if (!IsOutside(by))
            return role is Role.Operator && people.ServesElsewhere ? PeopleErrors.OperatorAccount : null;
        // One who is invited counts: of several invitations all would be good after the first was accepted.
        return people.Keepers + people.InvitedKeepers > 0 ? PeopleErrors.HasAdmin
            : people.Consent is not { NamesOperator: false } ? PeopleErrors.OperatorAccount
            : null;
    }

    /// <summary>An operator ends the invitation of a first admin, which may have gone to a wrong address.</summary>
    internal static bool TakesBack(Member by, Crew people, Membership target) =>
        IsOutside(by) && people.Keepers == 0 && target is { Status: MembershipStatus.Invited, Role: Role.Admin };

    /// <summary>
    /// Whom somebody suspended operators do not bring back by themselves, nor raise anybody: that is an appointment. To suspend or end is
    /// theirs at any time. And who serves a municipality does not become an operator beside it.
    /// </summary>
    internal static Error? MayRevise(Member by, Crew people, Membership before, Membership after) =>
        Appoints(by, before, after) ? MayAppoint(people, after.Role)
        : after.Role is Role.Operator && before.Role is not Role.Operator && people.ServesElsewhere ? PeopleErrors.OperatorAccount
        : null;

    /// <summary>What the admins of the municipality are told of.</summary>
    internal static IEnumerable<MembershipEvent> Told(Member by, Membership before, Membership after) =>
        Appoints(by, before, after) ? [new MembershipEvent.Appointed(after.Account, after.Role)] : [];

    private static bool Appoints(Member by, Membership before, Membership after) => IsOutside(by)
        && (after.Role > before.Role || (after.Status is MembershipStatus.Active && before.Status is not MembershipStatus.Active));

    // Fails closed: whoever has not asked what the municipality allows gets nothing.
    private static Error? MayAppoint(Crew people, Role role) => people.Consent switch
    {
        null or { Setting: ProviderAccess.Never } => TenantErrors.ProviderAccessRefused,
        { NamesOperator: true } => PeopleErrors.OperatorAccount,
        { Setting: ProviderAccess.OnRequest, IsAgreed: false } => TenantErrors.ProviderAccessRequired,
        _ => role is Role.Admin && people.Keepers + people.InvitedKeepers > 0 ? PeopleErrors.HasAdmin : null,
    };

    private static bool IsOutside(Member by) => by.Role is Role.Operator && by.Tenant != TenantId.Platform;
}

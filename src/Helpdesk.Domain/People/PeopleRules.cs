using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.People;

/// <summary>Decides what becomes of a membership. Pure; the one writer of a tenant's memberships calls it and stores the answer.</summary>
public static class PeopleRules
{
    public const int MostNameLength = 200;
    public const int MostWordLength = 100;

    /// <summary>An invitation: for a new person, or for one whose membership ended.</summary>
    /// <param name="by">An operator brings a municipality its first admin; all further members are its own business.</param>
    /// <param name="known">The membership with this address, if there ever was one.</param>
    public static Result<PeopleChange> Invite(Member by, Crew people, Membership? known, Invitation invitation, Instant now)
    {
        if (PeopleAccess.Invite(by, invitation.Role) is { } refusal)
            return refusal;
        if (WrongPlace(by.Tenant, invitation.Role))
            return PeopleErrors.RoleOfAnotherPlace("/role");
        if (ServingRules.MayInvite(by, people, invitation.Role) is { } theirs)
            return theirs;
        if (known is { IsTaken: true })
            return PeopleErrors.AlreadyMember;

        return SeatTaking.Take(people.Seats, Granted(by.Tenant, known, invitation, by.Tenant, MembershipStatus.Invited, now));
    }

    /// <summary>Somebody proved their address and becomes a customer by themselves.</summary>
    public static Result<PeopleChange> Register(TenantId tenant, Membership? known, Invitation person, Instant now) =>
        known is { IsTaken: true }
            ? PeopleErrors.AlreadyMember
            : Granted(tenant, known, person with { Role = Role.Customer }, tenant, MembershipStatus.Active, now);

    /// <summary>A member who can sign in at once, made by the platform itself: counted, but never refused for want of a seat.</summary>
    public static Result<PeopleChange> Enrol(TenantId tenant, Membership? known, Invitation person, Instant now)
    {
        if (WrongPlace(tenant, person.Role))
            return PeopleErrors.RoleOfAnotherPlace("/role");
        return known is { IsTaken: true } ? PeopleErrors.AlreadyMember
            : Granted(tenant, known, person, tenant, MembershipStatus.Active, now);
    }

    /// <summary>
    /// Whoever runs the platform's machines, and is nobody in it, makes an operator: the first one, or a further one with the rights of the
    /// database's owner, who could do anything anyway. Asked again for the same person, the invitation is renewed.
    /// </summary>
    public static Result<PeopleChange> Appoint(Crew people, Membership? known, Invitation person, bool ownsDatabase, Instant now)
    {
        if (people.Keepers > 0 && !ownsDatabase)
            return PeopleErrors.HasOperator;
        if (known is { Status: MembershipStatus.Invited, Role: Role.Operator })
            return Change(known, known with { Name = person.Name, Language = person.Language }, now, new MembershipEvent.Granted(
                known.Account, known.Role, known.Status));
        return known is { IsTaken: true }
            ? PeopleErrors.AlreadyMember
            : Granted(TenantId.Platform, known, person with { Role = Role.Operator }, TenantId.Platform, MembershipStatus.Invited, now);
    }

    /// <summary>The invitation is sent again. A change of its own, so that two admins see each other.</summary>
    public static Result<PeopleChange> Remind(Member by, Crew people, Membership target, Instant now)
    {
        if (PeopleAccess.Manage(by, target) is { } refusal)
            return refusal;
        if (target.Status is not (MembershipStatus.Invited or MembershipStatus.Contact))
            return PeopleErrors.NotInvited;
        var invited = target with { Status = MembershipStatus.Invited };
        return SeatTaking.Take(people.Seats, Change(
            target, invited, now, new MembershipEvent.Granted(target.Account, target.Role, MembershipStatus.Invited)));
    }

    public static Result<PeopleChange> ChangeEmail(Membership target, EmailAddress email, Instant now)
    {
        if (target.Status is not MembershipStatus.Active)
            return PeopleErrors.LinkVoid;
        return Change(target, target with { Email = email }, now, new MembershipEvent.ProfileChanged(target.Account, ["email"]));
    }

    /// <summary>The invitation held a seat; when that time is over, a free one is needed.</summary>
    public static Result<PeopleChange> Accept(Crew people, Membership target, string? name, Instant now)
    {
        if (target.Status is not MembershipStatus.Invited)
            return PeopleErrors.NotInvited;
        var accepted = target with { Status = MembershipStatus.Active, Name = name ?? target.Name };
        return SeatTaking.Take(people.Seats, Change(target, accepted, now, new MembershipEvent.InvitationAccepted(target.Account)));
    }

    /// <summary>The invitation's time is over. Nothing, when it was accepted, sent again or ended meanwhile.</summary>
    public static PeopleChange Expire(Membership target, Instant now) => target.InvitationExpiresAt is { } end && now >= end
        ? Change(target, target with { Status = MembershipStatus.Ended }, now, new MembershipEvent.InvitationExpired(target.Account))
        : Change(target, target, now);

    /// <summary>Role, status and profile at once, each only where it is named. What already is, is no change.</summary>
    public static Result<PeopleChange> Revise(Member by, Crew people, Membership target, MembershipRevision revision, Instant now)
    {
        if (!target.Exists || !PeopleAccess.MaySee(by, target))
            return AccessErrors.NotFound;

        var after = target with
        {
            Role = revision.Role ?? target.Role,
            Status = revision.Status ?? target.Status,
            Name = revision.Name ?? target.Name,
            Language = revision.Language ?? target.Language,
            TimeZone = revision.TimeZone.Or(target.TimeZone),
            Group = revision.Group.Or(target.Group),
            ExternalId = revision.ExternalId.Or(target.ExternalId),
            Muted = revision.Muted is { } muted ? [.. muted.Distinct().Order()] : target.Muted,
            Mails = (revision.Mails ?? target.Mails).Without(revision.MailsOff ?? []).With(revision.MailsOn ?? []),
            PushesOff = revision.PushesOff is { } quiet ? [.. quiet.Distinct().Order()] : target.PushesOff,
        };
        var refused = LeavesAsLast(by, people, target, after) ?? MayRevise(by, target, after)
            ?? ServingRules.MayRevise(by, people, target, after) ?? Keeps(people, target, after);
        return Error.Together(refused, HandsOver(target, after, revision.HandOver)) is { } refusal
            ? refusal
            : SeatTaking.Take(people.Seats, Change(target, after, now, [.. Differences(target, after, revision.HandOver),
                .. ServingRules.Told(by, target, after)]));
    }

    /// <summary>Whether there is anything that the member could do about this person.</summary>
    public static bool Reaches(Member by, Crew people, Membership target) =>
        PeopleAccess.MaySee(by, target) || ServingRules.TakesBack(by, people, target);

    /// <param name="handOver">Who takes over the tickets; <c>null</c>: whoever takes them from the queue.</param>
    public static Result<PeopleChange> End(Member by, Crew people, Membership target, Instant now, Successor? handOver = null)
    {
        var after = target with { Status = MembershipStatus.Ended };
        return (LeavesAsLast(by, people, target, after)
            ?? (ServingRules.TakesBack(by, people, target) ? null : PeopleAccess.Manage(by, target))
            ?? Keeps(people, target, after) ?? HandsOver(target, after, handOver)) is { } refusal
            ? refusal
            : Change(target, after, now, new MembershipEvent.Ended(target.Account, target.Role, handOver));
    }

    // Somebody suspended before may be ended now: their tickets went the first time, and those that came since go the same way.
    private static Error? HandsOver(Membership before, Membership after, Successor? handOver) =>
        handOver is null ? null
        : handOver.To == before.Account ? PeopleErrors.CannotTakeOver
        : before.IsStaff && !after.Serves && (before.Serves || after.Status is MembershipStatus.Ended) ? null
        : PeopleErrors.NothingToHandOver;

    private static Error? MayRevise(Member by, Membership target, Membership after)
    {
        var (role, status) = (after.Role != target.Role, after.Status != target.Status);
        if ((role || status) && PeopleAccess.Manage(by, target) is { } unmanageable)
            return unmanageable;
        if (role && WrongPlace(target.Tenant, after.Role))
            return PeopleErrors.RoleOfAnotherPlace("/role");
        if (role && !PeopleAccess.Grantable(by).Contains(after.Role))
            return PeopleErrors.RoleNotGrantable.About("/role");
        if (role && target.IsServiceStaff && after.Role is Role.Customer)
            return PeopleErrors.RoleOfAnotherPlace("/role");
        if ((role || status) && target.Status is MembershipStatus.Contact)
            return PeopleErrors.OnlyContact;
        if (status && target.Status is MembershipStatus.Invited)
            return PeopleErrors.StillInvited;
        if (status && after.Status is not (MembershipStatus.Active or MembershipStatus.Suspended))
            return PeopleErrors.NotSettable;
        string[] changed = [.. ProfileDifferences(target, after)];
        if (changed.Any(IsClassification) && PeopleAccess.Classify(by, target) is { } unclassifiable)
            return unclassifiable;
        return changed.All(IsClassification) ? null : PeopleAccess.EditProfile(by, target);
    }

    // Each tenant's own words about the person; everything else in a profile is the person's.
    private static bool IsClassification(string field) => field is "group" or "external_id";

    // Whoever could let the others back in must not be the one who goes.
    private static Error? Keeps(Crew people, Membership before, Membership after) =>
        IsKeeper(before) && !IsKeeper(after) && people.Keepers <= 1 ? PeopleErrors.LastAdmin : null;

    // Told as what it is: asking another admin, as the general rule on oneself advises, would not help.
    private static Error? LeavesAsLast(Member by, Crew people, Membership before, Membership after) =>
        by.Account == before.Account ? Keeps(people, before, after) : null;

    /// <summary>Counted in <see cref="Crew.Keepers"/>.</summary>
    public static bool IsKeeper(Membership membership) =>
        membership.Status is MembershipStatus.Active && membership.Role == KeeperRole(membership.Tenant);

    public static Role KeeperRole(TenantId tenant) => tenant == TenantId.Platform ? Role.Operator : Role.Admin;

    private static bool WrongPlace(TenantId tenant, Role role) =>
        tenant == TenantId.Platform ? role is Role.Customer : role is Role.Operator;

    private static IEnumerable<MembershipEvent> Differences(Membership from, Membership to, Successor? handOver)
    {
        if (from.Role != to.Role)
            yield return new MembershipEvent.RoleChanged(to.Account, from.Role, to.Role, to.IsStaff ? null : handOver);
        if (from.Status != to.Status)
            yield return to.Status is MembershipStatus.Suspended
                ? new MembershipEvent.Suspended(to.Account, handOver) : new MembershipEvent.Reactivated(to.Account);

        if (ProfileDifferences(from, to).ToArray() is { Length: > 0 } fields)
            yield return new MembershipEvent.ProfileChanged(to.Account, fields);
    }

    private static IEnumerable<string> ProfileDifferences(Membership from, Membership to)
    {
        if (from.Name != to.Name)
            yield return "name";
        if (from.Language != to.Language)
            yield return "language";
        if (from.TimeZone != to.TimeZone)
            yield return "time_zone";
        if (from.Group != to.Group)
            yield return "group";
        if (from.ExternalId != to.ExternalId)
            yield return "external_id";
        if (!from.Muted.SequenceEqual(to.Muted))
            yield return "notifications";
        if (!from.Mails.Same(to.Mails))
            yield return "mails";
        if (!from.PushesOff.SequenceEqual(to.PushesOff))
            yield return "pushes";
    }

    internal static PeopleChange Granted(
        TenantId tenant, Membership? known, Invitation person, TenantId home, MembershipStatus status, Instant now)
    {
        var account = known?.Account ?? person.Account;
        var after = new Membership
        {
            Tenant = tenant,
            Account = account,
            Home = home,
            Role = person.Role,
            Status = status,
            Email = person.Email,
            Name = person.Name,
            Language = person.Language,
            Version = (known?.Version ?? 0) + 1,
            CreatedAt = known?.CreatedAt ?? now,
            UpdatedAt = now,
            TimeZone = person.TimeZone,
            Group = person.Group,
            ExternalId = person.ExternalId,
            Muted = person.Muted,
            Mails = person.Mails,
            PushesOff = person.PushesOff,
        };
        return new(known, after, [new MembershipEvent.Granted(account, person.Role, status)]);
    }

    private static PeopleChange Change(Membership before, Membership after, Instant now, params IReadOnlyList<MembershipEvent> events) =>
        events.Count == 0 ? new(before, before, []) : new(before, after with { Version = before.Version + 1, UpdatedAt = now }, events);
}

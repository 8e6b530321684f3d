using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.People;

/// <summary>Whether there is a seat for whoever comes.</summary>
public static class SeatTaking
{
    /// <summary>The change as it may be carried out, with the warning that it leads to; or <c>seat-limit</c>.</summary>
    public static Result<PeopleChange> Take(SeatUse seats, PeopleChange change)
    {
        if (change.IsNone || seats.Licensed is not { } licensed || seats.HeldByTarget || !Needs(change.After))
            return change;
        if (seats.Used >= licensed)
            return TenantErrors.SeatLimit(licensed);

        return Seats.PercentReached(seats.Used + 1, licensed) is { } percent && percent != Seats.PercentReached(seats.Used, licensed)
            ? change with { SeatWarning = new SeatEvent.Warned(percent, seats.Used + 1, licensed) }
            : change;
    }

    private static bool Needs(Membership membership) =>
        Seats.Counts(membership.Role) && membership.Status is (MembershipStatus.Active or MembershipStatus.Invited);
}

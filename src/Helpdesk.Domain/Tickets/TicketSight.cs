using Helpdesk.Domain.People;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Since when a member sees tickets in the way they do, and when they saw all of them. A copy that they keep must learn of what came into
/// sight and what went out of it with their role, and nobody is told of a ticket that they never could see.
/// </summary>
/// <param name="Since">When they last became staff, or a customer, as they are now; <c>null</c>: longer ago than is remembered.</param>
/// <param name="AsStaff">When they saw every ticket of the tenant.</param>
public sealed record TicketSight(SightStep? Since, IReadOnlyList<Interval> AsStaff)
{
    /// <summary>For so long at most somebody may still see what they could: what is known of roles may be a few seconds old.</summary>
    public static readonly Duration Remembered = Duration.FromSeconds(10);

    /// <summary>Events of a membership that matter.</summary>
    public static readonly IReadOnlyList<Type> Told =
    [
        typeof(MembershipEvent.Granted), typeof(MembershipEvent.RoleChanged), typeof(MembershipEvent.Ended),
        typeof(MembershipEvent.InvitationExpired), typeof(MembershipEvent.Suspended), typeof(MembershipEvent.Reactivated),
    ];

    /// <param name="history">Of the membership, as far as it is remembered.</param>
    /// <param name="isStaff">As what they ask.</param>
    public static TicketSight Of(IReadOnlyList<SightStep> history, bool isStaff)
    {
        var (seen, since) = (new List<Interval>(), (SightStep?)null);
        var present = Before(history, isStaff);
        var (isAway, from) = (false, (Instant?)null);
        foreach (var step in history)
        {
            var (before, sawAll) = (present, present == true && !isAway);
            (present, isAway) = step.What.Event switch
            {
                MembershipEvent.Granted granted => (IsStaff(granted.Role), false),
                MembershipEvent.RoleChanged changed => (IsStaff(changed.To), isAway),
                MembershipEvent.Ended or MembershipEvent.InvitationExpired => ((bool?)null, false),
                MembershipEvent.Suspended => (present, true),
                MembershipEvent.Reactivated => (present, false),
                _ => (present, isAway),
            };
            if (present == isStaff && before != present)
                since = step;
            var seesAll = present == true && !isAway;
            if (sawAll && !seesAll)
                seen.Add(new(from, Instant.Max(from ?? Instant.MinValue, step.What.At + Remembered)));
            else if (seesAll && !sawAll)
                from = step.What.At;
        }

        if (present == true && !isAway)
            seen.Add(new(from, null));
        return new(since, seen);
    }

    // What they were before the first thing that is remembered; null: nobody here.
    private static bool? Before(IReadOnlyList<SightStep> history, bool isStaff)
    {
        foreach (var step in history)
        {
            switch (step.What.Event)
            {
                case MembershipEvent.Granted:
                    return null;
                case MembershipEvent.RoleChanged changed:
                    return IsStaff(changed.From);
                case MembershipEvent.Ended ended:
                    return IsStaff(ended.Role);
            }
        }

        return isStaff;
    }

    private static bool IsStaff(Role role) => role is Role.Agent or Role.Manager or Role.Admin;
}

/// <param name="Place">In the order in which changes become visible.</param>
public sealed record SightStep(Recorded<MembershipEvent> What, string Place);

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketSightTests
{
    private static readonly AccountId Person = Some.Account();
    private static readonly Instant Start = Instant.FromUtc(2026, 12, 1, 8, 0);

    [Fact]
    public void Who_was_always_as_they_are_came_longer_ago_than_is_remembered()
    {
        TicketSight.Of([], isStaff: false).Since.ShouldBeNull();
        TicketSight.Of([], isStaff: false).AsStaff.ShouldBeEmpty();
        TicketSight.Of([], isStaff: true).AsStaff.ShouldBe([new Interval(null, null)]);
    }

    [Fact]
    public void A_role_that_was_lost_ends_what_they_saw_a_moment_after_it()
    {
        var history = Steps(
            new MembershipEvent.Granted(Person, Role.Agent, MembershipStatus.Active),
            new MembershipEvent.RoleChanged(Person, Role.Agent, Role.Manager),
            new MembershipEvent.RoleChanged(Person, Role.Manager, Role.Customer));

        var sight = TicketSight.Of(history, isStaff: false);

        sight.Since.ShouldBe(history[2]);
        sight.AsStaff.ShouldBe([new Interval(Start, Start + Duration.FromHours(2) + TicketSight.Remembered)]);
        TicketSight.Of(history, isStaff: true).Since.ShouldBe(history[0]); // what the api still takes them for
    }

    [Fact]
    public void Whoever_is_away_sees_nothing_and_whoever_comes_back_begins_anew()
    {
        var history = Steps(
            new MembershipEvent.Granted(Person, Role.Agent, MembershipStatus.Active), new MembershipEvent.Suspended(Person),
            new MembershipEvent.Reactivated(Person), new MembershipEvent.Ended(Person, Role.Agent),
            new MembershipEvent.Granted(Person, Role.Agent, MembershipStatus.Active));

        var sight = TicketSight.Of(history, isStaff: true);

        sight.Since.ShouldBe(history[4]);
        sight.AsStaff.Select(seen => seen.HasEnd).ShouldBe([true, true, false]);
        sight.AsStaff[1].Start.ShouldBe(history[2].What.At);
    }

    [Fact]
    public void Of_a_history_whose_beginning_is_forgotten_the_first_change_says_what_was_before()
    {
        var history = Steps(new MembershipEvent.RoleChanged(Person, Role.Agent, Role.Customer));

        TicketSight.Of(history, isStaff: false).AsStaff.ShouldBe([new Interval(null, Start + TicketSight.Remembered)]);
    }

    private static List<SightStep> Steps(params MembershipEvent[] events) =>
        [.. events.Select((what, at) => new SightStep(new(at + 1, Start + Duration.FromHours(at), null, what), $"{at + 10}"))];
}

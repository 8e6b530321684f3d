using Helpdesk.Domain.Reports;

namespace Helpdesk.Domain.Tests.Reports;

public sealed class ReportGroupsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void Priorities_go_from_urgent_to_low_and_what_has_no_key_comes_last()
    {
        var facts = new[] { Priority.Low, Priority.Urgent, Priority.Medium }.Select(priority => Fact(team: null, priority: priority))
            .ToList();
        Keys(ReportGroups.Of(facts, ReportGrouping.Priority, Berlin, perPerson: false)).ShouldBe(["urgent", "medium", "low"]);

        Keys(ReportGroups.Of([Fact(null), Fact("b"), Fact("a")], ReportGrouping.Team, Berlin, perPerson: true)).ShouldBe(["a", "b", null]);
    }

    [Fact]
    public void A_month_is_the_tenants_own()
    {
        var late = Fact("a") with { At = Instant.FromUtc(2026, 10, 31, 23, 30) };
        Keys(ReportGroups.Of([late], ReportGrouping.Month, Berlin, perPerson: false)).ShouldBe(["2026-11"]);
    }

    [Fact]
    public void Teams_of_fewer_than_five_people_are_put_together()
    {
        var facts = Team("groß", people: 6).Concat(Team("klein", 3)).Concat(Team("winzig", 2)).ToList();

        var groups = ReportGroups.Of(facts, ReportGrouping.Team, Berlin, perPerson: false);

        groups.Select(group => (group.Key, group.IsRest, group.Values.Count)).ShouldBe([("groß", false, 6), (null, true, 5)]);
        Keys(ReportGroups.Of(facts, ReportGrouping.Team, Berlin, perPerson: true)).ShouldBe(["groß", "klein", "winzig"]);
    }

    [Fact]
    public void One_small_team_takes_the_next_larger_one_along_so_that_no_difference_gives_it_away()
    {
        var facts = Team("a", people: 9).Concat(Team("b", 6)).Concat(Team("klein", 2)).ToList();

        var groups = ReportGroups.Of(facts, ReportGrouping.Team, Berlin, perPerson: false);

        groups.Select(group => (group.Key, group.IsRest, group.Values.Count)).ShouldBe([("a", false, 9), (null, true, 8)]);
    }

    [Fact]
    public void The_same_few_people_in_several_teams_are_still_few()
    {
        AccountId[] same = [Some.Account(), Some.Account()];
        var facts = new[] { "a", "b", "c" }.SelectMany(team => same.Select(person => Fact(team, person))).ToList();

        ReportGroups.Of(facts, ReportGrouping.Team, Berlin, perPerson: false).ShouldHaveSingleItem().IsRest.ShouldBeTrue();
    }

    [Fact]
    public void Single_people_are_shown_only_where_that_is_switched_on()
    {
        ReportGroups.Refusal(ReportGrouping.Assignee, perPerson: false).ShouldBe(ReportErrors.PerPersonOff);
        ReportGroups.Refusal(ReportGrouping.Assignee, perPerson: true).ShouldBeNull();
        ReportGroups.Refusal(ReportGrouping.Team, perPerson: false).ShouldBeNull();
    }

    private static IEnumerable<ReportFact<int>> Team(string name, int people) =>
        Enumerable.Range(0, people).Select(_ => Fact(name, Some.Account()));

    private static ReportFact<int> Fact(string? team, AccountId? assignee = null, Priority priority = Priority.Medium) =>
        new(new(priority, null, null, team, assignee), Some.Moment(), 1);

    private static IEnumerable<string?> Keys(IReadOnlyList<ReportGroup<int>> groups) => groups.Select(group => group.Key);
}

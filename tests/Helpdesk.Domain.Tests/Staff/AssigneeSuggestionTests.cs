using Helpdesk.Domain.Staff;

namespace Helpdesk.Domain.Tests.Staff;

public sealed class AssigneeSuggestionTests
{
    private static readonly LocalDate Today = new(2026, 11, 18);
    private static readonly SuggestionTopics Topics = new("IT", ["drucker", "vpn"]);

    [Fact]
    public void Who_knows_the_category_best_comes_first_and_hears_why()
    {
        var expert = Knows(("it", 5, null, null));
        var beginner = Knows(("it", 1, null, null));
        var stranger = Knows(("bauamt", 5, null, null));

        var ranked = Rank(stranger, beginner, expert);

        ranked.Select(one => (one.Candidate, one.Points)).ShouldBe([(expert, 100), (beginner, 20), (stranger, 0)]);
        ranked[0].Reasons.ShouldBe([new(SuggestionReasonCode.Category, 100, "IT", 5)]);
        ranked[2].Reasons.ShouldBe([new(SuggestionReasonCode.NothingKnown, 0, null, null)]);
    }

    [Fact]
    public void Of_whom_nothing_is_known_comes_last_however_idle_they_are()
    {
        var busy = Knows(("it", 1, null, null)) with { OpenTickets = 500 };
        var idle = Knows();

        Rank(idle, busy).Select(one => one.Candidate).ShouldBe([busy, idle]);
    }

    [Fact]
    public void What_has_expired_does_not_count_and_says_so()
    {
        var last = Rank(Knows(("it", 4, "ITIL", Today)))[0];
        var over = Rank(Knows(("it", 4, "ITIL", Today.PlusDays(-1))))[0];

        last.Points.ShouldBe((4 * AssigneeSuggestion.PerCategoryLevel) + AssigneeSuggestion.ForQualification);
        over.Points.ShouldBe(0);
        over.Reasons.ShouldBe([new(SuggestionReasonCode.Expired, 0, "ITIL", 4)]);
    }

    [Fact]
    public void Tickets_already_on_the_desk_weigh_but_only_so_much()
    {
        var busy = Knows(("it", 3, null, null)) with { OpenTickets = 5 };
        var drowned = Knows(("it", 3, null, null)) with { OpenTickets = 500 };

        Rank(drowned, busy).Select(one => one.Points).ShouldBe([60 - 20, 60 - 60]);
    }

    [Fact]
    public void Points_are_the_sum_of_the_reasons()
    {
        var one = Rank(Knows(("it", 2, "ITIL", null), ("Drucker", 5, null, null), ("vpn", 1, null, null)) with { OpenTickets = 2 })[0];

        one.Reasons.Select(reason => (reason.Code, reason.Points)).ShouldBe(
        [
            (SuggestionReasonCode.Category, 40), (SuggestionReasonCode.Tag, 40), (SuggestionReasonCode.Tag, 8),
                (SuggestionReasonCode.Qualification, 10),
            (SuggestionReasonCode.Workload, -8),
        ]);
        one.Points.ShouldBe(90);
        one.Reasons.ShouldAllBe(reason => reason.Describe(true).Length > 0 && reason.Describe(true) != reason.Describe(false));
    }

    [Fact]
    public void A_tag_that_is_the_category_counts_once_and_many_tags_do_not_drown_it()
    {
        var topics = new SuggestionTopics("it", ["IT", "a", "b", "c", "d"]);
        var one = AssigneeSuggestion.Rank(
            topics, [Knows(("it", 1, null, null), ("a", 1, null, null), ("b", 2, null, null), ("c", 3, null, null), ("d", 4, null, null))],
            Today)[0];

        one.Reasons.Select(reason => (reason.About, reason.Points)).ShouldBe([("it", 20), ("d", 32), ("c", 24), ("b", 16)]);
    }

    [Fact]
    public void Ties_go_by_workload_then_name_then_id_whatever_the_order_asked_in()
    {
        AssigneeCandidate[] people =
        [
            Knows() with { Name = "Zoe" }, Knows() with { Name = "Ärmel" }, Knows()
                with { Name = "Ärmel" }, Knows(("it", 1, null, null)) with { Name = "Aaron", OpenTickets = 5 },
        ];
        var expected = Rank(people).Select(one => one.Candidate).ToList();

        expected.Select(one => one.Name).ShouldBe(["Aaron", "Ärmel", "Ärmel", "Zoe"]);
        foreach (var order in new[] { people.Reverse(), people.OrderBy(one => one.Name), people.OrderByDescending(
            one => one.Account.Value) })
            Rank([.. order]).Select(one => one.Candidate).ShouldBe(expected);
    }

    private static IReadOnlyList<SuggestedAssignee> Rank(params AssigneeCandidate[] candidates) =>
        AssigneeSuggestion.Rank(Topics, candidates, Today);

    private static AssigneeCandidate Knows(params (string Area, int Level, string? Qualification, LocalDate? Until)[] items) =>
        new(Some.Account(), Some.Word(), Role.Agent,
            [.. items.Select(item => new ExpertiseItem(item.Area, item.Level, item.Qualification, item.Until))], 0);
}

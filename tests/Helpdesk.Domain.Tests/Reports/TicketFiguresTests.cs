using Helpdesk.Domain.Reports;

namespace Helpdesk.Domain.Tests.Reports;

/// <summary>From a ticket's events to what reports count.</summary>
public sealed class TicketFiguresTests : ReportedTicket
{
    [Fact]
    public void A_first_response_counts_by_the_wall_and_by_the_offices_hours()
    {
        Happens(At(17, 9), Said(fromStaff: true)); // 10:00 in Berlin: one hour on Monday, two on Tuesday

        var figures = Figures();

        figures.FirstResponse.ShouldBe(new ReachedTime(At(17, 9), Duration.FromHours(18), Duration.FromHours(3)));
        figures.Promises.ShouldBe(
            [new(SlaTarget.FirstResponse, At(17, 9), IsMet: true), new(SlaTarget.Resolution, At(17, 14), IsMet: false)]);
    }

    [Fact]
    public void An_answer_that_was_mailed_is_counted_when_it_was_accepted()
    {
        var answer = Guid.NewGuid();
        Happens(At(17, 8), new TicketEvent.Commented(answer, "x", Visibility.Public, FromStaff: true, AwaitsMail: true));
        Happens(At(17, 10), new TicketEvent.AnswerDelivered(answer, At(17, 9)));

        var figures = Figures();

        figures.FirstResponse.ShouldBe(new ReachedTime(At(17, 9), Duration.FromHours(18), Duration.FromHours(3)));
        figures.Promises.ShouldBe(
            [new(SlaTarget.FirstResponse, At(17, 9), IsMet: true), new(SlaTarget.Resolution, At(17, 14), IsMet: false)]);
    }

    [Fact]
    public void One_that_was_accepted_before_the_end_and_reported_after_it_is_counted_once()
    {
        var answer = Guid.NewGuid();
        Happens(At(17, 8), new TicketEvent.Commented(answer, "x", Visibility.Public, FromStaff: true, AwaitsMail: true));
        Happens(At(17, 10), new TicketEvent.Closed(TicketStatus.Open, "x"));
        Happens(At(17, 11), new TicketEvent.AnswerDelivered(answer, At(17, 9)));

        var figures = Figures();

        (figures.FirstResponse!.At, figures.FirstResponse.Clock, figures.Unanswered).ShouldBe((At(17, 9), Duration.FromHours(3), null));
        figures.Promises.Where(promise => promise.Target == SlaTarget.FirstResponse)
            .ShouldBe([new(SlaTarget.FirstResponse, At(17, 9), IsMet: true)]);
    }

    [Fact]
    public void One_that_was_never_accepted_is_none()
    {
        Happens(At(17, 8), new TicketEvent.Commented(Guid.NewGuid(), "x", Visibility.Public, FromStaff: true, AwaitsMail: true));

        var figures = Figures();

        figures.FirstResponse.ShouldBeNull();
        figures.Promises.ShouldContain(new DecidedPromise(SlaTarget.FirstResponse, At(17, 14), IsMet: false));
    }

    [Fact]
    public void What_its_requester_took_back_counts_in_no_figure()
    {
        Happens(At(16, 15, 5), new TicketEvent.Closed(TicketStatus.Open, "x", IsWithdrawn: true));

        var figures = Figures();

        (figures.FirstResponse, figures.Unanswered, figures.Resolution).ShouldBe((null, null, null));
        (figures.Promises.Count, figures.Resolutions.Count, figures.Closings.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void A_promise_is_missed_in_the_period_in_which_it_came_due_even_if_it_was_answered_later()
    {
        Happens(At(20, 9), Said(fromStaff: true));
        Happens(At(20, 10), new TicketEvent.Closed(TicketStatus.Open, "x"));

        Figures().Promises.ShouldBe(
            [new(SlaTarget.FirstResponse, At(17, 14), IsMet: false), new(SlaTarget.Resolution, At(17, 14), IsMet: false)]);
        Figures(new(At(18, 0), At(30, 0))).Promises.ShouldBeEmpty();
        Figures(new(At(18, 0), At(30, 0))).FirstResponse!.At.ShouldBe(At(20, 9));
        Figures(new(At(1, 0), At(18, 0)), now: At(18, 0)).Promises.Select(promise => promise.Target).ShouldBe(
            [SlaTarget.FirstResponse, SlaTarget.Resolution]);
        Figures(new(At(1, 0), At(18, 0))).Promises.Count.ShouldBe(2);
    }

    [Fact]
    public void A_resolution_leaves_pauses_out_of_the_clock_and_counts_once_where_it_was_resolved_last()
    {
        Happens(At(16, 15, 30), new TicketEvent.StatusChanged(TicketStatus.Open, TicketStatus.WaitingOnCustomer));
        Happens(At(17, 7), Said(fromStaff: false), new TicketEvent.StatusChanged(TicketStatus.WaitingOnCustomer, TicketStatus.Open));
        Happens(At(17, 8), new TicketEvent.Resolved(TicketStatus.Open, "x"));
        Happens(At(18, 8), new TicketEvent.Reopened(TicketStatus.Resolved, TicketStatus.Open, null));
        Happens(At(18, 9), new TicketEvent.Resolved(TicketStatus.Open, "x"));

        var figures = Figures();

        // Half an hour on Monday, one on Tuesday, one on Wednesday.
        figures.Resolution.ShouldBe(
            new ReachedTime(At(18, 9), Duration.FromHours(42), Duration.FromHours(2.5)));
        figures.Promises.ShouldContain(new DecidedPromise(SlaTarget.Resolution, At(18, 9), IsMet: true));
        figures.Resolutions.ShouldBe([new(At(17, 8), IsReopened: true), new(At(18, 9), IsReopened: false)]);
        ReopenRate.Of(figures.Resolutions).Rate.ShouldBe(0.5);
    }

    [Fact]
    public void Every_wait_for_an_answer_is_a_promise_of_its_own()
    {
        Happens(At(17, 8), Said(fromStaff: true));
        Happens(At(17, 9), Said(fromStaff: false));
        Happens(At(17, 10), Said(fromStaff: true));
        Happens(At(17, 11), Said(fromStaff: false));
        Happens(At(19, 11), Said(fromStaff: true));

        Figures().Promises.Where(promise => promise.Target == SlaTarget.NextResponse).ShouldBe(
            [new(SlaTarget.NextResponse, At(17, 10), IsMet: true), new(SlaTarget.NextResponse, At(18, 10), IsMet: false)]);
    }

    [Fact]
    public void A_ticket_is_open_from_its_opening_until_it_is_resolved_and_again_when_it_is_reopened()
    {
        Happens(At(17, 8), new TicketEvent.Resolved(TicketStatus.Open, "x"));
        Happens(At(18, 8), new TicketEvent.Reopened(TicketStatus.Resolved, TicketStatus.Open, null));
        Happens(At(19, 8), new TicketEvent.Closed(TicketStatus.Open, "x"));

        var figures = Figures();

        figures.Open.ShouldBe([new(At(16, 15), At(17, 8)), new(At(18, 8), At(19, 8))]);
        Backlog.Facts(figures, [At(17, 0), At(17, 8), At(18, 12)]).Select(fact => fact.Value).ShouldBe(
            [Duration.FromHours(9), Duration.FromHours(45)]);
    }

    [Fact]
    public void A_rating_belongs_to_its_closing_and_the_last_one_counts()
    {
        Happens(At(17, 8), new TicketEvent.Closed(TicketStatus.Open, "x"));
        Happens(At(17, 9), new TicketEvent.Rated(1, 1, null));
        Happens(At(17, 10), new TicketEvent.Rated(1, 4, null));
        Happens(At(18, 8), new TicketEvent.Reopened(TicketStatus.Closed, TicketStatus.Open, null));
        Happens(At(19, 8), new TicketEvent.Closed(TicketStatus.Open, "x"));

        var figures = Figures();

        figures.Closings.ShouldBe([new(At(17, 8), 4), new(At(19, 8), null)]);
        var trend = SatisfactionTrend.Of(figures.Closings);
        (trend.Closings, trend.Ratings, trend.Average, trend.Answered).ShouldBe((2, 1, 4, 0.5));
    }

    [Fact]
    public void What_comes_of_a_closing_later_counts_in_the_month_of_the_closing()
    {
        Happens(At(17, 8), new TicketEvent.Closed(TicketStatus.Open, "x"));
        Happens(In(December, 1), new TicketEvent.Rated(1, 2, null));
        Happens(In(December, 2), new TicketEvent.Reopened(TicketStatus.Closed, TicketStatus.Open, null));
        Happens(In(December, 3), new TicketEvent.Closed(TicketStatus.Open, "x"));

        var (november, december) = (Figures(November), Figures(December));

        november.Closings.ShouldBe([new(At(17, 8), 2)]);
        november.Resolutions.ShouldBe([new(At(17, 8), IsReopened: true)]);
        november.Resolution.ShouldBeNull();
        december.Closings.ShouldBe([new(In(December, 3), null)]);
        december.Resolutions.ShouldBe([new(In(December, 3), IsReopened: false)]);
        december.Resolution!.At.ShouldBe(In(December, 3));
    }

    [Fact]
    public void What_ended_without_an_answer_has_no_first_response()
    {
        Happens(At(16, 15) + Duration.FromSeconds(2), new TicketEvent.Closed(TicketStatus.Open, "Werbung"));

        var (figures, reached) = (Figures(), Figures().Unanswered!);

        (figures.FirstResponse, reached.IsUnanswered).ShouldBe((null, true));
        var times = ResponseTimes.Of([(true, reached)]);
        (times.FirstCalendar.Count, times.FirstClock.Count, times.Unanswered).ShouldBe((0, 0, 1));
        ResponseTimes.Of([(true, reached with { IsUnanswered = false })]).FirstCalendar.Count.ShouldBe(1);
    }

    [Fact]
    public void Who_is_answered_only_after_a_reopening_has_a_first_response_all_the_same()
    {
        Happens(At(16, 16), new TicketEvent.Closed(TicketStatus.Open, "Doppelt"));
        Happens(At(17, 8), new TicketEvent.Reopened(TicketStatus.Closed, TicketStatus.Open, null));
        Figures().Unanswered.ShouldBeNull();
        Happens(At(17, 9), Said(fromStaff: true));
        Happens(At(17, 10), Said(fromStaff: true), new TicketEvent.Closed(TicketStatus.Open, "x"));

        var figures = Figures();

        // The promise of a first response ended with the first closing, and was kept.
        figures.FirstResponse.ShouldBe(new ReachedTime(At(17, 9), Duration.FromHours(18), null));
        figures.Unanswered.ShouldBeNull();
        figures.Promises.ShouldContain(new DecidedPromise(SlaTarget.FirstResponse, At(16, 16), IsMet: true));
    }

    [Fact]
    public void What_was_merged_away_is_neither_resolved_nor_open()
    {
        Happens(At(16, 15, 30), new TicketEvent.Merged(Some.Ticket(), "T-2", TicketStatus.Open));

        var figures = Figures();

        (figures.Resolution, figures.Resolutions.Count, figures.Promises.Count, figures.Open[^1].To).ShouldBe((null, 0, 0, At(16, 15, 30)));
    }
}

using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Reports;

/// <summary>
/// From a ticket's events to what reports count, in November 2026: a Monday to Friday office from 8 to 17 in Berlin, eight hours for
/// everything.
/// </summary>
public sealed class TicketFiguresTests
{
    private static readonly Guid Calendar = Guid.NewGuid();

    private static readonly BusinessCalendar Office = BusinessCalendar.Compile(
        new CalendarDefinition(
            "Rathaus", "Europe/Berlin",
            [new WeeklyWindow(
                [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
            new(8 * 60), new(17 * 60))],
            null, []),
        new CalendarRef(Calendar, 1)).Value;

    private static readonly SlaPolicyBook Book = new()
    {
        Version = 1,
        Policies =
        [
            new(Guid.NewGuid(), 1, "Werktags", SlaCondition.Always,
                [.. Enum.GetValues<SlaTarget>().Select(
                    target => new SlaObjective(target, Priority.Medium, Duration.FromHours(8), Calendar))],
                [new(SlaTarget.Resolution, TicketStatus.WaitingOnCustomer)], []),
        ],
    };

    private static readonly SlaRules Rules = new([Book], [Office]);
    private static readonly ReportPeriod November = new(At(1, 0), At(30, 0));
    private static readonly ReportPeriod December = new(November.To, At(30, 0) + Duration.FromDays(30));

    // When nothing of these stories can change any more.
    private static readonly Instant Later = Instant.FromUtc(2027, 6, 1, 0, 0);

    private readonly List<Recorded<TicketEvent>> history = [];

    // Monday 16 November, 16:00 in Berlin.
    public TicketFiguresTests() =>
        Happens(At(16, 15), new TicketEvent.Opened
        {
            Number = "T-1",
            Subject = "s",
            Description = "d",
            Priority = Priority.Medium,
            Category = "it",
            Queue = null,
            Team = null,
            Requester = Some.Account(),
            Channel = "api",
            Promised = SlaTerms.Of(Book, new(Priority.Medium, "it", null, null), new Dictionary<Guid, int> { [Calendar] = 1 }),
        });

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
    public void A_promise_is_missed_in_the_period_in_which_it_came_due_even_if_it_was_answered_later()
    {
        Happens(At(20, 9), Said(fromStaff: true));
        Happens(At(20, 10), new TicketEvent.Closed(TicketStatus.Open, "x"));

        Figures().Promises.ShouldBe(
            [new(SlaTarget.FirstResponse, At(17, 14), IsMet: false), new(SlaTarget.Resolution, At(17, 14), IsMet: false)]);
        Figures(new(At(18, 0), At(30, 0))).Promises.ShouldBeEmpty();
        Figures(new(At(18, 0), At(30, 0))).FirstResponse!.At.ShouldBe(At(20, 9));
        Figures(new(At(1, 0), At(18, 0)), now: At(18, 0)).Promises.Select(promise => promise.Target).ShouldBe(
            [SlaTarget.Resolution, SlaTarget.FirstResponse]);
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
            new ReachedTime(At(18, 9), Duration.FromHours(42), Duration.FromHours(2.5)) { MayChange = true });
        figures.Promises.ShouldContain(new DecidedPromise(SlaTarget.Resolution, At(18, 9), IsMet: true) { MayChange = true });
        figures.Resolutions.ShouldBe([new(At(17, 8), IsReopened: true), new(At(18, 9), IsReopened: false) { MayChange = true }]);
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
    public void A_closing_may_change_while_its_link_is_good_and_a_rating_for_a_week()
    {
        var closed = At(17, 8);
        Happens(closed, new TicketEvent.Closed(TicketStatus.Open, "x"));
        MayChange(closed + Duration.FromDays(30) - Duration.FromSeconds(1)).ShouldBeTrue();
        MayChange(closed + Duration.FromDays(30)).ShouldBeFalse();

        Happens(closed + Duration.FromDays(1), new TicketEvent.Rated(1, 2, null));
        MayChange(closed + Duration.FromDays(8) - Duration.FromSeconds(1)).ShouldBeTrue();
        MayChange(closed + Duration.FromDays(8)).ShouldBeFalse();

        bool MayChange(Instant now) => Figures(now: now).Closings.ShouldHaveSingleItem().MayChange;
    }

    [Fact]
    public void A_resolution_may_change_until_it_is_closed_and_for_the_days_of_objection_after_that()
    {
        Happens(At(16, 16), new TicketEvent.Resolved(TicketStatus.Open, "x"));
        MayChange(Later).ShouldBe([true, true, true]); // never closed

        Happens(At(17, 8), new TicketEvent.Closed(TicketStatus.Resolved, "x"));
        MayChange(At(17, 8) + Duration.FromDays(14) - Duration.FromSeconds(1)).ShouldBe([true, true, true]);
        MayChange(At(17, 8) + Duration.FromDays(14)).ShouldBe([false, false, false]);

        bool[] MayChange(Instant now)
        {
            var figures = Figures(now: now);
            return [figures.Resolutions.ShouldHaveSingleItem().MayChange, figures.Resolution!.MayChange,
                figures.Promises.Single(promise => promise.Target == SlaTarget.Resolution).MayChange];
        }
    }

    [Fact]
    public void What_ended_without_an_answer_has_no_first_response()
    {
        Happens(At(16, 15) + Duration.FromSeconds(2), new TicketEvent.Closed(TicketStatus.Open, "Werbung"));

        var reached = Figures().FirstResponse!;

        reached.IsUnanswered.ShouldBeTrue();
        var times = ResponseTimes.Of([(true, reached)]);
        (times.FirstCalendar.Count, times.FirstClock.Count, times.Unanswered).ShouldBe((0, 0, 1));
        ResponseTimes.Of([(true, reached with { IsUnanswered = false })]).FirstCalendar.Count.ShouldBe(1);
    }

    [Fact]
    public void What_was_merged_away_is_neither_resolved_nor_open()
    {
        Happens(At(16, 15, 30), new TicketEvent.Merged(Some.Ticket(), "T-2", TicketStatus.Open));

        var figures = Figures();

        (figures.Resolution, figures.Resolutions.Count, figures.Promises.Count, figures.Open[^1].To).ShouldBe((null, 0, 0, At(16, 15, 30)));
    }

    private TicketFigures Figures(ReportPeriod? period = null, Instant? now = null) => TicketFigures.Of(
        TicketCourse.Of([.. history.Where(recorded => recorded.At < (now ?? Later))]), Rules, period ?? November,
        new(now ?? Later, new(14, "Europe/Berlin")));

    private static Instant At(int day, int hour, int minute = 0) => Instant.FromUtc(2026, 11, day, hour, minute);

    private static Instant In(ReportPeriod month, int day) => month.From + Duration.FromDays(day);

    private static TicketEvent Said(bool fromStaff) => new TicketEvent.Commented(Guid.NewGuid(), "x", Visibility.Public, fromStaff);

    private void Happens(Instant at, params TicketEvent[] events)
    {
        foreach (var happened in events)
            history.Add(new(history.Count + 1, at, new AccountId(Guid.NewGuid()), happened));
    }
}

using Helpdesk.Domain.Reports;

namespace Helpdesk.Domain.Tests.Reports;

/// <summary>What is counted for good, and where that counts which happens afterwards.</summary>
public sealed class FinalFiguresTests : ReportedTicket
{
    [Fact]
    public void A_reopening_after_a_resolution_is_final_counts_in_its_own_month_and_leaves_the_earlier_one()
    {
        var late = At(17, 8) + ReportFinality.After;
        Happens(At(17, 8), new TicketEvent.Closed(TicketStatus.Open, "x"));
        Happens(late, new TicketEvent.Reopened(TicketStatus.Closed, TicketStatus.Open, null));
        Happens(late + Duration.FromDays(1), new TicketEvent.Closed(TicketStatus.Open, "y"));

        var (november, since) = (Figures(), Figures(new(December.To, Later)));

        (november.Resolution!.At, november.LateReopenings.Count).ShouldBe((At(17, 8), 0));
        november.Resolutions.ShouldBe([new(At(17, 8), IsReopened: false)]);
        november.Promises.ShouldContain(new DecidedPromise(SlaTarget.Resolution, At(17, 8), IsMet: true));
        since.LateReopenings.ShouldBe([late]);
        since.Resolution!.At.ShouldBe(late + Duration.FromDays(1));
        ReopenRate.Of([.. ReopenRate.Facts(since).Select(fact => fact.Value)]).ShouldBe(new(1, 0, LateReopenings: 1));
    }

    [Fact]
    public void Whoever_reopens_it_a_moment_earlier_changes_the_month_of_the_resolution()
    {
        Happens(At(17, 8), new TicketEvent.Closed(TicketStatus.Open, "x"));
        Happens(
            At(17, 8) + ReportFinality.After - Duration.FromSeconds(1),
            new TicketEvent.Reopened(TicketStatus.Closed, TicketStatus.Open, null));

        Figures().Resolutions.ShouldBe([new(At(17, 8), IsReopened: true)]);
        Figures().Resolution.ShouldBeNull();
    }

    [Fact]
    public void What_is_sorted_rated_or_deleted_late_stays_under_what_it_was_counted()
    {
        Happens(At(17, 8), Said(fromStaff: true), new TicketEvent.Closed(TicketStatus.Open, "x"));
        Happens(Late(1), new TicketEvent.Rated(1, 1, null));
        Happens(Late(2), new TicketEvent.Reopened(TicketStatus.Closed, TicketStatus.Open, null));
        Happens(Late(3), new TicketEvent.CategoryChanged("it", "bau"));
        Happens(Late(4), new TicketEvent.Deleted());

        var counted = Stretches(November, Later).Single(figures => figures.Counted.Holds(At(17, 8)));
        (counted.Keys.Category, counted.Closings.Single().Score, counted.FirstResponse!.At).ShouldBe(("it", null, At(17, 8)));
    }

    [Fact]
    public void A_missed_promise_that_is_final_is_not_missed_a_second_time_when_its_due_time_moves()
    {
        Happens(At(17, 8), Said(fromStaff: true));
        Happens(Late(0), new TicketEvent.PriorityChanged(Priority.Medium, Priority.Low)
        {
            Promised = SlaTerms.Of(Book, new(Priority.Low, "it", null, null), new Dictionary<Guid, int> { [Calendar] = 1 }),
        });
        Happens(Late(1), new TicketEvent.Closed(TicketStatus.Open, "x"));

        Figures(new(At(1, 0), Later)).Promises
            .Where(promise => promise.Target == SlaTarget.Resolution).ShouldBe([new(SlaTarget.Resolution, At(17, 14), IsMet: false)]);
    }

    private static Instant Late(int day) => At(17, 14) + ReportFinality.After + Duration.FromDays(day);
}

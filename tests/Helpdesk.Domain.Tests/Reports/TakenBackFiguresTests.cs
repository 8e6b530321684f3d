using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Reports;

/// <summary>A reopening that went with its words is none: the resolution counts where and how it counted.</summary>
public sealed class TakenBackFiguresTests : ReportedTicket
{
    [Fact]
    public void It_counts_as_no_reopening_and_the_resolution_stays_where_it_was()
    {
        Happens(At(17, 8), Said(fromStaff: true), new TicketEvent.Resolved(TicketStatus.Open, "x"));
        var before = Figures();

        ReopenedAndTakenBack(At(18, 8));

        Same(before);
    }

    [Fact]
    public void Nor_as_a_late_one_when_the_resolution_is_final()
    {
        Happens(At(17, 8), Said(fromStaff: true), new TicketEvent.Resolved(TicketStatus.Open, "x"));
        var before = Figures();

        ReopenedAndTakenBack(At(17, 8) + ReportFinality.After + Duration.FromDays(3));

        Same(before);
        Figures(new(November.To, Later)).LateReopenings.ShouldBeEmpty();
        Figures(new(November.To, Later)).Promises.ShouldBeEmpty();
    }

    [Fact]
    public void One_that_came_after_it_counts()
    {
        Happens(At(17, 8), Said(fromStaff: true), new TicketEvent.Resolved(TicketStatus.Open, "x"));
        ReopenedAndTakenBack(At(18, 8));
        Happens(At(19, 8), new TicketEvent.Reopened(TicketStatus.Resolved, TicketStatus.Open, null));

        Figures().Resolutions.ShouldBe([new(At(17, 8), IsReopened: true)]);
    }

    [Fact]
    public void An_answer_that_was_given_before_is_counted_once()
    {
        Happens(At(16, 16), Said(fromStaff: false));
        Happens(At(17, 8), Said(fromStaff: true), new TicketEvent.Resolved(TicketStatus.Open, "x"));
        var before = Figures();

        ReopenedAndTakenBack(At(18, 8));

        Same(before);
        before.Promises.Count(promise => promise.Target == SlaTarget.NextResponse).ShouldBe(1);
    }

    private void ReopenedAndTakenBack(Instant at)
    {
        var said = Guid.NewGuid();
        Acts(at, Requester, new TicketEvent.Commented(said, "Geht nicht!", Visibility.Public, FromStaff: false),
            new TicketEvent.Reopened(TicketStatus.Resolved, TicketStatus.Open, null));
        Acts(at + Duration.FromMinutes(5), Requester, new TicketEvent.CommentWithdrawn(said, Visibility.Public, null),
            new TicketEvent.TakenBack(TicketStatus.Open, TicketStatus.Resolved));
    }

    private void Same(TicketFigures before)
    {
        var after = Figures();
        after.Resolutions.ShouldBe(before.Resolutions);
        after.Resolution.ShouldBe(before.Resolution);
        after.Promises.ShouldBe(before.Promises);
        after.LateReopenings.ShouldBeEmpty();
        after.Resolutions.ShouldBe([new(At(17, 8), IsReopened: false)]);
    }
}

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketStatusTests
{
    [Fact]
    public void Every_status_has_names_of_its_own_and_no_way_to_itself()
    {
        TicketStatuses.All.ShouldBe(Enum.GetValues<TicketStatus>());
        TicketStatuses.All.Select(status => status.Name(german: true)).ShouldBeUnique();
        TicketStatuses.All.Select(status => status.Name(german: false)).ShouldBeUnique();
        TicketStatuses.All.Where(status => status.MayBecome(status)).ShouldBeEmpty();
    }

    [Fact]
    public void A_status_that_is_over_pauses_nothing_and_what_is_final_is_over()
    {
        TicketStatuses.All.Where(status => status.IsOver() && status.CanPause()).ShouldBeEmpty();
        TicketStatuses.All.Where(status => status.Facts().IsFinal && !status.IsOver()).ShouldBeEmpty();
        TicketStatuses.All.Any(status => status.IsOver()).ShouldBeTrue();
    }

    [Fact]
    public void Every_status_can_be_come_to_from_the_first_and_leads_to_an_end()
    {
        Reached(TicketStatus.Open).ShouldBe(TicketStatuses.All, ignoreOrder: true);
        foreach (var status in TicketStatuses.All)
            Reached(status).Any(end => end.Facts().IsFinal).ShouldBeTrue(status.ToString());
    }

    [Fact]
    public void What_is_no_status_has_no_facts() => Should.Throw<Exception>(() => ((TicketStatus)99).Facts());

    private static HashSet<TicketStatus> Reached(TicketStatus from)
    {
        var reached = new HashSet<TicketStatus> { from };
        var open = new Stack<TicketStatus>(reached);
        while (open.TryPop(out var at))
            foreach (var next in at.Facts().Next.Where(reached.Add))
                open.Push(next);
        return reached;
    }
}

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketClosingTests
{
    [Fact]
    public void Confirming_a_resolution_leaves_closing_to_staff()
    {
        var story = TicketStory.In(TicketStatus.Resolved);

        story.Do(story.Requester, (ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), "Danke!", who));

        (story.Ticket.Status, story.Ticket.ConfirmedAt).ShouldBe((TicketStatus.Resolved, story.Ticket.UpdatedAt));
        story.RefusalOf(story.Requester, (ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), null, who))
            .ShouldBe("ticket-already-confirmed");
    }

    [Fact]
    public void A_customer_can_mark_an_unresolved_ticket_as_done()
    {
        var story = TicketStory.In(TicketStatus.WaitingOnCustomer);

        story.Do(story.Requester, (ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), null, who));

        story.Ticket.Status.ShouldBe(TicketStatus.Resolved);
        story.Ticket.ResolutionText.ShouldBe(TicketClosing.DoneByRequester);
        story.Ticket.ConfirmedAt.ShouldNotBeNull();
    }

    [Fact]
    public void A_customer_asks_to_reopen_and_staff_decide()
    {
        var story = TicketStory.In(TicketStatus.Closed);

        story.Do(story.Requester, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), "Kam wieder", who));

        story.Ticket.Status.ShouldBe(TicketStatus.Closed);
        story.Ticket.ReopenRequestedAt.ShouldBe(story.Ticket.UpdatedAt);
        story.EventsOf(story.Requester, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), "Wirklich!", who))
            .ShouldHaveSingleItem().ShouldBeOfType<TicketEvent.Commented>().Body.ShouldBe("Wirklich!");

        story.Do(story.Agent, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), null, who));

        (story.Ticket.Status, story.Ticket.ReopenRequestedAt, story.Ticket.ClosedAt, story.Ticket.ResolvedAt, story.Ticket.ResolutionText)
            .ShouldBe((TicketStatus.InProgress, null, null, null, null));
    }

    [Fact]
    public void What_is_reopened_goes_to_its_assignee_or_to_where_the_next_agent_looks()
    {
        TicketStory.In(TicketStatus.Resolved).Change(new() { Status = TicketStatus.InProgress }).Last
            .ShouldBe(new TicketEvent.Reopened(TicketStatus.Resolved, TicketStatus.InProgress, null));

        var orphan = TicketStory.In(TicketStatus.Resolved).Change(new() { Assignee = (AccountId?)null });
        orphan.Do(orphan.Agent, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), null, who)).Ticket.Status
            .ShouldBe(TicketStatus.Open);
    }

    [Fact]
    public void Closing_a_resolved_ticket_takes_its_text_over()
    {
        var story = TicketStory.In(TicketStatus.Resolved);

        story.Do(story.Agent, (ticket, who) => TicketClosing.Close(ticket, null, who));

        story.Last.ShouldBe(new TicketEvent.Closed(TicketStatus.Resolved, "Neu gestartet"));
    }

    [Fact]
    public void Closing_after_reopening_needs_a_new_text()
    {
        var story = TicketStory.In(TicketStatus.Resolved).Change(new() { Status = TicketStatus.InProgress });

        story.RefusalOf(story.Agent, (ticket, who) => TicketClosing.Close(ticket, null, who)).ShouldBe("invalid");
    }

    [Fact]
    public void A_ticket_that_others_were_merged_into_is_not_deleted_under_them()
    {
        var story = new TicketStory();
        story.Do(story.Agent, (ticket, who) => TicketPairs.Absorb(ticket, Testing.Some.Ticket(), "TEST-000002", who));

        story.RefusalOf(story.Admin, TicketClosing.Delete).ShouldBe("ticket-has-merged");
    }
}

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketHandOverTests
{
    [Fact]
    public void What_was_being_worked_on_goes_back_to_where_the_next_agent_looks()
    {
        var story = TicketStory.In(TicketStatus.InProgress);

        TicketHandOver.Of(story.Ticket, story.Agent.Account, to: null, team: null).Events.ShouldBe(
        [
            new TicketEvent.Assigned(story.Agent.Account, null, AssignmentReason.Left), new TicketEvent.StatusChanged(
                TicketStatus.InProgress, TicketStatus.Open),
        ]);
    }

    [Fact]
    public void Whoever_takes_over_goes_on_with_it_in_the_team_that_was_named()
    {
        var (story, colleague) = (TicketStory.In(TicketStatus.InProgress), Some.Account());

        TicketHandOver.Of(story.Ticket, story.Agent.Account, colleague, "technik").Events.ShouldBe(
            [new TicketEvent.TeamChanged(null, "technik"), new TicketEvent.Assigned(
                story.Agent.Account, colleague, AssignmentReason.Left)]);
    }

    [Theory]
    [InlineData(TicketStatus.WaitingOnCustomer, 1)]
    [InlineData(TicketStatus.Resolved, 1)] // its requester may ask to reopen it
    [InlineData(TicketStatus.Closed, 0)]
    public void Only_what_is_over_for_good_keeps_its_assignee(TicketStatus status, int events)
    {
        var story = TicketStory.In(status);

        TicketHandOver.Of(story.Ticket, story.Agent.Account, to: null, team: null).Events.Count.ShouldBe(events);
    }

    [Fact]
    public void A_ticket_that_is_somebody_elses_by_now_stays_there()
    {
        var story = TicketStory.In(TicketStatus.InProgress);

        TicketHandOver.Of(story.Ticket, Some.Account(), to: null, "technik").Events.ShouldBeEmpty();
    }

    [Fact]
    public void Its_requester_does_not_learn_that_somebody_has_left()
    {
        var left = new TicketEvent.Assigned(Some.Account(), null, AssignmentReason.Left);

        TicketTimeline.Describe(left, german: true, forStaff: true, _ => "").ShouldContain("nicht mehr tätig");
        TicketTimeline.Describe(left, german: true, forStaff: false, _ => "").ShouldBe("hat die Zuweisung aufgehoben");
    }
}

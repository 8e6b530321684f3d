namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketConversationTests
{
    [Fact]
    public void A_customers_answer_brings_a_waiting_ticket_back_to_work()
    {
        var story = TicketStory.In(TicketStatus.WaitingOnCustomer);

        story.Do(story.Requester, Saying());

        story.Ticket.Status.ShouldBe(TicketStatus.InProgress);
        story.Last.ShouldBe(new TicketEvent.StatusChanged(TicketStatus.WaitingOnCustomer, TicketStatus.InProgress));
    }

    [Fact]
    public void Where_nobody_works_on_it_any_more_an_answer_brings_it_back_to_open()
    {
        var story = TicketStory.In(TicketStatus.WaitingOnCustomer).Change(new() { Assignee = (AccountId?)null });

        story.Do(story.Requester, Saying());

        story.Ticket.Status.ShouldBe(TicketStatus.Open);
    }

    [Fact]
    public void What_staff_say_leaves_a_waiting_ticket_waiting()
    {
        var story = TicketStory.In(TicketStatus.WaitingOnCustomer);

        story.Do(story.Agent, Saying()).Do(story.Agent, Saying(Visibility.Internal));

        story.Ticket.Status.ShouldBe(TicketStatus.WaitingOnCustomer);
    }

    [Fact]
    public void Staff_who_asked_for_help_themselves_stand_on_the_customers_side()
    {
        var agent = Some.Member(Role.Agent);
        var opened = new TicketEvent.Opened
        {
            Number = "TEST-000001",
            Subject = "Betreff",
            Description = "Text",
            Priority = Priority.Low,
            Category = null,
            Queue = null,
            Team = null,
            Requester = agent.Account,
            Channel = "api",
        };
        var ticket = Ticket.Apply(null, new(1, Some.Moment(), agent.Account, opened)) with { Status = TicketStatus.WaitingOnCustomer };

        TicketStory.Comment(ticket, agent, Some.Comment()).Events[0]
            .ShouldBeOfType<TicketEvent.Commented>().FromStaff.ShouldBeFalse();
        TicketStory.Comment(ticket, agent, Some.Comment()).Events.Count.ShouldBe(2);
        TicketStory.Comment(ticket, agent, Some.Comment(Visibility.Internal)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Internal_and_public_comments_are_counted_apart()
    {
        var story = new TicketStory();

        story.Do(story.Agent, Saying()).Do(story.Agent, Saying(Visibility.Internal)).Do(story.Requester, Saying());

        (story.Ticket.PublicComments, story.Ticket.InternalComments).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("\u200B\n\u3164", "required")]
    [InlineData("a\0b", "nul")]
    public void A_comment_must_say_something(string body, string code)
    {
        var story = new TicketStory();

        var refusal = TicketStory.Comment(story.Ticket, story.Agent, Some.Comment() with { Body = body }).Refusal.ShouldNotBeNull();

        (refusal.Kind, refusal.Fields.Single().Pointer, refusal.Fields.Single().Code).ShouldBe((ErrorKind.Invalid, "/body", code));
    }

    private static Func<Ticket, Member, Feed.Decision<TicketEvent>> Saying(Visibility visibility = Visibility.Public) =>
        (ticket, who) => TicketStory.Comment(ticket, who, Some.Comment(visibility));
}

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketDraftsTests
{
    [Theory]
    [InlineData(Visibility.Public, DraftKind.Answer)]
    [InlineData(Visibility.Internal, DraftKind.Note)]
    public void A_comment_sends_the_draft_of_its_kind_and_of_its_author_only(Visibility visibility, DraftKind kind)
    {
        var story = TicketStory.In(TicketStatus.InProgress);

        Sent(story, story.Agent, (ticket, agent) => TicketStory.Comment(ticket, agent, Some.Comment(visibility)))
            .ShouldBe([(kind, story.Agent.Account)]);
    }

    [Fact]
    public void A_change_of_fields_sends_nothing()
    {
        var story = TicketStory.In(TicketStatus.InProgress);

        Sent(story, story.Agent, (ticket, agent) => TicketChanges.Change(ticket, new() { Priority = Priority.Urgent }, agent))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Other_words_for_the_ticket_send_the_draft_of_them_and_of_whoever_changed_them_only()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var change = new ChangeTicket { Subject = "Drucker aus", Description = "Seit heute früh." };

        Sent(story, story.Agent, (ticket, agent) => TicketChanges.Change(ticket, change, agent))
            .ShouldBe([(DraftKind.Edit, story.Agent.Account)]);
    }

    [Fact]
    public void Opening_sends_the_draft_of_a_new_ticket()
    {
        var story = new TicketStory();

        TicketDrafts.SentWith(Some.Ticket(), null, story.Ticket, story.History)
            .ShouldBe([new(null, null, story.Requester.Account, story.Ticket.CreatedAt)]);
    }

    [Fact]
    public void Scheduling_sends_the_draft_and_leaving_at_the_moment_sends_no_other_one()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var (answer, now) = (Some.Comment() with { SendAt = story.Ticket.UpdatedAt + Duration.FromHours(1) }, story.Ticket.UpdatedAt);

        Sent(story, story.Agent, (ticket, agent) => TicketScheduling.Schedule(ticket, answer, [], agent, now, null))
            .ShouldBe([(DraftKind.Answer, story.Agent.Account)]);
        Sent(story, story.Agent, (ticket, agent) => TicketScheduling.Send(
            ticket, answer.Id, isDue: true, [], agent, CustomerReplies.Default, now, null)).ShouldBeEmpty();
    }

    private static IEnumerable<(DraftKind?, AccountId)> Sent(
        TicketStory story, Member who, Func<Ticket, Member, Decision<TicketEvent>> act)
    {
        var (before, known) = (story.Ticket, story.History.Count);
        story.Do(who, act);
        return TicketDrafts.SentWith(Some.Ticket(), before, story.Ticket, [.. story.History.Skip(known)])
            .Select(sent => (sent.Kind, sent.By));
    }
}

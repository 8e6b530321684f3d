namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketSatisfactionTests
{
    private readonly ForeignSeals seals = new();

    [Fact]
    public void The_requester_rates_a_closing_and_changes_their_mind()
    {
        var story = TicketStory.In(TicketStatus.Closed);
        Rate(story, 2, "Dauerte lange");
        var given = story.Ticket.Rating!;
        Rate(story, 4, null);

        story.Ticket.Rating.ShouldBe(new SatisfactionRating(1, 4, null, given.GivenAt, story.Ticket.Rating!.ChangedAt));
        story.EventsOf(story.Requester, (ticket, requester) => TicketSatisfaction.Rate(ticket, null, 4, null, requester, Some.Moment()))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_else_rates_it()
    {
        var story = TicketStory.In(TicketStatus.Closed);
        story.RefusalOf(story.Agent, (ticket, agent) => TicketSatisfaction.Rate(ticket, null, 5, null, agent, Some.Moment())).ShouldBe(
            "requester-only");
        story.RefusalOf(story.Stranger, (ticket, stranger) => TicketSatisfaction.Rate(ticket, null, 5, null, stranger, Some.Moment()))
            .ShouldBe("not-found");
    }

    [Fact]
    public void A_reopened_ticket_asks_anew_with_its_next_closing()
    {
        var story = TicketStory.In(TicketStatus.Closed);
        Rate(story, 1, null);
        story.Do(story.Agent, (ticket, agent) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), null, agent));
        story.RefusalOf(story.Requester, (ticket, requester) => TicketSatisfaction.Rate(ticket, null, 5, null, requester, Some.Moment()))
            .ShouldBe("ticket-not-closed");

        story.Do(story.Agent, (ticket, agent) => TicketClosing.Close(ticket, "Nun aber", agent));
        story.RefusalOf(story.Requester, (ticket, requester) => TicketSatisfaction.Rate(ticket, 1, 5, null, requester, Some.Moment()))
            .ShouldBe("rating-void");
        TicketSatisfaction.QuestionOf(story.Ticket, null).ShouldBe(new SatisfactionQuestion(2, 2, IsClosed: true, Rating: null));
        Rate(story, 5, null);
        (story.Ticket.Rating!.Closing, story.Ticket.Rating.Score).ShouldBe((2, 5));
    }

    [Fact]
    public void A_ticket_that_was_never_closed_is_not_rated()
    {
        var story = TicketStory.In(TicketStatus.Resolved);
        story.RefusalOf(story.Requester, (ticket, requester) => TicketSatisfaction.Rate(ticket, null, 5, null, requester, Some.Moment()))
            .ShouldBe("ticket-not-closed");
    }

    [Fact]
    public void A_link_says_what_it_was_sealed_for()
    {
        var link = new SatisfactionLink(Some.Tenant(), Some.Ticket(), 3, Instant.FromUtc(2026, 12, 18, 11, 0));
        var token = link.Seal(seals);
        SatisfactionLink.Open(token, link.Tenant, seals).ShouldBe(link);
        SatisfactionLink.Open(token, Some.Tenant(), seals).ShouldBeNull("it is worth nothing elsewhere");
        token.Length.ShouldBeLessThanOrEqualTo(SatisfactionLink.Longest);
    }

    [Fact]
    public void A_link_that_was_changed_anywhere_or_sealed_otherwise_is_none()
    {
        var tenant = Some.Tenant();
        var token = new SatisfactionLink(tenant, Some.Ticket(), 1, Some.Moment()).Seal(seals);
        for (var at = 0; at < token.Length - 1; at++)
        {
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            SatisfactionLink.Open(changed, tenant, seals).ShouldBeNull();
        }

        SatisfactionLink.Open(token, tenant, new ForeignSeals()).ShouldBeNull();
        foreach (var other in new[] { "", "x", token + "A", token[1..], new string('ä', token.Length), new string('=', token.Length) })
            SatisfactionLink.Open(other, tenant, seals).ShouldBeNull();
    }

    private static void Rate(TicketStory story, int score, string? comment) =>
        story.Do(story.Requester, (ticket, requester) => TicketSatisfaction.Rate(ticket, null, score, comment, requester, Some.Moment()));
}

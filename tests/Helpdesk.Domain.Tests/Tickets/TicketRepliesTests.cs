namespace Helpdesk.Domain.Tests.Tickets;

/// <summary>What a customer says after the solution reaches somebody, and what staff answer reaches the customer.</summary>
public sealed class TicketRepliesTests
{
    private static readonly LocalDays Fortnight = new(14, "Europe/Berlin");
    private static readonly CustomerReplies Asking = CustomerReplies.Default with { AfterResolution = AfterResolution.Ask };

    [Fact]
    public void A_customers_comment_reopens_a_resolved_ticket_and_stops_its_closing()
    {
        var story = TicketStory.In(TicketStatus.Resolved);

        story.Do(story.Requester, (ticket, who) => TicketStory.Comment(ticket, who));

        story.Last.ShouldBe(new TicketEvent.Reopened(TicketStatus.Resolved, TicketStatus.InProgress, null));
        (story.Ticket.Status, story.Ticket.PublicComments, AutoClose.DueAt(story.Ticket, Fortnight)).ShouldBe(
            (TicketStatus.InProgress, 1, null));
    }

    [Fact]
    public void Where_staff_want_to_be_asked_it_becomes_a_request_and_nothing_closes_by_itself()
    {
        var story = TicketStory.In(TicketStatus.Resolved);

        story.Do(story.Requester, (ticket, who) => TicketStory.Comment(ticket, who, replies: Asking));

        story.Last.ShouldBeOfType<TicketEvent.ReopenRequested>();
        (story.Ticket.Status, story.Ticket.IsReopenRequested, AutoClose.DueAt(story.Ticket, Fortnight))
            .ShouldBe((TicketStatus.Resolved, true, null));
    }

    [Fact]
    public void What_staff_write_on_a_resolved_ticket_leaves_it_resolved()
    {
        var story = TicketStory.In(TicketStatus.Resolved);

        story.Do(story.Agent, (ticket, who) => TicketStory.Comment(ticket, who));

        story.Ticket.Status.ShouldBe(TicketStatus.Resolved);
    }

    [Fact]
    public void On_a_closed_ticket_the_first_comment_asks_to_reopen_and_the_next_ones_only_add_words()
    {
        var story = TicketStory.In(TicketStatus.Closed);

        story.Do(story.Requester, (ticket, who) => TicketStory.Comment(ticket, who));
        var asked = story.Ticket.ReopenRequestedAt.ShouldNotBeNull();
        story.Do(story.Requester, (ticket, who) => TicketStory.Comment(ticket, who));

        (story.Ticket.Status, story.Ticket.ReopenRequestedAt, story.Ticket.PublicComments).ShouldBe((TicketStatus.Closed, asked, 2));
    }

    [Fact]
    public void Days_after_the_closing_a_comment_goes_elsewhere_unless_a_request_is_waiting_here()
    {
        var story = TicketStory.In(TicketStatus.Closed);
        var late = story.Ticket.ClosedAt!.Value + Duration.FromDays(14);

        Outcome(late - Duration.FromTicks(10)).ShouldBeNull();
        Outcome(late).ShouldBe("ticket-follow-up");
        story.Do(story.Requester, (ticket, who) => TicketStory.Comment(ticket, who));
        Outcome(late).ShouldBeNull();

        string? Outcome(Instant now) => story.RefusalOf(story.Requester, (ticket, who) => TicketStory.Comment(ticket, who, now: now));
    }

    [Theory]
    [InlineData("Kam wieder")]
    [InlineData(null)]
    public void Asking_to_reopen_goes_where_a_comment_goes(string? reason)
    {
        var story = TicketStory.In(TicketStatus.Closed);
        var late = story.Ticket.ClosedAt!.Value + Duration.FromDays(14);

        Outcome(story.Requester, late - Duration.FromTicks(10)).ShouldBeNull();
        Outcome(story.Requester, late).ShouldBe("ticket-follow-up");
        Outcome(story.Agent, late).ShouldBeNull();

        string? Outcome(Member who, Instant now) => story.RefusalOf(who, (ticket, member) => TicketClosing.Reopen(
            ticket, Guid.CreateVersion7(), reason, member, CustomerReplies.Default, now));
    }

    [Fact]
    public void A_follow_up_without_words_says_what_it_follows()
    {
        var story = TicketStory.In(TicketStatus.Closed);
        var closed = new ClosedTicket(Some.Ticket(), story.Ticket);
        var late = story.Ticket.ClosedAt!.Value + Duration.FromDays(14);

        TicketFollowUps.Refusal(closed, null, story.Requester, CustomerReplies.Default, late).ShouldBeNull();
        var next = TicketFollowUps.Open(closed, null, "TEST-000099", null).Events;

        next.OfType<TicketEvent.Commented>().ShouldBeEmpty();
        next.OfType<TicketEvent.Opened>().ShouldHaveSingleItem().FollowUpOf.ShouldBe(new(closed.Id, story.Ticket.Number));
    }

    [Fact]
    public void A_follow_up_keeps_the_customers_words_where_the_ticket_stood_and_what_it_follows()
    {
        var story = TicketStory.In(TicketStatus.Closed);
        var (closed, said) = (new ClosedTicket(Some.Ticket(), story.Ticket), Some.Comment());

        var next = TicketStory.Fold(TicketFollowUps.Open(closed, said, "TEST-000099", null).Events
            .Select((what, index) => new Recorded<TicketEvent>(index + 1, Some.Moment(), story.Requester.Account, what)));

        (next.Number, next.Subject, next.Requester, next.Status, next.PublicComments)
            .ShouldBe(("TEST-000099", story.Ticket.Subject, story.Requester.Account, TicketStatus.Open, 1));
        next.FollowUpOf.ShouldBe(new(closed.Id, story.Ticket.Number));
        next.Links.ShouldHaveSingleItem().ShouldBe(new TicketLink(closed.Id, story.Ticket.Number, LinkKind.RelatesTo));
    }

    [Fact]
    public void Every_word_written_with_an_act_is_a_comment_of_who_wrote_it()
    {
        var story = TicketStory.In(TicketStatus.Resolved);

        story.Do(story.Requester, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), "Kam wieder", who))
            .Do(story.Agent, (ticket, who) => TicketClosing.DeclineReopen(ticket, Guid.CreateVersion7(), "Anderer Drucker", who))
            .Do(story.Requester, (ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), "Dann danke", who))
            .Do(story.Agent, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), "Doch derselbe", who))
            .Do(story.Requester, (ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), "Geht jetzt", who));

        story.History.Where(recorded => recorded.Event is TicketEvent.Commented)
            .Select(recorded => (recorded.Actor, Said: (TicketEvent.Commented)recorded.Event))
            .Select(comment => (comment.Actor, comment.Said.Body, comment.Said.Visibility))
            .ShouldBe([
                (story.Requester.Account, "Kam wieder", Visibility.Public), (story.Agent.Account, "Anderer Drucker", Visibility.Public),
                (story.Requester.Account, "Dann danke", Visibility.Public), (story.Agent.Account, "Doch derselbe", Visibility.Public),
                (story.Requester.Account, "Geht jetzt", Visibility.Public)]);
    }

    [Fact]
    public void A_request_is_granted_or_declined_once_and_can_be_made_again()
    {
        var story = TicketStory.In(TicketStatus.Closed);
        Ask();

        story.Do(story.Agent, (ticket, who) => TicketClosing.DeclineReopen(ticket, Guid.CreateVersion7(), "Nein", who));
        (story.Ticket.Status, story.Ticket.ReopenRequestedAt).ShouldBe((TicketStatus.Closed, null));
        story.RefusalOf(story.Agent, (ticket, who) => TicketClosing.DeclineReopen(ticket, Guid.CreateVersion7(), "Nein", who))
            .ShouldBe("reopen-not-requested");
        Ask();

        story.EventsOf(story.Agent, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), null, who))
            .ShouldBe([new TicketEvent.Reopened(TicketStatus.Closed, TicketStatus.InProgress, null, Granted: true)]);

        void Ask() => story.Do(story.Requester, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), null, who));
    }

    [Fact]
    public void Closing_a_resolved_ticket_answers_no_request()
    {
        var story = TicketStory.In(TicketStatus.Resolved);
        story.Do(story.Requester, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), "Kam wieder", who));

        story.Do(story.Agent, (ticket, who) => TicketClosing.Close(ticket, null, who));

        story.Ticket.IsReopenRequested.ShouldBeTrue();
    }

    [Fact]
    public void After_a_decline_the_days_until_a_resolved_ticket_closes_begin_anew()
    {
        var story = TicketStory.In(TicketStatus.Resolved);
        story.Do(story.Requester, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), null, who))
            .Do(story.Agent, (ticket, who) => TicketClosing.DeclineReopen(ticket, Guid.CreateVersion7(), "Nein", who));

        AutoClose.DueAt(story.Ticket, Fortnight).ShouldBe(Fortnight.After(story.Ticket.ReopenDeclinedAt!.Value));
    }

    [Fact]
    public void A_thank_you_waits_for_no_answer_and_a_complaint_does()
    {
        var thanked = TicketStory.In(TicketStatus.Resolved);
        thanked.Do(thanked.Requester, (ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), "Danke!", who));
        var complained = TicketStory.In(TicketStatus.Resolved);
        complained.Do(complained.Requester, (ticket, who) => TicketStory.Comment(ticket, who));

        thanked.Ticket.Clock!.Wait!.AnsweredAt.ShouldNotBeNull();
        complained.Ticket.Clock!.Wait!.AnsweredAt.ShouldBeNull();
        complained.Ticket.Clock.Status.ShouldBe(TicketStatus.InProgress);
    }
}

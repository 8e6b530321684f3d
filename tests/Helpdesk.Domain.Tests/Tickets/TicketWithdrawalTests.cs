namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketWithdrawalTests
{
    private readonly TicketStory story = TicketStory.In(TicketStatus.InProgress);

    [Fact]
    public void An_author_has_ten_minutes_and_an_admin_needs_a_reason()
    {
        var comment = Said(story.Requester);
        var end = comment.Recorded.At + TicketWithdrawal.ForAuthor;

        Outcome(comment, story.Requester, null, end - Duration.FromTicks(10)).ShouldBe("ok");
        Outcome(comment, story.Requester, "Versehen", end).ShouldBe("comment-withdraw-too-late");
        Outcome(comment, story.Agent, "Unsinn", comment.Recorded.At).ShouldBe("admin-only");
        Outcome(comment, story.Stranger, "Unsinn", comment.Recorded.At).ShouldBe("not-found");
        Outcome(comment, story.Admin, null, end).ShouldBe("invalid");
        Outcome(comment, story.Admin, "Bankdaten", end).ShouldBe("ok");
        Outcome(null, story.Admin, "Bankdaten", end).ShouldBe("not-found");
    }

    [Fact]
    public void A_note_that_is_withdrawn_stays_unknown_to_customers_and_what_is_withdrawn_is_so_once()
    {
        var note = Said(story.Agent, Visibility.Internal);
        Outcome(note, story.Requester, null, note.Recorded.At).ShouldBe("not-found");
        var seen = story.Ticket.PublicVersion;

        story.Do(story.Agent, (ticket, who) => TicketWithdrawal.Withdraw(ticket, note, null, who, note.Recorded.At));

        story.Ticket.PublicVersion.ShouldBe(seen);
        TicketDisclosure.To(story.Requester, story.Ticket).Withdrawn.ShouldBeEmpty();
        story.EventsOf(story.Agent, (ticket, who) => TicketWithdrawal.Withdraw(ticket, note, null, who, note.Recorded.At)).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_taken_back_is_not_counted_as_what_stands()
    {
        var (comment, note) = (Said(story.Requester), Said(story.Agent, Visibility.Internal));
        Withdraw(comment, story.Requester);
        Withdraw(note, story.Agent);

        (story.Ticket.PublicComments, story.Ticket.PublicWithdrawn).ShouldBe((1, 1));
        (story.Ticket.InternalComments, story.Ticket.InternalWithdrawn).ShouldBe((1, 1));
        TicketDisclosure.To(story.Requester, story.Ticket).InternalWithdrawn.ShouldBe(0);
    }

    [Fact]
    public void A_request_to_reopen_goes_with_its_only_words_and_nobody_waits_for_an_answer()
    {
        var closed = TicketStory.In(TicketStatus.Closed);
        var first = Said(closed.Requester, of: closed);
        var second = Said(closed.Requester, of: closed);
        closed.Ticket.IsReopenRequested.ShouldBeTrue();

        Withdraw(first, closed.Requester, closed);
        closed.Ticket.IsReopenRequested.ShouldBeTrue();
        Withdraw(second, closed.Requester, closed);

        closed.Last.ShouldBe(new TicketEvent.ReopenRequestWithdrawn());
        closed.Ticket.IsReopenRequested.ShouldBeFalse();
        closed.Ticket.Clock!.Wait!.AnsweredAt.ShouldNotBeNull();
    }

    [Fact]
    public void A_request_without_words_stands_whatever_is_taken_back()
    {
        var closed = TicketStory.In(TicketStatus.InProgress);
        var before = Said(closed.Requester, of: closed);
        closed.Do(closed.Agent, (ticket, who) => TicketClosing.Close(ticket, "Fertig", who));
        closed.Do(closed.Requester, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), null, who));
        var later = Said(closed.Requester, of: closed);

        Withdraw(before, closed.Requester, closed);
        Withdraw(later, closed.Requester, closed);

        closed.Ticket.IsReopenRequested.ShouldBeTrue();
    }

    private void Withdraw(TicketComment comment, Member who, TicketStory? of = null) => (of ?? story).Do(
        who, (ticket, member) => TicketWithdrawal.Withdraw(ticket, comment, null, member, comment.Recorded.At));

    private TicketComment Said(Member who, Visibility visibility = Visibility.Public, TicketStory? of = null)
    {
        (of ?? story).Do(who, (ticket, author) => TicketStory.Comment(ticket, author, Some.Comment(visibility)));
        return new(Some.Ticket(), (of ?? story).History.Last(recorded => recorded.Event is TicketEvent.Commented));
    }

    private string Outcome(TicketComment? comment, Member who, string? reason, Instant now) =>
        story.RefusalOf(who, (ticket, member) => TicketWithdrawal.Withdraw(ticket, comment, reason, member, now)) ?? "ok";
}

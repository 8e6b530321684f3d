using Helpdesk.Domain.Tickets;

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

    private TicketComment Said(Member who, Visibility visibility = Visibility.Public)
    {
        story.Do(who, (ticket, author) => TicketStory.Comment(ticket, author, Some.Comment(visibility)));
        return new(Some.Ticket(), story.History.Last(recorded => recorded.Event is TicketEvent.Commented));
    }

    private string Outcome(TicketComment? comment, Member who, string? reason, Instant now) =>
        story.RefusalOf(who, (ticket, member) => TicketWithdrawal.Withdraw(ticket, comment, reason, member, now)) ?? "ok";
}

using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Tickets;

/// <summary>An answer that is mailed counts as the first response when its mail was accepted, every other when it was written.</summary>
public sealed class TicketAnswersTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    private readonly TicketStory story = new();

    [Fact]
    public void An_answer_that_is_mailed_counts_when_its_mail_is_accepted()
    {
        var (comment, at) = Answer(Reader());
        var waits = story.Ticket;
        Delivered(comment, at + 3 * Second, at + 5 * Second);

        (waits.Clock!.FirstAnsweredAt, TicketAnswers.AwaitedSince(waits)).ShouldBe((null, at));
        (story.Ticket.Clock!.FirstAnsweredAt, TicketAnswers.AwaitedSince(story.Ticket)).ShouldBe((at + 3 * Second, null));
        story.Last.ShouldBe(new TicketEvent.AnswerDelivered(comment, at + 3 * Second));
    }

    public static TheoryData<string, NoticeReader?> WithoutMail => new()
    {
        { "is told by nothing", null },
        { "is suspended or gone", Reader() with { IsHere = false } },
        { "wants no such mails", Reader() with { Mails = new() { Off = [NotificationKind.TicketAnswered] } } },
        { "wants to know nothing of it", Reader() with { Muted = [NotificationKind.TicketAnswered] } },
        { "wants mails gathered", Reader() with { Mails = new() { Digest = MailDigest.Daily } } },
        { "has quiet hours", Reader() with { Quiet = new(new(0, 0), new(23, 59), UrgentBreachesPass: false) } },
    };

    [Theory]
    [MemberData(nameof(WithoutMail))]
    public void Where_no_mail_is_to_be_sent_an_answer_counts_when_it_is_written(string requester, NoticeReader? reader)
    {
        var (comment, at) = Answer(reader);

        story.Ticket.Clock!.FirstAnsweredAt.ShouldBe(at, $"the requester {requester}");
        story.Ticket.Awaited.ShouldBeEmpty();
        TicketAnswers.Delivered(story.Ticket, new(comment, at + Second), at + Second).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_has_no_password_yet_is_answered_by_the_mail()
    {
        Answer(Reader() with { IsExpected = true });

        story.Ticket.Clock!.FirstAnsweredAt.ShouldBeNull();
    }

    [Fact]
    public void An_answer_whose_mail_is_not_accepted_never_counts_and_the_end_of_the_ticket_does()
    {
        Answer(Reader());
        story.Do(story.Agent, (ticket, agent) => TicketChanges.Change(
            ticket, new() { Status = TicketStatus.Closed, ResolutionText = "x" }, agent));

        story.Ticket.Clock!.FirstAnsweredAt.ShouldBe(story.Ticket.ClosedAt);
    }

    [Fact]
    public void Reported_twice_it_is_noted_once()
    {
        var (comment, at) = Answer(Reader());
        Delivered(comment, at + Second, at + 2 * Second);

        TicketAnswers.Delivered(story.Ticket, new(comment, at + 3 * Second), at + 4 * Second).Events.ShouldBeEmpty();
        TicketAnswers.Delivered(story.Ticket, new(Guid.NewGuid(), at), at).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_answers_the_one_counts_that_was_accepted_first_whichever_is_reported_first()
    {
        var (first, at) = Answer(Reader());
        var (second, later) = Answer(Reader());
        Delivered(second, later + 9 * Second, later + 10 * Second);
        Delivered(first, later + 4 * Second, later + 20 * Second);

        story.Ticket.Clock!.FirstAnsweredAt.ShouldBe(later + 4 * Second);
        story.Ticket.Awaited.ShouldBeEmpty();
        at.ShouldBeLessThan(later);
    }

    [Fact]
    public void An_end_that_came_before_the_acceptance_keeps_what_it_ended_and_one_that_came_after_it_does_not()
    {
        var (comment, at) = Answer(Reader());
        story.Do(story.Agent, (ticket, agent) => TicketChanges.Change(
            ticket, new() { Status = TicketStatus.Closed, ResolutionText = "x" }, agent));
        var closed = story.Ticket.ClosedAt!.Value;
        var (ticket, late) = (story.Ticket, closed + Second);

        Applied(ticket, comment, late).Clock!.FirstAnsweredAt.ShouldBe(closed);
        Applied(ticket, comment, closed - Duration.Epsilon).Clock!.FirstAnsweredAt.ShouldBe(closed - Duration.Epsilon);
        at.ShouldBeLessThan(closed);
    }

    [Fact]
    public void A_ticket_that_is_deleted_notes_nothing()
    {
        var (comment, at) = Answer(Reader());

        TicketAnswers.Delivered(story.Ticket with { IsDeleted = true }, new(comment, at), at).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_merged_ticket_knows_when_its_merge_is_undone_that_it_was_answered()
    {
        var (comment, at) = Answer(Reader());
        var merged = Ticket.Apply(story.Ticket, new(
            story.Ticket.Version + 1, at + Second, story.Agent.Account,
            new TicketEvent.Merged(new(Guid.NewGuid()), "TEST-2", TicketStatus.Open)));
        var told = Applied(merged, comment, at + 2 * Second);
        var again = Ticket.Apply(told, new(
            told.Version + 1, at + 4 * Second, story.Agent.Account, new TicketEvent.Unmerged(new(Guid.NewGuid()), TicketStatus.Open)));

        (again.Clock!.FirstAnsweredAt, again.Clock.IsWithdrawn).ShouldBe((at + 2 * Second, false));
    }

    [Fact]
    public void The_clocks_of_two_processes_may_differ()
    {
        var (comment, at) = Answer(Reader());

        TicketAnswers.Delivered(story.Ticket, new(comment, at - Second), at + Second).Events
            .ShouldBe([new TicketEvent.AnswerDelivered(comment, at)]);
        TicketAnswers.Delivered(story.Ticket, new(comment, at + 9 * Second), at + Second).Events
            .ShouldBe([new TicketEvent.AnswerDelivered(comment, at + Second)]);
    }

    [Fact]
    public void Where_the_customer_chose_no_mails_after_it_was_written_it_counts_from_then()
    {
        var (comment, at) = Answer(Reader());

        TicketAnswers.Delivered(story.Ticket, new(comment, null), at + 9 * Second).Events
            .ShouldBe([new TicketEvent.AnswerDelivered(comment, at, Mailed: false)]);
    }

    [Fact]
    public void Only_the_first_answer_waits_for_its_mail()
    {
        Answer(null);
        Answer(Reader());

        story.Ticket.Awaited.ShouldBeEmpty();
    }

    [Fact]
    public void Customers_learn_neither_that_it_was_delivered_nor_by_another_version()
    {
        var (comment, at) = Answer(Reader());
        var (version, updated) = (story.Ticket.PublicVersion, story.Ticket.PublicUpdatedAt);
        Delivered(comment, at + Second, at + Second);

        (story.Ticket.PublicVersion, story.Ticket.PublicUpdatedAt).ShouldBe((version, updated));
        TicketDisclosure.ShowsCustomers(story.Last).ShouldBeFalse();
        TicketTimeline.Describe(story.Last, german: true, forStaff: true, _ => "").ShouldBe("Die Antwort wurde zugestellt");
    }

    [Fact]
    public void What_the_customer_wrote_and_took_back_meanwhile_leaves_it_answered()
    {
        var waiting = TicketStory.In(TicketStatus.WaitingOnCustomer);
        var (comment, at) = Answer(Reader(), waiting);
        waiting.Do(waiting.Requester, (ticket, who) => TicketStory.Comment(ticket, who));
        var words = ((TicketEvent.Commented)waiting.History[^2].Event).Id;
        var told = Applied(waiting.Ticket, comment, at + Second);

        var back = Ticket.Apply(told, new(
            told.Version + 1, Some.Moment(), waiting.Requester.Account, new TicketEvent.CommentWithdrawn(words, Visibility.Public, null)));
        back = Ticket.Apply(back, new(
            back.Version + 1, Some.Moment(), waiting.Requester.Account,
            new TicketEvent.TakenBack(TicketStatus.InProgress, TicketStatus.WaitingOnCustomer)));

        (back.Status, back.Clock!.FirstAnsweredAt).ShouldBe((TicketStatus.WaitingOnCustomer, at + Second));
    }

    private (Guid Comment, Instant At) Answer(NoticeReader? reader, TicketStory? of = null)
    {
        var told = of ?? story;
        var said = Some.Comment();
        told.Do(told.Agent, (ticket, agent) => TicketConversation.Comment(
            ticket, said, agent, CustomerReplies.Default, ticket.UpdatedAt,
            reader is null ? null : new AnswerReader(reader, "Europe/Berlin", Hours: null)));
        return (said.Id, told.Ticket.UpdatedAt);
    }

    private void Delivered(Guid comment, Instant at, Instant now) =>
        story.Do(story.Admin, (ticket, _) => TicketAnswers.Delivered(ticket, new(comment, at), now));

    private static Ticket Applied(Ticket ticket, Guid comment, Instant at) => Ticket.Apply(ticket, new(
        ticket.Version + 1, ticket.UpdatedAt + Second, null,
        TicketAnswers.Delivered(ticket, new(comment, at), at + Second).Events.ShouldHaveSingleItem()));

    private static NoticeReader Reader() => new()
    {
        Account = new(Guid.NewGuid()),
        Role = Role.Customer,
        Email = EmailAddress.Parse("anna@musterstadt.example").Value,
        Language = "de",
        TimeZone = null,
        IsHere = true,
        IsExpected = false,
        Muted = [],
        Mails = MailWishes.Default,
    };
}

namespace Helpdesk.Domain.Tests.Tickets;

/// <summary>A follow-up whose only words were taken back is closed with them.</summary>
public sealed class FollowUpWithdrawnTests
{
    private readonly List<Recorded<TicketEvent>> history = [];
    private readonly Member requester;
    private readonly Member agent;
    private readonly Member admin;
    private readonly Instant begin = Some.Moment();
    private readonly AddComment words = Some.Comment();

    public FollowUpWithdrawnTests()
    {
        var closed = TicketStory.In(TicketStatus.Closed);
        (requester, agent, admin) = (closed.Requester, closed.Agent, closed.Admin);
        Record(requester, TicketFollowUps.Open(new(Some.Ticket(), closed.Ticket), words, "TEST-000099", null), at: 0);
    }

    private Ticket Now => TicketStory.Fold(history);

    [Fact]
    public void It_is_closed_with_its_mark_and_counts_nowhere_and_cannot_be_rated()
    {
        Withdraw(words.Id, requester);

        history[^1].Event.ShouldBe(new TicketEvent.Closed(TicketStatus.Open, TicketFollowUps.Withdrawn, IsWithdrawn: true));
        (Now.Status, Now.ResolutionText, Now.Closings).ShouldBe((TicketStatus.Closed, TicketFollowUps.Withdrawn, 0));
        Now.Clock!.IsWithdrawn.ShouldBeTrue();
        TicketSatisfaction.Refusal(Now, null, requester, Some.Moment()).ShouldNotBeNull();
        var notices = TicketNotices.Of([.. history.TakeLast(2)], Now).ToList();
        notices.ShouldBeEmpty();
        TicketTimeline.Describe(history[^1].Event, german: true, forStaff: false, _ => "").ShouldBe("hat das Ticket damit zurückgezogen");
    }

    [Fact]
    public void Whatever_else_was_said_to_the_customer_keeps_it_open_and_notes_of_staff_do_not()
    {
        Say(agent, Visibility.Internal);
        var more = Say(requester);
        Withdraw(words.Id, requester);
        Now.Status.ShouldBe(TicketStatus.Open);

        Withdraw(more, requester);
        Now.Status.ShouldBe(TicketStatus.Closed);
    }

    [Fact]
    public void An_answer_keeps_it_open()
    {
        Say(agent);

        Withdraw(words.Id, requester);

        Now.Status.ShouldBe(TicketStatus.Open);
    }

    [Fact]
    public void What_an_admin_takes_away_the_customer_still_asks()
    {
        Withdraw(words.Id, admin, "Bankdaten");

        Now.Status.ShouldBe(TicketStatus.Open);
    }

    [Fact]
    public void A_follow_up_that_began_without_words_and_any_other_ticket_stay_open()
    {
        var closed = TicketStory.In(TicketStatus.Closed);
        history.Clear();
        Record(closed.Requester, TicketFollowUps.Open(new(Some.Ticket(), closed.Ticket), null, "TEST-000100", null), at: 0);
        var said = Say(closed.Requester);
        Withdraw(said, closed.Requester);
        Now.Status.ShouldBe(TicketStatus.Open);

        var plain = TicketStory.In(TicketStatus.Open);
        plain.Do(plain.Requester, (ticket, who) => TicketStory.Comment(ticket, who, Some.Comment()));
        var comment = new TicketComment(Some.Ticket(), plain.History[^1]);
        plain.Do(plain.Requester, (ticket, who) => TicketWithdrawal.Withdraw(ticket, comment, null, who, comment.Recorded.At));
        plain.Ticket.Status.ShouldBe(TicketStatus.Open);
    }

    [Fact]
    public void Taken_up_again_its_clock_runs_again()
    {
        Withdraw(words.Id, requester);

        Record(agent, TicketClosing.Reopen(Now, Guid.CreateVersion7(), null, agent), at: history.Count);

        (Now.Status == TicketStatus.Closed, Now.Clock!.IsWithdrawn).ShouldBe((false, false));
    }

    private Guid Say(Member who, Visibility visibility = Visibility.Public)
    {
        var said = Some.Comment(visibility);
        Record(who, TicketStory.Comment(Now, who, said), at: history.Count);
        return said.Id;
    }

    private void Withdraw(Guid comment, Member who, string? reason = null)
    {
        var said = new TicketComment(
            Some.Ticket(), history.Single(recorded => recorded.Event is TicketEvent.Commented one && one.Id == comment));
        Record(who, TicketWithdrawal.Withdraw(Now, said, reason, who, said.Recorded.At), at: history.Count);
    }

    // What one act says has one moment.
    private void Record(Member who, Decision<TicketEvent> decided, int at)
    {
        decided.Refusal.ShouldBeNull();
        var moment = begin + Duration.FromSeconds(at);
        foreach (var what in decided.Events)
            history.Add(new(history.Count + 1, moment, who.Account, what));
    }
}

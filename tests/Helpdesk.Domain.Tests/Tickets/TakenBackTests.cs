using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Tickets;

/// <summary>What a customer's words did to a ticket goes with them, unless somebody acted on them.</summary>
public sealed class TakenBackTests
{
    private static readonly LocalDays Fortnight = new(14, "Europe/Berlin");

    private readonly TicketStory story = TicketStory.In(TicketStatus.Resolved);

    [Fact]
    public void A_reopening_goes_with_its_only_words_and_the_ticket_stands_as_it_stood()
    {
        var before = story.Ticket;
        var said = Say();
        story.Ticket.Status.ShouldBe(TicketStatus.InProgress);

        var told = Withdraw(said);

        story.Last.ShouldBe(new TicketEvent.TakenBack(TicketStatus.InProgress, TicketStatus.Resolved));
        var after = story.Ticket;
        (after.Status, after.ResolutionText, after.ResolvedAt, after.TakenUp)
            .ShouldBe((TicketStatus.Resolved, before.ResolutionText, before.ResolvedAt, null));
        AutoClose.DueAt(after, Fortnight).ShouldBe(AutoClose.DueAt(before, Fortnight));
        after.Clock!.ShouldBeSameAs(before.Clock);
        told.ShouldBeEmpty();
        TicketTimeline.Describe(story.Last, german: true, forStaff: false, _ => "")
            .ShouldBe("hat den Status damit auf „Gelöst“ zurückgestellt");
    }

    [Fact]
    public void The_history_read_again_gives_the_same_ticket()
    {
        Withdraw(Say());

        var again = TicketStory.Fold(story.History);

        (again.Status, again.ResolvedAt, again.Clock!.ResolvedAt).ShouldBe(
            (TicketStatus.Resolved, story.Ticket.ResolvedAt, story.Ticket.Clock!.ResolvedAt));
    }

    [Fact]
    public void All_words_must_be_gone_before_the_reopening_goes()
    {
        var (first, second) = (Say(), Say());

        Withdraw(first);
        story.Ticket.Status.ShouldBe(TicketStatus.InProgress);
        Withdraw(second);

        story.Ticket.Status.ShouldBe(TicketStatus.Resolved);
    }

    [Fact]
    public void Whatever_staff_did_since_leaves_it_open_and_whoever_keeps_it_is_told()
    {
        var keepers = new TicketAudience.Keepers(story.Agent.Account, null);
        foreach (var act in (Action<TicketStory>[])
            [
                one => one.Do(one.Agent, (ticket, who) => TicketStory.Comment(ticket, who, Some.Comment())),
                one => one.Do(one.Agent, (ticket, who) => TicketStory.Comment(ticket, who, Some.Comment(Visibility.Internal))),
                one => one.Change(new() { Priority = Priority.Urgent }),
                one => one.Do(one.Agent, (ticket, who) => TicketTags.Add(ticket, "vip", who)),
            ])
        {
            var one = TicketStory.In(TicketStatus.Resolved);
            var said = Say(one);
            act(one);

            var told = Withdraw(said, of: one);

            one.Ticket.Status.ShouldBe(TicketStatus.InProgress);
            told.ShouldBe([(NotificationKind.WordsWithdrawn, keepers with { Assignee = one.Agent.Account })]);
        }
    }

    [Fact]
    public void A_promise_that_was_missed_meanwhile_leaves_it_open()
    {
        var said = Say();
        var missed = new SlaMoment(SlaTarget.Resolution, 1, null, Some.Moment());
        story.Do(story.Agent, (_, _) => new TicketEvent.SlaMomentReached(missed));

        Withdraw(said).ShouldHaveSingleItem().Kind.ShouldBe(NotificationKind.WordsWithdrawn);

        story.Ticket.Status.ShouldBe(TicketStatus.InProgress);
        story.Ticket.Clock!.Reached.ShouldBe([missed]);
    }

    [Fact]
    public void What_an_admin_takes_away_the_customer_still_asks_and_whoever_keeps_it_is_told()
    {
        var said = Say();

        var told = Withdraw(said, story.Admin, "Bankdaten");

        story.Ticket.Status.ShouldBe(TicketStatus.InProgress);
        told.ShouldHaveSingleItem().Kind.ShouldBe(NotificationKind.WordsWithdrawn);
    }

    [Fact]
    public void A_request_that_waited_before_waits_again()
    {
        story.Do(story.Requester, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), "Geht nicht", who));
        var asked = story.Ticket.ReopenRequestedAt;
        Withdraw(Say());

        (story.Ticket.Status, story.Ticket.ReopenRequestedAt).ShouldBe((TicketStatus.Resolved, asked));
        story.Ticket.RequestWords.Length.ShouldBe(1);
    }

    [Fact]
    public void A_ticket_that_waited_for_its_customer_waits_again()
    {
        var waiting = TicketStory.In(TicketStatus.WaitingOnCustomer);
        var before = waiting.Ticket;
        var said = Say(waiting);
        waiting.Ticket.Status.ShouldBe(TicketStatus.InProgress);

        Withdraw(said, of: waiting).ShouldBeEmpty();

        (waiting.Ticket.Status, waiting.Ticket.Clock!.Wait).ShouldBe((TicketStatus.WaitingOnCustomer, before.Clock!.Wait));
    }

    [Fact]
    public void A_request_that_staff_granted_stays_granted_and_whoever_keeps_it_is_told()
    {
        var said = Say(replies: CustomerReplies.Default with { AfterResolution = AfterResolution.Ask });
        story.Do(story.Agent, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), null, who));

        var told = Withdraw(said);

        story.Ticket.Status.ShouldBe(TicketStatus.InProgress);
        told.ShouldHaveSingleItem().Kind.ShouldBe(NotificationKind.WordsWithdrawn);
    }

    [Fact]
    public void Words_of_a_confirmation_go_and_the_confirmation_stays()
    {
        story.Do(story.Requester, (ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), "Danke!", who));

        Withdraw(LastWords(story)).ShouldBeEmpty();

        story.Last.ShouldBeOfType<TicketEvent.CommentWithdrawn>();
        (story.Ticket.Status, story.Ticket.ConfirmedAt is null).ShouldBe((TicketStatus.Resolved, false));
    }

    [Fact]
    public void Words_that_became_the_resolution_leave_it_too_whoever_takes_them_back()
    {
        foreach (var byAdmin in (bool[])[false, true])
        {
            var one = TicketStory.In(TicketStatus.InProgress);
            one.Do(one.Requester, (ticket, who) => TicketClosing.Confirm(ticket, Guid.CreateVersion7(), "IBAN DE02 …", who));
            one.Ticket.ResolutionText.ShouldBe("IBAN DE02 …");

            Withdraw(LastWords(one), byAdmin ? one.Admin : one.Requester, byAdmin ? "Bankdaten" : null, one);

            (one.Ticket.Status, one.Ticket.ResolutionText).ShouldBe((TicketStatus.Resolved, TicketClosing.DoneByRequester));
        }
    }

    [Fact]
    public void Customers_do_not_learn_what_it_stood_on()
    {
        Say();
        story.Ticket.TakenUp.ShouldNotBeNull();

        TicketDisclosure.To(story.Requester, story.Ticket).TakenUp.ShouldBeNull();
    }

    private TicketComment Say(TicketStory? of = null, CustomerReplies? replies = null)
    {
        var one = of ?? story;
        one.Do(one.Requester, (ticket, who) => TicketStory.Comment(ticket, who, Some.Comment(), replies));
        return LastWords(one);
    }

    private static TicketComment LastWords(TicketStory of) =>
        new(Some.Ticket(), of.History.Last(recorded => recorded.Event is TicketEvent.Commented));

    private List<(NotificationKind Kind, TicketAudience To)> Withdraw(
        TicketComment said, Member? who = null, string? reason = null, TicketStory? of = null)
    {
        var one = of ?? story;
        var before = one.History.Count;
        one.Do(who ?? one.Requester, (ticket, member) => TicketWithdrawal.Withdraw(ticket, said, reason, member, said.Recorded.At));
        return [.. TicketNotices.Of([.. one.History.Skip(before)], one.Ticket).Select(notice => (notice.Kind, notice.To))];
    }
}

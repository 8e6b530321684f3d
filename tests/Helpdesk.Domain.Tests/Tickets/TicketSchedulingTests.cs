using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketSchedulingTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public void It_is_staffs_public_and_at_most_90_days_ahead()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var now = story.Ticket.UpdatedAt;

        Refused(story.Requester, now + Hour).ShouldBe("staff-only");
        Refused(story.Agent, now).ShouldBe("past");
        Refused(story.Agent, now + TicketScheduling.Furthest).ShouldBeNull();
        Refused(story.Agent, now + TicketScheduling.Furthest + Duration.FromSeconds(1)).ShouldBe("out-of-range");
        Refused(story.Agent, now + Hour, Visibility.Internal).ShouldBe("not-settable");
        story.Do(story.Agent, (ticket, agent) => TicketClosing.Close(ticket, "Erledigt", agent));
        Refused(story.Agent, now + Hour).ShouldBe("ticket-closed");

        string? Refused(Member who, Instant at, Visibility visibility = Visibility.Public)
        {
            var refusal = TicketScheduling.Schedule(
                story.Ticket, Some.Comment(visibility) with { SendAt = at }, [], who, now, null).Refusal;
            return refusal is { Fields: [var field, ..] } ? field.Code : refusal?.Code;
        }
    }

    [Fact]
    public void So_many_wait_on_one_ticket_and_no_more()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        for (var i = 0; i < TicketScheduling.Most; i++)
            Scheduled(story);

        story.RefusalOf(story.Agent, (ticket, agent) => TicketScheduling.Schedule(
            ticket, Some.Comment() with { SendAt = ticket.UpdatedAt + Hour }, [], agent, ticket.UpdatedAt, null))
            .ShouldBe("too-many-scheduled");
    }

    [Fact]
    public void The_nearest_is_due_and_no_customer_sees_any_of_it()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var before = TicketView.Of(default, story.Ticket, story.Requester, Some.Moment());
        Scheduled(story, 3 * Hour);
        Scheduled(story, Hour);

        story.Ticket.Due[TicketScheduling.SendLook].ShouldBe(story.Ticket.Scheduled[1].SendAt);
        TicketView.Of(default, story.Ticket, story.Requester, Some.Moment()).ShouldBeEquivalentTo(before);
    }

    [Fact]
    public void At_its_moment_it_becomes_a_comment_of_the_same_id_that_counts_as_one()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var answer = Scheduled(story);

        story.Do(story.Agent, (ticket, agent) => Send(ticket, answer, agent, isDue: true));

        story.Last.ShouldBe(new TicketEvent.Commented(answer.Id, answer.Body, Visibility.Public, FromStaff: true));
        (story.Ticket.Scheduled.Length, story.Ticket.PublicComments, story.Ticket.Due.ContainsKey(TicketScheduling.SendLook))
            .ShouldBe((0, 1, false));
    }

    [Fact]
    public void What_came_in_between_holds_it_back_and_its_author_is_told()
    {
        Holds(HeldBecause.CustomerWrote, story => story.Do(story.Requester, (ticket, who) => TicketStory.Comment(ticket, who)));
        Holds(HeldBecause.TicketClosed, story => story.Do(story.Manager, (ticket, who) => TicketClosing.Close(ticket, "Erledigt", who)));
        Holds(HeldBecause.TicketMerged, story => story.Do(
            story.Manager, (_, _) => new TicketEvent.Merged(Some.Ticket(), "TEST-000009", TicketStatus.InProgress)));
        Holds(HeldBecause.AuthorLeft, _ => { }, serves: false);

        static void Holds(HeldBecause why, Action<TicketStory> meanwhile, bool serves = true)
        {
            var story = TicketStory.In(TicketStatus.InProgress);
            var answer = Scheduled(story);
            meanwhile(story);
            var still = story.Ticket.Scheduled.Single();

            TicketScheduling.Hindrance(story.Ticket, still, serves).ShouldBe(why);
            if (serves)
                Send(story.Ticket, still, story.Agent, isDue: true).Refusal!.Code.ShouldBe("answer-held-back");
            var held = TicketScheduling.HoldBack(story.Ticket, new Dictionary<Guid, HeldBecause> { [answer.Id] = why }, answer.SendAt);
            held.Events.ShouldBe([new TicketEvent.ScheduleHeld(answer.Id, story.Agent.Account, why)]);
            var recorded = new Recorded<TicketEvent>(story.Ticket.Version + 1, answer.SendAt, null, held.Events[0]);
            var after = Ticket.Apply(story.Ticket, recorded);
            (after.Scheduled[0].Held, after.Due.ContainsKey(TicketScheduling.SendLook)).ShouldBe((why, false));
            var notice = TicketNotices.Of([recorded], after).ShouldHaveSingleItem();
            (notice.Kind, notice.To).ShouldBe((NotificationKind.AnswerHeldBack, new TicketAudience.Keepers(story.Agent.Account, null)));
        }
    }

    [Fact]
    public void Its_author_moves_it_and_so_has_seen_what_came_in_between()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var answer = Scheduled(story);
        story.Do(story.Requester, (ticket, who) => TicketStory.Comment(ticket, who));
        var to = story.Ticket.UpdatedAt + 5 * Hour;

        story.RefusalOf(story.Manager, (ticket, who) => TicketScheduling.Move(ticket, answer.Id, to, who, ticket.UpdatedAt))
            .ShouldBe("author-only");
        story.Do(story.Agent, (ticket, who) => TicketScheduling.Move(ticket, answer.Id, to, who, ticket.UpdatedAt));

        var moved = story.Ticket.Scheduled.Single();
        (moved.SendAt, moved.Held, TicketScheduling.Hindrance(story.Ticket, moved, serves: true)).ShouldBe((to, null, null));
        story.EventsOf(story.Agent, (ticket, who) => TicketScheduling.Move(ticket, answer.Id, to, who, ticket.UpdatedAt)).ShouldBeEmpty();
    }

    [Fact]
    public void Its_author_takes_it_back_and_a_colleague_stops_it()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var answer = Scheduled(story);

        story.RefusalOf(story.Requester, (ticket, who) => TicketScheduling.TakeBack(ticket, answer.Id, who)).ShouldBe("staff-only");
        story.Do(story.Manager, (ticket, who) => TicketScheduling.TakeBack(ticket, answer.Id, who));
        story.Ticket.Scheduled.Single().Held.ShouldBe(HeldBecause.Colleague);
        story.EventsOf(story.Manager, (ticket, who) => TicketScheduling.TakeBack(ticket, answer.Id, who)).ShouldBeEmpty();

        story.Do(story.Agent, (ticket, who) => TicketScheduling.TakeBack(ticket, answer.Id, who));
        story.Ticket.Scheduled.ShouldBeEmpty();
        story.RefusalOf(story.Agent, (ticket, who) => TicketScheduling.TakeBack(ticket, answer.Id, who)).ShouldBe("not-found");
    }

    [Fact]
    public void Its_author_sends_it_at_once_whatever_came_in_between()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var answer = Scheduled(story);
        story.Do(story.Requester, (ticket, who) => TicketStory.Comment(ticket, who));

        Send(story.Ticket, answer, story.Manager, isDue: false).Refusal!.Code.ShouldBe("author-only");
        story.Do(story.Agent, (ticket, who) => Send(ticket, answer, who, isDue: false));

        (story.Ticket.PublicComments, story.Ticket.Scheduled.Length).ShouldBe((2, 0));
    }

    [Fact]
    public void A_ticket_that_is_deleted_sends_nothing_and_says_so()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var answer = Scheduled(story);

        story.Do(story.Admin, TicketClosing.Delete);

        story.History[^2].Event.ShouldBe(new TicketEvent.ScheduleHeld(answer.Id, story.Agent.Account, HeldBecause.TicketDeleted));
        story.Ticket.Due.ContainsKey(TicketScheduling.SendLook).ShouldBeFalse();
        TicketScheduling.Due(story.Ticket, answer.SendAt).ShouldBeEmpty();
    }

    private static ScheduledAnswer Scheduled(TicketStory story, Duration? after = null)
    {
        var answer = Some.Comment() with { SendAt = story.Ticket.UpdatedAt + (after ?? Hour) };
        story.Do(story.Agent, (ticket, agent) => TicketScheduling.Schedule(ticket, answer, [], agent, ticket.UpdatedAt, null));
        return story.Ticket.Scheduled.Single(one => one.Id == answer.Id);
    }

    private static Decision<TicketEvent> Send(Ticket ticket, ScheduledAnswer answer, Member who, bool isDue) =>
        TicketScheduling.Send(ticket, answer.Id, isDue, [], who, CustomerReplies.Default, answer.SendAt, null);
}

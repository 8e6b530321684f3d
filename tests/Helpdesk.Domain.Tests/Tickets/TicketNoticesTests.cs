using Helpdesk.Domain.Notifications;

namespace Helpdesk.Domain.Tests.Tickets;

/// <summary>Nobody answers into the void, and nobody is told of what they did themselves.</summary>
public sealed class TicketNoticesTests
{
    [Fact]
    public void Each_act_is_told_once_to_those_whom_it_concerns()
    {
        var story = TicketStory.In(TicketStatus.InProgress);
        var keepers = new TicketAudience.Keepers(story.Agent.Account, null);
        var requester = new TicketAudience.Requester(story.Requester.Account);

        Told(story, story.Agent, Saying()).ShouldBe([(NotificationKind.TicketAnswered, requester)]);
        Told(story, story.Agent, Saying(Visibility.Internal)).ShouldBeEmpty();
        Told(story, story.Requester, Saying()).ShouldBe([(NotificationKind.CustomerCommented, keepers)]);
        Told(story, story.Agent, Changing(new() { Status = TicketStatus.Resolved, ResolutionText = "Neu gestartet" }))
            .ShouldBe([(NotificationKind.TicketResolved, requester)]);
        Told(story, story.Agent, (ticket, who) => TicketClosing.Close(ticket, null, who)).ShouldBeEmpty();
        Told(story, story.Requester, Saying()).ShouldBe([(NotificationKind.ReopenRequested, keepers)]);
        Told(story, story.Requester, Saying()).ShouldBe([(NotificationKind.CustomerCommented, keepers)]);
        Told(story, story.Agent, (ticket, who) => TicketClosing.DeclineReopen(ticket, Guid.CreateVersion7(), "Nein", who))
            .ShouldBe([(NotificationKind.ReopenAnswered, requester)]);
        Told(story, story.Requester, Saying()).ShouldBe([(NotificationKind.ReopenRequested, keepers)]);
        Told(story, story.Agent, (ticket, who) => TicketClosing.Reopen(ticket, Guid.CreateVersion7(), "Gut", who))
            .ShouldBe([(NotificationKind.ReopenAnswered, requester)]);
    }

    [Fact]
    public void An_assignee_is_told_unless_they_took_it_themselves()
    {
        var story = new TicketStory();

        Told(story, story.Agent, Changing(new() { Assignee = story.Agent.Account })).ShouldBeEmpty();
        Told(story, story.Agent, Changing(new() { Assignee = story.Manager.Account }))
            .ShouldBe([(NotificationKind.TicketAssigned, new TicketAudience.Keepers(story.Manager.Account, null))]);
        Told(story, story.Agent, Changing(new() { Assignee = (AccountId?)null })).ShouldBeEmpty();
    }

    [Fact]
    public void Without_an_assignee_the_team_is_told()
    {
        var story = new TicketStory().Change(new() { Team = "technik" });

        Told(story, story.Requester, Saying())
            .ShouldBe([(NotificationKind.CustomerCommented, new TicketAudience.Keepers(null, "technik"))]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_requester_of_a_ticket_that_goes_on_in_another_one_is_told(bool theirs)
    {
        var story = TicketStory.In(TicketStatus.Open);

        Told(story, story.Agent, (ticket, who) => TicketPairs.MergeInto(
                ticket, new(Some.Ticket(), "TEST-000777", theirs ? ticket.Requester : Some.Account()), who))
            .ShouldBe([(NotificationKind.TicketMerged, new TicketAudience.Requester(story.Requester.Account))]);
    }

    [Fact]
    public void Every_kind_says_to_whom_it_can_come_and_customers_get_only_what_concerns_their_own_tickets()
    {
        var tenant = Some.Tenant();

        Enum.GetValues<Role>().SelectMany(NotificationRules.KindsFor).Distinct().Order().ShouldBe(Enum.GetValues<NotificationKind>());
        NotificationRules.ShownTo(new Member(tenant, Some.Account(), Role.Customer)).ShouldBe(
            [
                NotificationKind.TicketAnswered, NotificationKind.TicketResolved, NotificationKind.ReopenAnswered,
                NotificationKind.TicketMerged,
            ]);
        foreach (var kind in Enum.GetValues<NotificationKind>())
            NotificationRules.MayBeMuted(kind).ShouldBeOneOf(true, false);
    }

    private static List<(NotificationKind, TicketAudience)> Told(
        TicketStory story, Member who, Func<Ticket, Member, Decision<TicketEvent>> act)
    {
        var before = story.History.Count;
        story.Do(who, act);
        return [.. TicketNotices.Of([.. story.History.Skip(before)], story.Ticket).Select(notice => (notice.Kind, notice.To))];
    }

    private static Func<Ticket, Member, Decision<TicketEvent>> Changing(ChangeTicket change) =>
        (ticket, who) => TicketChanges.Change(ticket, change, who);

    private static Func<Ticket, Member, Decision<TicketEvent>> Saying(Visibility visibility = Visibility.Public) =>
        (ticket, who) => TicketStory.Comment(ticket, who, Some.Comment(visibility));
}

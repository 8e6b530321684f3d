using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketChangesTests
{
    [Fact]
    public void One_request_can_take_a_ticket_and_start_work()
    {
        var story = new TicketStory();

        story.Change(new() { Status = TicketStatus.InProgress, Assignee = story.Agent.Account, Priority = Priority.High });

        story.History.Skip(1).Select(recorded => recorded.Event).ShouldBe(
        [
            new TicketEvent.PriorityChanged(Priority.Medium, Priority.High),
            new TicketEvent.Assigned(null, story.Agent.Account),
            new TicketEvent.StatusChanged(TicketStatus.Open, TicketStatus.InProgress),
        ]);
    }

    [Fact]
    public void Sending_back_what_was_read_changes_nothing()
    {
        var story = TicketStory.In(TicketStatus.Resolved).Change(new() { Category = "it", Queue = "cms", Team = "technik" });
        var ticket = story.Ticket;

        story.EventsOf(story.Agent, Changing(AsRead(ticket) with { Queue = ticket.Queue, Team = ticket.Team })).ShouldBeEmpty();
        story.EventsOf(story.Requester, Changing(AsRead(ticket))).ShouldBeEmpty();
    }

    public static TheoryData<TicketStatus> Statuses() => [.. Enum.GetValues<TicketStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Sending_back_what_was_read_is_refused_in_no_status_and_neither_of_a_merged_ticket(TicketStatus status)
    {
        var story = TicketStory.In(status);
        Unchanged(story);

        if (status == TicketStatus.Closed)
            return;
        story.Do(story.Agent, (ticket, agent) => TicketPairs.MergeInto(ticket, new(Some.Ticket(), "TEST-000002", Some.Account()), agent));
        Unchanged(story);
        story.RefusalOf(story.Agent, Changing(new() { Subject = "Anders" })).ShouldBe("ticket-merged");

        static void Unchanged(TicketStory story)
        {
            var ticket = story.Ticket;
            story.EventsOf(story.Agent, Changing(AsRead(ticket) with { Queue = ticket.Queue, Team = ticket.Team })).ShouldBeEmpty();
            story.EventsOf(story.Requester, Changing(AsRead(ticket))).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_member_of_a_closed_ticket_that_is_sent_back_alone_changes_nothing_and_closing_it_again_is_told()
    {
        var story = TicketStory.In(TicketStatus.Closed);

        story.EventsOf(story.Agent, Changing(new() { Subject = story.Ticket.Subject })).ShouldBeEmpty();
        story.RefusalOf(story.Agent, Changing(new() { Status = TicketStatus.Closed })).ShouldBe("ticket-already-closed");
        story.RefusalOf(story.Agent, Changing(new() { Subject = "Anders" })).ShouldBe("ticket-closed");
        story.RefusalOf(story.Agent, Changing(AsRead(story.Ticket) with { Description = "Anders" })).ShouldBe("ticket-already-closed");
    }

    [Fact]
    public void A_customer_learns_nothing_of_queue_and_team_by_guessing()
    {
        var story = new TicketStory().Change(new() { Queue = "cms", Team = "technik" });

        foreach (var guess in (ChangeTicket[])[new()
            { Queue = "cms" }, new() { Queue = "falsch" }, new() { Team = "technik" }, new() { Team = (string?)null }])
            TicketChanges.Change(story.Ticket, guess, story.Requester).Refusal.ShouldBe(AccessErrors.StaffOnly);
    }

    [Fact]
    public void Work_that_loses_its_assignee_goes_back_to_open()
    {
        var story = TicketStory.In(TicketStatus.InProgress).Change(new() { Assignee = (AccountId?)null });

        story.Ticket.Status.ShouldBe(TicketStatus.Open);
    }

    [Fact]
    public void Work_cannot_go_on_with_nobody_doing_it()
    {
        var story = TicketStory.In(TicketStatus.InProgress);

        story.RefusalOf(story.Agent, Changing(new() { Assignee = (AccountId?)null, Status = TicketStatus.InProgress })).ShouldBe(
            "assignee-required");
    }

    [Fact]
    public void The_text_of_a_resolution_can_be_put_right_until_the_ticket_is_closed()
    {
        var story = TicketStory.In(TicketStatus.Resolved).Change(new() { ResolutionText = "Kabel getauscht" });

        story.Last.ShouldBe(new TicketEvent.ResolutionChanged("Kabel getauscht"));
        story.Ticket.ResolutionText.ShouldBe("Kabel getauscht");
        Fault(story, new() { ResolutionText = (string?)null }).ShouldBe(("/resolution_text", "required"));
        Fault(TicketStory.In(TicketStatus.InProgress), new() { ResolutionText = "Zu früh" }).ShouldBe(
            ("/resolution_text", "without-status"));
        Fault(story, new() { Status = TicketStatus.Open, ResolutionText = "Zu spät" }).ShouldBe(("/resolution_text", "without-status"));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var story = new TicketStory();
        var change = new ChangeTicket { Subject = "a\nb", Description = " ", Category = "", Queue = new string('q', 101), Team = "\u0007" };

        var refusal = TicketChanges.Change(story.Ticket, change, story.Agent).Refusal.ShouldNotBeNull();

        refusal.Fields.Select(fault => (fault.Pointer, fault.Code)).ShouldBe(
            [("/subject", "control-character"), ("/description", "required"), ("/category", "bad-key"), ("/queue", "bad-key"),
                ("/team", "bad-key")]);
    }

    [Fact]
    public void Opening_for_somebody_else_and_naming_an_assignee_is_staffs()
    {
        var (customer, agent) = (Some.Member(Role.Customer), Some.Member(Role.Agent));

        TicketOpening.Open(Some.Opening() with { Requester = Some.Account() }, Some.TicketNumber(), customer).Refusal.ShouldBe(
            AccessErrors.StaffOnly);
        TicketOpening.Open(Some.Opening() with { Assignee = customer.Account }, Some.TicketNumber(), customer).Refusal.ShouldBe(
            AccessErrors.StaffOnly);
        TicketOpening.Open(Some.Opening() with { Queue = "cms" }, Some.TicketNumber(), customer).Refusal.ShouldBe(AccessErrors.StaffOnly);
        TicketOpening.Open(Some.Opening() with { Requester = customer.Account }, Some.TicketNumber(), customer).Events
            .ShouldHaveSingleItem();
        TicketOpening.Open(Some.Opening() with { Requester = customer.Account, Assignee = agent.Account }, Some.TicketNumber(),
            agent).Events.Select(what => what.GetType())
            .ShouldBe([typeof(TicketEvent.Opened), typeof(TicketEvent.Assigned)]);
    }

    private static ChangeTicket AsRead(Ticket ticket) => new()
    {
        Subject = ticket.Subject,
        Description = ticket.Description,
        Priority = ticket.Priority,
        Category = ticket.Category,
        Assignee = ticket.Assignee,
        Status = ticket.Status,
        ResolutionText = ticket.ResolutionText,
    };

    private static (string, string) Fault(TicketStory story, ChangeTicket change)
    {
        var fault = TicketChanges.Change(story.Ticket, change, story.Agent).Refusal.ShouldNotBeNull().Fields.Single();
        return (fault.Pointer, fault.Code);
    }

    private static Func<Ticket, Member, Feed.Decision<TicketEvent>> Changing(ChangeTicket change) =>
        (ticket, who) => TicketChanges.Change(ticket, change, who);
}

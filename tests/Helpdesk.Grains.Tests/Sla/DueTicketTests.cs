using System.Text.Json;

namespace Helpdesk.Grains.Tests.Sla;

/// <summary>
/// From the promise to what follows when it is missed, on the real engine and the real database. The policy is the one every tenant
/// starts with.
/// </summary>
public sealed class DueTicketTests(PostgresFixture database) : InAnSlaTown(database)
{
    [Theory]
    [InlineData(Priority.Urgent, 4)]
    [InlineData(Priority.High, 24)]
    [InlineData(Priority.Medium, 72)]
    [InlineData(Priority.Low, 168)]
    public async Task Opening_writes_when_it_is_due_and_when_to_look_again(Priority priority, int hours)
    {
        var ticket = await town.Open(priority);

        ticket.DueAt().ShouldBe(town.Now.AddHours(hours));
        (await town.Row(ticket.Id)).ShouldBe((town.Now.AddHours(hours), "on_track"));
        (await town.Due(ticket.Id)).ShouldBe([(TicketPlanning.SlaLook, town.Now.AddHours(hours * 0.8))]);
    }

    [Fact]
    public async Task A_sweep_is_never_early_and_fires_a_warning_and_a_breach_once_each_with_their_true_times()
    {
        var ticket = await town.Open(Priority.Urgent);
        var (warning, due) = (town.Now.AddHours(3.2), town.Now.AddHours(4));

        await town.SweepAt(warning.AddMicroseconds(-1));
        (await town.Fired(ticket.Id)).ShouldBeEmpty();

        await town.SweepAt(warning);
        (await town.Fired(ticket.Id)).Select(Shown).ShouldBe([("warning", warning)]);
        (await town.Row(ticket.Id)).ShouldBe((due, "warned"));

        await town.SweepAt(due.AddSeconds(42));
        await town.Sweep();

        (await town.Fired(ticket.Id)).Select(Shown).ShouldBe([("warning", warning), (null, due), ("due", due)]);
        (await town.Row(ticket.Id)).ShouldBe((due, "breached"));
        (await town.Due(ticket.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_at_the_very_moment_of_the_breach_is_no_warning_after_it()
    {
        var ticket = await town.Open(Priority.Urgent);

        await town.SweepAt(town.Now.AddHours(3.2));
        await town.SweepAt(ticket.DueAt()!.Value);

        var reached = (await town.People.History(ticket.Id)).Select(recorded => recorded.Event).OfType<TicketEvent.SlaMomentReached>();
        reached.Select(what => (what.Moment.Step, what.Missed)).ShouldBe([("warning", false), (null, false), ("due", true)]);
        (await town.Owed(ticket.Id)).Select(owed => owed.Missed).ShouldBe([false, true]);
    }

    [Fact]
    public async Task Who_is_told_is_owed_in_the_history()
    {
        var ticket = await town.Open(Priority.Urgent);
        await town.Change(ticket.Id, new() { Assignee = town.People.Agent.Account });

        await town.SweepAt(ticket.DueAt()!.Value);

        (await town.Owed(ticket.Id)).Select(owed => owed.To).ShouldBe(
            [new SlaRecipient.Account(new(town.People.Agent.Account!.Value.Value)), new SlaRecipient.Managers()]);
    }

    [Fact]
    public async Task Two_sweepers_at_once_and_a_repeated_look_owe_nothing_twice()
    {
        var tickets = new List<TicketView>();
        for (var i = 0; i < 20; i++)
            tickets.Add(await town.Open(Priority.Urgent));
        await using var other = await town.AnotherSilo();
        town.Time.MoveTo(tickets[^1].DueAt()!.Value);

        await Task.WhenAll(town.Sweep(), town.Sweep(other));
        foreach (var ticket in tickets)
        {
            // Both engines look once more: one remembers the ticket, the other one reads it.
            await town.People.Ticket(ticket.Id).Look(TicketPlanning.SlaLook, default);
            await town.People.At(other).Ticket(ticket.Id).Look(TicketPlanning.SlaLook, default);
        }

        foreach (var ticket in tickets)
            (await town.Fired(ticket.Id)).Select(moment => moment.Step).ShouldBe(["warning", null, "due"], ticket.Ticket.Number);
    }

    [Fact]
    public async Task Two_looks_at_the_same_instant_record_it_once()
    {
        var ticket = await town.Open(Priority.Urgent);
        await using var other = await town.AnotherSilo();
        await town.People.At(other).Read(ticket.Id);
        town.Time.MoveTo(ticket.DueAt()!.Value);

        await Task.WhenAll(
            town.People.Ticket(ticket.Id).Look(TicketPlanning.SlaLook, default),
            town.People.At(other).Ticket(ticket.Id).Look(TicketPlanning.SlaLook, default));

        (await town.Fired(ticket.Id)).Select(moment => moment.Step).ShouldBe(["warning", null, "due"]);
    }

    [Fact]
    public async Task Down_for_three_hours_all_five_hundred_fire_once_with_their_true_times()
    {
        var opened = new List<TicketView>();
        for (var i = 0; i < 500; i++)
        {
            opened.Add(await town.Open(Priority.Urgent));
            town.Time.Advance(TimeSpan.FromSeconds(21));
        }

        await town.SweepAt(opened[^1].DueAt()!.Value);

        foreach (var ticket in opened)
            (await town.Fired(ticket.Id)).Where(moment => moment.IsBreach).Select(moment => SlaTown.Of(moment.At)).ShouldBe(
                [ticket.DueAt()!.Value], ticket.Ticket.Number);
        (await town.Due(opened[0].Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_whose_answer_was_lost_fires_once()
    {
        var ticket = await town.Open(Priority.Urgent);
        town.Time.MoveTo(ticket.DueAt()!.Value);
        var lost = 0;
        town.Silo.Store.After = _ => Interlocked.Increment(ref lost) == 1 ? throw FaultyTicketStore.Fault() : Task.CompletedTask;

        await town.Sweep();
        town.Silo.Store.Mend();
        await town.Sweep();

        (await town.Fired(ticket.Id)).Select(moment => moment.Step).ShouldBe(["warning", null, "due"]);
        lost.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_look_that_could_not_be_recorded_is_made_again_when_its_lease_has_run_out()
    {
        var ticket = await town.Open(Priority.Urgent);
        town.Time.MoveTo(ticket.DueAt()!.Value);
        town.Silo.Store.BeforeAppend = () => throw FaultyTicketStore.Fault();
        await town.Sweep();
        (await town.Fired(ticket.Id)).ShouldBeEmpty();

        town.Silo.Store.Mend();
        await town.SweepAt(ticket.DueAt()!.Value.AddSeconds(31));

        (await town.Fired(ticket.Id)).Where(moment => moment.IsBreach).Select(moment => SlaTown.Of(moment.At)).ShouldBe(
            [ticket.DueAt()!.Value]);
    }

    [Fact]
    public async Task A_sweeper_that_remembers_an_older_ticket_asks_the_record_before_it_finds_nothing_due()
    {
        var ticket = await town.Open(Priority.Low);
        await using var other = await town.AnotherSilo();
        var raised = Town.Accepted(await town.People.At(other).Ticket(ticket.Id).Change(
            town.People.Agent, Town.NoKey(), Raising(Priority.Urgent), null, default)).View;

        await town.SweepAt(raised.DueAt()!.Value);

        raised.DueAt().ShouldBe(ticket.Ticket.CreatedAt.ToDateTimeOffset().AddHours(4));
        (await town.Fired(ticket.Id)).Select(moment => moment.Step).ShouldBe(["warning", null, "due"]);
    }

    [Fact]
    public async Task Another_priority_keeps_the_time_that_has_passed()
    {
        var ticket = await town.Open(Priority.Medium);
        town.Time.Advance(TimeSpan.FromHours(3));

        var raised = await town.Change(ticket.Id, Raising(Priority.Urgent));

        raised.DueAt().ShouldBe(ticket.Ticket.CreatedAt.ToDateTimeOffset().AddHours(4));
        (await town.Row(ticket.Id)).DueAt.ShouldBe(ticket.Ticket.CreatedAt.ToDateTimeOffset().AddHours(4));
    }

    [Fact]
    public async Task Waiting_on_the_customer_stops_the_clock_and_the_answer_starts_it_again()
    {
        var ticket = await town.Open(Priority.Urgent);
        await town.Change(ticket.Id, new ChangeTicket { Assignee = town.People.Agent.Account, Status = TicketStatus.InProgress });
        town.Time.Advance(TimeSpan.FromHours(1));
        await town.Change(ticket.Id, Moving(TicketStatus.WaitingOnCustomer));

        (await town.Row(ticket.Id)).ShouldBe((null, "paused"));
        (await town.Due(ticket.Id)).ShouldBeEmpty();
        await town.SweepAt(town.Now.AddDays(2));
        (await town.Fired(ticket.Id)).ShouldBeEmpty();

        Town.Accepted(await town.People.Ticket(ticket.Id).Comment(
            town.People.Customer, Town.NoKey(), new(Guid.CreateVersion7(), "Hier ist die Nummer.", Visibility.Public), default));

        (await town.Row(ticket.Id)).ShouldBe((town.Now.AddHours(3), "on_track"));
        (await town.Due(ticket.Id)).ShouldBe([(TicketPlanning.SlaLook, town.Now.AddHours(2.2))]);
    }

    [Fact]
    public async Task A_ticket_that_is_solved_in_time_owes_nothing_any_more()
    {
        var ticket = await town.Open(Priority.Urgent);
        town.Time.Advance(TimeSpan.FromHours(1));
        Town.Accepted(await town.People.Ticket(ticket.Id).Close(town.People.Agent, Town.NoKey(), "Kabel getauscht", null, default));

        await town.SweepAt(town.Now.AddDays(30));

        (await town.Row(ticket.Id)).ShouldBe((null, "met"));
        (await town.Due(ticket.Id)).ShouldBeEmpty();
        (await town.Fired(ticket.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_resolved_ticket_closes_by_itself_after_fourteen_days_and_not_before()
    {
        var ticket = await town.Open(Priority.Low);
        await town.Change(ticket.Id, new ChangeTicket { Assignee = town.People.Agent.Account, Status = TicketStatus.InProgress });
        await town.Change(ticket.Id, new ChangeTicket { Status = TicketStatus.Resolved, ResolutionText = "Kabel getauscht" });
        var closes = town.Now.AddDays(14);
        (await town.Due(ticket.Id)).ShouldBe([(TicketPlanning.AutoCloseLook, closes)]);

        await town.SweepAt(closes.AddMicroseconds(-1));
        (await town.People.Read(ticket.Id)).Ticket.Status.ShouldBe(TicketStatus.Resolved);

        await town.SweepAt(closes);
        await town.Sweep();

        (await town.People.Read(ticket.Id)).Ticket.Status.ShouldBe(TicketStatus.Closed);
        (await town.People.History(ticket.Id)).Count(recorded => recorded.Event is TicketEvent.Closed).ShouldBe(1);
        (await town.Due(ticket.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Folding_the_events_again_gives_the_ticket_on_record_with_its_clocks_and_its_plan()
    {
        var ticket = await town.Open(Priority.Urgent);
        await town.Change(ticket.Id, new ChangeTicket { Assignee = town.People.Agent.Account, Status = TicketStatus.InProgress });
        town.Time.Advance(TimeSpan.FromHours(1));
        await town.Change(ticket.Id, Moving(TicketStatus.WaitingOnCustomer));
        town.Time.Advance(TimeSpan.FromHours(5));
        await town.Change(ticket.Id, Moving(TicketStatus.InProgress));
        await town.SweepAt(town.Now.AddHours(3));
        await town.Change(ticket.Id, Raising(Priority.Low));

        var (stored, folded) = (await town.Stored(ticket.Id), await town.Refolded(ticket.Id));

        folded.Plan.ShouldBe(stored.Plan);
        JsonSerializer.Serialize(folded.Clock, RecordJson.Options).ShouldBe(JsonSerializer.Serialize(stored.Clock, RecordJson.Options));
        folded.Due.ShouldBe(stored.Due);
        (await town.Row(ticket.Id)).DueAt.ShouldBe(stored.Plan.DueAt?.ToDateTimeOffset());
    }

    private static ChangeTicket Raising(Priority priority) =>
        new() { Priority = priority };

    private static ChangeTicket Moving(TicketStatus status) =>
        new() { Status = status };

    private static (string? Step, DateTimeOffset At) Shown(SlaMoment moment) => (moment.Step, SlaTown.Of(moment.At));
}

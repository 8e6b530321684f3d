namespace Helpdesk.Grains.Tests.Tickets;

/// <summary>From the event that somebody serves no longer to the tickets that they had: each once, none left behind.</summary>
public sealed class LeaverConsumerTests(PostgresFixture database) : InATown(database)
{
    private Caller leaving = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        leaving = town.Is(Role.Agent);
    }

    [Fact]
    public async Task Every_open_ticket_goes_back_to_the_queue_and_says_why()
    {
        var tickets = await Tickets(3);
        var other = await Ticket(town.Agent);

        await Leaves(new MembershipEvent.Suspended(Left));

        foreach (var ticket in tickets)
        {
            (await town.Read(new(ticket.Value))).Ticket.Assignee.ShouldBeNull();
            (await town.History(new(ticket.Value)))[^1].Event.ShouldBe(new TicketEvent.Assigned(Left, null, AssignmentReason.Left));
        }

        (await town.Read(new(other.Value))).Ticket.Assignee.ShouldBe(town.Agent.Account);
    }

    [Fact]
    public async Task Whoever_was_named_takes_over_and_whoever_is_gone_as_well_does_not()
    {
        var ticket = await Ticket(leaving);
        await Leaves(new MembershipEvent.Ended(Left, Role.Agent, new(new(town.Agent.Account!.Value.Value), "technik")));
        (await town.Read(new(ticket.Value))).ShouldSatisfyAllConditions(
            view => view.Ticket.Assignee.ShouldBe(town.Agent.Account), view => view.Ticket.Team.ShouldBe("technik"));

        var (second, gone) = (town.Is(Role.Agent), town.Is(Role.Agent, isActive: false));
        var another = await Ticket(second);
        leaving = second;
        await Leaves(new MembershipEvent.Suspended(Left, new(new(gone.Account!.Value.Value), null)));
        (await town.Read(new(another.Value))).Ticket.Assignee.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_event_again_changes_nothing_and_after_a_crash_in_the_middle_the_rest_follows()
    {
        var tickets = await Tickets(4);
        var appends = 0;
        silo.Store.BeforeAppend = () => ++appends > 2 ? throw FaultyTicketStore.Fault() : Task.CompletedTask;

        await Should.ThrowAsync<TimeoutException>(() => Leaves(new MembershipEvent.Suspended(Left)));
        var left = 0;
        foreach (var ticket in tickets)
            left += (await town.Read(new(ticket.Value))).Ticket.Assignee is null ? 0 : 1;
        left.ShouldBe(2);

        silo.Store.Mend();
        await Handle();
        await Handle();

        foreach (var ticket in tickets)
            (await town.History(new(ticket.Value)))
                .Count(recorded => recorded.Event is TicketEvent.Assigned { Because: AssignmentReason.Left }).ShouldBe(1);
    }

    [Fact]
    public async Task Who_came_back_before_it_was_done_keeps_what_they_have()
    {
        var ticket = await Ticket(leaving);
        happened = Event(new MembershipEvent.Suspended(Left));

        await Handle();

        (await town.Read(new(ticket.Value))).Ticket.Assignee.ShouldBe(leaving.Account);
    }

    [Fact]
    public async Task An_agent_who_becomes_a_manager_keeps_everything_and_one_who_becomes_a_customer_nothing()
    {
        var ticket = await Ticket(leaving);
        town.Change(leaving, Role.Manager, isActive: true);
        happened = Event(new MembershipEvent.RoleChanged(Left, Role.Agent, Role.Manager));
        await Handle();
        (await town.Read(new(ticket.Value))).Ticket.Assignee.ShouldBe(leaving.Account);

        town.Change(leaving, Role.Customer, isActive: true);
        happened = Event(new MembershipEvent.RoleChanged(Left, Role.Manager, Role.Customer));
        await Handle();
        (await town.Read(new(ticket.Value))).Ticket.Assignee.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_but_the_platform_hands_tickets_over()
    {
        var ticket = await Ticket(leaving);

        (await town.Ticket(new(ticket.Value)).HandOver(town.Admin, Town.NoKey(), leaving.Account!.Value, null, null, default)).Refusal?.Code
            .ShouldBe("staff-only");
    }

    private FeedEvent happened = null!;
    private int version;

    private AccountId Left => new(leaving.Account!.Value.Value);

    private async Task Leaves(MembershipEvent what)
    {
        town.Change(leaving, Role.Agent, isActive: false);
        happened = Event(what);
        await Handle();
    }

    private Task Handle() => silo.HandingOver.Handle(happened, default);

    private FeedEvent Event(MembershipEvent what) => new()
    {
        Place = new(1, 1),
        Tenant = town.Tenant,
        Stream = Left.Value,
        Version = ++version,
        At = Some.Moment(),
        Actor = null,
        Origin = null,
        Kind = EventKind.Of(MembershipEvent.Subject, what.GetType()),
        Data = System.Text.Json.JsonSerializer.Serialize(what, what.GetType(), Domain.Feed.RecordJson.Options),
    };

    private async Task<List<TicketId>> Tickets(int count)
    {
        var tickets = new List<TicketId>();
        for (var i = 0; i < count; i++)
            tickets.Add(await Ticket(leaving));
        return tickets;
    }

    private async Task<TicketId> Ticket(Caller assignee) => Town.Accepted(
        await town.Intake.Open(
            town.Agent, Town.NoKey(), new(Guid.CreateVersion7()), Town.Opening(assignee.Account, town.Customer.Account), default)).View.Id;
}

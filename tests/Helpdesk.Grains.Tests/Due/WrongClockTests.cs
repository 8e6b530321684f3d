using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Due;
using Helpdesk.Grains.Tests.Sla;

namespace Helpdesk.Grains.Tests.Due;

/// <summary>A sweeper on a machine whose clock is not the database's.</summary>
public sealed class WrongClockTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData(20)]
    [InlineData(-20)]
    public async Task Some_seconds_off_it_fires_what_is_due_by_the_database_and_nothing_else(int seconds)
    {
        await using var silo = await OnMachine(TimeSpan.FromSeconds(seconds));
        var (overdue, fresh) = (await OpenedDaysAgo(), await OpenedNow(silo));

        await Sweep(silo);

        (await Breaches(overdue)).ShouldBe(1);
        (await Breaches(fresh)).ShouldBe(0);
    }

    [Theory]
    [InlineData(40 * 24 * 60)]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task Minutes_off_it_fires_nothing_and_nothing_is_lost(int minutes)
    {
        await using var silo = await OnMachine(TimeSpan.FromMinutes(minutes));
        var (overdue, fresh) = (await OpenedDaysAgo(), await OpenedNow(silo));

        await Sweep(silo);

        (await Breaches(overdue)).ShouldBe(0);
        (await Breaches(fresh)).ShouldBe(0);
        await using var right = await OnMachine(TimeSpan.Zero);
        await Sweep(right);
        (await Breaches(overdue)).ShouldBe(1);
    }

    [Fact]
    public async Task A_ticket_is_opened_at_the_databases_time_whatever_the_machines()
    {
        await using var silo = await OnMachine(TimeSpan.FromDays(40));
        var before = await DatabaseNow();

        var ticket = await OpenedNow(silo);

        var opened = (await postgres.Port<ITicketStore>().Load(ticket.Town.Tenant, ticket.Id.Value, default))!.CreatedAt;
        opened.ToDateTimeOffset().ShouldBeInRange(before.AddSeconds(-1), await DatabaseNow() + TimeSpan.FromSeconds(1));
    }

    private readonly FakeMembers members = new();

    private async Task<TicketSilo> OnMachine(TimeSpan ahead) =>
        await TicketSilo.Start(postgres, members, await new MachineTime(ahead).Compared(postgres));

    /// <summary>By a silo at that time: urgent, so that it has been overdue for days.</summary>
    private async Task<(Town Town, TicketId Id)> OpenedDaysAgo()
    {
        var time = new StandingTime();
        time.MoveTo(await DatabaseNow() - TimeSpan.FromDays(10));
        await using var then = await TicketSilo.Start(postgres, members, time);
        return await OpenedNow(then);
    }

    private async Task<(Town Town, TicketId Id)> OpenedNow(TicketSilo silo)
    {
        var town = await Town.Found(postgres, members, silo);
        var opening = Town.Opening() with { Priority = Priority.Urgent };
        var opened = Town.Accepted(await town.Intake.Open(town.Customer, Town.NoKey(), new(Guid.CreateVersion7()), opening, default));
        return (town, opened.View.Id);
    }

    private static async Task Sweep(TicketSilo silo)
    {
        for (var shard = 0; shard < DueShards.Count; shard++)
            await silo.Grains.GetGrain<ISweeperGrain>(shard).Sweep(default);
    }

    private static async Task<int> Breaches((Town Town, TicketId Id) ticket) =>
        (await ticket.Town.History(ticket.Id)).Count(recorded => recorded.Event is TicketEvent.SlaMomentReached { Moment.IsBreach: true });

    private async Task<DateTimeOffset> DatabaseNow()
    {
        return (DateTime)(await postgres.Ask("select clock_timestamp()"))!;
    }
}

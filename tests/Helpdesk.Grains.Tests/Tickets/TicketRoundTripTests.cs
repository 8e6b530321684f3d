using System.Diagnostics;
using Npgsql;

namespace Helpdesk.Grains.Tests.Tickets;

/// <summary>How often the database is asked: counted on the line, by the driver's own traces.</summary>
public sealed class TicketRoundTripTests(PostgresFixture database) : InATown(database)
{
    [Fact]
    public async Task Opening_costs_one_and_a_block_of_numbers_now_and_then()
    {
        await town.Open();
        var counts = new List<int>();
        for (var i = 0; i < 100; i++)
            counts.Add(await Count(() => town.Open()));

        counts.Count(count => count == 1).ShouldBeGreaterThan(95);
        counts.ShouldAllBe(count => count <= 2);
    }

    [Fact]
    public async Task The_first_look_at_a_ticket_that_was_just_opened_costs_one()
    {
        var id = (await town.Open()).Id;

        (await Count(() => town.Ticket(id).Read(town.Customer, 50, default))).ShouldBe(1);
        (await Count(() => town.Ticket(id).Read(town.Customer, 50, default))).ShouldBe(0);
    }

    [Fact]
    public async Task A_command_on_a_ticket_in_memory_costs_one_with_and_without_a_key()
    {
        var id = (await town.Open()).Id;
        await town.Read(id);

        // Whether the first answer is mailed, and counts only then, is asked of whoever gets it.
        (await Count(() =>
            town.Ticket(id).Comment(town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), "null", Visibility.Public), default))).ShouldBe(2);
        (await Count(() =>
            town.Ticket(id).Comment(town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), "eins", Visibility.Public), default))).ShouldBe(1);
        (await Count(() => town.Ticket(id).Comment(town.Agent, Town.Key(), new(Guid.CreateVersion7(), "zwei", Visibility.Public), default)))
            .ShouldBe(1);
        (await Count(() => town.Ticket(id).Close(town.Agent, Town.NoKey(), "Kabel getauscht", null, default))).ShouldBe(1);
        (await Count(() => town.Ticket(id).Close(town.Agent, Town.NoKey(), "Kabel getauscht", null, default))).ShouldBe(0);
    }

    [Fact]
    public async Task Reading_a_ticket_that_was_written_here_costs_nothing()
    {
        var id = (await town.Open()).Id;
        Town.Accepted(
            await town.Ticket(id).Comment(town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), "eins", Visibility.Public), default));

        (await Count(() => town.Ticket(id).Read(town.Customer, 50, default))).ShouldBe(0);
        (await Count(() => town.Ticket(id).Comments(town.Agent, null, 1, default))).ShouldBe(0);
    }

    [Fact]
    public async Task Reading_a_cold_ticket_costs_one_and_then_nothing()
    {
        var id = (await town.Open()).Id;
        Town.Accepted(
            await town.Ticket(id).Comment(town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), "eins", Visibility.Public), default));
        await using var other = await TicketSilo.Start(postgres, members);
        var elsewhere = town.At(other);

        (await Count(() => elsewhere.Ticket(id).Read(town.Customer, 50, default))).ShouldBe(1);
        (await Count(() => elsewhere.Ticket(id).Read(town.Agent, 50, default))).ShouldBe(0);
    }

    [Fact]
    public async Task A_long_conversation_costs_one_a_page()
    {
        var id = (await town.Open()).Id;
        for (var i = 0; i < TicketCommentsKept + 1; i++)
            Town.Accepted(
                await town.Ticket(id).Comment(town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), "…", Visibility.Public), default));

        (await Count(() => town.Ticket(id).Read(town.Customer, 50, default))).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_costs_one()
    {
        await town.Open();
        var list = postgres.Port<ITicketList>();

        (await Count(() => list.Find(new() { Tenants = [town.Tenant], Limit = 50 }, default))).ShouldBe(1);
        (await Count(() => list.Find(new() { Tenants = [town.Tenant, Some.Tenant()], Limit = 50 }, default))).ShouldBe(1);
    }

    private const int TicketCommentsKept = 50;

    private async Task<int> Count(Func<Task> act)
    {
        var (count, database) = (0, new NpgsqlConnectionStringBuilder(postgres.Connections.Application).Database);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other tests of this process have databases of their own.
                if (activity.TagObjects.Any(tag => tag.Key.StartsWith("db.", StringComparison.Ordinal) && database!.Equals(tag.Value)))
                    Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await act();
        return count;
    }
}

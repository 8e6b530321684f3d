using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Due;

namespace Helpdesk.Grains.Tests.Sla;

/// <summary>A municipality, the hour, and the sweepers: what is promised to its tickets, and what becomes of it.</summary>
internal sealed class SlaTown : IAsyncDisposable
{
    private readonly PostgresFixture postgres;
    private readonly FakeMembers members;

    private SlaTown(PostgresFixture postgres, FakeMembers members, StandingTime time, TicketSilo silo, Town people) =>
        (this.postgres, this.members, Time, Silo, People) = (postgres, members, time, silo, people);

    public StandingTime Time { get; }

    public TicketSilo Silo { get; }

    public Town People { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public static async Task<SlaTown> Found(PostgresFixture postgres)
    {
        var (members, time) = (new FakeMembers(), new StandingTime());
        var silo = await TicketSilo.Start(postgres, members, time);
        return new(postgres, members, time, silo, await Town.Found(postgres, members, silo));
    }

    /// <summary>Another engine at the same hour: it does not learn what the first one remembers.</summary>
    /// <param name="at">What its clock says; <c>null</c>: what everybody's does.</param>
    public Task<TicketSilo> AnotherSilo(DateTimeOffset? at = null)
    {
        var other = new StandingTime();
        other.MoveTo(at ?? Now);
        return TicketSilo.Start(postgres, members, at is null ? Time : other);
    }

    /// <summary>Opened by a customer, shown as staff see it.</summary>
    public async Task<TicketView> Open(Priority priority, string? category = null)
    {
        var opening = Town.Opening() with { Priority = priority, Category = category };
        var opened = Town.Accepted(await People.Intake.Open(People.Customer, Town.NoKey(), new(Guid.CreateVersion7()), opening, default));
        return await People.Read(opened.View.Id);
    }

    public async Task<TicketView> Change(TicketId ticket, ChangeTicket change) =>
        Town.Accepted(await People.Ticket(ticket).Change(People.Agent, Town.NoKey(), change, null, default)).View;

    /// <summary>Every shard looks once, until nothing more is due.</summary>
    public async Task Sweep(TicketSilo? by = null)
    {
        for (var shard = 0; shard < DueShards.Count; shard++)
            await (by ?? Silo).Grains.GetGrain<ISweeperGrain>(shard).Sweep(default);
    }

    public async Task SweepAt(DateTimeOffset moment)
    {
        Time.MoveTo(moment);
        await Sweep();
    }

    /// <summary>What the sweepers did to a ticket, oldest first.</summary>
    public async Task<IReadOnlyList<SlaMoment>> Fired(TicketId ticket) =>
        [.. (await People.History(ticket)).Select(recorded => recorded.Event).OfType<TicketEvent.SlaMomentReached>().Select(
            reached => reached.Moment)];

    public async Task<IReadOnlyList<TicketEvent.NotificationOwed>> Owed(TicketId ticket) =>
        [.. (await People.History(ticket)).Select(recorded => recorded.Event).OfType<TicketEvent.NotificationOwed>()];

    /// <summary>The due moments in the database: kind and time.</summary>
    public Task<IReadOnlyList<(string Kind, DateTimeOffset At)>> Due(TicketId ticket) => Rows(
        "select kind, due_at from due where stream_id = $1 order by kind", ticket, row =>
            (row.GetString(0), row.GetFieldValue<DateTimeOffset>(1)));

    /// <summary>The columns by which lists filter and sort.</summary>
    public async Task<(DateTimeOffset? DueAt, string? State)> Row(TicketId ticket) => (await Rows(
        "select due_at, sla_state from ticket where id = $1", ticket,
        row => (row.IsDBNull(0) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(0), row.IsDBNull(1) ? null : row.GetString(1))))
            .Single();

    public async Task<Ticket> Stored(TicketId ticket) =>
        (await postgres.Port<ITicketStore>().Load(People.Tenant, ticket.Value, default)).ShouldNotBeNull();

    public async Task<Ticket> Refolded(TicketId ticket) =>
        (await People.History(ticket)).Aggregate((Ticket?)null, Ticket.Apply).ShouldNotBeNull();

    public static DateTimeOffset Of(Instant moment) => moment.ToDateTimeOffset();

    private async Task<IReadOnlyList<T>> Rows<T>(string sql, TicketId ticket, Func<Npgsql.NpgsqlDataReader, T> read)
    {
        await using var command = postgres.Superuser.CreateCommand(sql);
        command.Parameters.Add(new() { Value = ticket.Value });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    public ValueTask DisposeAsync() => Silo.DisposeAsync();
}

internal static class TicketsOfTheTown
{
    public static DateTimeOffset? DueAt(this TicketView view) => view.Ticket.Plan.DueAt?.ToDateTimeOffset();
}

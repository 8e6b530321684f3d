using Helpdesk.Domain.Live;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Feed;
using Microsoft.Extensions.DependencyInjection;
using NpgsqlTypes;

namespace Helpdesk.Postgres.Live;

/// <remarks>On connections of the pool, not on the session that holds the turns: who only looks along must not be in its way.</remarks>
internal sealed class LiveFeed(Database database) : ILiveFeed
{
    private static readonly string OfTickets = $"{Ticket.Kind}.%";

    // Kinds that are no ticket's are told of without what is in them, and so is what nobody here listens to.
    private static string Columns(string tenants) => $$"""
        e.tx, e.position, e.tenant_id, e.stream_id, e.version, greatest(least(e.at, '9999-01-01'), '0001-01-01'), e.actor, e.origin, e.kind,
        case when e.kind like $1 and e.tenant_id = any ({{tenants}}) then e.data else '{}' end
        """;

    public Task<LiveEnd> End(CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            select pg_snapshot_xmin(pg_current_snapshot()), system_identifier::text || '/' || d.oid::text
            from pg_control_system(), pg_database d where d.datname = current_database()
            """);
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new LiveEnd(Below(reader), reader.GetString(1));
    });

    public Task<FeedPage> Read(FeedPlace after, IReadOnlyCollection<TenantId> tenants, int limit, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        // Asked first: what commits between the two statements has a later transaction than this, and comes with the next page.
        batch.Add("select pg_snapshot_xmin(pg_current_snapshot())");
        batch.Add($"""
            select {Columns("$5")} from event e
            where (e.tx, e.position) > ($2, $3) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
            order by e.tx, e.position limit $4
            """).With(OfTickets).With(after.Transaction, NpgsqlDbType.Xid8).With(after.Position).With(limit)
            .With(tenants.Select(one => one.Value).ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var horizon = Below(reader);
        await reader.NextResultAsync(cancellation);
        var events = await ReadEvents(reader, cancellation);
        var isFull = events.Count == limit;
        var last = events.Count > 0 ? events[^1].Place : after;
        return new FeedPage(events, isFull || last > horizon ? last : horizon, isFull);
    });

    public Task<IReadOnlyList<FeedEvent>?> Between(
        IReadOnlyCollection<TenantId> tenants, FeedPlace after, FeedPlace upTo, int most, CancellationToken cancellation) =>
        Storage.Ask<IReadOnlyList<FeedEvent>?>(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            select count(*) from (select from event e where (e.tx, e.position) > ($1, $2) and (e.tx, e.position) <= ($3, $4) limit $5) looked
            """).With(after.Transaction, NpgsqlDbType.Xid8).With(after.Position)
            .With(upTo.Transaction, NpgsqlDbType.Xid8).With(upTo.Position).With(most + 1);
        batch.Add($"""
            select {Columns("$7")} from (
                select * from event e where (e.tx, e.position) > ($2, $3) and (e.tx, e.position) <= ($4, $5)
                order by e.tx, e.position limit $6) e
            where e.tenant_id = any ($7) and e.kind like $1 order by e.tx, e.position
            """).With(OfTickets).With(after.Transaction, NpgsqlDbType.Xid8).With(after.Position)
            .With(upTo.Transaction, NpgsqlDbType.Xid8).With(upTo.Position).With(most).With(tenants.Select(one => one.Value).ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        await reader.ReadAsync(cancellation);
        if (reader.GetInt64(0) > most)
            return null;
        await reader.NextResultAsync(cancellation);
        return await ReadEvents(reader, cancellation);
    });

    public Task<IReadOnlyDictionary<TicketId, LiveTicket>> Tickets(
        IReadOnlyCollection<(TenantId Tenant, TicketId Ticket)> tickets, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([.. tickets.Select(one => one.Tenant).Distinct()]);
        batch.Add("""
            select t.tenant_id, t.id, t.number, t.requester, t.deleted, t.version, t.public_version
            from unnest($1::uuid[], $2::uuid[]) as asked (tenant_id, id) join ticket t on t.tenant_id = asked.tenant_id and t.id = asked.id
            """).With(tickets.Select(one => one.Tenant.Value).ToArray()).With(tickets.Select(one => one.Ticket.Value).ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new Dictionary<TicketId, LiveTicket>();
        while (await reader.ReadAsync(cancellation))
            found[new(reader.GetGuid(1))] = new(
                new(reader.GetGuid(0)), new(reader.GetGuid(1)), reader.GetString(2), new(reader.GetGuid(3)), reader.GetBoolean(4),
                reader.GetInt32(5), reader.GetInt32(6));
        return (IReadOnlyDictionary<TicketId, LiveTicket>)found;
    });

    // Everything below the horizon is decided.
    private static FeedPlace Below(NpgsqlDataReader reader) => new(reader.GetFieldValue<ulong>(0) - 1, long.MaxValue);

    private static async Task<List<FeedEvent>> ReadEvents(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var events = new List<FeedEvent>();
        while (await reader.ReadAsync(cancellation))
            events.Add(FeedTurn.ReadEvent(reader, FeedTurn.ReadPlace(reader)));
        return events;
    }
}

internal static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services) => services.AddSingleton<ILiveFeed, LiveFeed>();
}

using NpgsqlTypes;

namespace Helpdesk.Postgres.Feed;

/// <remarks>What is set aside is written on the session too: whoever has lost the turn cannot do that either.</remarks>
internal sealed class FeedTurn(FeedSession session, string consumer, FeedPlace place, Action<FeedSession, string> free) : IFeedTurn
{
    /// <summary>
    /// How many events are looked at in one round trip, wanted or not: so a consumer of rare events does not read for minutes without an
    /// answer.
    /// </summary>
    private const int Looked = 1_000;

    // So many of the events that were set aside; the more, the longer the others' wait while one tenant's take long.
    private const int MostOfTenant = 5;

    // Moments that no calendar has would make a page unreadable.
    private const string At = "greatest(least(e.at, '9999-01-01'), '0001-01-01')";

    public FeedPlace Place { get; private set; } = place;

    public Task<FeedPage> Read(FeedPlace after, IReadOnlyCollection<string>? kinds, int limit, CancellationToken cancellation) =>
        session.Ask(
        batch =>
        {
            // The transaction ids below the horizon are all decided: whatever commits from now on has a later one.
            batch.Add("select pg_snapshot_xmin(pg_current_snapshot())");
            batch.Add($"""
                select tx, position, tenant_id, stream_id, version, {At}, actor, origin, kind,
                    case when $3::text[] is null or kind = any ($3) then data end
                from event e where (tx, position) > ($1, $2) and tx < pg_snapshot_xmin(pg_current_snapshot())
                order by tx, position limit $4
                """)
                .With(after.Transaction, NpgsqlDbType.Xid8).With(after.Position).With(kinds?.ToArray()).With(Most(kinds, limit));
        },
        reader => ReadPage(reader, after, limit, Most(kinds, limit), cancellation),
        cancellation);

    public async Task Save(FeedPlace place, CancellationToken cancellation)
    {
        await session.Ask(
            batch => batch.Add("""
                insert into feed_position (consumer, tx, position) values ($1, $2, $3)
                on conflict (consumer) do update set tx = excluded.tx, position = excluded.position
                """).With(consumer).With(place.Transaction, NpgsqlDbType.Xid8).With(place.Position),
            _ => Task.FromResult(true),
            cancellation);
        Place = place;
    }

    public Task SetAside(FeedEvent happened, Mishap why, int tries, Instant now, Instant? next, CancellationToken cancellation) =>
        session.Ask(
        batch => batch.Add($"""
            {ParkedSql.Insert} values ($1, 'feed', $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
            {ParkedSql.Again}
            """)
            .With(happened.Tenant.Value).With(consumer).With(happened.Stream).With(happened.Version).With(happened.Kind).With(tries)
            .With(Words<MishapReason>.Of(why.Reason)).With(why.Detail).With(now).With(next),
        _ => Task.FromResult(true), cancellation);

    public Task<IReadOnlyList<EventAside>> TakeAside(Instant now, Instant lease, int limit, CancellationToken cancellation) => session.Ask(
        batch =>
        {
            // Retention or erasure took the event: nothing is left to be done.
            batch.Add("""
                delete from parked_item p where source = 'feed' and handler = $1 and next_at <= $2 and not exists (
                    select from event e where e.tenant_id = p.tenant_id and e.stream_id = p.stream_id and e.version = p.version)
                """).With(consumer).With(now);
            batch.Add($"""
                with waiting as (
                    select tenant_id, id, next_at, row_number() over (partition by tenant_id order by next_at) as nth
                    from (select tenant_id, id, next_at from parked_item where source = 'feed' and handler = $1 and next_at <= $2
                        order by next_at limit 1000) first),
                taken as (
                    update parked_item p set next_at = $3 from (
                        select tenant_id, id from waiting where nth <= {MostOfTenant} order by next_at limit $4) w
                    where p.tenant_id = w.tenant_id and p.id = w.id
                    returning p.tenant_id, p.stream_id, p.version, p.tries, p.first_at)
                select e.tx, e.position, e.tenant_id, e.stream_id, e.version, {At}, e.actor, e.origin, e.kind, e.data, t.tries
                from taken t join event e on e.tenant_id = t.tenant_id and e.stream_id = t.stream_id and e.version = t.version
                order by t.first_at, e.tx, e.position
                """).With(consumer).With(now).With(lease).With(limit);
        },
        async reader =>
        {
            var aside = new List<EventAside>();
            while (await reader.ReadAsync(cancellation))
                aside.Add(new(ReadEvent(reader, ReadPlace(reader)), reader.GetInt32(10)));
            return (IReadOnlyList<EventAside>)aside;
        },
        cancellation);

    public Task Settle(FeedEvent happened, CancellationToken cancellation) => session.Ask(
        batch => batch.Add("""
            delete from parked_item
            where tenant_id = $1 and source = 'feed' and handler = $2 and stream_id = $3 and version = $4 and kind = $5
            """).With(happened.Tenant.Value).With(consumer).With(happened.Stream).With(happened.Version).With(happened.Kind),
        _ => Task.FromResult(true), cancellation);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (session.IsOpen)
                await session.Ask(batch => Feed.AddRelease(batch, consumer), _ => Task.FromResult(true), CancellationToken.None);
        }
        catch (StorageException)
        {
            // Perhaps the server still holds the lock for this session, and no other process would ever get the turn.
            session.GiveUp();
        }
        finally
        {
            free(session, consumer);
        }
    }

    // Who wants every event is not sent more than a page: what is read behind it would be read once more with the next one.
    private static int Most(IReadOnlyCollection<string>? kinds, int limit) => kinds is null ? limit : Math.Max(Looked, limit);

    internal static FeedPlace ReadPlace(NpgsqlDataReader reader) => new(reader.GetFieldValue<ulong>(0), reader.GetInt64(1));

    private static async Task<FeedPage> ReadPage(
        NpgsqlDataReader reader, FeedPlace after, int limit, int most, CancellationToken cancellation)
    {
        await reader.ReadAsync(cancellation);
        // Everything below the horizon has been looked at, unless reading stops before.
        var horizon = new FeedPlace(reader.GetFieldValue<ulong>(0) - 1, long.MaxValue);
        await reader.NextResultAsync(cancellation);
        var events = new List<FeedEvent>();
        var (looked, last) = (0, after);
        while (events.Count < limit && await reader.ReadAsync(cancellation))
        {
            (looked, last) = (looked + 1, ReadPlace(reader));
            if (!reader.IsDBNull(9))
                events.Add(ReadEvent(reader, last));
        }

        var isFull = events.Count == limit || looked == most;
        return new(events, isFull || last > horizon ? last : horizon, isFull);
    }

    internal static FeedEvent ReadEvent(NpgsqlDataReader row, FeedPlace place) => new()
    {
        Place = place,
        Tenant = new(row.GetGuid(2)),
        Stream = row.GetGuid(3),
        Version = row.GetInt32(4),
        At = row.GetInstant(5),
        Actor = row.GetGuidOrNull(6) is { } actor
            ? new AccountId(actor) : null,
        Origin = row.GetStringOrNull(7),
        Kind = row.GetString(8),
        Data = row.GetString(9),
    };
}

using NpgsqlTypes;

namespace Helpdesk.Postgres.Feed;

internal sealed class FeedTurn(FeedSession session, string consumer, FeedPlace place, Action<FeedSession, string> free) : IFeedTurn
{
    /// <summary>
    /// How many events are looked at in one round trip, wanted or not: so a consumer of rare events does not read for minutes without an
    /// answer.
    /// </summary>
    private const int Looked = 1_000;

    public FeedPlace Place { get; private set; } = place;

    public Task<FeedPage> Read(FeedPlace after, IReadOnlyCollection<string>? kinds, int limit, CancellationToken cancellation) =>
        session.Ask(
        batch =>
        {
            // The transaction ids below the horizon are all decided: whatever commits from now on has a later one.
            batch.Add("select pg_snapshot_xmin(pg_current_snapshot())");
            batch.Add("""
                select tx, position, tenant_id, stream_id, version, at, actor, origin, kind, case when $3::text[] is null
                    or kind = any ($3) then data end
                from event where (tx, position) > ($1, $2) and tx < pg_snapshot_xmin(pg_current_snapshot())
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

    private static FeedEvent ReadEvent(NpgsqlDataReader row, FeedPlace place) => new()
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

using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Npgsql;
using NpgsqlTypes;

namespace Helpdesk.Postgres.Feed;

internal sealed class FeedReader(Database database) : IFeedReader
{
    // Below the oldest transaction still running nothing can appear any more, so whatever is passed here is passed for good.
    private const string Next = """
        select tx, position, tenant_id, stream_id, version, at, actor, origin, kind, case when kind = any ($2) then data end
        from event
        where tx < pg_snapshot_xmin(pg_current_snapshot())
          and (tx, position) > (coalesce((select tx from feed_position where consumer = $1), '0'),
                                coalesce((select position from feed_position where consumer = $1), 0))
        order by tx, position limit $3
        """;

    public Task<FeedPage> Read(string consumer, IReadOnlyCollection<string> kinds, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add(Next).With(consumer).With(kinds.ToArray()).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var events = new List<FeedEvent>();
        FeedPlace? end = null;
        while (await reader.ReadAsync(cancellation))
        {
            end = new(reader.GetFieldValue<ulong>(0), reader.GetInt64(1));
            if (!reader.IsDBNull(9))
                events.Add(ReadEvent(reader, end.Value));
        }

        return new FeedPage(events, end);
    });

    public Task MoveOn(string consumer, FeedPlace place, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            insert into feed_position (consumer, tx, position) values ($1, $2, $3)
            on conflict (consumer) do update set tx = excluded.tx, position = excluded.position
            where (feed_position.tx, feed_position.position) < (excluded.tx, excluded.position)
            """).With(consumer).With(place.Transaction, NpgsqlDbType.Xid8).With(place.Position);
        return await batch.ExecuteAsync(cancellation);
    });

    private static FeedEvent ReadEvent(NpgsqlDataReader reader, FeedPlace place) => new(
        place, new(reader.GetGuid(2)), reader.GetGuid(3), reader.GetInt32(4), reader.GetInstant(5),
        reader.GetGuidOrNull(6) is { } actor ? new AccountId(actor) : null, reader.GetStringOrNull(7), reader.GetString(8), reader.GetString(9));
}

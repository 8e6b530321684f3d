namespace Helpdesk.Postgres.Feed;

/// <summary>
/// A dump carries the transaction ids of the server that it was taken from, and the feed compares them with those of the server that it
/// runs on: restored elsewhere, events would seem to come from the future and be hidden, and new ones be written before the places that
/// consumers have reached. This gives everything ids from before the first transaction of any server, so that what a consumer has handled
/// stays handled, and all else stays to be done. (A copy of the data directory keeps its server's count and needs nothing.)
/// </summary>
internal static class FeedRestamp
{
    // The places cut the feed into slices, and each slice becomes one transaction. Inside a slice the order is that of writing, which for
    // any one stream is the order of its versions. 3 is the first id that a server ever gives out, and making its catalogue uses up
    // hundreds.
    private const string Statements = """
        alter table event no force row level security;
        alter table ticket no force row level security;
        create temporary table place on commit drop as
            select tx, position, 2 + row_number() over (order by tx, position) as number from (select distinct tx, position
                from feed_position) p;
        update event set tx = (3 + (select count(*) from place where (event.tx, event.position) > (place.tx, place.position)))::text::xid8;
        update feed_position set tx = place.number::text::xid8, position = 9223372036854775807
            from place where (feed_position.tx, feed_position.position) = (place.tx, place.position);
        update ticket set tx = '3', public_tx = '3';
        select count(*), (select count(*) from feed_position) from event;
        alter table event force row level security;
        alter table ticket force row level security;
        """;

    private const string Others = """
        select count(*) from pg_stat_activity
        where datname = current_database() and application_name in ('helpdesk app', 'helpdesk worker')
        """;

    /// <exception cref="StartupRefusedException">
    /// A Helpdesk runs on the database, and would go on with the places that it remembers.
    /// </exception>
    public static async Task<(long Events, long Consumers)> RunAsync(NpgsqlDataSource owner, CancellationToken cancellation = default)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Nobody begins to follow in between.
        await using (var guard = Command("lock table feed_position in access exclusive mode"))
            await guard.ExecuteNonQueryAsync(cancellation);
        await using (var look = Command(Others))
        {
            if (await look.ExecuteScalarAsync(cancellation) is > 0L)
                throw new StartupRefusedException("A Helpdesk is connected to this database. Stop every host first, then run this again.");
        }

        var stamped = (0L, 0L);
        await using (var stamp = Command(Statements))
        await using (var reader = await stamp.ExecuteReaderAsync(cancellation))
        {
            if (await reader.ReadAsync(cancellation))
                stamped = (reader.GetInt64(0), reader.GetInt64(1));
        }

        await transaction.CommitAsync(cancellation);
        return stamped;

        // As long as it takes: every event is written anew.
        NpgsqlCommand Command(string sql) => new(sql, connection, transaction) { CommandTimeout = 0 };
    }
}

using System.Diagnostics;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Servers;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Search;
using Helpdesk.Postgres.Sql;
using Npgsql;

namespace Helpdesk.Bench.Feed;

/// <summary>
/// Many events that come at once, and how long each consumer of the feed takes until all are behind it, while the others do their part;
/// beside one that only reads them, page by page, and saves its place.
/// </summary>
internal sealed class FeedSection : ISection
{
    // Numbers of tickets beyond all that the product and the other sections give out in a run.
    private const int FirstNumber = 700_000;
    private const int Page = 500;

    private static readonly string[] Consumers = [$"search-{SearchWords.Version}", "webhooks", "notices", "audit-chain"];

    public string Name => "feed";

    public async Task Run(Bench bench)
    {
        var servers = await bench.Servers.Value;
        await using var database = new Database(servers.Database.Connections, new DatabaseOptions());
        var superuser = servers.Database.Superuser;
        var before = await End(superuser);
        var tickets = bench.Options.Quick ? 2_000 : 10_000;
        await DueTickets.Open(servers.Tickets.Small, FirstNumber, tickets, Now(), database, superuser);
        var came = Stopwatch.GetTimestamp();
        var (end, events) = (await End(superuser), await Between(superuser, before));
        var arrived = await Arrivals(superuser, end, came);
        var bare = events / await Read(superuser, before, end);

        var table = new Table(
            "feed",
            $"{events:N0} events at once, of {tickets:N0} tickets; events a second until each consumer had passed them, all at work",
            new("consumer", "consumer"), new("seconds", "seconds", "N1"), new("rate", "events/s", "N0"),
            new("share", "of only reading them", "N3"));
        foreach (var (consumer, seconds) in arrived.OrderBy(one => one.Value))
            table.Add(consumer, seconds, events / seconds, events / seconds / bare);
        table.Add("only reading", events / bare, bare, 1.0);
        bench.Report.Add(table);
    }

    private static async Task<Dictionary<string, double>> Arrivals(NpgsqlDataSource superuser, FeedPlace end, long came)
    {
        var arrived = new Dictionary<string, double>();
        while (arrived.Count < Consumers.Length)
        {
            if (Stopwatch.GetElapsedTime(came) > TimeSpan.FromMinutes(15))
                throw new TimeoutException(
                    $"These have not come to the end of the feed: {string.Join(", ", Consumers.Except(arrived.Keys))}.");
            await using var command = superuser.CreateCommand(
                "select consumer from feed_position where consumer = any ($1) and (tx, position) >= ($2::text::xid8, $3)");
            command.Parameters.Add(new() { Value = Consumers });
            command.Parameters.Add(new() { Value = $"{end.Transaction}" });
            command.Parameters.Add(new() { Value = end.Position });
            await using (var reader = await command.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                    arrived.TryAdd(reader.GetString(0), Stopwatch.GetElapsedTime(came).TotalSeconds);
            }

            await Task.Delay(50);
        }

        return arrived;
    }

    // As a consumer that has nothing to do would: what it is given, in pages, and its place after each. In seconds.
    private static async Task<double> Read(NpgsqlDataSource superuser, FeedPlace after, FeedPlace end)
    {
        var began = Stopwatch.GetTimestamp();
        await using var connection = await superuser.OpenConnectionAsync();
        while (after < end)
        {
            await using (var page = new NpgsqlCommand(
                "select tx::text, position, tenant_id, stream_id, version, at, actor, origin, kind, data from event "
                + $"where (tx, position) > ($1::text::xid8, $2) order by tx, position limit {Page}", connection))
            {
                page.Parameters.Add(new() { Value = $"{after.Transaction}" });
                page.Parameters.Add(new() { Value = after.Position });
                await using var reader = await page.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    _ = reader.GetString(9);
                    after = PlaceOf(reader);
                }
            }

            await using var save = new NpgsqlCommand(
                "insert into feed_position values ('only-reading', $1::text::xid8, $2) on conflict (consumer) "
                + "do update set tx = excluded.tx, position = excluded.position", connection);
            save.Parameters.Add(new() { Value = $"{after.Transaction}" });
            save.Parameters.Add(new() { Value = after.Position });
            await save.ExecuteNonQueryAsync();
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<FeedPlace> End(NpgsqlDataSource superuser)
    {
        await using var command = superuser.CreateCommand(
            "select tx::text, position from event order by tx desc, position desc limit 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return PlaceOf(reader);
    }

    private static async Task<long> Between(NpgsqlDataSource superuser, FeedPlace after)
    {
        await using var command = superuser.CreateCommand("select count(*) from event where (tx, position) > ($1::text::xid8, $2)");
        command.Parameters.Add(new() { Value = $"{after.Transaction}" });
        command.Parameters.Add(new() { Value = after.Position });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static FeedPlace PlaceOf(NpgsqlDataReader reader) => new(ulong.Parse(reader.GetString(0)), reader.GetInt64(1));

    private static Instant Now() => Instant.FromUnixTimeTicks((DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / 10 * 10);
}

using System.Diagnostics;
using System.Text.Json;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Seeding;
using Helpdesk.Domain.Due;
using Helpdesk.Postgres.Due;
using Helpdesk.Postgres.Sql;
using Npgsql;

namespace Helpdesk.Bench.Sla;

/// <summary>
/// The sweeper's look for ten due tickets among few and among very many open ones: two databases of one server, asked in turns, so that
/// whatever else the machine does slows both.
/// </summary>
internal sealed class SweepSection : ISection
{
    private const int Due = 10;
    private const int WarmUp = 20;

    public string Name => "sweep";

    public async Task Run(Bench bench)
    {
        var (few, many) = bench.Options.Quick ? (10_000, 100_000) : (10_000, 1_000_000);
        var servers = await bench.Servers.Value;
        var moment = Instant.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        List<World> worlds = [await Make(few), await Make(many)];
        try
        {
            await servers.Database.Settle();
            for (var round = 0; round < WarmUp + (bench.Options.Quick ? 40 : 200); round++)
            {
                foreach (var world in round % 2 == 0 ? worlds : worlds.AsEnumerable().Reverse())
                    await world.Look(moment, isMeasured: round >= WarmUp);
            }

            await Report(bench, worlds, moment);
        }
        finally
        {
            foreach (var world in worlds)
                await world.DisposeAsync();
        }

        async Task<World> Make(int open)
        {
            bench.Report.Say($"Opening {open:N0} tickets in a database of their own…");
            var world = new World(open, await servers.Database.Another($"open_{open}"));
            await world.Fill(moment);
            return world;
        }
    }

    private static async Task Report(Bench bench, List<World> worlds, Instant moment)
    {
        var table = new Table(
            "sweep", $"A look at all {DueShards.Count} shards when {Due} tickets are due, by the number of open tickets that are not",
            new("open", "open tickets"), new("p50", "p50 ms", "N2"), new("p95", "p95 ms", "N2"), new("rows", "rows read"), new(
                "pages", "pages touched"));
        var explained = new Table(
            "sweep_explain", "EXPLAIN (ANALYZE, BUFFERS) of the look", new("open", "open tickets"), new("plan", "plan"));
        foreach (var world in worlds)
        {
            var (rows, pages) = await world.Explain(moment, explained);
            table.Add(world.Open, world.Times.Milliseconds(0.5), world.Times.Milliseconds(0.95), rows, pages);
        }

        bench.Report.Add(table);
        bench.Report.AddUnprinted(explained);
        bench.Report.Add(new Aim(
            $"sweep: time at {worlds[1].Open:N0} open tickets over the time at {worlds[0].Open:N0}",
            worlds[1].Times.Milliseconds(0.5) / worlds[0].Times.Milliseconds(0.5), Most: 1.5));
    }

    /// <summary>A database in which so many tickets are open, and ten of them due.</summary>
    private sealed class World(int open, DatabaseConnections connections) : IAsyncDisposable
    {
        private readonly Database database = new(connections, new DatabaseOptions());
        private readonly NpgsqlDataSource superuser = NpgsqlDataSource.Create(connections.Owner);

        public int Open => open;

        public Samples Times { get; } = new();

        public async Task Fill(Instant moment)
        {
            var town = Town.Of("stadt");
            await Towns.Make(town, database, superuser);
            await DueTickets.Open(town, 1, open, moment, database, superuser);
            await Execute("update due set due_at = $1 where stream_id in (select stream_id from due order by stream_id limit 10)", moment);
            await using var vacuum = superuser.CreateCommand("vacuum analyze");
            vacuum.CommandTimeout = 300;
            await vacuum.ExecuteNonQueryAsync();
        }

        /// <summary>As all sweepers together do it; what they took is due again afterwards.</summary>
        public async Task Look(Instant moment, bool isMeasured)
        {
            var (store, found, began) = (new DueStore(database), 0, Stopwatch.GetTimestamp());
            for (var shard = 0; shard < DueShards.Count; shard++)
                found += (await store.Claim(shard, moment, 100, CancellationToken.None)).Count;
            if (isMeasured)
                Times.Add(Stopwatch.GetTimestamp() - began);
            if (found != Due)
                throw new InvalidOperationException($"{found} moments were found due, not {Due}.");
            await Execute("update due set leased_until = null, attempts = 0 where due_at <= $1", moment);
        }

        public async Task<(long Rows, long Pages)> Explain(Instant moment, Table explained)
        {
            var (rows, pages) = (0L, 0L);
            await using var connection = await superuser.OpenConnectionAsync();
            for (var shard = 0; shard < DueShards.Count; shard++)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await using var explain = new NpgsqlCommand(
                    $"explain (analyze, buffers, format json) {DueStore.ClaimDue}", connection, transaction);
                explain.Parameters.Add(new() { Value = (short)shard });
                explain.Parameters.Add(new() { Value = moment.ToDateTimeUtc() });
                explain.Parameters.Add(new() { Value = 100 });
                var text = (string)(await explain.ExecuteScalarAsync())!;
                await transaction.RollbackAsync();
                using var plan = JsonDocument.Parse(text);
                var root = plan.RootElement[0].GetProperty("Plan");
                rows += RowsRead(root);
                pages += root.GetProperty("Shared Hit Blocks").GetInt64() + root.GetProperty("Shared Read Blocks").GetInt64();
                explained.Add(open, text);
            }

            return (rows, pages);
        }

        public async ValueTask DisposeAsync()
        {
            await database.DisposeAsync();
            await superuser.DisposeAsync();
        }

        private async Task Execute(string sql, Instant moment)
        {
            await using var command = superuser.CreateCommand(sql);
            command.CommandTimeout = 300;
            command.Parameters.Add(new() { Value = moment.ToDateTimeUtc() });
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Rows that scans returned or looked at and threw away.</summary>
    private static long RowsRead(JsonElement node)
    {
        var own = node.GetProperty("Node Type").GetString()!.EndsWith("Scan", StringComparison.Ordinal)
            && node.TryGetProperty("Relation Name", out _)
            ? (long)(node.GetProperty("Actual Rows").GetDouble() * node.GetProperty("Actual Loops").GetDouble())
                + Removed("Rows Removed by Filter") + Removed("Rows Removed by Index Recheck")
            : 0;
        return own + (node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().Sum(RowsRead) : 0);

        long Removed(string name) => node.TryGetProperty(name, out var count) ? (long)count.GetDouble() : 0;
    }
}

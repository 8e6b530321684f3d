using System.Diagnostics;
using System.Text.Json;
using Helpdesk.Bench.Load;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Servers;
using Helpdesk.Bench.Tickets;
using Helpdesk.Domain.Due;
using Helpdesk.Postgres;
using Helpdesk.Postgres.Due;
using NodaTime;
using Npgsql;

namespace Helpdesk.Bench.Sla;

/// <summary>What is due: a look for it among many open tickets, and very many that are due at one moment while people work.</summary>
internal sealed class SlaSection : ISection
{
    private const int Due = 10;
    private const int PerSecond = 200;
    private const int Connections = 16;

    // Numbers of tickets beyond all that the product gives out in a run.
    private const int FirstNumber = 500_000;

    public string Name => "sla";

    public async Task Run(Bench bench)
    {
        var servers = await bench.Servers.Value;
        await using var database = new Database(servers.Database.Connections, new DatabaseOptions());
        await Storm(bench, servers, database);
        await Growth(bench, servers, database);
    }

    /// <summary>
    /// The product's own look, at a moment of next year when ten tickets are due and all others are later still: nothing of it is due now, so that the
    /// running platform leaves it alone.
    /// </summary>
    private static async Task Growth(Bench bench, BenchServers servers, Database database)
    {
        var (few, many) = bench.Options.Quick ? (10_000, 100_000) : (10_000, 1_000_000);
        var table = new Table(
            "sweep", $"A look at all {DueShards.Count} shards when {Due} tickets are due, by the number of open tickets that are not",
            new("open", "open tickets"), new("p50", "p50 ms", "N2"), new("p95", "p95 ms", "N2"), new("rows", "rows read"), new("pages", "pages touched"));
        var explained = new Table("sweep_explain", "EXPLAIN (ANALYZE, BUFFERS) of the look", new("open", "open tickets"), new("plan", "plan"));
        var now = Now();
        var moment = now + Duration.FromDays(365);
        var town = servers.Tickets.Large;
        var medians = new List<double>();
        var made = 0;
        await Execute(servers, "update due set due_at = due_at + interval '3 years'");
        foreach (var open in (int[])[few, many])
        {
            bench.Report.Say($"Opening {open - made:N0} tickets…");
            await DueTickets.Open(town, FirstNumber + 100_000 + made, open - made, now, database, servers.Database.Superuser);
            made = open;
            await Execute(servers, "update due set due_at = due_at + interval '3 years' where due_at < now() + interval '2 years'");
            await Execute(servers, "update due set due_at = $1 where stream_id in (select stream_id from due order by stream_id limit 10)", moment);
            await servers.Database.Settle();
            var times = await Look(bench, servers, database, moment);
            var (rows, pages) = await Explain(servers, moment, open, explained);
            medians.Add(times.Milliseconds(0.5));
            table.Add(open, times.Milliseconds(0.5), times.Milliseconds(0.95), rows, pages);
            await Execute(servers, "update due set due_at = $1, leased_until = null, attempts = 0 where due_at <= $1", moment + Duration.FromDays(800));
        }

        bench.Report.Add(table);
        bench.Report.AddUnprinted(explained);
        bench.Report.Add(new Aim($"sla: time of a look at {many:N0} open tickets over the time at {few:N0}", medians[1] / medians[0], Most: 1.5));
    }

    private static async Task<Samples> Look(Bench bench, BenchServers servers, Database database, Instant moment)
    {
        var (store, times) = (new DueStore(database), new Samples());
        for (var round = 0; round < (bench.Options.Quick ? 40 : 200); round++)
        {
            var (found, began) = (0, Stopwatch.GetTimestamp());
            for (var shard = 0; shard < DueShards.Count; shard++)
                found += (await store.Claim(shard, moment, 100, CancellationToken.None)).Count;
            times.Add(Stopwatch.GetTimestamp() - began);
            if (found != Due)
                throw new InvalidOperationException($"{found} moments were found due, not {Due}.");
            await Execute(servers, "update due set leased_until = null, attempts = 0 where due_at <= $1", moment);
        }

        return times;
    }

    private static async Task<(long Rows, long Pages)> Explain(BenchServers servers, Instant moment, int open, Table explained)
    {
        var (rows, pages) = (0L, 0L);
        await using var connection = await servers.Database.Superuser.OpenConnectionAsync();
        for (var shard = 0; shard < DueShards.Count; shard++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var explain = new NpgsqlCommand($"explain (analyze, buffers, format json) {DueStore.ClaimDue}", connection, transaction);
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

    /// <summary>Rows that scans returned or looked at and threw away.</summary>
    private static long RowsRead(JsonElement node)
    {
        var own = node.GetProperty("Node Type").GetString()!.EndsWith("Scan", StringComparison.Ordinal) && node.TryGetProperty("Relation Name", out _)
            ? (long)(node.GetProperty("Actual Rows").GetDouble() * node.GetProperty("Actual Loops").GetDouble()) + Removed("Rows Removed by Filter") + Removed("Rows Removed by Index Recheck")
            : 0;
        return own + (node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().Sum(RowsRead) : 0);

        long Removed(string name) => node.TryGetProperty(name, out var count) ? (long)count.GetDouble() : 0;
    }

    private static async Task Storm(Bench bench, BenchServers servers, Database database)
    {
        var count = bench.Options.Quick ? 2_000 : 20_000;
        var town = servers.Tickets.Large;
        var load = new SteadyLoad(servers.Product.Server.Address, Mix(servers), PerSecond, Connections);
        bench.Report.Say($"Making {count:N0} tickets due…");
        var dueAt = Now() + Duration.FromSeconds(bench.Options.Quick ? 15 : 60);
        await DueTickets.Breaching(town, FirstNumber, count, dueAt, database, servers.Database.Superuser);
        await servers.Database.Settle();
        load.Run(Until(Stopwatch.GetTimestamp(), 3));
        var quiet = load.Run(() => Now() >= dueAt - Duration.FromSeconds(1));

        var settled = Task.Run(() => AwaitSettled(servers, dueAt));
        var meanwhile = await Task.Run(() => load.Run(() => settled.IsCompleted && Now() > dueAt + Duration.FromSeconds(5)));
        await settled;
        var (fired, tickets, first, last) = await Fired(servers, town, dueAt);

        var table = new Table(
            "due_storm", $"{count:N0} tickets due at one moment, while {PerSecond} requests a second are served (get, list, comment, create); times in milliseconds",
            new("fired", "breaches recorded"), new("tickets", "tickets"), new("first_seconds", "first after s", "N2"), new("last_seconds", "last after s", "N2"),
            new("quiet_p50", "p50 before", "N2"), new("meanwhile_p50", "p50 meanwhile", "N2"), new("quiet_p99", "p99 before", "N2"), new("meanwhile_p99", "p99 meanwhile", "N2"));
        table.Add(
            fired, tickets, first, last, quiet.Milliseconds(0.5), meanwhile.Milliseconds(0.5), quiet.Milliseconds(0.99), meanwhile.Milliseconds(0.99));
        bench.Report.Add(table);
        bench.Report.Add(new Aim("sla: breaches recorded over tickets due", fired / (double)count, Least: 1, Most: 1));
        bench.Report.Add(new Aim("sla: seconds from due to the first breach recorded (never early)", first, Least: 0));
        bench.Report.Add(new Aim("sla: seconds from due to the last breach recorded", last, Most: 60));
        bench.Report.Add(new Aim("sla: p99 of the API meanwhile over before", meanwhile.Milliseconds(0.99) / quiet.Milliseconds(0.99), Most: 2));
    }

    /// <summary>Four of ten requests read one ticket, four a list, one comments, one opens.</summary>
    private static List<(byte[] Request, int Status)> Mix(BenchServers servers)
    {
        var world = servers.Tickets;
        var (host, signIn) = (world.Large.Host, world.LargeSignIn);
        var mix = new List<(byte[] Request, int Status)>();
        for (var place = 0; place < 250; place++)
        {
            for (var read = 0; read < 4; read++)
            {
                mix.Add((Requests.Get(host, $"/api/v1/tickets/{world.Read[((place * 4) + read) % world.Read.Count]:D}?comments=50", signIn), 200));
                mix.Add((Requests.Get(host, "/api/v1/tickets?limit=50", signIn), 200));
            }

            mix.Add((Requests.Post(host, TicketWorld.CommentsOf(world.Commented[place]), signIn, TicketWorld.NewComment), 201));
            mix.Add((Requests.Post(host, "/api/v1/tickets", signIn, TicketWorld.NewTicket), 201));
        }

        return mix;
    }

    private static async Task AwaitSettled(BenchServers servers, Instant dueAt)
    {
        for (var until = dueAt + Duration.FromMinutes(3); Now() < until; await Task.Delay(500))
        {
            await using var command = servers.Database.Superuser.CreateCommand("select not exists (select 1 from due where due_at <= $1)");
            command.Parameters.Add(new() { Value = dueAt.ToDateTimeUtc() });
            if ((bool)(await command.ExecuteScalarAsync())!)
                return;
        }
    }

    private static async Task<(long Fired, long Tickets, double First, double Last)> Fired(BenchServers servers, Town town, Instant dueAt)
    {
        await using var command = servers.Database.Superuser.CreateCommand("""
            select count(*), count(distinct stream_id), extract(epoch from min(at) - $2)::float8, extract(epoch from max(at) - $2)::float8
            from event where tenant_id = $1 and kind = 'ticket.sla_moment_reached' and (data #>> '{moment,at}')::timestamptz = $2 and data #>> '{moment,step}' is null
            """);
        command.Parameters.Add(new() { Value = town.Id.Value });
        command.Parameters.Add(new() { Value = dueAt.ToDateTimeUtc() });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? double.NaN : reader.GetDouble(2), reader.IsDBNull(3) ? double.NaN : reader.GetDouble(3));
    }

    private static async Task Execute(BenchServers servers, string sql, Instant? moment = null)
    {
        await using var command = servers.Database.Superuser.CreateCommand(sql);
        command.CommandTimeout = 300;
        if (moment is { } at)
            command.Parameters.Add(new() { Value = at.ToDateTimeUtc() });
        await command.ExecuteNonQueryAsync();
    }

    private static Func<bool> Until(long began, double seconds) => () => Stopwatch.GetElapsedTime(began).TotalSeconds >= seconds;

    // In whole microseconds, as PostgreSQL keeps them.
    private static Instant Now() => Instant.FromUnixTimeTicks((DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / 10 * 10);
}

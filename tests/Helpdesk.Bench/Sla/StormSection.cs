using System.Diagnostics;
using Helpdesk.Bench.Load;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Servers;
using Helpdesk.Bench.Tickets;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Bench.Sla;

/// <summary>Very many tickets that are due at one moment, while people work.</summary>
internal sealed class StormSection : ISection
{
    private const int PerSecond = 200;
    private const int Connections = 16;

    // Numbers of tickets beyond all that the product gives out in a run.
    private const int FirstNumber = 500_000;

    public string Name => "storm";

    public async Task Run(Bench bench)
    {
        var servers = await bench.Servers.Value;
        await using var database = new Database(servers.Database.Connections, new DatabaseOptions());
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
            "due_storm", $"{count:N0} tickets due at one moment, while {PerSecond} requests a second are served (get, list, comment, "
                + "create); times in milliseconds",
            new("fired", "breaches recorded"), new("tickets", "tickets"), new("first_seconds", "first after s", "N2"), new(
                "last_seconds", "last after s", "N2"),
            new("quiet_p50", "p50 before", "N2"), new("meanwhile_p50", "p50 meanwhile", "N2"), new("quiet_p99", "p99 before", "N2"), new(
                "meanwhile_p99", "p99 meanwhile", "N2"));
        table.Add(
            fired, tickets, first, last, quiet.Milliseconds(0.5), meanwhile.Milliseconds(0.5), quiet.Milliseconds(0.99),
            meanwhile.Milliseconds(0.99));
        bench.Report.Add(table);
        bench.Report.Add(new Aim("sla: breaches recorded over tickets due", fired / (double)count, Least: 1, Most: 1));
        bench.Report.Add(new Aim("sla: seconds from due to the first breach recorded (never early)", first, Least: 0));
        bench.Report.Add(new Aim("sla: seconds from due to the last breach recorded", last, Most: 60));
        bench.Report.Add(
            new Aim("sla: p99 of the API meanwhile over before", meanwhile.Milliseconds(0.99) / quiet.Milliseconds(0.99), Most: 2));
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
                mix.Add((Requests.Get(host, $"/api/v1/tickets/{world.Read[((place * 4) + read) % world.Read.Count]:D}?comments=50", signIn),
                    200));
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
        return (reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2)
            ? double.NaN : reader.GetDouble(2), reader.IsDBNull(3) ? double.NaN : reader.GetDouble(3));
    }

    private static Func<bool> Until(long began, double seconds) => () => Stopwatch.GetElapsedTime(began).TotalSeconds >= seconds;

    // In whole microseconds, as PostgreSQL keeps them.
    private static Instant Now() => Instant.FromUnixTimeTicks((DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks) / 10 * 10);
}

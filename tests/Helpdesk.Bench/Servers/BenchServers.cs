using System.Reflection;
using System.Text.Json;
using Helpdesk.Bench.FeatureFlags;
using Helpdesk.Bench.Limit;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Tickets;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Bench.Servers;

/// <summary>Everything that runs while sections measure: PostgreSQL, the product, the limit program; and the world in them.</summary>
internal sealed class BenchServers(string folder, BenchDatabase database, Product product, ServerProcess limit, TicketWorld tickets)
    : IAsyncDisposable
{
    private const int FewTickets = 10_000;
    private const int ManyTickets = 100_000;

    /// <summary>Where the servers keep what is theirs.</summary>
    public string Folder => folder;

    public BenchDatabase Database => database;

    public Product Product => product;

    /// <summary>Knows the product's paths for tickets, and <see cref="LimitProgram.EmptyPath"/>.</summary>
    public ServerProcess Limit => limit;

    public TicketWorld Tickets => tickets;

    public static async Task<BenchServers> Start(string folder, BenchOptions options, Report report)
    {
        report.Say($"Filling a database with {FewTickets:N0} and {ManyTickets:N0} tickets…");
        var database = await BenchDatabase.Start(folder);
        try
        {
            var (small, large) = (Town.Of("kleinstadt"), Town.Of("grossstadt"));
            await Fill(database, (small, FewTickets), (large, ManyTickets));
            await database.Settle();

            report.Say("Starting the product and the limit program…");
            var product = await Product.Start(database.Connections, folder);
            var tickets = await TicketWorld.Make(product, small, large, commented: options.Quick ? 1_024 : 8_192, read: 256);
            var limit = await StartLimit(folder, database, tickets);
            await database.Settle();
            return new(folder, database, product, limit, tickets);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        product.Dispose();
        limit.Dispose();
        await database.DisposeAsync();
    }

    private static async Task Fill(BenchDatabase bench, params (Town Town, int Tickets)[] towns)
    {
        await using var database = new Database(bench.Connections, new DatabaseOptions());
        var now = Instant.FromUnixTimeTicks(DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks);
        foreach (var (town, tickets) in towns)
        {
            await Towns.Make(town, database, bench.Superuser);
            await OldTickets.Copy(town, tickets, now, database, bench.Superuser);
            await OldIndex.Write(town, bench.Superuser);
        }

        await OldIndex.Follow(bench.Superuser);

        await FlagWorld.Define(towns[0].Town, now, database);
    }

    private static async Task<ServerProcess> StartLimit(string folder, BenchDatabase database, TicketWorld tickets)
    {
        var plan = Path.Combine(folder, "limit.json");
        return await ServerProcess.Start(Assembly.GetExecutingAssembly().Location, url =>
        {
            File.WriteAllText(plan, JsonSerializer.Serialize(
                new LimitPlan(
                    url, database.Connections.Application, new()
                    { [tickets.Small.Host] = tickets.Small.Id.Value, [tickets.Large.Host] = tickets.Large.Id.Value },
                    tickets.Sample, [.. tickets.Commented.Skip(tickets.Commented.Count / 2)]),
                LimitJson.Default.LimitPlan));
            return ["limit", plan];
        }, [], LimitProgram.EmptyPath, "localhost");
    }
}

using System.Diagnostics;
using Helpdesk.Bench.Load;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Servers;
using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Search;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Bench.Search;

/// <summary>
/// Searches in 100,000 tickets beside the bare statements that they send, taken from the product and sent by as many clients; and how long
/// it takes until something that was opened is found.
/// </summary>
internal sealed class SearchSection : ISection
{
    private const int Clients = 8;

    public string Name => "search";

    public async Task Run(Bench bench)
    {
        var servers = await bench.Servers.Value;
        var town = servers.Tickets.Large;
        await using var database = new Database(servers.Database.Connections, new DatabaseOptions());
        var table = new Table("search", $"Searches in 100,000 tickets, {Clients} clients, beside their bare statements",
            new("what", "what"), new("found", "found", "N0"), new("product", "product/s", "N0"), new("bare", "bare SQL/s", "N0"),
            new("ratio", "ratio", "N2"));
        var number = $"{TicketNumber.PrefixFor(town.Slug)}-000123";
        foreach (var (what, words) in new[] { ("a ticket's number", number), ("a common word", "newsletter") })
        {
            var bare = await BareSearch.Of(database, town, words);
            var request = Requests.Get(town.Host, $"/api/v1/search?q={words}&type=ticket", servers.Tickets.LargeSignIn);
            var (product, sql, ratio) = Compare(servers, request, bare, bench.Options.Quick ? 6 : 30);
            table.Add(what, bare.Total, product, sql, ratio);
            bench.Report.Add(new Aim($"search, {what}: share of the bare statements' throughput", ratio, Least: 0.8));
        }

        bench.Report.Add(table);
        await Lag(bench, servers, town);
    }

    // Turns of half a second, so that a slow moment of the machine slows both.
    private static (double Product, double Bare, double Ratio) Compare(BenchServers servers, byte[] request, BareSearch bare, int pairs)
    {
        var wires = Enumerable.Range(0, Clients).Select(_ => new Wire(servers.Product.Server.Address)).ToList();
        try
        {
            Func<int, Action> product = client => () =>
            {
                if (wires[client].Exchange(request) is var status and not 200)
                    throw new InvalidOperationException($"A search was answered with {status}.");
            };
            Func<int, Action> sql = _ => bare.Send;
            Turn(product, 1);
            Turn(sql, 1);
            var turns = Enumerable.Range(0, pairs).Select(_ => (Product: Turn(product, 0.5), Bare: Turn(sql, 0.5))).ToList();
            return (Median(turns.Select(turn => turn.Product)), Median(turns.Select(turn => turn.Bare)),
                Median(turns.Select(turn => turn.Product / turn.Bare)));
        }
        finally
        {
            wires.ForEach(wire => wire.Dispose());
        }
    }

    // How many a second.
    private static double Turn(Func<int, Action> work, double seconds)
    {
        var (began, done) = (Stopwatch.GetTimestamp(), 0);
        Parallel.For(0, Clients, new() { MaxDegreeOfParallelism = Clients }, client =>
        {
            var once = work(client);
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                once();
                Interlocked.Increment(ref done);
            }
        });
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task Lag(Bench bench, BenchServers servers, Town town)
    {
        var (product, signIn, samples) = (servers.Product, servers.Tickets.LargeSignIn, new Samples());
        for (var number = 0; number < (bench.Options.Quick ? 20 : 100); number++)
        {
            var word = $"einmalig{Guid.NewGuid():N}";
            await product.Post(town, signIn, "/api/v1/tickets", $$"""{"subject":"{{word}}","description":"Neu."}""");
            var opened = Stopwatch.GetTimestamp();
            while ((await product.Get(town, signIn, $"/api/v1/search?q={word}&type=ticket")).GetProperty("total").GetInt32() == 0)
                await Task.Delay(5);
            samples.Add(Stopwatch.GetTimestamp() - opened);
        }

        var table = new Table("search_lag", "From the answer to an opening until it is found, in milliseconds",
            new("p50", "p50", "N0"), new("p99", "p99", "N0"));
        table.Add(samples.Milliseconds(0.5), samples.Milliseconds(0.99));
        bench.Report.Add(table);
        bench.Report.Add(new Aim("search: index lag p99 in milliseconds", samples.Milliseconds(0.99), Most: 2_000));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>The two statements of one search, as the product sends them.</summary>
    private sealed class BareSearch(Database database, SearchAsk ask, IReadOnlyList<FoundItem> found, int total)
    {
        public int Total => total;

        public static async Task<BareSearch> Of(Database database, Town town, string words)
        {
            var filter = new TicketQuery { Tenants = [town.Id], ByAddress = true, Limit = 50 };
            var ask = new SearchAsk(words, SearchText.Parse(words), filter, [SearchType.Ticket]) { Limit = 50 };
            var look = await new DatabaseSearch(database, new(database), new(database)).Look(ask, CancellationToken.None);
            return new(database, ask, look.Items, look.Total);
        }

        public void Send()
        {
            Read(new DatabaseSearch(database, new(database), new(database)).StatementsOf(ask)).GetAwaiter().GetResult();
            Read(new SearchTexts(database).StatementsOf(ask, found)).GetAwaiter().GetResult();
        }

        private static async Task Read(TenantBatch statements)
        {
            await using (statements)
            await using (var reader = await statements.ReadAsync(CancellationToken.None))
            {
                while (await reader.ReadAsync())
                    reader.GetValue(0);
            }
        }
    }
}

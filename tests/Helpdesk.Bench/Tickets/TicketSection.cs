using Helpdesk.Bench.Limit;
using Helpdesk.Bench.Load;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Servers;

namespace Helpdesk.Bench.Tickets;

/// <summary>The main job over the API, beside the limit: throughput, latency and round trips to the database.</summary>
internal sealed class TicketSection : ISection
{
    private static readonly int[] Clients = [1, 8, 32];

    public string Name => "tickets";

    public async Task Run(Bench bench)
    {
        var servers = await bench.Servers.Value;
        var contests = Contests(servers).Where(contest => bench.Options.Measures(contest.Name)).ToList();
        RoundTrips.Count(contests, servers, bench.Options, bench.Report);
        bench.Report.Add(Compare(bench, contests));
        if (bench.Options.Operations.Count == 0)
            bench.Report.Add(CompareLists(bench, contests));
    }

    private static Table Compare(Bench bench, IReadOnlyList<Contest> contests)
    {
        var table = new Table(
            "tickets", "The main job over the API, the product beside the limit program; times in milliseconds",
            new("operation", "operation"), new("clients", "clients"),
            new("product_per_second", "product/s"), new("limit_per_second", "limit/s"),
            new("ratio", "ratio", "N2"), new("ratio_low", "lower q.", "N2"), new("ratio_high", "upper q.", "N2"),
            new("product_p50", "p50", "N2"), new("product_p95", "p95", "N2"), new("product_p99", "p99", "N2"),
            new("limit_p50", "limit p50", "N2"), new("limit_p95", "p95", "N2"), new("limit_p99", "p99", "N2"),
            new("product_cpu_us", "CPU µs"), new("limit_cpu_us", "limit CPU µs"));
        foreach (var contest in contests)
        {
            Duel.Run(contest.Product, contest.Limit, 8, Paces.WarmUp(bench.Options));
            foreach (var clients in Clients)
            {
                var comparison = Duel.Run(contest.Product, contest.Limit, clients, Paces.Measure(bench.Options));
                Add(table, contest.Name, clients, comparison);
                if (clients == Clients[^1])
                    bench.Report.Add(
                        new Aim($"{contest.Name}, {clients} clients: share of the limit's throughput", comparison.Ratio,
                        Least: contest.LeastRatio));
                else if (clients == Clients[0] && contest.LeastAlone is { } least)
                    bench.Report.Add(
                        new Aim($"{contest.Name}, one client: share of the limit's throughput", comparison.Ratio, Least: least));
            }
        }

        return table;
    }

    /// <summary>Whether a long list costs what a short one does: asked of the product alone, the two in turns.</summary>
    private static Table CompareLists(Bench bench, IReadOnlyList<Contest> contests)
    {
        var table = new Table(
            "list_growth", "A list of 100,000 tickets beside one of 10,000, both of the product; times in milliseconds",
            new("clients", "clients"), new("few_p50", "10,000 p50", "N2"), new("many_p50", "100,000 p50", "N2"), new(
                "time_ratio", "time ratio", "N2"),
            new("low", "lower q.", "N2"), new("high", "upper q.", "N2"));
        var (few, many) =
            (contests.Single(contest => contest.Name == Few).Product, contests.Single(contest => contest.Name == Many).Product);
        foreach (var clients in Clients)
        {
            var comparison = Duel.Run(few, many, clients, Paces.Measure(bench.Options));
            table.Add(
                clients, comparison.First.Samples.Milliseconds(0.5), comparison.Second.Samples.Milliseconds(0.5),
                comparison.Ratio, comparison.RatioLow, comparison.RatioHigh);
            if (clients == Clients[^1])
                bench.Report.Add(new Aim("list: time at 100,000 tickets over time at 10,000", comparison.Ratio, Most: 1.3));
        }

        return table;
    }

    private static void Add(Table table, string name, int clients, Comparison comparison)
    {
        var (product, limit) = (comparison.First, comparison.Second);
        table.Add(
            name, clients, product.PerSecond, limit.PerSecond, comparison.Ratio, comparison.RatioLow, comparison.RatioHigh,
            product.Samples.Milliseconds(0.5), product.Samples.Milliseconds(0.95), product.Samples.Milliseconds(0.99),
            limit.Samples.Milliseconds(0.5), limit.Samples.Milliseconds(0.95), limit.Samples.Milliseconds(0.99),
            product.ProcessorMicroseconds, limit.ProcessorMicroseconds);
    }

    private const string Few = "list of 10,000";
    private const string Many = "list of 100,000";
    private const string ListPath = "/api/v1/tickets?limit=50";

    private static IReadOnlyList<Contest> Contests(BenchServers servers)
    {
        var world = servers.Tickets;
        var (small, large) = (world.Small.Host, world.Large.Host);
        var half = world.Commented.Count / 2;
        return
        [
            Of(Few, 0.9, 70, 200, signIn => [Requests.Get(small, ListPath, signIn)], world.SmallSignIn),
            Of(Many, 0.9, 70, 200, signIn => [Requests.Get(large, ListPath, signIn)], world.LargeSignIn),
            Of("get with 20 comments", 3.0, 25, 200, signIn =>
                [.. world.Read.Select(id => Requests.Get(large, $"/api/v1/tickets/{id:D}?comments=50", signIn))], world.LargeSignIn),
            new("comment", 0.8, 40, Side(servers.Product.Server, 201, Comments(0, world.LargeSignIn)), Side(
                servers.Limit, 201, Comments(half, LimitProgram.Authorization)))
            {
                LeastAlone = 0.7,
            },
            Of("create", 0.8, 50, 201, signIn =>
                [Requests.Post(large, "/api/v1/tickets", signIn, TicketWorld.NewTicket)], world.LargeSignIn) with { LeastAlone = 0.7 },
        ];

        Contest Of(string name, double leastRatio, double mostKib, int status, Func<string, IReadOnlyList<byte[]>> requests,
            string signIn) => new(
            name, leastRatio, mostKib, Side(servers.Product.Server, status, requests(signIn)), Side(
                servers.Limit, status, requests(LimitProgram.Authorization)));

        IReadOnlyList<byte[]> Comments(int from, string signIn) =>
            [.. world.Commented.Skip(from).Take(half).Select(
                id => Requests.Post(large, TicketWorld.CommentsOf(id), signIn, TicketWorld.NewComment))];

        static Side Side(ServerProcess server, int status, IReadOnlyList<byte[]> requests) =>
            new(server.Address, requests, status, () => server.ProcessorTime);
    }
}

/// <summary>One operation, asked of both.</summary>
/// <param name="LeastRatio">The aim for the product's throughput over the limit's at most clients.</param>
/// <param name="MostKib">The aim for what the product allocates for a request.</param>
internal sealed record Contest(string Name, double LeastRatio, double MostKib, Side Product, Side Limit)
{
    /// <summary>The same aim at one client; <c>null</c>: none.</summary>
    public double? LeastAlone { get; init; }
}

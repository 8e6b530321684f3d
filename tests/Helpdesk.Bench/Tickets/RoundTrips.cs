using System.Diagnostics;
using Helpdesk.Bench.Load;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Servers;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Bench.Tickets;

/// <summary>
/// Counts, inside both processes, what Npgsql sends while requests are served. Caches are refreshed and numbers reserved now and then, so a
/// figure may be a little above the whole number that it stands for. Says also whether the limit really runs the product's statements.
/// </summary>
internal static class RoundTrips
{
    private const int Clients = 8;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    public static void Count(IReadOnlyList<Contest> contests, BenchServers servers, BenchOptions options, Report report)
    {
        var statements = new Table(
            "statements", "What the product sent", new("operation", "operation"), new("per_request", "per request", "N3"), new(
                "text", "statements"));
        var table = new Table(
            "round_trips", "Round trips to the database per request, counted by Npgsql in each process; memory allocated per request",
            new("operation", "operation"), new("product", "product", "N3"), new("limit", "limit", "N3"), new(
                "same_statements", "statements"),
            new("product_kib", "product KiB", "N1"), new("limit_kib", "limit KiB", "N1"));
        foreach (var contest in contests)
        {
            Duel.Run(contest.Product, contest.Limit, Clients, Paces.WarmUp(options));
            var productBytes = Allocated(contest.Product, servers.Product.Server, servers);
            var limitBytes = Allocated(contest.Limit, servers.Limit, servers);
            var (product, limit) = Watched(contest, servers);
            table.Add(contest.Name, product.PerRequest, limit.PerRequest, Verdict(product, limit), productBytes / 1024, limitBytes / 1024);
            foreach (var (text, count) in product.Texts)
                statements.Add(contest.Name, count, text);
            report.Add(new Aim($"{contest.Name}: round trips to the database", product.PerRequest, Most: 1.02));
            report.Add(new Aim($"{contest.Name}: KiB allocated", productBytes / 1024, Most: contest.MostKib));
        }

        report.Add(table);
        report.AddUnprinted(statements);
    }

    // Each alone, and to the end of what follows from its requests: the product's consumers of the feed do not know who wrote an event.
    // What it allocates when nobody asks anything is no request's.
    private static double Allocated(Side side, ServerProcess server, BenchServers servers)
    {
        servers.Database.AwaitFollowers();
        var idle = During(() => Thread.Sleep(Idle));
        long requests = 0;
        var busy = During(() =>
        {
            var run = Duel.Run(side, side, Clients, Paces.Count);
            servers.Database.AwaitFollowers();
            requests = run.First.Requests + run.Second.Requests;
        });
        return Math.Max(0, busy.Bytes - (idle.Bytes * (busy.Took / idle.Took))) / requests;

        (double Bytes, TimeSpan Took) During(Action work)
        {
            var (before, began) = (server.Memory()[0], Stopwatch.GetTimestamp());
            work();
            return (server.Memory()[0] - before, Stopwatch.GetElapsedTime(began));
        }
    }

    private static (Seen Product, Seen Limit) Watched(Contest contest, BenchServers servers)
    {
        servers.Product.Server.WatchStatements();
        servers.Limit.WatchStatements();
        var run = Duel.Run(contest.Product, contest.Limit, Clients, Paces.Count);
        return (Seen.Of(servers.Product.Server, run.First.Requests), Seen.Of(servers.Limit, run.Second.Requests));
    }

    private static string Verdict(Seen product, Seen limit) =>
        product.PerRequest < 0.5 ? "none needed" : product.Commonest == limit.Commonest ? "the same" : "DIFFERENT";

    /// <param name="Texts">What was sent, and how often for each request; the most frequent first.</param>
    private sealed record Seen(IReadOnlyList<(string Text, double PerRequest)> Texts)
    {
        public double PerRequest => Texts.Sum(text => text.PerRequest);

        public string? Commonest => Texts.Count > 0 ? Texts[0].Text : null;

        // Sweepers and feed readers sign in as another role; they work whether or not anybody asks.
        public static Seen Of(ServerProcess server, long requests) => new([.. server.Statements()
            .Select(statement => (Source: statement.Key.Split('\n', 2)[0], Text: statement.Key.Split('\n', 2)[1],
                PerRequest: statement.Value / (double)requests))
            .Where(statement => statement.Source.Contains(DatabaseRoles.Application, StringComparison.Ordinal))
            .OrderByDescending(statement => statement.PerRequest)
            .Select(statement => (statement.Text, statement.PerRequest))]);
    }
}

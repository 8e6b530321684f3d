using System.Diagnostics;
using System.Text.Json;
using Helpdesk.Bench.Load;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Servers;

namespace Helpdesk.Bench.SignIn;

/// <summary>
/// What tokens cost: how many a core can refresh in a second, and what a known access token adds to a request. Both from the processor time
/// of the product, so that neither the generator nor the database nor other programs are counted.
/// </summary>
internal sealed class AccessSection : ISection
{
    private const int Sessions = 4;
    private const int Slices = 7;
    private const string Nowhere = "/api/v1/nothing-here";

    public string Name => "access";

    public async Task Run(Bench bench)
    {
        var servers = await bench.Servers.Value;
        var (product, town) = (servers.Product, servers.Tickets.Small);
        var seconds = bench.Options.Quick ? 3 : 12;

        var tokens = await Task.WhenAll(Enumerable.Range(0, Sessions).Select(_ => SignIn(product, town)));
        await Refresh(product, town, tokens, 2);
        var (count, elapsed, processor) = await Refresh(product, town, tokens, seconds);
        var refreshes = new Table(
            "access_refresh", $"Refreshing tokens, {Sessions} sessions at once",
            new("per_second", "refreshes/s"), new("processor", "processor ms each", "N2"), new("per_core", "refreshes/s of one core"));
        refreshes.Add(count / elapsed, processor * 1000 / count, count / processor);
        bench.Report.Add(refreshes);
        bench.Report.Add(new Aim("refreshes a second of one core", count / processor, Least: 150));

        var known = await product.SignIn(town);
        var (without, with) = (Requests.Get(town.Host, Nowhere, null), Requests.Get(town.Host, Nowhere, known));
        var requests = bench.Options.Quick ? 5_000 : 20_000;
        Spend(product, without, requests);
        Spend(product, with, requests);
        var pairs = Enumerable.Range(0, Slices).Select(
            _ => (Without: Spend(product, without, requests), With: Spend(product, with, requests))).ToList();
        var added = pairs.Select(pair => pair.With - pair.Without).ToList();
        var checks = new Table(
            "access_check", "A request to nowhere, with a known access token and without one",
            new("without", "without µs", "N1"), new("with", "with µs", "N1"), new("added", "added µs", "N1"),
            new("low", "lower quartile", "N1"), new("high", "upper quartile", "N1"));
        checks.Add(pairs.Select(pair => pair.Without).Median(), pairs.Select(pair => pair.With)
            .Median(), added.Median(), added.Quantile(0.25), added.Quantile(0.75));
        bench.Report.Add(checks);
        bench.Report.Add(new Aim("microseconds that a known token adds to a request", added.Median(), Most: 15));
    }

    private static async Task<string> SignIn(Product product, Town town)
    {
        var answer = await product.Post(
            town, null, "/api/v1/auth/login", JsonSerializer.Serialize(new { email = town.Email, password = Towns.Password }));
        return answer.GetProperty("refresh_token").GetString()!;
    }

    // Each session refreshes with what it got last, as a program would.
    private static async Task<(int Count, double Elapsed, double Processor)> Refresh(
        Product product, Town town, string[] tokens, double seconds)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), product.Server.ProcessorTime);
        var counts = await Task.WhenAll(
            tokens.Select((_, session) => Task.Factory.StartNew(() => Chain(session), TaskCreationOptions.LongRunning)));
        return (counts.Sum(), Stopwatch.GetElapsedTime(began).TotalSeconds, (product.Server.ProcessorTime - before).TotalSeconds);

        int Chain(int session)
        {
            using var wire = new Wire(product.Server.Address);
            var count = 0;
            for (; Stopwatch.GetElapsedTime(began).TotalSeconds < seconds; count++)
            {
                var status = wire.Exchange(Requests.Post(
                    town.Host, "/api/v1/auth/refresh", null, JsonSerializer.Serialize(new { refresh_token = tokens[session] })));
                if (status != 200)
                    throw new InvalidOperationException($"A refresh was answered with {status}: {wire.Body}");
                tokens[session] = JsonDocument.Parse(wire.Body).RootElement.GetProperty("refresh_token").GetString()!;
            }

            return count;
        }
    }

    /// <returns>Microseconds of processor time each.</returns>
    private static double Spend(Product product, byte[] request, int times)
    {
        using var wire = new Wire(product.Server.Address);
        var before = product.Server.ProcessorTime;
        for (var i = 0; i < times; i++)
        {
            if (wire.Exchange(request) is var status && status != 404)
                throw new InvalidOperationException($"{Nowhere} was answered with {status}: {wire.Body}");
        }

        return (product.Server.ProcessorTime - before).TotalMicroseconds / times;
    }
}

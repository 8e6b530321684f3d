using System.Diagnostics;
using Helpdesk.Bench.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Bench.Engine;

/// <summary>What a grain call costs when the grain does nothing: in this process, without HTTP and without a database.</summary>
internal sealed class EngineSection : ISection
{
    private const int Callers = 64;
    private const int Grains = 10_000;

    private long nextNewGrain = 1_000_000;

    public string Name => "engine";

    public async Task Run(Bench bench)
    {
        using var host = CreateHost();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var many = Enumerable.Range(0, Grains).Select(key => grains.GetGrain<ICountingGrain>(key + 1)).ToArray();
        var one = grains.GetGrain<ICountingGrain>(0);

        var table = new Table(
            "engine", "Grain calls of the engine, a grain that does nothing",
            new("case", "case"), new("callers", "callers"), new("per_second", "calls/s"), new("low", "lower quartile"), new(
                "high", "upper quartile"));
        await Measure("one grain in sequence", 1, _ => one);
        await Measure("one grain", Callers, _ => one);
        await Measure("10,000 grains", Callers, call => many[call % Grains]);
        await Measure("activations", Callers, _ => grains.GetGrain<ICountingGrain>(Interlocked.Increment(ref nextNewGrain)));
        bench.Report.Add(table);
        await host.StopAsync();

        async Task Measure(string name, int callers, Func<int, ICountingGrain> choose)
        {
            await Slice(callers, choose, bench.Options.Quick ? 0.5 : 1.5);
            var rates = new List<double>();
            for (var slice = 0; slice < (bench.Options.Quick ? 3 : 7); slice++)
                rates.Add(await Slice(callers, choose, 0.4));
            table.Add(name, callers, rates.Median(), rates.Quantile(0.25), rates.Quantile(0.75));
        }
    }

    /// <returns>Calls a second.</returns>
    private static async Task<double> Slice(int callers, Func<int, ICountingGrain> choose, double seconds)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(
            Enumerable.Range(0, callers).Select(caller => Task.Run(() => Call(caller, callers, choose, began, seconds))));
        return counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<long> Call(int caller, int callers, Func<int, ICountingGrain> choose, long began, double seconds)
    {
        long count = 0;
        for (var call = caller; Stopwatch.GetElapsedTime(began).TotalSeconds < seconds; call += callers)
        {
            await choose(call & int.MaxValue).Add(1, CancellationToken.None);
            count++;
        }

        return count;
    }

    private static IHost CreateHost()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        return builder.Build();
    }
}

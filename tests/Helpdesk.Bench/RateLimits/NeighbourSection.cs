using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Helpdesk.Bench.Load;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Servers;

namespace Helpdesk.Bench.RateLimits;

/// <summary>
/// One agent of a large municipality searches in 64 tabs at once, over and over; what a small one's lists take before and meanwhile. The
/// product has as few places as it is delivered with.
/// </summary>
internal sealed class NeighbourSection : ISection
{
    private const int Tabs = 64;
    private const int PerSecond = 40;
    private const int Connections = 8;

    public string Name => "neighbour";

    public async Task Run(Bench bench)
    {
        var servers = await bench.Servers.Value;
        using var product = await Product.Start(servers.Database.Connections, servers.Folder, asDelivered: true);
        var (small, large) = (servers.Tickets.Small, servers.Tickets.Large);
        var lists = Requests.Get(small.Host, "/api/v1/tickets?limit=50", await product.SignIn(small));
        var search = Requests.Get(large.Host, "/api/v1/tickets?limit=50&text=niemals", await product.SignIn(large));
        var load = new SteadyLoad(product.Server.Address, [(lists, 200)], PerSecond, Connections);
        var seconds = bench.Options.Quick ? 10 : 30;

        load.Run(For(3));
        var quiet = await Task.Run(() => load.Run(For(seconds)));
        var noise = new Noise(product.Server.Address, search);
        noise.Start();
        var meanwhile = await Task.Run(() => load.Run(For(seconds)));
        noise.Stop();

        Tell(bench.Report, quiet, meanwhile, noise, seconds);
    }

    private static void Tell(Report report, Samples quiet, Samples meanwhile, Noise noise, int seconds)
    {
        var table = new Table(
            "neighbour",
            $"A municipality's lists, {PerSecond} a second, while one agent of another sends {Tabs} searches at once; in milliseconds",
            new("quiet_p50", "p50 before", "N2"), new("meanwhile_p50", "p50 meanwhile", "N2"), new("quiet_p99", "p99 before", "N2"),
            new("meanwhile_p99", "p99 meanwhile", "N2"), new("searches", "searches answered/s", "N1"), new("refused", "refused/s", "N1"));
        table.Add(
            quiet.Milliseconds(0.5), meanwhile.Milliseconds(0.5), quiet.Milliseconds(0.99), meanwhile.Milliseconds(0.99),
            noise.Count(200) / (double)seconds, noise.Count(429) / (double)seconds);
        report.Add(table);
        report.Add(new Aim(
            "load: a neighbour's p99 meanwhile over before", meanwhile.Milliseconds(0.99) / quiet.Milliseconds(0.99), Most: 1.5));
    }

    private static Func<bool> For(double seconds)
    {
        var began = Stopwatch.GetTimestamp();
        return () => Stopwatch.GetElapsedTime(began).TotalSeconds >= seconds;
    }

    /// <summary>Each tab asks again as soon as it is answered; refused, it waits as long as it was told.</summary>
    private sealed class Noise(IPEndPoint server, byte[] request)
    {
        private readonly ConcurrentDictionary<int, int> answers = new();
        private readonly List<Thread> tabs = [];
        private volatile bool ends;

        public int Count(int status) => answers.GetValueOrDefault(status);

        public void Start()
        {
            for (var i = 0; i < Tabs; i++)
                tabs.Add(new(Work, 256 * 1024) { IsBackground = true });
            tabs.ForEach(tab => tab.Start());
        }

        public void Stop()
        {
            ends = true;
            tabs.ForEach(tab => tab.Join());
        }

        private void Work()
        {
            using var wire = new Wire(server);
            while (!ends)
            {
                var status = wire.Exchange(request);
                answers.AddOrUpdate(status, 1, static (_, count) => count + 1);
                if (status != 200)
                    Thread.Sleep(TimeSpan.FromSeconds(2));
            }
        }
    }
}

using System.Diagnostics;
using System.Text.Json;
using Helpdesk.Bench.Limit;
using Helpdesk.Bench.Load;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Servers;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Grains.FeatureFlags;
using Helpdesk.Grains.FeatureFlags.Management;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;

namespace Helpdesk.Bench.FeatureFlags;

/// <summary>
/// Flags three ways: asked in our own process, one core; asked by a CMS over OFREP, beside an endpoint that answers nothing; and how long a
/// change takes until it is what programs are told.
/// </summary>
internal sealed class FlagSection : ISection
{
    private const int Asked = 1 << 16;

    private static readonly int[] Clients = [1, 8, 32];

    public string Name => "flags";

    public async Task Run(Bench bench)
    {
        var now = Instant.FromUnixTimeTicks(DateTime.UtcNow.Ticks - DateTime.UnixEpoch.Ticks);
        var snapshot = Build(bench, now);
        Evaluate(bench, snapshot, now);
        await Manage(bench, snapshot);
        await AskOverOfrep(bench);
    }

    private static CompiledFlags Build(Bench bench, Instant now)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var set = FlagWorld.MakeSet(now);
        FlagSource platform = new(FlagTenant.Unknown(TenantId.Platform), set);
        FlagSource[] all = [platform, .. FlagWorld.MakeTenants().Select(tenant => new FlagSource(tenant, null))];
        var began = Stopwatch.GetTimestamp();
        var snapshot = CompiledFlags.Empty.With(all);
        var whole = Stopwatch.GetElapsedTime(began);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        began = Stopwatch.GetTimestamp();
        _ = snapshot.With(platform);
        var oneSet = Stopwatch.GetElapsedTime(began);
        began = Stopwatch.GetTimestamp();
        _ = snapshot.With(all[1]);
        var oneTenant = Stopwatch.GetElapsedTime(began);

        var table = new Table(
            "flag_snapshot", $"A snapshot of {FlagWorld.Flags:N0} flags for {FlagWorld.Tenants:N0} tenants",
            new("mib", "MiB", "N1"), new("whole_ms", "built whole, ms", "N1"), new(
                "platform_ms", "after a change of the platform's flags, ms", "N1"),
            new("tenant_ms", "of one tenant, ms", "N1"));
        table.Add(memory / 1024.0 / 1024.0, whole.TotalMilliseconds, oneSet.TotalMilliseconds, oneTenant.TotalMilliseconds);
        bench.Report.Add(table);
        GC.KeepAlive(all);
        return snapshot;
    }

    private static void Evaluate(Bench bench, CompiledFlags snapshot, Instant now)
    {
        var (keys, contexts) = Questions();
        var table = new Table(
            "flag_evaluation", "Evaluations in this process, one thread: any flag for any tenant and account",
            new("per_second", "evaluations/s"), new("low", "lower q."), new("high", "upper q."),
            new("p50_us", "p50 µs", "N2"), new("p99_us", "p99 µs", "N2"), new("bytes", "bytes each", "N1"));
        Slice(snapshot, keys, contexts, now, bench.Options.Quick ? 0.5 : 2);
        var rates = Enumerable.Range(0, bench.Options.Quick ? 3 : 9).Select(_ => Slice(snapshot, keys, contexts, now, 0.3)).ToList();
        var times = new Samples();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var place = 0; place < Asked; place++)
            snapshot.Evaluate(keys[place], contexts[place], now);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        for (var place = 0; place < Asked; place++)
        {
            var began = Stopwatch.GetTimestamp();
            snapshot.Evaluate(keys[place], contexts[place], now);
            times.Add(Stopwatch.GetTimestamp() - began);
        }

        table.Add(
            rates.Median(), rates.Quantile(0.25), rates.Quantile(0.75), times.Milliseconds(0.5) * 1_000, times.Milliseconds(0.99) * 1_000,
            bytes / (double)Asked);
        bench.Report.Add(table);
        bench.Report.Add(new Aim("flags: evaluations a second, one core", rates.Median(), Least: 5_000_000));
        bench.Report.Add(new Aim("flags: p99 of an evaluation, milliseconds", times.Milliseconds(0.99), Most: 1));
    }

    /// <returns>Evaluations a second.</returns>
    private static double Slice(CompiledFlags snapshot, string[] keys, FlagContext[] contexts, Instant now, double seconds)
    {
        var (began, count, on) = (Stopwatch.GetTimestamp(), 0L, 0L);
        do
        {
            for (var place = 0; place < Asked; place++)
                on += snapshot.Evaluate(keys[place], contexts[place], now).IsOn ? 1 : 0;
            count += Asked;
        }
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds);

        if (on == 0 || on == count)
            throw new InvalidOperationException("Every flag answered alike: nothing was decided.");
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>The way of our own code: Microsoft.FeatureManagement over the snapshot.</summary>
    private static async Task Manage(Bench bench, CompiledFlags snapshot)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddLogging().AddSingleton<ICurrentFlags>(new Fixed(snapshot)).AddFlagManagement()
                .BuildServiceProvider();
        var flags = services.GetRequiredService<IVariantFeatureManager>();
        var (keys, contexts) = Questions();
        var times = new Samples();
        for (var round = 0; round < 2; round++)
        {
            times.Clear();
            for (var place = 0; place < Asked; place++)
            {
                using var scope = FlagScope.Enter(new(contexts[place].Tenant, contexts[place].TargetingKey));
                var began = Stopwatch.GetTimestamp();
                await flags.IsEnabledAsync(keys[place]);
                times.Add(Stopwatch.GetTimestamp() - began);
            }
        }

        var table = new Table(
            "flag_management", "The same through IVariantFeatureManager", new("p50_us", "p50 µs", "N2"), new("p99_us", "p99 µs", "N2"));
        table.Add(times.Milliseconds(0.5) * 1_000, times.Milliseconds(0.99) * 1_000);
        bench.Report.Add(table);
        bench.Report.Add(new Aim("flags: p99 through IVariantFeatureManager, milliseconds", times.Milliseconds(0.99), Most: 1));
    }

    private static async Task AskOverOfrep(Bench bench)
    {
        var servers = await bench.Servers.Value;
        var town = servers.Tickets.Small;
        var admin = await servers.Product.SignIn(town, town.AdminEmail);
        var made = await servers.Product.Post(
            town, admin, "/api/v1/api-keys", $$"""{"name":"cms","scopes":["flags:evaluate"],"environment":"{{FlagWorld.Environment}}"}""");
        var key = $"Bearer {made.GetProperty("key").GetString()}";
        await Propagate(bench, servers, town, admin, key);

        var questions = Enumerable.Range(0, 512)
            .Select(number =>
                Requests.Post(town.Host, $"/ofrep/v1/evaluate/flags/{FlagWorld.Key(number)}", key, Context($"konto-{number}"))).ToList();
        Side product = new(servers.Product.Server.Address, questions, 200, () => servers.Product.Server.ProcessorTime);
        Side empty = new(
            servers.Limit.Address, [Requests.Get("localhost", LimitProgram.EmptyPath, null)], 200, () => servers.Limit.ProcessorTime);
        var table = new Table(
            "ofrep", "One flag over OFREP beside an endpoint that answers nothing",
            new("clients", "clients"), new("product_per_second", "product/s"), new("empty_per_second", "empty/s"), new(
                "ratio", "ratio", "N2"),
            new("low", "lower q.", "N2"), new("high", "upper q.", "N2"), new("p50", "p50 ms", "N2"), new("p99", "p99 ms", "N2"),
            new("product_cpu_us", "CPU µs"), new("empty_cpu_us", "empty CPU µs"));
        Duel.Run(product, empty, 8, Paces.WarmUp(bench.Options));
        foreach (var clients in Clients)
        {
            var comparison = Duel.Run(product, empty, clients, Paces.Measure(bench.Options));
            var (asked, nothing) = (comparison.First, comparison.Second);
            table.Add(
                clients, asked.PerSecond, nothing.PerSecond, comparison.Ratio, comparison.RatioLow, comparison.RatioHigh,
                asked.Samples.Milliseconds(0.5), asked.Samples.Milliseconds(0.99), asked.ProcessorMicroseconds,
                nothing.ProcessorMicroseconds);
            if (clients == Clients[^1])
                bench.Report.Add(new Aim("flags: OFREP's share of an empty endpoint's throughput", comparison.Ratio, Least: 0.5));
        }

        bench.Report.Add(table);
    }

    /// <summary>From the answer to a saved change until OFREP answers by it, asked all the time.</summary>
    private static async Task Propagate(Bench bench, BenchServers servers, Town town, string admin, string key)
    {
        const string Flag = "flag-of-the-moment";
        const string Path = $"/api/v1/flags/{Flag}";
        var times = new Samples();
        for (var change = 0; change < (bench.Options.Quick ? 5 : 20); change++)
        {
            var variant = change % 2 == 0 ? "on" : "off";
            var body = $$"""{"description":"Wechselt.","kind":"release","enabled":true,"variants":{"on":true,"off":false},"default_variant":"off","strategies":[{"type":"everyone","variant":"{{variant}}"}],"requires":[],"expires_at":null,"safe_variant":"off"}""";
            await servers.Product.Put(town, admin, Path, body, change == 0 ? null : $"\"{change}\"");
            var began = Stopwatch.GetTimestamp();
            while (await Told() != variant)
            {
                if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(30))
                    throw new InvalidOperationException("A change of a flag was not seen for 30 seconds.");
            }

            times.Add(Stopwatch.GetTimestamp() - began);
        }

        var table = new Table("flag_change", $"From a saved change to its effect over OFREP, beside {FlagWorld.Flags:N0} other flags",
            new("p50", "p50 ms", "N1"), new("most", "longest ms", "N1"));
        table.Add(times.Milliseconds(0.5), times.Milliseconds(1));
        bench.Report.Add(table);
        bench.Report.Add(new Aim("flags: longest time from a saved change to its effect, seconds", times.Milliseconds(1) / 1_000, Most: 2));

        // Before the first change is seen there is no such flag.
        async Task<string?> Told()
        {
            try
            {
                return (await servers.Product.Post(town, key, $"/ofrep/v1/evaluate/flags/{Flag}", Context("konto")))
                    .GetProperty("variant").GetString();
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }

    private static string Context(string account) => JsonSerializer.Serialize(new { context = new { targetingKey = account } });

    private static (string[] Keys, FlagContext[] Contexts) Questions()
    {
        var (random, tenants) = (new Random(20261121), FlagWorld.MakeTenants());
        var keys = Enumerable.Range(0, FlagWorld.Flags).Select(FlagWorld.Key).ToArray();
        var accounts = Enumerable.Range(0, 10_000).Select(number => $"konto-{number}").ToArray();
        return (
            [.. Enumerable.Range(0, Asked).Select(_ => keys[random.Next(keys.Length)])],
            [.. Enumerable.Range(0, Asked).Select(_ =>
                new FlagContext(tenants[random.Next(tenants.Count)].Id, FlagWorld.Environment, accounts[random.Next(accounts.Length)]))]);
    }

    private sealed class Fixed(CompiledFlags snapshot) : ICurrentFlags
    {
        public CompiledFlags Current => snapshot;

        public Instant? InStepAt => null;

        public string Environment => FlagWorld.Environment;

        public Task CatchUp(CancellationToken cancellation) => Task.CompletedTask;
    }
}

using System.Runtime.InteropServices;
using Helpdesk.Bench;
using Helpdesk.Bench.Attachments;
using Helpdesk.Bench.Engine;
using Helpdesk.Bench.FeatureFlags;
using Helpdesk.Bench.Feed;
using Helpdesk.Bench.Limit;
using Helpdesk.Bench.Live;
using Helpdesk.Bench.RateLimits;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Search;
using Helpdesk.Bench.Servers;
using Helpdesk.Bench.SignIn;
using Helpdesk.Bench.Sla;
using Helpdesk.Bench.Tickets;
using Helpdesk.Bench.Web;
using Helpdesk.Postgres.Sql;

if (args is ["limit", var plan])
{
    await LimitProgram.Run(plan);
    return 0;
}

IReadOnlyList<ISection> sections =
[
    new EngineSection(), new AccessSection(), new TicketSection(), new FlagSection(), new StormSection(), new SweepSection(),
    new NeighbourSection(), new UploadSection(), new SearchSection(), new LiveSection(), new FeedSection(),
    new PagesSection(),
];

if (!BenchOptions.TryParse(args, out var options) || options.Only.Except(sections.Select(section => section.Name)).Any())
{
    Console.Error.WriteLine($"{BenchOptions.Usage}, sections: {string.Join(", ", sections.Select(section => section.Name))}");
    return 2;
}

var report = new Report(Console.Out, options.Quick);
var folder = Path.Combine(RepositoryRoot.Find() ?? Path.GetTempPath(), ".data", "bench");
var servers = new Lazy<Task<BenchServers>>(() => BenchServers.Start(folder, options, report));
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
var interrupted = false;
try
{
    foreach (var section in sections.Where(section => options.Only.Count == 0 || options.Only.Contains(section.Name)))
        await section.Run(new(options, report, servers));

    report.PrintAims();
    if (options.Json is { } json)
        await report.Write(
            json, Machine.Describe(servers.IsValueCreated ? await (await servers.Value).Database.Describe() : "no PostgreSQL"));
    return 0;
}
catch (StartupRefusedException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}
catch (Exception) when (interrupted)
{
    // What was measured has just been taken away; the signal ends this process.
    await Task.Delay(Timeout.Infinite);
    return 1;
}
finally
{
    await StopServers();
}

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted = true;
    StopServers().AsTask().Wait();
    Environment.Exit(130);
}

async ValueTask StopServers()
{
    if (servers is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        await (await servers.Value).DisposeAsync();
}

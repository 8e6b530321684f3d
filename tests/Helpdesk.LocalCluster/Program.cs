using System.Runtime.InteropServices;
using Helpdesk.LocalCluster;
using Helpdesk.Postgres.Sql;

// Called by ./dev cluster, which has read the options: run DATA PORT SILOS APIS, ask DATA WORDS, or drill DATA SILOS HOW.
try
{
    switch (args)
    {
        case ["ask", var data, var words]:
            await Control.Ask(data, words);
            return 0;
        case ["run", var data, var port, var silos, var apis]:
            await Run(new() { Data = data, Port = Number(port, 1, 65_535), Silos = Number(silos, 1, 20), Apis = Number(apis, 1, 20) });
            return 0;
        case ["drill", var data, _, "database"]:
            // One process of each kind: what is measured is how they bear it, not how many share it.
            await using (var cluster = await LocalCluster.StartAsync(new() { Data = data, Silos = 1 }))
                await HungDatabaseDrill.Run(cluster);
            return 0;
        case ["drill", var data, var silos, var how and ("kill" or "freeze" or "stop")]:
            await using (var cluster = await LocalCluster.StartAsync(new() { Data = data, Silos = Number(silos, 2, 20) }))
                await Drill.Run(cluster, how);
            return 0;
        default:
            Console.Error.WriteLine("Use ./dev cluster.");
            return 2;
    }
}
catch (StartupRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 0;
}

static int Number(string text, int least, int most) => int.TryParse(text, out var number) && number >= least && number <= most
    ? number
    : throw new StartupRefusedException($"{text} is not a number from {least:N0} to {most:N0}.");

static async Task Run(ClusterPlan plan)
{
    using var end = new CancellationTokenSource();
    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        end.Cancel();
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
    await using var cluster = await LocalCluster.StartAsync(plan, end.Token);
    await using var control = await Control.Listen(cluster, plan.Data);
    foreach (var member in cluster.Members)
        Console.WriteLine(Control.Line(member));
    // For ./dev cluster, which says the rest.
    Console.WriteLine("ready");
    await Task.Delay(Timeout.Infinite, end.Token);
}

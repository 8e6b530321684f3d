using System.Diagnostics;
using System.Globalization;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.LocalCluster;

/// <summary>One process of the cluster. Its endpoints stay the same over restarts.</summary>
public sealed class Member
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(40);

    private readonly string assembly;
    private readonly Dictionary<string, string> settings;
    private Process? process;

    private Member(ClusterPlan plan, string name, string assembly, int port, Dictionary<string, string> settings)
    {
        (Name, this.assembly, Port, this.settings) = (name, assembly, port, settings);
        Log = Path.Combine(LogsOf(plan), $"{name.Replace(' ', '-')}.log");
        PrivateFolder.Create(Path.GetDirectoryName(Log)!);
        File.WriteAllText(Log, "");
    }

    /// <summary><c>silo 2</c>, <c>api 1</c>.</summary>
    public string Name { get; }

    /// <summary>The port of its HTTP server.</summary>
    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Only for a silo: the ports where other silos, and clients, connect.</summary>
    public (int Silo, int Gateway) EnginePorts => (Setting("Helpdesk__Cluster__SiloPort"), Setting("Helpdesk__Cluster__GatewayPort"));

    /// <summary>What it has written since the cluster was started, over restarts: the last of it, if it was much.</summary>
    public string Log { get; }

    public int Id => process?.Id ?? 0;

    public bool Runs => process is { HasExited: false };

    /// <summary>As the operating system saw it: 128 and the signal when it was killed.</summary>
    public int ExitCode => process!.ExitCode;

    internal static string LogsOf(ClusterPlan plan) => Path.Combine(plan.Data, "log");

    internal static Member Silo(ClusterPlan plan, DatabaseConnections database, int number, Queue<int> ports)
    {
        var settings = SettingsOf(plan, database);
        settings["Helpdesk__Cluster__SiloPort"] = ports.Dequeue().ToString(CultureInfo.InvariantCulture);
        settings["Helpdesk__Cluster__GatewayPort"] = ports.Dequeue().ToString(CultureInfo.InvariantCulture);
        return new(plan, $"silo {number}", "Helpdesk.Silo", ports.Dequeue(), settings);
    }

    internal static Member Api(ClusterPlan plan, DatabaseConnections database, int number, Queue<int> ports)
    {
        var settings = SettingsOf(plan, database);
        settings["Helpdesk__Silo"] = "remote";
        settings["Helpdesk__Access__TrustedProxies__0"] = "127.0.0.0/8"; // the front door
        settings["Helpdesk__Demo"] = number == 1 ? "true" : "false";
        return new(plan, $"api {number}", "Helpdesk.Api", ports.Dequeue(), settings);
    }

    /// <param name="environment">For this run alone.</param>
    public void Start(IReadOnlyDictionary<string, string>? environment = null)
    {
        if (Runs)
            throw new InvalidOperationException($"{Name} runs.");

        // The shell becomes the program, so the process is the program's own; and what it writes goes on when whoever started it has ended.
        var start = new ProcessStartInfo(
            "sh", ["-c", "exec dotnet \"$1\" --urls \"$2\" >>\"$3\" 2>&1", "sh", Built(assembly), Address.ToString(), Log]);
        foreach (var (name, value) in settings.Concat(environment ?? new Dictionary<string, string>()))
            start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    /// <exception cref="StartupRefusedException">It ended, or did not become ready in time.</exception>
    public async Task BecomesReady(CancellationToken cancellation = default)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var began = Stopwatch.GetTimestamp();
        while (!await IsReady(client, cancellation))
        {
            if (!Runs)
                throw new StartupRefusedException(
                    $"{Name} ended with the code {ExitCode} instead of starting. Its last words: {LastWords()}");
            if (Stopwatch.GetElapsedTime(began) > StartsWithin)
                throw new StartupRefusedException($"{Name} was not ready after {StartsWithin.TotalSeconds} seconds; its log is {Log}.");
            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>What it says of itself at this moment; one that does not answer is not.</summary>
    public async Task<bool> IsReady(CancellationToken cancellation = default)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        return await IsReady(client, cancellation);
    }

    /// <summary>Waits until its log holds these words.</summary>
    /// <exception cref="StartupRefusedException">It did not say so in time.</exception>
    public async Task Says(string words, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (!File.ReadLines(Log).Any(line => line.Contains(words, StringComparison.Ordinal)))
        {
            if (!Runs || Stopwatch.GetElapsedTime(began) > StartsWithin)
                throw new StartupRefusedException($"{Name} never said \"{words}\". Its last words: {LastWords()}");
            await Task.Delay(100, cancellation);
        }
    }

    public async Task<bool> IsReady(HttpClient client, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address, "health/ready"), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException || !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>SIGKILL: nothing is finished, nothing is said.</summary>
    public async Task Kill()
    {
        Signal("KILL");
        await Ends();
    }

    /// <summary>SIGTERM, as service managers send it; killed when it takes too long.</summary>
    public async Task Stop()
    {
        if (!Runs)
            return;
        Signal("CONT");
        Signal("TERM");
        try
        {
            await Ends();
        }
        catch (TimeoutException)
        {
            await Kill();
        }
    }

    public async Task Ends() => await process!.WaitForExitAsync().WaitAsync(EndsWithin);

    /// <summary>Stands still with all its connections open, as a virtual machine that is moved.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{Id}"]);
        kill.WaitForExit();
    }

    private static Dictionary<string, string> SettingsOf(ClusterPlan plan, DatabaseConnections database) => new(plan.Settings)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["Helpdesk__Data"] = plan.Data,
        ["Helpdesk__Database"] = database.Application,
        ["Helpdesk__Database__Worker"] = database.Worker,
        ["Helpdesk__Database__Owner"] = database.Owner,
        // By itself it is off between loopback addresses. What is tried out here is what runs on several machines.
        ["Helpdesk__Cluster__Tls"] = "on",
        ["Helpdesk__Database__ApplicationPool"] = "25",
        ["Helpdesk__Database__WorkerPool"] = "5",
        ["Helpdesk__Database__EnginePool"] = "5",
        ["Helpdesk__Database__MayLoseCommits"] = plan.Durable ? "false" : "true",
    };

    // The same configuration that this was built in.
    private static string Built(string assembly)
    {
        var root = RepositoryRoot.Find() ?? throw new StartupRefusedException("A cluster is started in a checkout only.");
        return Path.Combine(root, "artifacts", "bin", assembly, new DirectoryInfo(AppContext.BaseDirectory).Name, $"{assembly}.dll");
    }

    private int Setting(string name) => int.Parse(settings[name], CultureInfo.InvariantCulture);

    private string LastWords() => string.Join(" | ", File.ReadLines(Log).TakeLast(5));
}

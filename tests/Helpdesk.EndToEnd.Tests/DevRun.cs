using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Helpdesk.EndToEnd.Tests;

/// <summary><c>./dev run</c> in a terminal: a process group of its own, with a data directory and a port of its own.</summary>
internal sealed class DevRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // A terminal gives a command a process group, and Ctrl-C its usual meaning, which whoever runs the tests may have taken away. Perl is
    // on every Linux and macOS; setsid and env --default-signal are not.
    private const string LikeATerminal = "setpgrp; $SIG{INT} = 'DEFAULT'; exec @ARGV";

    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private DevRun(Process process, int port, string data) => (this.process, Port, Data) = (process, port, data);

    public int Port { get; }

    public string Data { get; }

    /// <summary>What it printed and what it complained of.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    public int ExitCode => process.ExitCode;

    public static DirectoryInfo Repository { get; } = FindRepository();

    /// <param name="data">The data folder of another run; <c>null</c>: a new one.</param>
    public static DevRun Start(string? data = null)
    {
        var (port, folder) = (FreePort(), data ?? NewFolder());
        var start = new ProcessStartInfo("perl")
        {
            WorkingDirectory = Repository.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["-e", LikeATerminal, "./dev", "run", "--no-build", "--port", $"{port}", "--data", folder])
            start.ArgumentList.Add(argument);
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        var process = new Process { StartInfo = start };
        var run = new DevRun(process, port, folder);
        process.OutputDataReceived += (_, line) => run.Heard(line.Data);
        process.ErrorDataReceived += (_, line) => run.Heard(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return run;
    }

    public async Task BecomesReady()
    {
        var ended = process.WaitForExitAsync();
        await Task.WhenAny(ready.Task, ended).WaitAsync(Patience);
        ready.Task.IsCompleted.ShouldBeTrue($"It ended instead of starting:\n{string.Join('\n', lines)}");
    }

    /// <summary>The terminal sends the signal to everything that runs in it.</summary>
    public async Task PressCtrlC()
    {
        using var interrupt = Process.Start("kill", ["-INT", "--", $"-{process.Id}"]);
        await interrupt.WaitForExitAsync();
    }

    public async Task Ends() => await process.WaitForExitAsync().WaitAsync(Patience);

    /// <summary>The processes that it started and that outlive no end of it: the platform, and its PostgreSQL.</summary>
    public IReadOnlyList<int> Started() =>
    [
        FirstNumber(Path.Combine(Data, "helpdesk.pid")),
        .. Directory.GetFiles(Data, "postmaster.pid", SearchOption.AllDirectories).Select(FirstNumber),
    ];

    /// <summary>What has ended but was not collected yet by the process above it does not live.</summary>
    public static bool IsAlive(int id)
    {
        using var look = Process.Start(new ProcessStartInfo("ps", ["-o", "stat=", "-p", $"{id}"]) { RedirectStandardOutput = true })!;
        var state = look.StandardOutput.ReadToEnd().Trim();
        return state.Length > 0 && state[0] != 'Z';
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await PressCtrlC();
            await Ends();
        }

        process.Dispose();
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (line.StartsWith("Ctrl-C stops it", StringComparison.Ordinal))
            ready.TrySetResult();
    }

    /// <summary>
    /// Others may enter it: PostgreSQL runs as an ordinary user, and where it cannot get in the platform keeps the database elsewhere.
    /// </summary>
    internal static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-").FullName;
        File.SetUnixFileMode(
            folder, File.GetUnixFileMode(
            folder) | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        return folder;
    }

    private static int FirstNumber(string file) => int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);

    private static DirectoryInfo FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Helpdesk.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run inside the repository.");
        return folder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Helpdesk.Bench.Servers;

/// <summary>
/// A program under measurement: a .NET process of its own on a port of its own, with the probe in it. Ends with the bench, however that
/// ends.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly Queue<string> lastWords = new();
    private readonly StreamReader answers;
    private readonly StreamWriter questions;
    private readonly Lock asking = new();

    private ServerProcess(Process process, Socket probe, IPEndPoint address, Queue<string> lastWords)
    {
        (this.process, Address, this.lastWords) = (process, address, lastWords);
        var stream = new NetworkStream(probe, ownsSocket: true);
        (answers, questions) = (new(stream), new(stream) { AutoFlush = true });
    }

    public IPEndPoint Address { get; }

    /// <summary>In bytes.</summary>
    public long ResidentMemory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>User and system time since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="assembly">Full path of the program.</param>
    /// <param name="arguments">Given the address that it shall listen on.</param>
    /// <param name="readyPath">Answers 200 when it is ready.</param>
    public static async Task<ServerProcess> Start(
        string assembly, Func<string, IEnumerable<string>> arguments, IEnumerable<KeyValuePair<string, string>> settings, string readyPath,
        string readyHost)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var socketPath = Path.Combine(Path.GetTempPath(), $"helpdesk-bench-{Guid.NewGuid():N}"[..30]);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socketPath));
        listener.Listen();
        var lastWords = new Queue<string>();
        var process = Launch(assembly, arguments($"http://{address}"), settings, socketPath, lastWords);
        try
        {
            using var limit = new CancellationTokenSource(StartLimit);
            var probe = await listener.AcceptAsync(limit.Token);
            var server = new ServerProcess(process, probe, address, lastWords);
            await server.AwaitReady(readyPath, readyHost, limit.Token);
            return server;
        }
        catch (Exception failure)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException(
                $"{Path.GetFileName(assembly)} did not start: {failure.Message}\n{string.Join('\n', lastWords)}", failure);
        }
        finally
        {
            File.Delete(socketPath);
        }
    }

    /// <summary>From now on every round trip to the database is noted.</summary>
    public void WatchStatements() => Ask<JsonElement>("watch");

    /// <summary>What was noted since, and how often; nothing is noted from here on.</summary>
    public Dictionary<string, int> Statements() => Ask<Dictionary<string, int>>("statements");

    /// <summary>Bytes allocated since the process started, then collections of each generation.</summary>
    public long[] Memory() => Ask<long[]>("memory");

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
        questions.Dispose();
        answers.Dispose();
    }

    private static Process Launch(
        string assembly, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> settings, string socketPath,
        Queue<string> lastWords)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host
            && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [assembly, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["HELPDESK_BENCH_SOCKET"] = socketPath;
        start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "Helpdesk.Bench.Probe.dll");
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Note(string? line)
        {
            if (line is null)
                return;
            lock (lastWords)
            {
                lastWords.Enqueue(line);
                while (lastWords.Count > 40)
                    lastWords.Dequeue();
            }
        }
    }

    private async Task AwaitReady(string path, string host, CancellationToken limit)
    {
        using var client = new HttpClient();
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"It ended with {process.ExitCode}.");
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Address}{path}");
                request.Headers.Host = host;
                using var answer = await client.SendAsync(request, limit);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, limit);
        }
    }

    private T Ask<T>(string question)
    {
        lock (asking)
        {
            questions.WriteLine(question);
            return JsonSerializer.Deserialize<T>(answers.ReadLine() ?? throw new IOException("The probe is gone."))!;
        }
    }

    private static int FreePort()
    {
        using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}

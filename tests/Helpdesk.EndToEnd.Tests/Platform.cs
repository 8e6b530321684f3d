using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Helpdesk.EndToEnd.Tests;

/// <summary>The product as people run it: a process of its own with a private PostgreSQL in a folder of its own.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo data = new(DevRun.NewFolder());
    private readonly int port = FreePort();
    private Process? process;

    /// <summary>Answers of the last start, for when it fails.</summary>
    public string Log { get; private set; } = "";

    public string Data => data.FullName;

    /// <summary>For the next start.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public async Task Start(bool demo = true)
    {
        Log = "";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[Api(), "--urls", $"http://127.0.0.1:{port}", $"--Helpdesk:Data={data.FullName}",
            $"--Helpdesk:Demo={demo}"])
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Log += line.Data + "\n";
        process.ErrorDataReceived += (_, line) => Log += line.Data + "\n";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await BecomesReady();
        if (demo)
            await HasDemoData();
    }

    /// <summary>SIGKILL: nothing is finished, nothing is said.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
    }

    /// <summary>Somebody follows the link of an invitation.</summary>
    public async Task Accept(string host, string token, string password)
    {
        using var client = Client(host);
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/invitations/accept", new { token, password });
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Signed in at a host; as one of the demo people unless a password is given.</summary>
    public async Task<HttpClient> SignIn(string town, string email, string password = "Demo-Passwort-2026")
    {
        var client = Client(town);
        var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var token = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>SIGTERM, and the end of everything that it started.</summary>
    public async Task Stop()
    {
        using var terminate = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        await terminate.WaitForExitAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await Stop();
        process?.Dispose();
        data.Delete(recursive: true);
    }

    public HttpClient Client(string town)
    {
        var sockets = new SocketsHttpHandler
        {
            // No resolver needs to know *.localhost.
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new HttpClient(sockets) { BaseAddress = new($"http://{town}.localhost:{port}"), Timeout = TimeSpan.FromSeconds(30) };
    }

    private async Task BecomesReady()
    {
        using var client = Client("console");
        using var limit = new CancellationTokenSource(StartsWithin);
        while (true)
        {
            if (process!.HasExited)
                throw new InvalidOperationException($"The platform ended instead of starting:\n{Log}");
            try
            {
                if ((await client.GetAsync("/health/ready", limit.Token)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100, limit.Token);
        }
    }

    private async Task HasDemoData()
    {
        using var limit = new CancellationTokenSource(StartsWithin);
        while (!Log.Contains("Demo data is there", StringComparison.Ordinal))
            await Task.Delay(100, limit.Token);
    }

    // The same configuration that these tests were built in.
    internal static string Api() => Program("Helpdesk.Api");

    internal static string Silo() => Program("Helpdesk.Silo");

    private static string Program(string name) =>
        Path.Combine(AppContext.BaseDirectory, "..", "..", name, new DirectoryInfo(AppContext.BaseDirectory).Name, $"{name}.dll");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

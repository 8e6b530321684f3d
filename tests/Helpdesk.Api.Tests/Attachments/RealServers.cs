using System.Diagnostics;
using System.Net.Sockets;

namespace Helpdesk.Api.Tests.Attachments;

/// <summary>A server of its own for a test, on a free port of the loopback interface, with a folder that goes with it.</summary>
public abstract class RealServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? process;

    protected RealServer() => Port = FreePort();

    public int Port { get; }

    protected string Folder { get; } = Directory.CreateTempSubdirectory("helpdesk-server-").FullName;

    public static bool IsContinuous => Environment.GetEnvironmentVariable("CI") is "true" or "1";

    protected async Task Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience);
        while (!await Answers(limit.Token))
        {
            process.HasExited.ShouldBeFalse($"{program} ended");
            await Task.Delay(50, limit.Token);
        }
    }

    public async Task Stop()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<bool> Answers(CancellationToken cancellation)
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}

/// <summary>ClamAV's daemon with a database of one signature: it knows the EICAR test file and nothing else.</summary>
public sealed class Clamd : RealServer
{
    public const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /// <summary><c>null</c>: there is none on this machine.</summary>
    public static string? Program { get; } = new[] { "/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd" }
        .FirstOrDefault(File.Exists);

    public Task Start()
    {
        var database = Directory.CreateDirectory(Path.Combine(Folder, "db")).FullName;
        File.WriteAllText(
            Path.Combine(database, "eicar.ndb"),
            $"Eicar-Test-Signature:0:*:{Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(Eicar))}\n");
        var settings = Path.Combine(Folder, "clamd.conf");
        File.WriteAllText(settings, $"""
            DatabaseDirectory {database}
            TCPSocket {Port}
            TCPAddr 127.0.0.1
            Foreground yes
            StreamMaxLength 1M
            MaxThreads 4

            """);
        return Run(Program!, "--config-file", settings);
    }
}

/// <summary>A small server that speaks S3, from npm.</summary>
public sealed class S3Server : RealServer
{
    public const string Bucket = "attachments";

    /// <summary><c>null</c>: it is not installed.</summary>
    public static string? Program { get; } = Found();

    public Task Start() => Run(
        "node", Program!, "--directory", Folder, "--address", "127.0.0.1", "--port", $"{Port}", "--configure-bucket", Bucket, "--silent");

    private static string? Found()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, ".data/tools/s3/node_modules/s3rver/bin/s3rver.js");
            if (File.Exists(program))
                return program;
        }

        return null;
    }
}

/// <summary>Skipped where there is no clamd, except where everything must be tried.</summary>
public sealed class ClamdFactAttribute : FactAttribute
{
    public ClamdFactAttribute() =>
        Skip = Clamd.Program is null && !RealServer.IsContinuous ? "There is no clamd here: ./dev test installs it." : null;
}

/// <summary>Skipped where s3rver is not installed, except where everything must be tried.</summary>
public sealed class S3FactAttribute : FactAttribute
{
    public S3FactAttribute() =>
        Skip = S3Server.Program is null && !RealServer.IsContinuous ? "There is no s3rver here: ./dev test installs it." : null;
}

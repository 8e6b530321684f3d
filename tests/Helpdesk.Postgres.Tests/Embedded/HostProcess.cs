using System.Diagnostics;

namespace Helpdesk.Postgres.Tests.Embedded;

/// <summary>A real process that runs a private server (see Program.cs).</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process) => this.process = process;

    public int Id => process.Id;

    /// <summary>Answers when the server is ready or the host has given up; <paramref name="said"/> is its one line.</summary>
    public static HostProcess Start(string dataDirectory, out string said)
    {
        var start = new ProcessStartInfo("dotnet")
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["exec", typeof(HostProcess).Assembly.Location, dataDirectory])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        said = process.StandardOutput.ReadLine() ?? process.StandardError.ReadToEnd();
        return new HostProcess(process);
    }

    /// <summary><c>kill -9</c>: nothing of it runs on, no handler, no <c>finally</c>.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public int Stop()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}

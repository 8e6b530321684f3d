using System.Diagnostics;
using Helpdesk.Postgres.Embedded;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Postgres;

/// <summary>
/// Looks after the private server: ended by somebody else, or by the kernel for want of memory, it is started again, and what was committed
/// is there. When that is no use the process ends and says why.
/// </summary>
internal sealed partial class EmbeddedWatch(
    DatabaseStartup startup, IHostApplicationLifetime lifetime, ILogger<EmbeddedWatch> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Looks until the logs are looked at too: a minute.</summary>
    private const int LooksForLogs = 60;

    private int starts;
    private long startedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (startup.Private is null)
            return;
        // A service manager that ends everything at once ends the server too: nobody wants it back then.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            for (var look = 1; await timer.WaitForNextTickAsync(end.Token); look++)
            {
                if (startup.Private is { Runs: false } ended)
                    await StartAgain(ended, end.Token);
                else if (look % LooksForLogs == 0)
                    KeepLogsSmall();
            }
        }
        catch (OperationCanceledException)
        {
            // The host ends.
        }
    }

    private void KeepLogsSmall()
    {
        try
        {
            startup.Private?.KeepLogsSmall();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogLogs(log, failure.Message);
        }
    }

    /// <exception cref="StartupRefusedException">It does not start, or never runs for long.</exception>
    private async Task StartAgain(EmbeddedPostgres server, CancellationToken cancellation)
    {
        if (Stopwatch.GetElapsedTime(startedAt) > RestartPauses.Steady)
            starts = 0;
        var why = new StartupRefusedException($"It ended {starts} times in a row, each time within a minute.");
        while (RestartPauses.Before(starts++) is { } pause)
        {
            LogEnded(log, pause);
            await Task.Delay(pause, cancellation);
            try
            {
                await Task.Run(server.StartAgain, cancellation);
                startedAt = Stopwatch.GetTimestamp();
                LogRuns(log);
                return;
            }
            catch (StartupRefusedException refused)
            {
                LogRefused(log, refused.Message);
                why = refused;
            }
        }

        throw new StartupRefusedException($"The private PostgreSQL has ended and cannot be started again. {why.Message}", why);
    }

    [LoggerMessage(LogLevel.Error, "The private PostgreSQL has ended by itself; it is started again in {Pause}.")]
    private static partial void LogEnded(ILogger log, TimeSpan pause);

    [LoggerMessage(LogLevel.Warning, "The private PostgreSQL's logs cannot be kept small: {Reason}")]
    private static partial void LogLogs(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "The private PostgreSQL runs again.")]
    private static partial void LogRuns(ILogger log);

    [LoggerMessage(LogLevel.Error, "The private PostgreSQL did not start: {Reason}")]
    private static partial void LogRefused(ILogger log, string reason);
}

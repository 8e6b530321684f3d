using Helpdesk.Domain.Clocks;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Postgres.Clocks;

/// <summary>
/// Compares this machine's clock with the database's, first before anything runs that goes by it, and says once when the verdict changes.
/// </summary>
internal sealed partial class ClockWatch(TimeProvider time, DatabaseTime database, ILogger<ClockWatch> log) : BackgroundService
{
    /// <summary>Between two looks. A jump of the machine's clock is noticed without one.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>The same until the first has succeeded: this process waits for it.</summary>
    private static readonly TimeSpan AtFirst = TimeSpan.FromSeconds(1);

    private ClockState told = ClockState.Right;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (time is not PlatformClock clock)
            return; // a time that was given agrees with itself
        await Look(clock, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var clock = (PlatformClock)time;
        while (true)
        {
            await Task.Delay(clock.State == ClockState.Unknown ? AtFirst : Period, stoppingToken);
            await Look(clock, stoppingToken);
        }
    }

    internal async Task Look(PlatformClock clock, CancellationToken cancellation)
    {
        try
        {
            clock.Set(await database.Read(clock.Machine, cancellation));
        }
        catch (StorageException)
        {
            // It is away, as others say loudly enough; the stopwatch goes on telling its time.
        }

        if (clock.Difference is { } difference)
            Tell(ClockRules.StateOf(difference), difference);
    }

    private void Tell(ClockState state, Duration difference)
    {
        if (state == told)
            return;
        told = state;
        var (seconds, direction) = (Math.Abs(difference.TotalSeconds), difference > Duration.Zero ? "ahead of" : "behind");
        if (state == ClockState.Wrong)
            LogWrong(log, seconds, direction);
        else if (state == ClockState.Off)
            LogOff(log, seconds, direction);
        else
            LogRight(log);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This machine's clock and the database's agree again.")]
    private static partial void LogRight(ILogger log);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "This machine's clock is {Seconds:F1} s {Direction} the database's, by which the platform goes: set the machine's.")]
    private static partial void LogOff(ILogger log, double seconds, string direction);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "This machine's clock is {Seconds:F1} s {Direction} the database's. The process fires nothing that is due and is not "
            + "ready until the difference is 30 s or less.")]
    private static partial void LogWrong(ILogger log, double seconds, string direction);
}

using Helpdesk.Domain.Clocks;

namespace Helpdesk.Postgres.Clocks;

/// <summary>
/// The database's time, in every process: what it last said, and what has passed since by the stopwatch, which nobody sets. So a machine
/// with the wrong time, or one whose clock is set while it runs, decides nothing differently from the others. Until it was first measured,
/// it is the machine's.
/// </summary>
/// <param name="machine">Its time, and its stopwatch and timers, which run as they do.</param>
public sealed class PlatformClock(TimeProvider machine) : TimeProvider, IPlatformClock
{
    private volatile ClockReading? reading;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public ClockState State => ClockRules.StateOf(Difference);

    public Duration? Difference => reading is { } known ? Duration.FromTimeSpan(machine.GetUtcNow() - TimeBy(known)) : null;

    public Instant? Given => null;

    internal TimeProvider Machine => machine;

    public override DateTimeOffset GetUtcNow() => reading is { } known ? TimeBy(known) : machine.GetUtcNow();

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    internal void Set(ClockReading measured) => reading = ClockReading.Better(reading, measured, machine);

    private DateTimeOffset TimeBy(ClockReading known) => known.Time + machine.GetElapsedTime(known.Timestamp);
}

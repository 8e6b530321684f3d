namespace Helpdesk.Postgres.Clocks;

/// <summary>What the database's clock said, and when that was by a machine's stopwatch.</summary>
/// <param name="Time">The database's time.</param>
/// <param name="Timestamp">The stopwatch in the middle of the round trip.</param>
/// <param name="Error">Half of the round trip: the answer may have been given at either end of it.</param>
internal sealed record ClockReading(DateTimeOffset Time, long Timestamp, TimeSpan Error)
{
    // What a stopwatch of a bad machine goes wrong by, in a second: 200 µs.
    private const double Drift = 200e-6;

    /// <summary>
    /// The one to go by. A slow answer says little about the time: it replaces a better one only when that has grown old, or when both
    /// cannot be true, because the database's clock was set or the machine slept.
    /// </summary>
    public static ClockReading Better(ClockReading? before, ClockReading now, TimeProvider stopwatch)
    {
        if (before is null)
            return now;
        var passed = stopwatch.GetElapsedTime(before.Timestamp, now.Timestamp);
        var error = before.Error + (passed * Drift);
        var apart = (now.Time - (before.Time + passed)).Duration();
        return apart > error + now.Error || now.Error <= error ? now : before;
    }
}

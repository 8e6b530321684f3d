namespace Helpdesk.Grains.Tests.Sla;

/// <summary>
/// The hour is what the test says; timers run as they really do. Begins on a Wednesday at noon in Germany. What the engine does in the
/// background goes on, so it need not be driven; what is due is decided by the hour alone.
/// </summary>
internal sealed class StandingTime : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 11, 18, 11, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public void MoveTo(DateTimeOffset moment) => Interlocked.Exchange(ref ticks, moment.UtcTicks);
}

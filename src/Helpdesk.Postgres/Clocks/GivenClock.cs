using Helpdesk.Domain.Clocks;

namespace Helpdesk.Postgres.Clocks;

/// <summary>Stands for the database's clock where a host was given a time of its own, as tests do: what is due by it is due.</summary>
internal sealed class GivenClock(TimeProvider time) : IPlatformClock
{
    public ClockState State => ClockState.Right;

    public Duration? Difference => Duration.Zero;

    public Instant? Given => Instant.FromDateTimeOffset(time.GetUtcNow());
}

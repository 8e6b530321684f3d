namespace Helpdesk.Domain.Clocks;

/// <summary>
/// The one clock of the platform is the database's. Every process measures how far its machine is from it, and its <c>TimeProvider</c>
/// answers the database's time.
/// </summary>
public interface IPlatformClock
{
    /// <summary>As of this moment: a machine's clock that jumps is noticed without asking the database.</summary>
    ClockState State { get; }

    /// <summary>The machine's time minus the database's; <c>null</c>: they were never compared.</summary>
    Duration? Difference { get; }

    /// <summary>What SQL compares moments with; <c>null</c>, as always in production: the database's own <c>now()</c>.</summary>
    Instant? Given { get; }
}

namespace Helpdesk.Domain.Clocks;

/// <summary>How far a machine's own clock may be trusted beside the database's, by which the platform lives.</summary>
public enum ClockState
{
    /// <summary>Not compared yet: nothing may fire.</summary>
    Unknown,

    /// <summary>At most <see cref="ClockRules.Noticed"/> apart.</summary>
    Right,

    /// <summary>More than that: somebody should look at the machine.</summary>
    Off,

    /// <summary>More than <see cref="ClockRules.Tolerated"/> apart: the process fires nothing and is not ready.</summary>
    Wrong,
}

/// <summary>What the difference between a machine's clock and the database's means.</summary>
public static class ClockRules
{
    /// <summary>Up to here, inclusive, nobody is told: 2 s.</summary>
    public static readonly Duration Noticed = Duration.FromSeconds(2);

    /// <summary>Up to here, inclusive, the machine goes on working: 30 s.</summary>
    public static readonly Duration Tolerated = Duration.FromSeconds(30);

    /// <param name="difference">The machine's time minus the database's; <c>null</c>: they were never compared.</param>
    public static ClockState StateOf(Duration? difference) => difference switch
    {
        null => ClockState.Unknown,
        { } known when known < -Tolerated || known > Tolerated => ClockState.Wrong,
        { } known when known < -Noticed || known > Noticed => ClockState.Off,
        _ => ClockState.Right,
    };

    /// <summary>Whether a process whose clock is like this may act on what is due.</summary>
    public static bool MayFire(this ClockState state) => state is ClockState.Right or ClockState.Off;
}

namespace Helpdesk.Grains.Feed;

/// <summary>What the rules call now.</summary>
internal static class Instants
{
    /// <summary>Whole microseconds, as PostgreSQL keeps them: a state in memory must equal the one that is read back.</summary>
    public static Instant Now(this TimeProvider time)
    {
        var ticks = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks;
        return Instant.FromUnixTimeTicks(ticks - (ticks % TimeSpan.TicksPerMicrosecond));
    }
}

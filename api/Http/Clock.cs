namespace Helpdesk.Api.Http;

internal static class Clock
{
    /// <summary>Whole microseconds, as the database keeps them.</summary>
    public static Instant Now(this TimeProvider time)
    {
        var ticks = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks;
        return Instant.FromUnixTimeTicks(ticks - (ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static Instant Now(this HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().Now();
}

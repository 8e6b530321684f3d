namespace Helpdesk.Api.Http;

internal static class Clock
{
    /// <summary>Whole microseconds, as the database keeps them.</summary>
    public static Instant Now(this TimeProvider time)
    {
        var ticks = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks;
        return Instant.FromUnixTimeTicks(ticks - (ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static Instant Now(this HttpContext context) => TimeOf(context).Now();

    /// <summary>
    /// The id of something new. It begins with the moment, of the platform's clock and not of this machine's: ids sort as things were made,
    /// whichever host made them.
    /// </summary>
    public static Guid NewId(this HttpContext context) => Guid.CreateVersion7(TimeOf(context).GetUtcNow());

    private static TimeProvider TimeOf(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>();
}

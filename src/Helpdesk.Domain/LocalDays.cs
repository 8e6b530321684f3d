namespace Helpdesk.Domain;

/// <summary>
/// Days as people in a municipality count them: the same time of day so many dates later. A day on which clocks change has 23 or 25 hours.
/// </summary>
public static class LocalDays
{
    /// <param name="zone">IANA name; one that is not known counts as UTC.</param>
    public static Instant After(Instant from, int days, string? zone)
    {
        var place = (zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? DateTimeZone.Utc;
        var local = from.InZone(place).LocalDateTime;
        return local.PlusDays(days).InZoneLeniently(place).ToInstant();
    }
}

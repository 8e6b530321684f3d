namespace Helpdesk.Domain;

/// <summary>
/// Days as people in a municipality count them: the same time of day so many dates later. A day on which clocks change has 23 or 25 hours.
/// </summary>
/// <param name="Zone">IANA name; <c>null</c>, and one that is not known, count as UTC.</param>
public readonly record struct LocalDays(int Count, string? Zone)
{
    public Instant After(Instant from) => After(from, Count, Zone);

    /// <param name="zone">As <see cref="Zone"/>.</param>
    public static Instant After(Instant from, int days, string? zone)
    {
        var place = ZoneOf(zone);
        var local = from.InZone(place).LocalDateTime;
        return local.PlusDays(days).InZoneLeniently(place).ToInstant();
    }

    /// <summary>Midnight at the beginning of the day that it is there, so many calendar months before.</summary>
    public static Instant MonthsBefore(Instant now, int months, string? zone)
    {
        var place = ZoneOf(zone);
        return now.InZone(place).Date.PlusMonths(-months).AtStartOfDayInZone(place).ToInstant();
    }

    private static DateTimeZone ZoneOf(string? zone) =>
        (zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? DateTimeZone.Utc;
}

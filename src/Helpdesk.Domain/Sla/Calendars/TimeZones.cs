namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>The tz database that comes with NodaTime: the same answer on every machine, whatever its operating system holds.</summary>
public static class TimeZones
{
    /// <summary>
    /// The version of the data, such as <c>TZDB: 2026a (mapping: …)</c>. Named in explanations, since a new one may move a due time.
    /// </summary>
    public static string Version => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary><c>null</c> unless it is an IANA name, exactly as written there. Offsets such as <c>UTC+01</c> are not zones.</summary>
    public static DateTimeZone? Find(string? name) =>
        name is not null && Names.Contains(name) ? DateTimeZoneProviders.Tzdb[name] : null;

    /// <summary>
    /// The instant at which a wall clock first shows <paramref name="local"/>. Skipped when clocks go forward: the first instant after the
    /// gap. Shown twice when they go back: the first time. So consecutive windows never overlap and never leave a hole.
    /// </summary>
    public static Instant First(this DateTimeZone zone, LocalDateTime local)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    private static readonly HashSet<string> Names = new(DateTimeZoneProviders.Tzdb.Ids, StringComparer.Ordinal);
}

using NodaTime.Text;

namespace Helpdesk.Api.Http;

/// <summary>
/// The beginning or the end of a period from outside: a moment with offset (<see cref="Moments"/>), or a plain day such as 2026-10-01,
/// which is one of the tenant's own.
/// </summary>
internal static class DayOrMoment
{
    /// <summary>A day begins at its midnight.</summary>
    public static Instant? Begin(string text, DateTimeZone zone) => Parse(text, zone, wholeDays: 0);

    /// <summary>A day counts to its end: exclusive is the midnight after it.</summary>
    public static Instant? End(string text, DateTimeZone zone) => Parse(text, zone, wholeDays: 1);

    private static Instant? Parse(string text, DateTimeZone zone, int wholeDays) =>
        Moments.Parse(text) is { } moment ? Instant.FromDateTimeOffset(moment)
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1900 and < 2200 } day }
            ? day.PlusDays(wholeDays).AtStartOfDayInZone(zone).ToInstant()
        : null;

    public static FieldError NeitherOf(string name) => FieldCode.Type.At(name,
        "Muss ein Tag wie 2026-10-01 sein, oder Datum und Uhrzeit mit Abstand zu UTC, in den Jahren 1900 bis 2199.",
        "Must be a day such as 2026-10-01, or a date and time with offset, between the years 1900 and 2200.");
}

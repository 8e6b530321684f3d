using NodaTime.Text;

namespace Helpdesk.Api.Tenants;

/// <summary>Contracts speak of days, programs of moments: both are understood. A date and time without offset is neither.</summary>
internal static class LicenceMoments
{
    /// <exception cref="RequestRefusedException">422: neither a day nor a moment with offset.</exception>
    public static Instant? Start(string? text, string zone, string pointer) => Read(text, zone, pointer, wholeDays: 0);

    /// <summary>The day named counts to its end.</summary>
    /// <exception cref="RequestRefusedException">422: neither a day nor a moment with offset.</exception>
    public static Instant? End(string? text, string zone, string pointer) => Read(text, zone, pointer, wholeDays: 1);

    private static Instant? Read(string? text, string zone, string pointer, int wholeDays)
    {
        if (text is null)
            return null;
        if (Moments.Parse(text) is { Year: >= 2000 } moment)
            return Instant.FromDateTimeOffset(moment);
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day && day.Value.Year is >= 2000 and < 2200)
            return day.Value.PlusDays(wholeDays).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

        throw new RequestRefusedException(Error.Invalid(FieldCode.Format.At(pointer,
            "Muss ein Tag wie 2027-12-31 sein, oder Datum und Uhrzeit mit Abstand zu UTC, von 2000 bis 2199.",
            "Must be a day such as 2027-12-31, or a date and time with offset, from 2000 to 2199.")));
    }
}

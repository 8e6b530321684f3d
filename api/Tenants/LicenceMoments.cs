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

    public static FieldError Neither(string pointer) => FieldCode.Format.At(pointer,
        "Muss ein Tag wie 2027-12-31 sein, oder Datum und Uhrzeit mit Abstand zu UTC, von 2000 bis 2199.",
        "Must be a day such as 2027-12-31, or a date and time with offset, from 2000 to 2199.");

    public static Instant? Parse(string text, string zone, int wholeDays)
    {
        if (Moments.Parse(text) is { Year: >= 2000 } moment)
            return Instant.FromDateTimeOffset(moment);
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day && day.Value.Year is >= 2000 and < 2200)
            return day.Value.PlusDays(wholeDays).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

        return null;
    }

    private static Instant? Read(string? text, string zone, string pointer, int wholeDays) => text is null ? null
        : Parse(text, zone, wholeDays) ?? throw new RequestRefusedException(Error.Invalid(Neither(pointer)));
}

/// <summary>A day, or a moment with offset.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class LicenceMomentAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) =>
        LicenceMoments.Parse(value, "UTC", wholeDays: 0) is null ? LicenceMoments.Neither(pointer) : null;
}

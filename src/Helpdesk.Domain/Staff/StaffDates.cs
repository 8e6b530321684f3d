namespace Helpdesk.Domain.Staff;

/// <summary>Days as people name them, without a time of day. Which day it is somewhere is asked in that place's zone.</summary>
public static class StaffDates
{
    public static FieldError NotSensible(string pointer) => FieldError.OutOfYears(pointer, 2000, 2199);

    public static bool IsSensible(LocalDate day) => day.Year is >= 2000 and < 2200;

    /// <param name="zone">IANA name of a zone that exists.</param>
    public static LocalDate Today(Instant now, string zone) => now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
}

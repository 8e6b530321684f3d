using System.Globalization;
using NodaTime.Text;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>Calendars and times, written as in the documents that ask for them.</summary>
internal static class Given
{
    public const string Workdays = "mon tue wed thu fri";
    public const string EveryDay = "mon tue wed thu fri sat sun";

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly string[] DayWords = EveryDay.Split(' ');

    /// <summary>Mon–Fri 08–17, Berlin.</summary>
    public static readonly CalendarDefinition Office = new("Bürozeiten", "Europe/Berlin", [Window(Workdays, "08:00", "17:00")], null, []);

    public static WeeklyWindow Window(string days, string from, string to) =>
        new([.. days.Split(' ').Select(day => (IsoDayOfWeek)(Array.IndexOf(DayWords, day) + 1))], Wall(from), Wall(to));

    public static WallTime Wall(string text) => WallTime.Parse(text) ?? throw new ArgumentException(text);

    public static SpecialDay Closed(string from, string? to = null, string name = "") => new(Date(from), Date(to ?? from), name, []);

    public static SpecialDay Half(string date, string from, string to, string name = "") =>
        new(Date(date), Date(date), name, [new(Wall(from), Wall(to))]);

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static CalendarDefinition With(this CalendarDefinition calendar, params WeeklyWindow[] windows) =>
        calendar with { Windows = windows };

    public static CalendarDefinition With(this CalendarDefinition calendar, params SpecialDay[] days) =>
        calendar with { SpecialDays = days };

    public static CalendarDefinition In(this CalendarDefinition calendar, string? state, string? municipality = null) =>
        calendar with { Holidays = new HolidayRules("DE", state, municipality) };

    public static BusinessCalendar Compiled(this CalendarDefinition calendar, CalendarRef? origin = null) =>
        BusinessCalendar.Compile(calendar, origin) is { IsOk: true } result
            ? result.Value
            : throw new InvalidOperationException(string.Join(", ", BusinessCalendar.Compile(calendar).Error.Fields));

    /// <summary><c>2026-03-27 16:30</c> on a wall in Berlin; ambiguous and skipped times are refused.</summary>
    public static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneStrictly(Berlin).ToInstant();

    public static Duration Hours(double hours) => Duration.FromHours(hours);

    /// <summary>As <see cref="At"/> reads it, with seconds when there are any and with the offset.</summary>
    public static string Berliner(this Instant? moment) =>
        moment is { } at ? at.InZone(Berlin).ToString("uuuu-MM-dd HH:mm:ss o<+HH:mm>", CultureInfo.InvariantCulture) : "never";

    public static string Berliner(this Instant moment) => ((Instant?)moment).Berliner();
}

namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>
/// When a service is open, as people write it down: wall time in one zone. Data only, stored with a version;
/// <see cref="BusinessCalendar.Compile"/> checks it and turns it into something that calculates.
/// </summary>
/// <param name="Zone">IANA name such as <c>Europe/Berlin</c>.</param>
/// <param name="Windows">The ordinary week. May be empty when <paramref name="SpecialDays"/> hold all working time.</param>
/// <param name="Holidays"><c>null</c>: no public holidays, only <paramref name="SpecialDays"/>.</param>
/// <param name="SpecialDays">
/// Own days: closures, ranges, half days. They come before public holidays, so an own day may open on one. No two may share a date.
/// </param>
public sealed record CalendarDefinition(
    string Name,
    string Zone,
    IReadOnlyList<WeeklyWindow> Windows,
    HolidayRules? Holidays,
    IReadOnlyList<SpecialDay> SpecialDays);

/// <summary>Open on these days of the week from <paramref name="From"/> (inclusive) to <paramref name="To"/> (exclusive).</summary>
/// <param name="To">
/// Up to <c>24:00</c>. At or before <paramref name="From"/> it is the next morning's: a night shift, which belongs to the day on which it
/// starts.
/// </param>
public sealed record WeeklyWindow(IReadOnlyList<IsoDayOfWeek> Days, WallTime From, WallTime To);

/// <summary>Days with hours of their own, in place of everything that the week and the public holidays say about them.</summary>
/// <param name="To">Inclusive; the same as <paramref name="From"/> for a single day.</param>
/// <param name="Name">Shown in explanations, such as <c>Betriebsausflug</c>; may be empty.</param>
/// <param name="Windows">Empty: closed. Otherwise the day's whole opening time, as on a half day; none crosses midnight.</param>
public sealed record SpecialDay(LocalDate From, LocalDate To, string Name, IReadOnlyList<DayWindow> Windows)
{
    public static SpecialDay Off(LocalDate date) => new(date, date, "", []);
}

/// <summary>From (inclusive) to (exclusive) on one day.</summary>
public sealed record DayWindow(WallTime From, WallTime To);

/// <summary>One version of one calendar. What a ticket was promised under stays this, however the calendar changes.</summary>
public readonly record struct CalendarRef(Guid Id, int Version);

/// <summary>What people are told of a calendar that something was counted by; see <see cref="BusinessCalendar"/>.</summary>
public sealed record CalendarLabel(CalendarRef? Origin, string Name, string? Zone);

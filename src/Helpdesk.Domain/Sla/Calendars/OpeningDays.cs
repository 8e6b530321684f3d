using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>One day of a calendar: what is open, and why the rest is not.</summary>
/// <param name="Open">In order, not touching.</param>
/// <param name="Note">Name of the holiday or special day.</param>
internal readonly record struct OpeningDay(IReadOnlyList<MinuteSpan> Open, SegmentReason Closed, string? Note);

/// <summary>
/// Which rule speaks for a date: a special day, else a public holiday, else the week. A shift belongs to the day on which it starts:
/// a day that is not ordinary drops the shifts that start on it, and cuts at midnight those that reach into it.
/// </summary>
internal sealed class OpeningDays(CalendarDefinition definition, DateTimeZone zone, HolidayPlace? place)
{
    private readonly WeeklyHours week = new(definition.Windows);
    private readonly FrozenDictionary<LocalDate, SpecialDay> special = Dates(definition.SpecialDays);

    // Holidays follow from the year alone: remembering them changes no answer.
    private readonly ConcurrentDictionary<int, FrozenDictionary<LocalDate, Holiday>> holidays = new();

    public DateTimeZone Zone => zone;

    public OpeningDay On(LocalDate date)
    {
        if (special.TryGetValue(date, out var own))
            return Own(own);
        if (HolidayOn(date) is { } holiday)
            return new([], SegmentReason.Holiday, holiday.Name);

        return new(week.On(date, IsOrdinary(date.PlusDays(-1))), SegmentReason.OutsideHours, null);
    }

    public Instant At(LocalDate date, int minute) =>
        zone.First(date.PlusDays(minute / 1440).AtMidnight().PlusMinutes(minute % 1440));

    private bool IsOrdinary(LocalDate date) => !special.ContainsKey(date) && HolidayOn(date) is null;

    private Holiday? HolidayOn(LocalDate date) =>
        place is null ? null : holidays.GetOrAdd(date.Year, year => ByDate(GermanHolidays.In(year, place))).GetValueOrDefault(date);

    // Two holidays may fall on one date (1 May and Christi Himmelfahrt in 2008): the first of the list gives the name.
    private static FrozenDictionary<LocalDate, Holiday> ByDate(IEnumerable<Holiday> holidays) =>
        holidays.DistinctBy(holiday => holiday.Date).ToFrozenDictionary(holiday => holiday.Date);

    private static OpeningDay Own(SpecialDay day)
    {
        var open = day.Windows.Select(window => new MinuteSpan(window.From.MinuteOfDay, window.To.MinuteOfDay))
            .OrderBy(span => span.From).ToList();
        return new(open, open.Count == 0 ? SegmentReason.Closure : SegmentReason.OutsideHours, day.Name is "" ? null : day.Name);
    }

    private static FrozenDictionary<LocalDate, SpecialDay> Dates(IReadOnlyList<SpecialDay> days) =>
        days.SelectMany(day => day.Dates(), (day, date) => (day, date)).ToFrozenDictionary(pair => pair.date, pair => pair.day);
}

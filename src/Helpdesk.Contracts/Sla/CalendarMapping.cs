using Helpdesk.Domain.Sla.Calendars;
using NodaTime;

namespace Helpdesk.Contracts.Sla;

/// <summary>What a calendar's message means. For grains, and for the api where it reckons without one.</summary>
public static class CalendarMapping
{
    public static CalendarDefinition ToDomain(this CalendarMessage message) => new(
        message.Name,
        message.Zone,
        [.. message.Windows.Select(window => new WeeklyWindow([.. window.Days.Select(DayOf)], new(window.From), new(window.To)))],
        message.Holidays is { } rules ? new(rules.Country, rules.State, rules.Municipality, rules.AssumptionDay, rules.CorpusChristi) : null,
        [
            .. message.SpecialDays.Select(day => new SpecialDay(
                LocalDate.FromDateOnly(day.From), LocalDate.FromDateOnly(day.To), day.Name,
                [.. day.Windows.Select(window => new DayWindow(new(window.From), new(window.To)))])),
        ]);

    private static IsoDayOfWeek DayOf(DayOfWeek day) => day == DayOfWeek.Sunday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)(int)day;
}

namespace Helpdesk.Contracts.Sla;

/// <summary>When a service is open, as people write it down. As the domain's <c>CalendarDefinition</c>.</summary>
[GenerateSerializer, Immutable, Alias("calendar-message")]
public sealed record CalendarMessage(
    string Name, string Zone, IReadOnlyList<WeeklyWindowMessage> Windows, HolidayRulesMessage? Holidays, IReadOnlyList<SpecialDayMessage> SpecialDays);

/// <param name="From">Minute of the day, 0 to 1440, inclusive.</param>
/// <param name="To">Minute of the day, exclusive; at or before <paramref name="From"/> it is the next morning's.</param>
[GenerateSerializer, Immutable, Alias("weekly-window")]
public sealed record WeeklyWindowMessage(IReadOnlyList<DayOfWeek> Days, int From, int To);

[GenerateSerializer, Immutable, Alias("holiday-rules")]
public sealed record HolidayRulesMessage(string Country, string? State, string? Municipality, bool? AssumptionDay, bool? CorpusChristi);

/// <param name="To">Inclusive.</param>
/// <param name="Windows">Empty: closed.</param>
[GenerateSerializer, Immutable, Alias("special-day")]
public sealed record SpecialDayMessage(DateOnly From, DateOnly To, string Name, IReadOnlyList<DayWindowMessage> Windows);

[GenerateSerializer, Immutable, Alias("day-window")]
public sealed record DayWindowMessage(int From, int To);

/// <param name="Version">Counts the saves; tickets keep the one they were promised under.</param>
[GenerateSerializer, Immutable, Alias("calendar-view")]
public sealed record CalendarView(Guid Id, int Version, CalendarMessage Calendar);

namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>What must be true of a calendar before it may calculate.</summary>
public static class CalendarChecks
{
    public static IReadOnlyList<FieldError> Faults(CalendarDefinition definition, string pointer)
    {
        var faults = new List<FieldError>();
        if (Text.OneLine(definition.Name, pointer + "/name", SlaLimits.Name) is { } name)
            faults.Add(name);
        if (TimeZones.Find(definition.Zone) is null)
            faults.Add(FieldCode.UnknownTimeZone.At(pointer + "/zone"));
        if (definition.Holidays is { } holidays)
            faults.AddRange(HolidayPlace.Faults(holidays, pointer + "/holidays"));

        faults.AddRange(OfWeek(definition.Windows, pointer + "/windows"));
        faults.AddRange(OfSpecialDays(definition.SpecialDays, pointer + "/special_days"));
        if (definition.Windows.All(window => window.Days.Count == 0) && definition.SpecialDays.All(day => day.Windows.Count == 0))
            faults.Add(FieldCode.NoWorkingTime.At(pointer + "/windows"));
        return faults;
    }

    public static IEnumerable<LocalDate> Dates(this SpecialDay day)
    {
        for (var date = day.From; date <= day.To; date = date.PlusDays(1))
            yield return date;
    }

    private static IEnumerable<FieldError> OfWeek(IReadOnlyList<WeeklyWindow> windows, string pointer)
    {
        if (windows.Count > SlaLimits.Windows)
            return [FieldError.TooMany(pointer, SlaLimits.Windows)];

        var faults =
            windows.SelectMany((window, at) => OfWindow(window.From, window.To, mayCrossMidnight: true, $"{pointer}/{at}")).ToList();
        if (faults.Count == 0 && new WeeklyHours(windows).Overlaps)
            faults.Add(FieldCode.OverlappingWindows.At(pointer));
        return faults;
    }

    private static IEnumerable<FieldError> OfSpecialDays(IReadOnlyList<SpecialDay> days, string pointer)
    {
        if (days.Count > SlaLimits.SpecialDays)
            return [FieldError.TooMany(pointer, SlaLimits.SpecialDays)];

        var faults = days.SelectMany((day, at) => OfSpecialDay(day, $"{pointer}/{at}")).ToList();
        if (faults.Count > 0)
            return faults;

        var taken = new HashSet<LocalDate>();
        return days.Select((day, at) => (day, at))
            .Where(pair => pair.day.Dates().Count(date => !taken.Add(date)) > 0)
            .Select(pair => FieldCode.OverlappingDays.At($"{pointer}/{pair.at}"));
    }

    private static IEnumerable<FieldError> OfSpecialDay(SpecialDay day, string pointer)
    {
        if (day.Name.Length > 0 && Text.OneLine(day.Name, pointer + "/name", SlaLimits.Name) is { } name)
            yield return name;
        if (day.From.Year < SlaLimits.FirstYear || day.To.Year > SlaLimits.LastYear)
            yield return SlaErrors.OutOfRange(pointer);
        else if (day.To < day.From || Period.DaysBetween(day.From, day.To) >= SlaLimits.DaysOfOneRange)
            yield return SlaErrors.BadRange(pointer);
        if (day.Windows.Count > SlaLimits.Windows)
            yield return FieldError.TooMany(pointer + "/windows", SlaLimits.Windows);

        var windows = day.Windows.SelectMany(
            (window, at) => OfWindow(window.From, window.To, mayCrossMidnight: false, $"{pointer}/windows/{at}"));
        foreach (var fault in windows)
            yield return fault;

        var inOrder = day.Windows.OrderBy(window => window.From.MinuteOfDay).ToList();
        if (inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.Second.From.MinuteOfDay < pair.First.To.MinuteOfDay))
            yield return FieldCode.OverlappingWindows.At(pointer + "/windows");
    }

    private static IEnumerable<FieldError> OfWindow(WallTime from, WallTime to, bool mayCrossMidnight, string pointer)
    {
        if (from == to || from == WallTime.EndOfDay || (from.MinuteOfDay > to.MinuteOfDay && !mayCrossMidnight))
            yield return FieldCode.BadWindow.At(pointer);
    }
}

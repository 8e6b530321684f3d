using System.Globalization;
using Helpdesk.Domain.Sla.Calendars;
using NodaTime.Text;

namespace Helpdesk.Api.Sla;

/// <summary>Between what clients write and what the rules know. Gathers every fault of form; what the times mean the rules judge.</summary>
internal static class CalendarReading
{
    /// <summary>As far as it can be read: <see cref="Faults"/> have been told with the body.</summary>
    public static CalendarDefinition Read(CalendarBody body, string pointer = "", string? preset = null)
    {
        var read = Gather(body, pointer, preset, out _);
        // Special days with a fault are left out: the rules would tell it a second time, at its place in their own list.
        var wrong = CalendarChecks.Faults(read, "").Select(fault => PlaceOf(fault.Pointer, SpecialDays)?.At).OfType<int>().ToHashSet();
        return wrong.Count == 0 ? read : read with { SpecialDays = [.. read.SpecialDays.Where((_, at) => !wrong.Contains(at))] };
    }

    private const string SpecialDays = "/special_days/";

    /// <summary>All that is wrong with it, in form and in meaning.</summary>
    public static IReadOnlyList<FieldError> Faults(CalendarBody body, string pointer = "", string? preset = null) =>
        Gather(body, pointer, preset, out var ofForm) is var read
            ? Http.Faults.Together(ofForm, CalendarChecks.Faults(read, pointer).Select(fault => AsWritten(fault, body, pointer))) : [];

    // The rules know one list of special days: the days off, and then the others. Whoever wrote two is told where in which.
    private static FieldError AsWritten(FieldError fault, CalendarBody body, string pointer)
    {
        if (body.DaysOff is not { Count: > 0 and var off } || PlaceOf(fault.Pointer, pointer + SpecialDays) is not var (at, below))
            return fault;
        return fault with
        {
            Pointer = at < off ? FormattableString.Invariant($"{pointer}/days_off/{at}")
            : FormattableString.Invariant($"{pointer}{SpecialDays}{at - off}{below}")
        };
    }

    private static (int At, string Below)? PlaceOf(string pointer, string list)
    {
        if (!pointer.StartsWith(list, StringComparison.Ordinal))
            return null;
        var rest = pointer[list.Length..];
        var end = rest.IndexOf('/', StringComparison.Ordinal) is var found and >= 0 ? found : rest.Length;
        return int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? (at, rest[end..]) : null;
    }

    private static CalendarDefinition Gather(CalendarBody body, string pointer, string? preset, out List<FieldError> gathered)
    {
        var faults = gathered = [];
        var windows = (body.Windows ?? []).Select((window, at) => new WeeklyWindow(
            [.. (window.Days ?? []).Select(Day)], Time(window.From, $"{pointer}/windows/{at}/from"),
            Time(window.To, $"{pointer}/windows/{at}/to"))).ToList();
        var off = (body.DaysOff ?? []).Select((day, at) => SpecialDay.Off(Date(day, $"{pointer}/days_off/{at}"))).ToList();
        var special = (body.SpecialDays ?? []).Select((day, at) => Special(day, $"{pointer}/special_days/{at}")).ToList();
        return new(body.Name ?? preset ?? "", body.Zone ?? "", windows, Holidays(body.Holidays), [.. off, .. special]);

        WallTime Time(string? text, string at)
        {
            if (WallTime.Parse(text) is { } time)
                return time;
            faults.Add(FieldCode.Type.At(at,
                "Muss eine Uhrzeit von 00:00 bis 24:00 sein, als HH:mm.", "Must be a time of day from 00:00 to 24:00, as HH:mm."));
            return default;
        }

        LocalDate Date(string? text, string at)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
                return LocalDate.FromDateOnly(date);
            faults.Add(FieldCode.Type.At(at, "Muss ein Datum wie 2026-12-24 sein.", "Must be a date, such as 2026-12-24."));
            return default;
        }

        SpecialDay Special(SpecialDayBody day, string at)
        {
            var from = Date(day.From, at + "/from");
            var hours = (day.Windows ?? []).Select((window, number) => new DayWindow(
                Time(window.From, $"{at}/windows/{number}/from"), Time(window.To, $"{at}/windows/{number}/to"))).ToList();
            return new(from, day.To is null ? from : Date(day.To, at + "/to"), day.Name ?? "", hours);
        }
    }

    public static CalendarResponse Of(SavedCalendar saved)
    {
        var calendar = saved.Document.Definition;
        return new(
            saved.Id, calendar.Name, calendar.Zone,
            [.. calendar.Windows.Select(week => new WindowBody([.. week.Days.Select(Day)], week.From.ToString(), week.To.ToString()))],
            calendar.Holidays is { } kept ? new(kept.Country, kept.State, kept.Municipality, kept.AssumptionDay, kept.CorpusChristi) : null,
            [
                .. calendar.SpecialDays.Select(day => new SpecialDayBody(
                    LocalDatePattern.Iso.Format(day.From), LocalDatePattern.Iso.Format(day.To), day.Name,
                    [.. day.Windows.Select(hours => new HoursBody(hours.From.ToString(), hours.To.ToString()))])),
            ],
            calendar.Holidays is null ? [] : HolidayPlace.OpenQuestions(calendar.Holidays), saved.Document.Version);
    }

    private static HolidayRules? Holidays(HolidaysBody? body) =>
        body is null ? null : new(body.Country ?? "", body.State, body.Municipality, body.AssumptionDay, body.CorpusChristi);

    private static IsoDayOfWeek Day(Weekday day) => (IsoDayOfWeek)((int)day + 1);

    private static Weekday Day(IsoDayOfWeek day) => (Weekday)((int)day - 1);
}

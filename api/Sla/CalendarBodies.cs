using System.Text.Json.Serialization;
using Helpdesk.Domain.Sla.Calendars;
using NodaTime.Text;

namespace Helpdesk.Api.Sla;

public enum Weekday
{
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// <summary>When a service is open: wall time in one zone.</summary>
/// <param name="Name">At most 100 characters. Not needed in a preview.</param>
/// <param name="Zone">IANA name.</param>
/// <param name="Windows">The ordinary week.</param>
/// <param name="Holidays">Public holidays that are kept; left out: none.</param>
/// <param name="DaysOff">Dates on which it is closed; the short form of <paramref name="SpecialDays"/>.</param>
/// <param name="SpecialDays">Days with hours of their own: closures, ranges, half days. They come before public holidays.</param>
public sealed record CalendarBody(
    string? Name = null, string? Zone = null, IReadOnlyList<WindowBody>? Windows = null, HolidaysBody? Holidays = null,
    IReadOnlyList<string>? DaysOff = null, IReadOnlyList<SpecialDayBody>? SpecialDays = null);

/// <param name="From">Inclusive, <c>HH:mm</c>.</param>
/// <param name="To">Exclusive, up to <c>24:00</c>; at or before <paramref name="From"/> it is the next morning's.</param>
public sealed record WindowBody(IReadOnlyList<Weekday>? Days = null, string? From = null, string? To = null);

/// <param name="Country">ISO 3166; <c>DE</c>.</param>
/// <param name="State">The Land in two letters.</param>
/// <param name="Municipality">Official key (AGS), eight digits.</param>
/// <param name="AssumptionDay">Whether 15 August is kept, in Bavaria; left out: as the key says.</param>
/// <param name="CorpusChristi">Whether Fronleichnam is kept, in Saxony and Thuringia; left out: as the key says.</param>
public sealed record HolidaysBody(
    string? Country = null, string? State = null, string? Municipality = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? AssumptionDay = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? CorpusChristi = null);

/// <param name="To">Inclusive; left out: the same day.</param>
/// <param name="Windows">Left out or empty: closed.</param>
public sealed record SpecialDayBody(string? From = null, string? To = null, string? Name = null, IReadOnlyList<HoursBody>? Windows = null);

public sealed record HoursBody(string? From = null, string? To = null);

/// <param name="Version">The calendar's version; also in <c>ETag</c>.</param>
/// <param name="OpenQuestions">
/// Settings without which nobody can know whether a holiday is kept; it counts as an ordinary day until then.
/// </param>
public sealed record CalendarResponse(
    Guid Id, string Name, string Zone, IReadOnlyList<WindowBody> Windows, HolidaysBody? Holidays, IReadOnlyList<SpecialDayBody> SpecialDays,
    IReadOnlyList<string> OpenQuestions, int Version);

public sealed record CalendarListResponse(IReadOnlyList<CalendarResponse> Items, string? NextCursor, int Total);

/// <summary>Between what clients write and what the rules know. Gathers every fault of form; what the times mean the rules judge.</summary>
internal static class CalendarReading
{
    /// <exception cref="RequestRefusedException">422 with every fault.</exception>
    public static CalendarDefinition Read(CalendarBody body, string pointer = "", string? preset = null)
    {
        var faults = new List<FieldError>();
        var windows = (body.Windows ?? []).Select((window, at) => new WeeklyWindow(
            [.. (window.Days ?? []).Select(Day)], Time(window.From, $"{pointer}/windows/{at}/from"),
            Time(window.To, $"{pointer}/windows/{at}/to"))).ToList();
        var off = (body.DaysOff ?? []).Select((day, at) => SpecialDay.Off(Date(day, $"{pointer}/days_off/{at}"))).ToList();
        var special = (body.SpecialDays ?? []).Select((day, at) => Special(day, $"{pointer}/special_days/{at}")).ToList();
        if (faults.Count > 0)
            throw new RequestRefusedException(Error.Invalid(faults));

        return new(body.Name ?? preset ?? "", body.Zone ?? "", windows, Holidays(body.Holidays), [.. off, .. special]);

        WallTime Time(string? text, string at)
        {
            if (WallTime.Parse(text) is { } time)
                return time;
            faults.Add(new(at, "type", "Must be a time of day from 00:00 to 24:00, as HH:mm."));
            return default;
        }

        LocalDate Date(string? text, string at)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
                return LocalDate.FromDateOnly(date);
            faults.Add(new(at, "type", "Must be a date, such as 2026-12-24."));
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

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
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
    string? Name = null, [Required] string? Zone = null, IReadOnlyList<WindowBody>? Windows = null, HolidaysBody? Holidays = null,
    IReadOnlyList<string>? DaysOff = null, IReadOnlyList<SpecialDayBody>? SpecialDays = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => CalendarReading.Faults(this);
}

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

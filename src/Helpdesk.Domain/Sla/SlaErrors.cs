using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Sla;

/// <summary>Why something about targets, calendars and escalation is refused.</summary>
public static class SlaErrors
{
    public static Error? UnlessAdmin(Member member) => member.Role == Role.Admin ? null : AccessErrors.AdminOnly;

    public static readonly Error CalendarCounts = new(ErrorKind.Conflict, "calendar-in-use", "Kalender in Gebrauch",
        "Eine Richtlinie rechnet mit diesem Kalender; die Meldung nennt sie. Ändern Sie zuerst die Richtlinie.",
        "A policy counts by this calendar. Change the policy first.");

    public static Error CalendarInUse(string policy) => CalendarCounts.Saying($"It is the policy '{policy}'.");

    public static readonly Error DefaultPolicyNeeded = new(ErrorKind.Conflict, "default-policy-needed", "Auffangrichtlinie fehlt",
        "Damit für jedes Ticket genau eine Richtlinie gilt, muss die letzte ohne Bedingungen sein, und nur sie.",
        "So that exactly one policy holds for every ticket, the last one must have no conditions, and it alone.");

    public static readonly Error TooManyPolicies = new(ErrorKind.Conflict, "too-many-policies", "Zu viele Richtlinien",
        "Es gibt so viele Richtlinien, wie es geben kann. Fassen Sie welche zusammen.",
        $"There may be at most {SlaLimits.Policies} policies. Combine some of them.");

    // Calendars

    public static FieldError UnknownZone(string pointer) =>
        new(pointer, "unknown-zone", "Must be an IANA time zone, such as Europe/Berlin.");

    public static FieldError NoWorkingTime(string pointer) =>
        new(pointer, "no-working-time", "The calendar has no working time: nothing counted by it would ever come due.");

    public static FieldError BadWindow(string pointer) => new(
        pointer, "bad-window",
        "Must end after it starts. 24:00 is the end of a day; a window of a week that ends earlier ends the next morning.");

    public static FieldError OverlappingWindows(string pointer) => new(pointer, "overlapping-windows", "No moment may lie in two windows.");

    public static FieldError OverlappingDays(string pointer) =>
        new(pointer, "overlapping-days", "Another special day covers one of these dates already.");

    public static FieldError BadRange(string pointer) =>
        new(pointer, "bad-range", $"Must not end before it starts, and have at most {SlaLimits.DaysOfOneRange} days.");

    public static FieldError OutOfRange(string pointer) =>
        new(pointer, "out-of-range", $"Must lie in the years {SlaLimits.FirstYear} to {SlaLimits.LastYear}.");

    public static FieldError TooMany(string pointer, int most) => new(pointer, "too-many", $"At most {most} are allowed.");

    // Holidays

    public static FieldError UnknownCountry(string pointer) =>
        new(pointer, "unknown-country", "DE is the only country whose holidays are known.");

    public static FieldError UnknownState(string pointer) =>
        new(pointer, "unknown-state", $"Must be one of {string.Join(", ", Enum.GetNames<Land>().Order(StringComparer.Ordinal))}.");

    public static FieldError BadMunicipality(string pointer) =>
        new(pointer, "bad-municipality", "Must be an official municipality key (AGS): eight digits, the first two from 01 to 16.");

    public static FieldError MunicipalityElsewhere(string pointer) =>
        new(pointer, "municipality-elsewhere", "The key is of a municipality in another state.");

    public static FieldError SettingWithoutMeaning(string pointer, string where) =>
        new(pointer, "setting-without-meaning", $"The law leaves this day to places only in {where}.");

    // Targets and policies

    public static FieldError BadDuration(string pointer) => new(
        pointer, "bad-duration",
        "Must be an ISO 8601 duration in weeks, days (24 hours each), hours, minutes and seconds, such as PT8H. Months and years vary.");

    public static FieldError TargetNotPositive(string pointer) => new(pointer, "not-positive", "Must be longer than zero.");

    public static FieldError TargetTooLong(string pointer) =>
        new(pointer, "too-long",
            $"Must be at most {BusinessCalendar.Horizon.Days} days: nothing is promised further ahead than ten years.");

    public static FieldError NotWholeSeconds(string pointer) => new(pointer, "not-whole-seconds", "Must be whole seconds.");

    public static FieldError NeverDue(string pointer, string why) => new(pointer, "never-due", $"It can never come due: {why}");

    public static FieldError UnknownCalendar(string pointer) =>
        new(pointer, "unknown-calendar", "Must be the id of a calendar of this tenant.");

    public static FieldError Duplicate(string pointer) => new(pointer, "duplicate", "Stands here twice.");

    public static FieldError StatusCannotPause(string pointer) => new(
        pointer, "status-cannot-pause",
        $"Only {Listed(status => status.CanPause())} can pause a target; {Listed(status => status.IsOver())} end it.");

    public static FieldError BadShare(string pointer) => new(
        pointer, "out-of-range", $"Must be 1 to {SlaLimits.Share} basis points of the target; 10000 is the moment at which it is due.");

    public static FieldError BadOffset(string pointer) => new(
        pointer, "out-of-range", $"Must be within {SlaLimits.OffsetDays} days before (negative) or after due, in whole seconds.");

    public static FieldError BadEmail(string pointer) => new(pointer, "bad-email", "Must be an e-mail address.");

    public static FieldError NoActions(string pointer) => new(pointer, "required", "A step must do something.");

    // Preview

    public static FieldError BadPause(string pointer) => new(pointer, "bad-pause", "Must end after it starts.");

    // Auto-close

    public static FieldError BadAutoCloseDays(string pointer) =>
        new(pointer, "out-of-range",
            $"Must be {AutoClose.LeastDays} to {AutoClose.MostDays} days, or null to leave resolved tickets alone.");

    private static string Listed(Func<TicketStatus, bool> which)
    {
        var words = TicketStatuses.All.Where(which).Select(Words<TicketStatus>.Of).ToList();
        return $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }
}

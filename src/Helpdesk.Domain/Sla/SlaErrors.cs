using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>Why something about targets, calendars and escalation is refused.</summary>
public static class SlaErrors
{
    public static Error? UnlessAdmin(Member member) => member.Role == Role.Admin ? null : AccessErrors.AdminOnly;

    public static readonly Error CalendarCounts = new(ErrorKind.Conflict, "calendar-in-use", "Kalender in Gebrauch",
        "Eine Richtlinie rechnet mit diesem Kalender; die Meldung nennt sie. Ändern Sie zuerst die Richtlinie.",
        "A policy counts by this calendar. Change the policy first.");

    public static Error CalendarInUse(string policy) =>
        CalendarCounts.Saying($"Es ist die Richtlinie „{policy}“.", $"It is the policy '{policy}'.");

    public static readonly Error DefaultPolicyNeeded = new(ErrorKind.Conflict, "default-policy-needed", "Auffangrichtlinie fehlt",
        "Damit für jedes Ticket genau eine Richtlinie gilt, muss die letzte ohne Bedingungen sein, und nur sie.",
        "So that exactly one policy holds for every ticket, the last one must have no conditions, and it alone.");

    public static readonly Error TooManyPolicies = new(ErrorKind.Conflict, "too-many-policies", "Zu viele Richtlinien",
        "Es gibt so viele Richtlinien, wie es geben kann. Fassen Sie welche zusammen.",
        $"There may be at most {SlaLimits.Policies} policies. Combine some of them.");

    // Calendars

    public static FieldError BadRange(string pointer) => FieldCode.BadRange.At(pointer,
            $"Darf nicht vor dem Anfang enden und höchstens {German.Number(SlaLimits.DaysOfOneRange)} Tage haben.",
            $"Must not end before it starts, and have at most {SlaLimits.DaysOfOneRange} days.");

    public static FieldError OutOfRange(string pointer) =>
        FieldError.OutOfYears(pointer, SlaLimits.FirstYear, SlaLimits.LastYear);

    // Holidays

    public static FieldError UnknownState(string pointer) =>
        FieldError.OneOf(FieldCode.UnknownState, pointer, Enum.GetNames<Land>().Order(StringComparer.Ordinal));

    public static FieldError SettingWithoutMeaning(string pointer, string whereDe, string whereEn) =>
        FieldCode.SettingWithoutMeaning.At(pointer,
            $"Das Gesetz überlässt diesen Tag nur Orten in {whereDe}.", $"The law leaves this day to places only in {whereEn}.");

    // Targets and policies

    public static FieldError TargetTooLong(string pointer) => FieldCode.TooLong.At(pointer,
            $"Darf höchstens {German.Number(BusinessCalendar.Horizon.Days)} Tage lang sein: Weiter als zehn Jahre wird nichts versprochen.",
            $"Must be at most {BusinessCalendar.Horizon.Days} days: nothing is promised further ahead than ten years.");

    public static FieldError NeverDue(string pointer, string whyDe, string whyEn) =>
        FieldCode.NeverDue.At(pointer, $"Wird nie fällig: {whyDe}", $"It can never come due: {whyEn}");

    public static FieldError StatusCannotPause(string pointer) => FieldCode.StatusCannotPause.At(pointer,
        $"Nur {Listed("und", status => status.CanPause())} können eine Frist anhalten; "
            + $"{Listed("und", status => status.IsOver())} beenden sie.",
        $"Only {Listed("and", status => status.CanPause())} can pause a target; {Listed("and", status => status.IsOver())} end it.");

    public static FieldError BadShare(string pointer) => FieldCode.OutOfRange.At(pointer,
        $"Muss 1 bis {German.Number(SlaLimits.Share)} Basispunkte der Frist sein; 10.000 ist der Zeitpunkt, zu dem sie fällig ist.",
        $"Must be 1 to {SlaLimits.Share} basis points of the target; 10000 is the moment at which it is due.");

    public static FieldError BadOffset(string pointer) => FieldCode.OutOfRange.At(pointer,
        $"Muss höchstens {German.Number(SlaLimits.OffsetDays)} Tage vor (negativ) oder nach der Fälligkeit liegen, in ganzen Sekunden.",
        $"Must be within {SlaLimits.OffsetDays} days before (negative) or after due, in whole seconds.");

    public static FieldError NoActions(string pointer) => FieldCode.Required.At(
        pointer, "Ein Schritt muss etwas bewirken.", "A step must do something.");

    private static string Listed(string and, Func<TicketStatus, bool> which)
    {
        var words = TicketStatuses.All.Where(which).Select(Words<TicketStatus>.Of).ToList();
        return $"{string.Join(", ", words[..^1])} {and} {words[^1]}";
    }
}

namespace Helpdesk.Domain.Staff;

/// <summary>Why an act on somebody's expertise, rates or time is refused.</summary>
public static class StaffErrors
{
    public static readonly Error OwnTimeOnly = new(ErrorKind.Forbidden, "own-time-only", "Nur die eigene Zeit",
        "Sie erfassen und ändern Ihre eigene Zeit. Die anderer erfassen Leitung und Verwaltung.",
        "You record and change your own time. That of others is for managers and admins.")
    { TitleEn = "Only one's own time" };

    public static readonly Error TooManyEntries = new(ErrorKind.Conflict, "too-many-time-entries", "Zu viele Zeiteinträge",
        "Das Ticket hat so viele Zeiteinträge, wie es aufnehmen kann. Fassen Sie einige zusammen.",
        $"A ticket holds at most {TimeRules.MostEntries} time entries. Merge some of them.");
}

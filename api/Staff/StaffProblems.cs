namespace Helpdesk.Api.Staff;

internal sealed class StaffProblems : IProblemDescriptions
{
    public IEnumerable<ProblemDescription> All =>
    [
        new("own-time-only", 403, "Nur die eigene Zeit",
            "Sie erfassen und ändern Ihre eigene Zeit. Die anderer erfassen Leitung und Verwaltung.",
            "You record and change your own time. That of others is for managers and admins."),
        new("too-many-time-entries", 409, "Zu viele Zeiteinträge",
            "Das Ticket hat so viele Zeiteinträge, wie es aufnehmen kann. Fassen Sie einige zusammen.",
            "The ticket has as many time entries as it can hold. Merge some of them."),
    ];
}

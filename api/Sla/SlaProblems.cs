namespace Helpdesk.Api.Sla;

internal sealed class SlaProblems : IProblemDescriptions
{
    public IEnumerable<ProblemDescription> All =>
    [
        new("calendar-in-use", 409, "Kalender in Gebrauch",
            "Eine Richtlinie rechnet mit diesem Kalender; die Meldung nennt sie. Ändern Sie zuerst die Richtlinie.",
            "A policy counts by this calendar; the message names it. Change the policy first."),
        new("default-policy-needed", 409, "Auffangrichtlinie fehlt",
            "Damit für jedes Ticket genau eine Richtlinie gilt, muss die letzte ohne Bedingungen sein, und nur sie.",
            "So that exactly one policy holds for every ticket, the last one must have no conditions, and it alone."),
        new("too-many-policies", 409, "Zu viele Richtlinien",
            "Es gibt so viele Richtlinien, wie es geben kann. Fassen Sie welche zusammen.",
            "There are as many policies as there can be. Combine some of them."),
    ];
}

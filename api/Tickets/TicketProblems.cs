using Helpdesk.Api.Documentation;

namespace Helpdesk.Api.Tickets;

internal sealed class TicketProblems : IProblemDescriptions
{
    public IEnumerable<ProblemDescription> All =>
    [
        new("ticket-already-closed", 409, "Ticket schon geschlossen",
            "Jemand hat das Ticket bereits geschlossen; ein zweites Mal geht nicht.",
            "Somebody has closed the ticket already; it cannot be closed twice."),
        new("ticket-closed", 409, "Ticket geschlossen",
            "Ein geschlossenes Ticket ändert sich nicht mehr. Öffnen Sie es zuerst wieder.",
            "A closed ticket does not change any more. Reopen it first."),
        new("ticket-merged", 409, "Ticket zusammengeführt",
            "Das Ticket geht in einem anderen auf. Arbeiten Sie dort weiter, oder heben Sie die Zusammenführung auf.",
            "The ticket goes on as another one. Go on there, or undo the merge."),
        new("ticket-not-merged", 409, "Ticket nicht zusammengeführt",
            "Das Ticket wurde mit keinem anderen zusammengeführt, es gibt also nichts aufzuheben.",
            "The ticket was not merged into another one, so there is nothing to undo."),
        new("ticket-not-resolved", 409, "Ticket nicht gelöst",
            "Nur ein gelöstes oder geschlossenes Ticket kann wieder geöffnet werden.",
            "Only a resolved or closed ticket can be reopened."),
        new("ticket-already-confirmed", 409, "Lösung schon bestätigt",
            "Die Lösung wurde bereits bestätigt.",
            "The resolution has been confirmed already."),
        new("assignee-required", 409, "Zuständige Person fehlt",
            "Ein Ticket in Bearbeitung braucht jemanden, der zuständig ist. Nennen Sie die Person in derselben Anfrage, oder übernehmen Sie das Ticket zuerst.",
            "A ticket in progress needs an assignee. Name one in the same request, or take the ticket first."),
        new("transition-not-allowed", 409, "Statuswechsel nicht möglich",
            "Von seinem jetzigen Status aus kann das Ticket nicht in den gewünschten wechseln.",
            "The ticket cannot go from its present status to the one asked for."),
        new("merge-cycle", 409, "Zusammenführung im Kreis",
            "Die beiden Tickets sind schon zusammengeführt, nur in umgekehrter Richtung.",
            "The two tickets are merged already, the other way round."),
        new("already-linked", 409, "Schon verknüpft",
            "Die Tickets sind auf diese Weise bereits verknüpft.",
            "The tickets are linked in this way already."),
        new("not-linked", 409, "Nicht verknüpft",
            "Die Tickets sind auf diese Weise nicht verknüpft.",
            "The tickets are not linked in this way."),
        new("too-many-links", 409, "Zu viele Verknüpfungen",
            "Das Ticket hat so viele Verknüpfungen, wie es haben kann. Lösen Sie eine, die nicht mehr nötig ist.",
            "The ticket has as many links as it can hold. Remove one that is not needed any more."),
        new("staff-only", 403, "Nur für Mitarbeitende",
            "Das dürfen nur die Mitarbeitenden des Helpdesks.",
            "Only staff may do this."),
        new("requester-only", 403, "Nur für die anfragende Person",
            "Eine Lösung bestätigt nur die Person, die angefragt hat.",
            "Only the requester may confirm a resolution."),
    ];
}

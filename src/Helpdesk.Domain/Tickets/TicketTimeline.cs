using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Every event in words. Bodies of comments are not repeated: the timeline says that somebody wrote, the conversation what.
/// </summary>
public static class TicketTimeline
{
    /// <summary>The kind of what cannot be read here.</summary>
    public static string Unknown(bool german) => german
        ? "Eintrag, den diese Version des Programms nicht lesen kann" : "Entry that this version of the program cannot read";

    /// <param name="german">German words, else English ones.</param>
    /// <param name="forStaff">Else for the requester, who gets to read only what <see cref="TicketDisclosure"/> shows.</param>
    /// <param name="nameOf">A person's name, for sentences about somebody else than the actor.</param>
    public static string Describe(TicketEvent what, bool german, bool forStaff, Func<AccountId, string> nameOf) => what switch
    {
        TicketEvent.Opened { FollowUpOf: { } before } e => german
            ? $"hat das Ticket {e.Number} als Nachfrage zu {before.Number} eröffnet"
            : $"opened the ticket {e.Number} as a follow-up to {before.Number}",
        TicketEvent.Opened e => german ? $"hat das Ticket {e.Number} eröffnet" : $"opened the ticket {e.Number}",
        TicketEvent.Commented { Automatic: true } => german ? "Automatische Nachricht" : "Automatic message",
        TicketEvent.Commented { Visibility: Visibility.Internal } =>
            german ? "hat eine interne Notiz geschrieben" : "wrote an internal note",
        TicketEvent.Commented => german ? "hat geantwortet" : "replied",
        TicketEvent.AnswerDelivered { Mailed: false } => german
            ? "Die Antwort zählt ohne Mail: Der Kunde möchte keine, oder erst später"
            : "The answer counts without a mail: the customer wants none, or only later",
        TicketEvent.AnswerDelivered => german ? "Die Antwort wurde zugestellt" : "The answer was delivered",
        TicketEvent.AnswerScheduled => german ? "hat eine Antwort für später geplant" : "scheduled an answer for later",
        TicketEvent.ScheduleMoved => german ? "hat eine geplante Antwort verschoben" : "moved a scheduled answer",
        TicketEvent.ScheduleTakenBack => german ? "hat eine geplante Antwort zurückgenommen" : "took back a scheduled answer",
        TicketEvent.ScheduleHeld { Because: HeldBecause.Colleague } e => german
            ? $"hat die geplante Antwort von {nameOf(e.By)} angehalten" : $"stopped the scheduled answer of {nameOf(e.By)}",
        TicketEvent.ScheduleHeld e => german
            ? $"Die geplante Antwort von {nameOf(e.By)} wurde nicht gesendet: {e.Because.Name(german)}"
            : $"The scheduled answer of {nameOf(e.By)} was not sent: {e.Because.Name(german)}",
        TicketEvent.CommentWithdrawn { Reason: { } reason } when forStaff =>
            german ? $"hat einen Kommentar zurückgezogen: {reason}" : $"withdrew a comment: {reason}",
        TicketEvent.CommentWithdrawn => german ? "hat einen Kommentar zurückgezogen" : "withdrew a comment",
        TicketEvent.Attached e => german ? $"hat die Datei „{e.File.Name}“ angehängt" : $"attached the file “{e.File.Name}”",
        TicketEvent.AttachmentRemoved { Reason: { } reason } e when forStaff => german
            ? $"hat die Datei „{e.FileName}“ entfernt: {reason}" : $"removed the file “{e.FileName}”: {reason}",
        TicketEvent.AttachmentRemoved e => german ? $"hat die Datei „{e.FileName}“ entfernt" : $"removed the file “{e.FileName}”",
        TicketEvent.SubjectChanged e => german ? $"hat den Betreff von „{e.From}“ in „{e.To}“ geändert"
            : $"changed the subject from “{e.From}” to “{e.To}”",
        TicketEvent.DescriptionChanged => german ? "hat die Beschreibung geändert" : "changed the description",
        TicketEvent.PriorityChanged e => german
            ? $"hat die Priorität von {Name(e.From, german)} auf {Name(e.To, german)} geändert"
            : $"changed the priority from {Name(e.From, german)} to {Name(e.To, german)}",
        TicketEvent.CategoryChanged e => Moved(german, "die Kategorie", "the category", e.From, e.To),
        TicketEvent.QueueChanged e => Moved(german, "die Warteschlange", "the queue", e.From, e.To),
        TicketEvent.TeamChanged e => Moved(german, "das Team", "the team", e.From, e.To),
        TicketEvent.Assigned { To: null, Because: AssignmentReason.Left } when forStaff => german
            ? "Die Zuweisung wurde aufgehoben: Die zuständige Person ist nicht mehr tätig"
                : "The assignee was removed: they serve no longer",
        TicketEvent.Assigned { Because: AssignmentReason.Left } e when forStaff => german
            ? $"Das Ticket ging an {nameOf(e.To!.Value)} über: Die zuständige Person ist nicht mehr tätig"
            : $"The ticket was handed over to {nameOf(e.To!.Value)}: the assignee serves no longer",
        TicketEvent.Assigned { To: null } => german ? "hat die Zuweisung aufgehoben" : "removed the assignee",
        TicketEvent.Assigned e => german ? $"hat das Ticket {nameOf(e.To.Value)} zugewiesen"
            : $"assigned the ticket to {nameOf(e.To.Value)}",
        TicketEvent.StatusChanged e => german
            ? $"hat den Status von „{e.From.Name(german)}“ auf „{e.To.Name(german)}“ gesetzt"
            : $"changed the status from “{e.From.Name(german)}” to “{e.To.Name(german)}”",
        TicketEvent.Resolved { ByRequester: true } => german ? "hat das Ticket als erledigt gemeldet" : "marked the ticket as done",
        TicketEvent.Resolved => german ? "hat das Ticket gelöst" : "resolved the ticket",
        TicketEvent.ResolutionChanged => german ? "hat den Text der Lösung geändert" : "changed the text of the resolution",
        TicketEvent.ResolutionConfirmed => german ? "hat die Lösung bestätigt" : "confirmed the resolution",
        TicketEvent.Closed { IsWithdrawn: true } => german ? "hat das Ticket damit zurückgezogen" : "withdrew the ticket with it",
        TicketEvent.Closed => german ? "hat das Ticket geschlossen" : "closed the ticket",
        TicketEvent.Rated e => german ? $"hat den Abschluss mit {e.Score} von 5 bewertet" : $"rated the closing {e.Score} out of 5",
        TicketEvent.ReopenRequested => german ? "hat um Wiedereröffnung gebeten" : "asked to reopen the ticket",
        TicketEvent.Reopened { Granted: true } => german
            ? "hat der Bitte entsprochen und das Ticket wieder geöffnet" : "granted the request and reopened the ticket",
        TicketEvent.ReopenRequestWithdrawn => german ? "hat damit die Bitte um Wiedereröffnung zurückgezogen"
            : "withdrew the request to reopen with it",
        TicketEvent.ReopenDeclined => german ? "hat die Wiedereröffnung abgelehnt" : "declined to reopen the ticket",
        TicketEvent.Reopened => german ? "hat das Ticket wieder geöffnet" : "reopened the ticket",
        TicketEvent.TakenBack e => german
            ? $"hat den Status damit auf „{e.To.Name(german)}“ zurückgestellt" : $"put the status back to “{e.To.Name(german)}” with it",
        TicketEvent.Linked e => german
            ? $"hat eine Verknüpfung angelegt: {e.Kind.Name(german)} {e.OtherNumber}"
            : $"added a link: {e.Kind.Name(german)} {e.OtherNumber}",
        TicketEvent.Unlinked e => german
            ? $"hat eine Verknüpfung entfernt: {e.Kind.Name(german)} {e.OtherNumber}"
            : $"removed a link: {e.Kind.Name(german)} {e.OtherNumber}",
        TicketEvent.Merged e when forStaff || e.SameRequester => german
            ? $"hat das Ticket mit {e.TargetNumber} zusammengeführt"
            : $"merged the ticket into {e.TargetNumber}",
        TicketEvent.Merged => german ? "hat das Ticket mit einem anderen zusammengeführt" : "merged the ticket into another one",
        TicketEvent.Unmerged => german ? "hat die Zusammenführung rückgängig gemacht" : "undid the merge",
        TicketEvent.Absorbed e => german ? $"hat {e.SourceNumber} mit diesem Ticket zusammengeführt"
            : $"merged {e.SourceNumber} into this ticket",
        TicketEvent.Released e => german ? $"hat {e.SourceNumber} wieder herausgelöst"
            : $"undid the merge of {e.SourceNumber} into this ticket",
        TicketEvent.Tagged e => german ? $"hat das Schlagwort „{e.Tag}“ vergeben" : $"added the tag “{e.Tag}”",
        TicketEvent.Untagged e => german ? $"hat das Schlagwort „{e.Tag}“ entfernt" : $"removed the tag “{e.Tag}”",
        TicketEvent.SlaReevaluated e => german
            ? $"hat die heutigen SLA-Regeln angewendet: {e.Promised?.Why}" : $"applied the SLA policies of today: {e.Promised?.Why}",
        TicketEvent.SlaPlanCorrected => german ? "Die Fälligkeit wurde neu berechnet" : "The due time was calculated again",
        TicketEvent.SlaMomentReached { Moment.IsBreach: true } e => german
            ? $"Die Frist „{e.Moment.Target.Name(german)}“ wurde überschritten"
            : $"The target “{e.Moment.Target.Name(german)}” was missed",
        TicketEvent.SlaMomentReached { Missed: true } e => german
            ? $"Eskalation zur Frist „{e.Moment.Target.Name(german)}“" : $"Escalation of the target “{e.Moment.Target.Name(german)}”",
        TicketEvent.SlaMomentReached e => german
            ? $"Warnung zur Frist „{e.Moment.Target.Name(german)}“" : $"Warning for the target “{e.Moment.Target.Name(german)}”",
        TicketEvent.NotificationOwed => german ? "Eine Benachrichtigung wurde ausgelöst" : "A notification was raised",
        TicketEvent.Deleted => german ? "hat das Ticket gelöscht" : "deleted the ticket",
        _ => throw new InvalidOperationException($"There are no words for {what.GetType().Name}."),
    };

    private static string Moved(bool german, string germanField, string englishField, string? from, string? to) => (from, to) switch
    {
        (null, _) => german ? $"hat {germanField} auf „{to}“ gesetzt" : $"set {englishField} to “{to}”",
        (_, null) => german ? $"hat {germanField} „{from}“ entfernt" : $"removed {englishField} “{from}”",
        _ => german ? $"hat {germanField} von „{from}“ auf „{to}“ geändert" : $"changed {englishField} from “{from}” to “{to}”",
    };

    private static string Name(Priority priority, bool german) => (priority, german) switch
    {
        (Priority.Low, true) => "niedrig",
        (Priority.Medium, true) => "mittel",
        (Priority.High, true) => "hoch",
        (Priority.Urgent, true) => "dringend",
        (_, true) => throw new ArgumentOutOfRangeException(nameof(priority), priority, "There is no German word for this priority."),
        (_, false) => Words<Priority>.Of(priority),
    };
}

namespace Helpdesk.Domain.Tickets;

/// <summary>Why an act on a ticket is refused.</summary>
public static class TicketErrors
{
    public static readonly Error AlreadyClosed = new(ErrorKind.Conflict, "ticket-already-closed", "Ticket schon geschlossen",
        "Jemand hat das Ticket bereits geschlossen; ein zweites Mal geht nicht.",
        "Somebody has closed the ticket already; it cannot be closed twice.");

    public static readonly Error Closed = new(ErrorKind.Conflict, "ticket-closed", "Ticket geschlossen",
        "Ein geschlossenes Ticket ändert sich nicht mehr. Öffnen Sie es zuerst wieder.",
        "A closed ticket does not change any more. Reopen it first.");

    public static readonly Error Merged = new(ErrorKind.Conflict, "ticket-merged", "Ticket zusammengeführt",
        "Das Ticket geht in einem anderen auf. Arbeiten Sie dort weiter, oder heben Sie die Zusammenführung auf.",
        "The ticket was merged into another one. Go on there, or undo the merge.");

    /// <summary>Leads to the ticket that this one goes on as, unless it is somebody else's.</summary>
    public static Error MergedAway(Ticket ticket, Member member) =>
        ticket.MergedInto is { } merge && (member.IsStaff || merge.SameRequester)
            ? Merged.Saying($"Es ist {merge.TargetNumber}.", $"It is {merge.TargetNumber}.")
            : Merged;

    public static readonly Error NotMerged = new(ErrorKind.Conflict, "ticket-not-merged", "Ticket nicht zusammengeführt",
        "Das Ticket wurde mit keinem anderen zusammengeführt, es gibt also nichts aufzuheben.",
        "The ticket was not merged into another one, so there is nothing to undo.");

    public static readonly Error NotOver = new(ErrorKind.Conflict, "ticket-not-resolved", "Ticket nicht gelöst",
        "Nur ein gelöstes oder geschlossenes Ticket kann wieder geöffnet werden.",
        "Only a resolved or closed ticket can be reopened.");

    public static readonly Error ReopenNotRequested = new(ErrorKind.Conflict, "reopen-not-requested", "Keine Wiedereröffnung gewünscht",
        "Niemand bittet darum, dieses Ticket wieder zu öffnen; es gibt also nichts abzulehnen.",
        "Nobody asks to reopen this ticket, so there is nothing to decline.");

    /// <summary>Between the rules and the ticket, which has the new one opened; no client sees it.</summary>
    public static readonly Error GoesElsewhere = new(ErrorKind.Conflict, "ticket-follow-up", "Neues Ticket nötig",
        "Das Ticket ist seit Langem geschlossen; was dazu noch zu sagen ist, wird ein neues Ticket.",
        "The ticket has been closed for long; what is still to be said becomes a new ticket.");

    public static readonly Error NewerComment = new(ErrorKind.Conflict, "newer-comment", "Inzwischen hat jemand geschrieben",
        "Seit dem Kommentar, den Sie zuletzt gesehen haben, hat jemand anderes geschrieben. Es wurde nichts gesendet. Lesen Sie es, und "
            + "senden Sie dann noch einmal, mit dem neuesten Kommentar als gesehen.",
        "Somebody else has written since the comment that you saw last. Nothing was sent. Read it, then send again with the newest comment "
            + "as the one that you saw.")
    { TitleEn = "Somebody has written meanwhile" };

    public static readonly Error TooManyScheduled = new(ErrorKind.Conflict, "too-many-scheduled", "Zu viele geplante Antworten",
        $"Auf diesem Ticket warten schon {TicketScheduling.Most} Antworten auf ihren Zeitpunkt. Senden Sie zuerst eine, oder nehmen Sie eine "
            + "zurück.",
        $"{TicketScheduling.Most} answers wait for their moment on this ticket already. Send one first, or take one back.");

    public static readonly Error AuthorOnly = new(ErrorKind.Forbidden, "author-only", "Nur für die Verfasserin oder den Verfasser",
        "Senden oder verschieben kann eine geplante Antwort nur, wer sie geschrieben hat. Anhalten können Sie sie.",
        "Only whoever wrote a scheduled answer may send or move it. You can stop it.")
    { TitleEn = "Only for the author" };

    /// <summary>Between the rules and the ticket at a due moment; no client sees it.</summary>
    public static readonly Error HeldBack = new(ErrorKind.Conflict, "answer-held-back", "Antwort zurückgehalten",
        "Bis zu ihrem Zeitpunkt kam etwas dazwischen; die Antwort wurde nicht gesendet.",
        "Something came in between until its moment; the answer was not sent.");

    public static readonly Error WithdrawTooLate = new(ErrorKind.Conflict, "comment-withdraw-too-late", "Kommentar steht schon zu lange",
        "Was Sie geschrieben haben, können Sie zehn Minuten lang zurückziehen. Danach kann es nur die Verwaltung, mit einem Grund.",
        $"What you wrote can be withdrawn for {TicketWithdrawal.ForAuthor.TotalMinutes} minutes. After that an admin can, with a reason.");

    public static readonly Error AlreadyConfirmed = new(ErrorKind.Conflict, "ticket-already-confirmed", "Lösung schon bestätigt",
        "Die Lösung wurde bereits bestätigt.",
        "The resolution has been confirmed already.")
    { TitleEn = "The resolution is confirmed already" };

    public static readonly Error AssigneeRequired = new(ErrorKind.Conflict, "assignee-required", "Zuständige Person fehlt",
        "Ein Ticket in Bearbeitung braucht jemanden, der zuständig ist. Nennen Sie die Person in derselben Anfrage, oder übernehmen Sie "
            + "das Ticket zuerst.",
        "A ticket in progress needs an assignee. Name one in the same request, or take the ticket first.")
    { TitleEn = "An assignee is required" };

    public static readonly Error MergeCycle = new(ErrorKind.Conflict, "merge-cycle", "Zusammenführung im Kreis",
        "Die beiden Tickets sind schon zusammengeführt, nur in umgekehrter Richtung.",
        "The two tickets are merged already, the other way round.")
    { TitleEn = "The merge is circular" };

    public static readonly Error HasMerged = new(ErrorKind.Conflict, "ticket-has-merged", "Andere Tickets hängen daran",
        "Mit diesem Ticket wurden andere zusammengeführt. Heben Sie diese Zusammenführungen zuerst auf.",
        "Other tickets were merged into this one. Undo these merges first.")
    { TitleEn = "Other tickets were merged into this one" };

    public static readonly Error AlreadyLinked = new(ErrorKind.Conflict, "already-linked", "Schon verknüpft",
        "Die Tickets sind auf diese Weise bereits verknüpft.",
        "The tickets are linked in this way already.");

    public static readonly Error LinksContradict = new(ErrorKind.Conflict, "links-contradict", "Verknüpfungen widersprechen sich",
        "Zwischen den beiden Tickets besteht schon die umgekehrte Verknüpfung. Entfernen Sie diese zuerst.",
        "The two tickets are linked the other way round already. Remove that link first.");

    public static readonly Error LinkRing = new(ErrorKind.Conflict, "link-ring", "Verknüpfungen im Kreis",
        "Damit würde ein Ticket am Ende sich selbst blockieren oder sein eigenes Duplikat sein.",
        "With this a ticket would in the end block itself, or be its own duplicate.");

    public static readonly Error NotLinked = new(ErrorKind.Conflict, "not-linked", "Nicht verknüpft",
        "Die Tickets sind auf diese Weise nicht verknüpft.",
        "The tickets are not linked in this way.");

    public static readonly Error TooManyLinks = new(ErrorKind.Conflict, "too-many-links", "Zu viele Verknüpfungen",
        "Das Ticket hat so viele Verknüpfungen, wie es haben kann. Lösen Sie eine, die nicht mehr nötig ist.",
        $"A ticket holds at most {TicketLimits.Links} links. Remove one that is not needed any more.");

    public static readonly Error TooManyMerged = new(ErrorKind.Conflict, "too-many-merged", "Zu viele Zusammenführungen",
        "Mit diesem Ticket wurden so viele andere zusammengeführt, wie es aufnehmen kann.",
        $"At most {TicketLimits.Absorbed} tickets can be merged into one.");

    public static readonly Error TooManyTags = new(ErrorKind.Conflict, "too-many-tags", "Zu viele Schlagwörter",
        "Das Ticket hat so viele Schlagwörter, wie es haben kann. Entfernen Sie eines.",
        $"A ticket holds at most {TicketLimits.Tags} tags. Remove one.");

    public static readonly Error RequesterOnly = new(ErrorKind.Forbidden, "requester-only", "Nur für die anfragende Person",
        "Eine Lösung bestätigt nur die Person, die angefragt hat.",
        "Only the requester may do this.")
    { TitleEn = "Only for the requester" };

    public static readonly Error NotClosed = new(ErrorKind.Conflict, "ticket-not-closed", "Ticket nicht geschlossen",
        "Bewertet werden kann nur ein geschlossenes Ticket.",
        "Only a closed ticket can be rated.");

    public static readonly Error RatingVoid = new(ErrorKind.Gone, "rating-void", "Bewertung hinfällig",
        "Das Ticket wurde nach diesem Abschluss wieder geöffnet. Zum nächsten Abschluss kommt eine neue Frage.",
        "The ticket was reopened after this closing. The next closing brings a new question.");

    public static readonly Error RatingFinal = new(ErrorKind.Conflict, "rating-final", "Bewertung endgültig",
        "Die Tage, in denen eine Bewertung geändert werden kann, sind vorbei.",
        $"A rating can be changed for {Satisfaction.ChangeableFor.Days} days; these are over.");

    public static readonly Error RatingLinkExpired = new(ErrorKind.Gone, "rating-link-expired", "Link abgelaufen",
        "Der Link zur Bewertung galt 30 Tage ab dem Abschluss. Angemeldet können Sie das Ticket weiterhin bewerten.",
        $"The link was good for {SatisfactionLink.Lifetime.Days} days after the closing. Signed in, you can still rate the ticket.");

    public static FieldError BadScore(string pointer) => FieldCode.OutOfRange.At(
        pointer, "Muss eine ganze Zahl von 1 bis 5 sein.", "Must be a whole number from 1 to 5.");

    public static readonly Error TransitionNotAllowed = new(ErrorKind.Conflict, "transition-not-allowed", "Statuswechsel nicht möglich",
        "Von seinem jetzigen Status aus kann das Ticket nicht in den gewünschten wechseln.",
        "The ticket cannot go from its present status to the one asked for.")
    { TitleEn = "This change of status is not possible" };

    public static Error Transition(TicketStatus from, TicketStatus to) =>
        TransitionNotAllowed.Saying(
            $"Es ist „{from.Name(german: true)}“; verlangt ist „{to.Name(german: true)}“.",
            $"It is {Words<TicketStatus>.Of(from)}; asked for is {Words<TicketStatus>.Of(to)}.");

    public static Error UnknownMember(string pointer) =>
        Error.Invalid(FieldCode.UnknownMember.At(pointer,
            "Muss die Kennung eines aktiven oder eingeladenen Mitglieds dieses Mandanten oder eines Kontakts sein.",
            "Must be the id of an active or invited member of this tenant, or of a contact."));

    public static Error NotStaff(string pointer) =>
        Error.Invalid(FieldCode.NotStaff.At(pointer,
            "Muss die Kennung einer aktiven Person mit der Rolle agent, manager oder admin dieses Mandanten sein.",
            "Must be the id of an active agent, manager or admin of this tenant."));

    public static Error UnknownTicket(string pointer) =>
        Error.Invalid(FieldCode.UnknownTicket.At(pointer));

    public static Error ResolutionTextRequired => Error.Invalid(
        FieldCode.Required.At("/resolution_text", "Eine Lösung braucht einen Text.", "A resolution needs a text."));
}

/// <summary>Sizes, in Unicode code points where text is meant; all inclusive.</summary>
public static class TicketLimits
{
    public const int Subject = 200;
    public const int Body = 65_536;
    public const int Word = TicketKeys.MostLetters;

    /// <summary>How many links a ticket holds; its share of links made on other tickets included.</summary>
    public const int Links = 100;

    /// <summary>How many tags a ticket holds.</summary>
    public const int Tags = 50;

    /// <summary>How many tickets can be merged into one.</summary>
    public const int Absorbed = 100;
}

namespace Helpdesk.Domain.People;

/// <summary>Why a membership stays as it is.</summary>
public static class PeopleErrors
{
    public static readonly Error LastAdmin = new(ErrorKind.Conflict, "last-admin", "Letzte verwaltende Person",
        "Jemand muss übrig bleiben, der hier verwalten kann. Geben Sie zuerst einer anderen aktiven Person diese Rolle.",
        "Somebody must remain who can manage this place. Make another active member an admin first.");

    public static readonly Error HasAdmin = new(ErrorKind.Conflict, "tenant-has-admin", "Verwaltung schon vorhanden",
        "Diese Gemeinde hat schon jemanden, der sie verwaltet und alle anderen einlädt, oder jemand ist dazu eingeladen. Eine Einladung, "
            + "die nicht ankommt, können Sie beenden; dann laden Sie jemand anderen ein.",
        "This municipality has an admin already, who invites everybody else, or somebody is invited to be it. End an invitation that does "
            + "not arrive, and then invite somebody else.")
    { TitleEn = "There is an admin already" };

    public static readonly Error HasOperator = new(ErrorKind.Conflict, "platform-has-operator", "Es gibt schon einen Betreiber",
        "Betreiber laden einander an der Konsole ein. Auf der Kommandozeile braucht es dann den Zugang des Datenbank-Eigentümers.",
        "There is an operator already, who invites others at console.{domain}. To make one from here all the same, set "
            + "Helpdesk__Database__Owner: the connection string of the database's owner.")
    { TitleEn = "There is an operator already" };

    public static readonly Error OwnMembership = new(ErrorKind.Forbidden, "own-membership", "Eigene Mitgliedschaft",
        "Die eigene Rolle und den eigenen Status ändert niemand selbst. Bitten Sie jemand anderen aus der Verwaltung.",
        "Nobody changes their own role or status. Ask another admin.")
    { TitleEn = "One's own membership" };

    public static readonly Error OperatorAccount = new(ErrorKind.Forbidden, "operator-account", "Konto des Betriebs",
        "Ein Konto des Betriebs gehört keiner Gemeinde an: Niemand setzt sich selbst oder andere vom Betrieb ein, und wer eine Gemeinde "
            + "bedient, wird nicht daneben Betreiber.",
        "An operator's account belongs to no municipality: nobody appoints themselves or another operator, and who serves a municipality "
            + "does not become an operator beside it.");

    public static readonly Error RoleNotGrantable = new(ErrorKind.Forbidden, "role-not-grantable", "Rolle nicht zu vergeben",
        "Ihre Rolle erlaubt nicht, jene Rolle zu vergeben, zu ändern oder zu beenden.",
        "Your role does not allow giving, changing or ending that role.")
    { TitleEn = "The role cannot be granted" };

    public static readonly Error ManagedElsewhere = new(ErrorKind.Conflict, "profile-managed-elsewhere", "Profil wird anderswo geführt",
        "Das Profil von Service-Mitarbeitenden führt die Plattform. Rolle und Status können hier geändert werden.",
        "The profile of service staff is kept by the platform. Role and status can be changed here.")
    { TitleEn = "The profile is managed elsewhere" };

    public static readonly Error AlreadyMember = new(ErrorKind.Conflict, "already-member", "Schon Mitglied",
        "Eine Person mit dieser E-Mail-Adresse gehört schon dazu.",
        "A person with this e-mail address is a member already.")
    { Pointer = "/email" };

    public static readonly Error EmailTaken = new(ErrorKind.Conflict, "email-taken", "E-Mail-Adresse vergeben",
        "Ein anderes Mitglied hat diese E-Mail-Adresse.",
        "Another member has this e-mail address.");

    public static readonly Error ExternalIdTaken = new(ErrorKind.Conflict, "external-id-taken", "Externe Kennung vergeben",
        "Eine andere Person hat diese externe Kennung, vielleicht eine, die nicht mehr dabei ist.",
        "Another person has this external id, perhaps one who left.")
    { TitleEn = "The external id is taken" };

    public static readonly Error NotInvited = new(ErrorKind.Conflict, "not-invited", "Keine offene Einladung",
        "Die Einladung wurde bereits angenommen.",
        "The invitation has been accepted already.")
    { TitleEn = "No open invitation" };

    public static readonly Error StillInvited = new(ErrorKind.Conflict, "invitation-open", "Einladung noch offen",
        "Die Einladung ist noch nicht angenommen: Ändern Sie die Rolle, senden Sie sie noch einmal, oder beenden Sie sie.",
        "The invitation is not accepted yet: change the role, send it again or end it.")
    { TitleEn = "The invitation is still open" };

    public static Error RoleOfAnotherPlace(string pointer) =>
        Error.Invalid(FieldCode.RoleOfAnotherPlace.At(pointer));

    public static readonly Error OnlyContact = new(ErrorKind.Conflict, "only-contact", "Nur ein Kontakt",
        "Diese Person ist nur als Kontakt bekannt und kann sich nicht anmelden: Laden Sie sie ein, oder beenden Sie den Eintrag.",
        "This person is known as a contact only and cannot sign in: invite them, or end the entry.");

    public static Error NotSettable =>
        Error.Invalid(FieldCode.NotSettable.At("/status",
            "Muss active oder suspended sein; DELETE beendet eine Mitgliedschaft.",
            "Must be active or suspended; DELETE ends a membership."));

    public static Error CannotAsk(string pointer) =>
        Error.Invalid(FieldCode.UnknownMember.At(pointer,
            "Darf nicht die Adresse von jemandem sein, der gesperrt oder gegangen ist.",
            "Must not be the address of somebody who is suspended or has left."));

    public static Error CannotTakeOver =>
        Error.Invalid(FieldCode.CannotTakeOver.At("/hand_over_to"));

    public static Error NothingToHandOver =>
        Error.Invalid(FieldCode.NothingToHandOver.At("/hand_over_to").With("/role", "/status"));

    public static Error UnknownServiceAccount(string pointer) =>
        Error.Invalid(FieldCode.UnknownServiceAccount.At(pointer));

    /// <summary>Used, expired, without its reason or never issued: one answer for all of them.</summary>
    public static readonly Error LinkVoid = new(ErrorKind.Gone, "link-void", "Link nicht mehr gültig",
        "Der Link wurde schon verwendet, hat seinen Anlass verloren oder ist abgelaufen. Fordern Sie einen neuen an.",
        "The link was used before, has lost its reason or has expired. Ask for a new one.")
    { TitleEn = "The link is not valid any more" };

    /// <summary>Void, and there is a newer one that is good: only whoever holds one that was sent to the mailbox hears of it.</summary>
    public static readonly Error LinkReplacedByNewer = new(ErrorKind.Gone, "link-replaced", "Es gibt einen neueren Link",
        "Dieser Link gilt nicht mehr; später ging eine neuere E-Mail an dieselbe Adresse. Nehmen Sie den Link daraus.",
        "This link is not good any more; a newer mail was sent to the same address later. Take the link in that one.");

    public static Error LinkReplaced(Instant sentAt) => LinkReplacedByNewer.Saying(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Sie ging um {sentAt} hinaus."),
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"It was sent at {sentAt}."));

    public static readonly Error InvitationAccepted = new(ErrorKind.Gone, "invitation-accepted", "Einladung schon angenommen",
        "Sie haben diese Einladung schon angenommen: Sie können sich anmelden.",
        "You have accepted this invitation already: you can sign in.");
}

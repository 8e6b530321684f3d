namespace Helpdesk.Domain.Tenants;

public static class TenantErrors
{
    public static readonly Error Unknown = new(ErrorKind.NotFound, "tenant-unknown", "Mandant unbekannt",
        "Unter dieser Adresse gibt es keinen Mandanten. Prüfen Sie die Schreibweise.",
        "There is no tenant at this address. Check its spelling.")
    { TitleEn = "Unknown tenant" };

    public static readonly Error Suspended = new(ErrorKind.Forbidden, "tenant-suspended", "Mandant gesperrt",
        "Der Zugang dieses Mandanten ist gesperrt. Die Daten bleiben erhalten; der Betrieb kann ihn wieder freischalten.",
        "Access to this tenant is suspended. Its data is kept; the operators can reactivate it.");

    public static readonly Error SlugTaken = new(ErrorKind.Conflict, "slug-taken", "Kürzel vergeben",
        "Dieses Kürzel wird oder wurde schon verwendet. Kürzel werden nie ein zweites Mal vergeben.",
        "This slug is in use or was used before. Slugs are never given out again.")
    { Pointer = "/slug" };

    public static readonly Error NotActive = new(ErrorKind.Conflict, "tenant-not-active", "Mandant nicht aktiv",
        "Nur ein aktiver Mandant kann gesperrt werden.",
        "Only an active tenant can be suspended.");

    public static readonly Error NotSuspended = new(ErrorKind.Conflict, "tenant-not-suspended", "Mandant nicht gesperrt",
        "Nur ein gesperrter Mandant kann wieder freigeschaltet werden.",
        "Only a suspended tenant can be reactivated.");

    public static readonly Error NoSeatLeft = new(ErrorKind.Conflict, "seat-limit", "Alle Plätze vergeben",
        "Alle Plätze der Lizenz sind vergeben. Sperren Sie jemanden, ziehen Sie eine Einladung zurück, oder erweitern Sie die Lizenz.",
        "All seats of the licence are taken. Suspend somebody, revoke an invitation, or extend the licence.")
    { TitleEn = "All seats are taken" };

    public static Error SeatLimit(int licensed) => NoSeatLeft.Saying($"Sie hat {German.Number(licensed)}.", $"It has {licensed}.");

    public static readonly Error LicenceExpired = new(ErrorKind.Forbidden, "licence-expired", "Lizenz abgelaufen",
        "Die Lizenz ist abgelaufen. Alles kann gelesen und exportiert, aber nichts geändert werden; es geht nichts verloren.",
        "The licence has expired. Everything can be read and exported, nothing can be changed; nothing is lost.");

    public static readonly Error TemplateExists = new(ErrorKind.Conflict, "template-exists", "Vorlage vorhanden",
        "Eine Vorlage mit diesem Schlüssel gibt es schon.",
        "There is a template of this key already.");

    public static Error UnknownTemplate => Error.Invalid(FieldCode.UnknownTemplate.At("/template"));

    public static readonly Error DomainRegistered = new(ErrorKind.Conflict, "domain-registered", "Domain schon eingetragen",
        "Dieser Host ist für den Mandanten schon eingetragen.",
        "This host is registered already.");

    public static readonly Error TooManyDomains = new(ErrorKind.Conflict, "too-many-domains", "Zu viele Domains",
        "Mehr eigene Hosts kann ein Mandant nicht haben. Entfernen Sie zuerst einen.",
        $"A tenant has at most {OwnDomain.MostPerTenant} hosts of its own. Remove one first.");

    public static readonly Error DomainTaken = new(ErrorKind.Conflict, "domain-taken", "Domain vergeben",
        "Dieser Host gehört nachweislich zu einem anderen Mandanten.",
        "This host answers as another tenant, which has proven it.");

    public static readonly Error NotProven = new(ErrorKind.Conflict, "domain-unproven", "Nachweis fehlt",
        "Im DNS der Domain steht der verlangte TXT-Eintrag nicht. Bis ein neuer Eintrag überall zu sehen ist, können Stunden vergehen.",
        "The TXT record that was asked for is not in the domain's DNS. A new one can take hours to be seen.")
    { TitleEn = "The domain is not proven" };

    public static Error DomainUnproven(OwnDomain domain) =>
        NotProven.Saying(
            $"Verlangt ist {domain.RecordName} mit dem Text {domain.RecordText}.",
            $"Asked for is {domain.RecordName}, with the text {domain.RecordText}.");

    public static readonly Error DnsUnreachable = new(ErrorKind.Unavailable, "dns-unreachable", "DNS antwortet nicht",
        "Kein Nameserver hat geantwortet. Versuchen Sie es später noch einmal.",
        "No name server has answered. Try again later.")
    { TitleEn = "DNS does not answer" };

    public static readonly Error ProviderAccessRefused = new(ErrorKind.Forbidden, "provider-access-refused", "Kein Zugang für den Betrieb",
        "Dieser Mandant lässt den Betrieb nicht hinein. Seine Verwaltung kann das in den Einstellungen ändern.",
        "This tenant lets no operators in. Its admins can change that in the settings.")
    { TitleEn = "No access for operators" };

    public static readonly Error ProviderAccessRequired = new(ErrorKind.Forbidden, "provider-access-required", "Zugang zum Mandanten nötig",
        "Was einem Mandanten gehört, sieht der Betrieb nur mit dessen Einverständnis. Beantragen Sie den Zugang mit einer Begründung.",
        "Operators see what belongs to a tenant with its consent only. Ask for provider access, with a reason.")
    { TitleEn = "Access to the tenant is required" };

    public static readonly Error ProviderAccessOver = new(ErrorKind.Conflict, "provider-access-over", "Zugang schon entschieden",
        "Dieser Antrag ist schon entschieden, oder der Zugang ist schon beendet.",
        "This request was decided already, or the stay is over.")
    { TitleEn = "The access was decided already" };

    public static readonly Error DeletionRequested = new(ErrorKind.Conflict, "tenant-deletion-requested", "Löschung schon beantragt",
        "Die Löschung dieses Mandanten ist schon beantragt. Jemand anderes vom Betrieb muss sie bestätigen.",
        "The deletion of this tenant has been asked for already. Another operator must confirm it.")
    { TitleEn = "Deletion was requested already" };

    public static readonly Error NoDeletion = new(ErrorKind.Conflict, "tenant-deletion-not-requested", "Löschung nicht beantragt",
        "Niemand hat die Löschung dieses Mandanten beantragt.",
        "Nobody has asked for the deletion of this tenant.")
    { TitleEn = "Deletion was not requested" };

    public static readonly Error SamePerson = new(ErrorKind.Forbidden, "tenant-deletion-same-person", "Vier-Augen-Prinzip",
        "Wer eine Löschung beantragt, kann sie nicht selbst bestätigen. Bitten Sie eine zweite Person.",
        "Who asks for a deletion cannot confirm it. Ask a second person.")
    { TitleEn = "Somebody else must confirm" };

    public static readonly Error NotDeleted = new(ErrorKind.Conflict, "tenant-not-deleted", "Mandant nicht gelöscht",
        "Nur ein gelöschter Mandant kann wiederhergestellt werden.",
        "Only a deleted tenant can be restored.");

    public static readonly Error Erased = new(ErrorKind.Gone, "tenant-erased", "Frist abgelaufen",
        "Die Frist, in der dieser Mandant wiederhergestellt werden konnte, ist vorbei. Die Daten sind gelöscht.",
        "The time in which this tenant could be restored is over. Its data is erased.");
}

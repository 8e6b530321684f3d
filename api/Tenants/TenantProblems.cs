using Helpdesk.Api.Documentation;

namespace Helpdesk.Api.Tenants;

internal sealed class TenantProblems : IProblemDescriptions
{
    public IEnumerable<ProblemDescription> All =>
    [
        new("tenant-unknown", 404, "Mandant unbekannt",
            "Unter dieser Adresse gibt es keinen Mandanten. Prüfen Sie die Schreibweise.",
            "There is no tenant at this address. Check its spelling."),
        new("tenant-suspended", 403, "Mandant gesperrt",
            "Der Zugang dieses Mandanten ist gesperrt. Die Daten bleiben erhalten; der Betrieb kann ihn wieder freischalten.",
            "Access to this tenant is suspended. Its data is kept; the operators can reactivate it."),
        new("slug-taken", 409, "Kürzel vergeben",
            "Dieses Kürzel wird oder wurde schon verwendet. Kürzel werden nie ein zweites Mal vergeben.",
            "This slug is in use or was used before. Slugs are never given out again."),
        new("tenant-not-active", 409, "Mandant nicht aktiv",
            "Nur ein aktiver Mandant kann gesperrt werden.",
            "Only an active tenant can be suspended."),
        new("tenant-not-suspended", 409, "Mandant nicht gesperrt",
            "Nur ein gesperrter Mandant kann wieder freigeschaltet werden.",
            "Only a suspended tenant can be reactivated."),
        new("tenant-deletion-requested", 409, "Löschung schon beantragt",
            "Die Löschung dieses Mandanten ist schon beantragt. Jemand anderes vom Betrieb muss sie bestätigen.",
            "The deletion of this tenant has been asked for already. Another operator must confirm it."),
        new("tenant-deletion-not-requested", 409, "Löschung nicht beantragt",
            "Niemand hat die Löschung dieses Mandanten beantragt.",
            "Nobody has asked for the deletion of this tenant."),
        new("tenant-deletion-same-person", 403, "Vier-Augen-Prinzip",
            "Wer eine Löschung beantragt, kann sie nicht selbst bestätigen. Bitten Sie eine zweite Person.",
            "Who asks for a deletion cannot confirm it. Ask a second person."),
        new("tenant-not-deleted", 409, "Mandant nicht gelöscht",
            "Nur ein gelöschter Mandant kann wiederhergestellt werden.",
            "Only a deleted tenant can be restored."),
        new("tenant-erased", 410, "Frist abgelaufen",
            "Die Frist, in der dieser Mandant wiederhergestellt werden konnte, ist vorbei. Die Daten sind gelöscht.",
            "The time in which this tenant could be restored is over. Its data is erased."),
        new("operator-only", 403, "Nur für den Betrieb",
            "Das darf nur der Betrieb der Plattform.",
            "Only an operator of the platform may do this."),
        new("admin-only", 403, "Nur für die Verwaltung",
            "Das darf nur, wer den Mandanten verwaltet.",
            "Only an admin of the tenant may do this."),
        new("seat-limit", 409, "Alle Plätze vergeben",
            "Alle Plätze der Lizenz sind vergeben. Sperren Sie jemanden, ziehen Sie eine Einladung zurück, oder erweitern Sie die Lizenz.",
            "All seats of the licence are taken. Suspend somebody, revoke an invitation, or extend the licence."),
        new("licence-expired", 403, "Lizenz abgelaufen",
            "Die Lizenz ist abgelaufen. Alles kann gelesen und exportiert, aber nichts geändert werden; es geht nichts verloren.",
            "The licence has expired. Everything can be read and exported, nothing can be changed; nothing is lost."),
    ];
}

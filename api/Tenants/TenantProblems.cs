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

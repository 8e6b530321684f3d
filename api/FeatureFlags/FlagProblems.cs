using Helpdesk.Api.Documentation;
using Helpdesk.Domain;

namespace Helpdesk.Api.FeatureFlags;

internal sealed class FlagProblems : IProblemDescriptions
{
    public IEnumerable<ProblemDescription> All =>
    [
        new("flag-exists", 412, "Flag schon vorhanden",
            "Ein Flag mit diesem Schlüssel gibt es schon. Lesen Sie es, und ändern Sie es mit If-Match.",
            "There is a flag with this key already. Read it, and change it with If-Match."),
        new("flag-admin-only", 403, "Nur für die Verwaltung",
            "Die Flags eines Mandanten ändert nur, wer den Mandanten verwaltet.",
            "Only an admin may change the flags of a tenant."),
        new("flag-belongs-to-platform", 409, "Flag der Plattform",
            "Die Plattform hat ein Flag mit diesem Schlüssel, das Mandanten nicht überschreiben dürfen. Wählen Sie einen anderen Schlüssel.",
            "The platform has a flag with this key that tenants may not override. Choose another key."),
        new("flag-archived", 409, "Flag archiviert",
            "Ein archiviertes Flag ändert sich nicht. Stellen Sie zuerst einen früheren Stand wieder her.",
            "An archived flag does not change. Restore one of its states first."),
        new("flag-already-killed", 409, "Notschalter schon gezogen",
            "Der Notschalter dieses Flags ist bereits gezogen.",
            "The kill switch of this flag has been pulled already."),
        new("flag-not-killed", 409, "Notschalter nicht gezogen",
            "Der Notschalter dieses Flags ist nicht gezogen.",
            "The kill switch of this flag has not been pulled."),
        new("flag-change-pending", 409, "Änderung wartet auf Freigabe",
            "Eine Änderung dieses Flags wartet auf die zweite Person. Geben Sie sie zuerst frei, oder lehnen Sie sie ab.",
            "A change of this flag waits for a second person. Approve or reject it first."),
        new("flag-nothing-pending", 409, "Keine Änderung offen",
            "Keine Änderung dieses Flags wartet auf Freigabe.",
            "No change of this flag waits for approval."),
        new("four-eyes-same-person", 403, "Vier-Augen-Prinzip",
            "Wer eine Änderung vorschlägt, kann sie nicht selbst freigeben. Bitten Sie eine zweite Person.",
            "Who proposes a change cannot approve it. Ask a second person."),
        new("too-many-flags", 409, "Zu viele Flags",
            "Es gibt so viele Flags, wie es geben kann. Entfernen Sie veraltete; der Bericht nennt sie.",
            "There are as many flags as there can be. Remove stale ones; the report names them."),
        new("no-such-state", 422, "Stand nicht vorhanden",
            "Das Flag hatte keinen Stand mit dieser Version. Der Verlauf nennt die vorhandenen.",
            "The flag never had a state of that version. The history lists those it had."),
        new("flag-required", 409, "Andere Flags hängen davon ab",
            "Andere Flags setzen dieses voraus. Ändern Sie zuerst jene; die Meldung nennt sie.",
            "Other flags require this one. Change those first; the message names them."),
        new("invalid-if-none-match", 400, "If-None-Match nicht verstanden",
            "If-None-Match kann hier nur * heißen: neu anlegen. Zusammen mit If-Match steht es nicht.",
            "If-None-Match can only be * here, which creates. It does not stand together with If-Match."),
        new("flags-of-others", 403, "Flags anderer",
            "Eine Person fragt nur nach den eigenen Flags. Lassen Sie targetingKey weg.",
            "A person may ask for their own flags only. Leave targetingKey out."),
        new("stopped-by-operator", 503, "Vom Betrieb angehalten",
            "Der Betrieb der Plattform hat dies vorübergehend angehalten. Alles andere geht weiter.",
            "The operator of the platform has stopped this for the moment. Everything else goes on."),
    ];
}

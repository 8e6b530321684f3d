namespace Helpdesk.Api.SignIn;

internal sealed class SignInProblems : IProblemDescriptions
{
    public IEnumerable<ProblemDescription> All => [.. SigningIn, .. Rights, .. People, .. SecondFactor];

    private static IEnumerable<ProblemDescription> SigningIn =>
    [
        new("not-signed-in", 401, "Nicht angemeldet",
            "Dafür müssen Sie angemeldet sein. Eine Anmeldung gilt nur an der Adresse, an der sie erfolgt ist.",
            "Sign in first. Signing in counts only at the host where it was done."),
        new("invalid-token", 401, "Anmeldung ungültig",
            "Der Nachweis ist abgelaufen, beendet oder gehört zu einer anderen Adresse. Melden Sie sich neu an.",
            "The credential has expired, was ended, or belongs to another host. Sign in again."),
        new("invalid-credentials", 401, "E-Mail-Adresse oder Passwort falsch",
            "E-Mail-Adresse oder Passwort stimmen nicht, oder es gibt hier kein solches Konto. Beides wird absichtlich gleich beantwortet.",
            "E-mail address or password is not right, or there is no such account here. Both are answered alike on purpose."),
        new("invalid-refresh-token", 401, "Sitzung beendet",
            "Das Refresh-Token ist unbekannt, verbraucht oder abgelaufen. Melden Sie sich neu an.",
            "The refresh token is unknown, used up or expired. Sign in again."),
        new("invalid-client", 401, "Client unbekannt oder Geheimnis falsch",
            "Client-Kennung oder Geheimnis stimmen nicht, oder der Client ist abgelaufen oder widerrufen. Alles wird absichtlich "
                + "gleich beantwortet.",
            "Client id or secret is not right, or the client has expired or was revoked. All of it is answered alike on purpose."),
        new("unsupported-grant-type", 400, "Verfahren nicht unterstützt",
            "Token gibt es hier mit grant_type authorization_code, refresh_token und client_credentials. Personen melden sich mit POST "
                + "/api/v1/auth/login an.",
            "Tokens are issued for the grant types authorization_code, refresh_token and client_credentials. People sign in with POST "
                + "/api/v1/auth/login."),
        new("invalid-grant", 400, "Code oder Refresh-Token gilt nicht",
            "Der Code oder das Refresh-Token ist unbekannt, verbraucht, abgelaufen oder für jemand anderen ausgestellt. Beginnen Sie "
                + "die Anmeldung von vorn.",
            "The code or refresh token is unknown, used up, expired, or was issued to somebody else. Begin to sign in again."),
        new("unauthorized-client", 400, "Client darf das nicht",
            "Für diesen Client ist das Verfahren nicht eingerichtet.",
            "The client is not set up for this."),
        new("invalid-scope", 400, "Berechtigung nicht erteilt",
            "Der Client verlangt eine Berechtigung, die er nicht hat.",
            "The client asks for a scope that it does not have."),
        new("invalid-request", 400, "Token-Anfrage unverständlich",
            "Die Anfrage muss sein, wie RFC 6749 und OpenID Connect sie beschreiben: jede Angabe einmal, die Kennung des Clients auf "
                + "einem Weg, mit PKCE (S256).",
            "The request must be as RFC 6749 and OpenID Connect have it: every parameter once, the client's identity in one way, with "
                + "PKCE (S256)."),
        new("too-many-tries", 429, "Zu viele Versuche",
            "Es gab zu viele falsche Versuche. Retry-After nennt die Wartezeit in Sekunden; danach geht es weiter.",
            "There were too many wrong tries. Retry-After says how many seconds to wait; then go on."),
        new("sign-in-busy", 429, "Anmeldung ausgelastet",
            "Gerade melden sich sehr viele zugleich an. Versuchen Sie es in wenigen Sekunden noch einmal.",
            "Very many are signing in at this moment. Try again in a few seconds."),
        new("wrong-password", 403, "Passwort falsch",
            "Das jetzige Passwort stimmt nicht; deshalb wurde nichts geändert.",
            "The present password is not right, so nothing was changed."),
        new("link-void", 410, "Link nicht mehr gültig",
            "Der Link wurde schon verwendet, ersetzt oder ist abgelaufen. Fordern Sie einen neuen an.",
            "The link was used before, was replaced or has expired. Ask for a new one."),
        new("registration-closed", 403, "Registrierung geschlossen",
            "Konten gibt es hier nur auf Einladung. Wenden Sie sich an die Gemeinde.",
            "Accounts come by invitation here. Ask the municipality."),
        new("cross-site-request", 403, "Anfrage von fremder Seite",
            "Eine Änderung mit dem Sitzungs-Cookie muss von einer Seite genau dieser Adresse kommen.",
            "A write with the session cookie must come from a page of this very host."),
        new("anti-forgery-token-invalid", 403, "Schutzkennung fehlt",
            "Eine Änderung mit dem Sitzungs-Cookie braucht die Kopfzeile X-Anti-Forgery mit dem Wert aus /auth/status.",
            "A write with the session cookie needs the header X-Anti-Forgery with the value from /auth/status."),
    ];

    private static IEnumerable<ProblemDescription> Rights =>
    [
        new("second-factor-enrolment-required", 403, "Zweiter Faktor erforderlich",
            "Hier brauchen Beschäftigte einen zweiten Faktor. Richten Sie ihn ein; bis dahin geht nichts anderes.",
            "Staff need a second factor here. Set one up; until then nothing else can be done."),
        new("membership-suspended", 403, "Zugang gesperrt",
            "Ihr Zugang ist gesperrt. Wenden Sie sich an die Verwaltung dieser Gemeinde.",
            "Your access is suspended. Ask an admin of this municipality."),
        new("role-required", 403, "Rolle reicht nicht",
            "Ihre Rolle erlaubt das nicht.",
            "Your role does not allow this."),
        new("person-required", 403, "Nur für angemeldete Personen",
            "Das kann nur eine angemeldete Person tun, kein Programm.",
            "Only a person who is signed in can do this, not a program."),
        new("scope-missing", 403, "Berechtigung fehlt",
            "Dem API-Schlüssel oder Token fehlt die Berechtigung, die hier nötig ist.",
            "The API key or token does not have the scope that this needs."),
        new("platform-has-operator", 409, "Es gibt schon einen Betreiber",
            "Betreiber laden einander an der Konsole ein. Auf der Kommandozeile braucht es dann den Zugang des Datenbank-Eigentümers.",
            "Operators invite each other at the console. On the command line the login of the database's owner is needed then."),
        new("own-membership", 403, "Eigene Mitgliedschaft",
            "Die eigene Rolle und den eigenen Status ändert niemand selbst. Bitten Sie jemand anderen aus der Verwaltung.",
            "Nobody changes their own role or status. Ask another admin."),
        new("role-not-grantable", 403, "Rolle nicht zu vergeben",
            "Ihre Rolle erlaubt nicht, jene Rolle zu vergeben, zu ändern oder zu beenden.",
            "Your role does not allow giving, changing or ending that role."),
    ];

    private static IEnumerable<ProblemDescription> People =>
    [
        new("last-admin", 409, "Letzte verwaltende Person",
            "Jemand muss übrig bleiben, der hier verwalten kann. Geben Sie zuerst einer anderen aktiven Person diese Rolle.",
            "Somebody must remain who can manage this place. Make another active member an admin first."),
        new("tenant-has-admin", 409, "Verwaltung schon vorhanden",
            "Diese Gemeinde hat schon jemanden, der sie verwaltet und alle anderen einlädt.",
            "This municipality has an admin already, who invites everybody else."),
        new("profile-managed-elsewhere", 409, "Profil wird anderswo geführt",
            "Das Profil von Service-Mitarbeitenden führt die Plattform. Rolle und Status können hier geändert werden.",
            "The profile of service staff is kept by the platform. Role and status can be changed here."),
        new("already-member", 409, "Schon Mitglied",
            "Eine Person mit dieser E-Mail-Adresse gehört schon dazu.",
            "A person with this e-mail address is a member already."),
        new("email-taken", 409, "E-Mail-Adresse vergeben",
            "Ein anderes Mitglied hat diese E-Mail-Adresse.",
            "Another member has this e-mail address."),
        new("external-id-taken", 409, "Externe Kennung vergeben",
            "Eine andere Person hat diese externe Kennung, vielleicht eine, die nicht mehr dabei ist.",
            "Another person has this external id, perhaps one who left."),
        new("not-invited", 409, "Keine offene Einladung",
            "Die Einladung wurde bereits angenommen.",
            "The invitation has been accepted already."),
        new("invitation-open", 409, "Einladung noch offen",
            "Die Einladung ist noch nicht angenommen: Ändern Sie die Rolle, senden Sie sie noch einmal, oder beenden Sie sie.",
            "The invitation is not accepted yet: change the role, send it again or end it."),
    ];

    private static IEnumerable<ProblemDescription> SecondFactor =>
    [
        new("second-factor-required", 401, "Zweiter Faktor nötig",
            "Das Passwort stimmt. Senden Sie es noch einmal zusammen mit \"code\": sechs Ziffern oder ein Wiederherstellungscode.",
            "The password is right. Send it again together with \"code\": six digits, or a recovery code."),
        new("second-factor-invalid", 401, "Code falsch",
            "Der Code ist falsch, zu alt oder wurde schon verwendet. Nehmen Sie den nächsten, den Ihre App zeigt.",
            "The code is wrong, too old, or was used before. Take the next one that your app shows."),
        new("no-second-factor", 409, "Kein zweiter Faktor",
            "Zu diesem Konto gibt es keinen zweiten Faktor.",
            "There is no second factor on this account."),
        new("second-factor-on", 409, "Zweiter Faktor schon aktiv",
            "Das Konto hat schon einen zweiten Faktor. Schalten Sie ihn aus, bevor Sie einen anderen einrichten.",
            "The account has a second factor already. Switch it off before setting up another one."),
        new("no-enrolment", 409, "Einrichtung nicht begonnen",
            "Beginnen Sie zuerst die Einrichtung des zweiten Faktors.",
            "Begin setting up the second factor first."),
    ];
}

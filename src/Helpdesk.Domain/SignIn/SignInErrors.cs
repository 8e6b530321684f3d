namespace Helpdesk.Domain.SignIn;

/// <summary>Why somebody does not get in.</summary>
public static class SignInErrors
{
    /// <summary>Forged, expired, ended, or issued for another host: one answer for all of them.</summary>
    public static readonly Error InvalidToken = new(ErrorKind.Unauthenticated, "invalid-token", "Anmeldung ungültig",
        "Der Nachweis ist abgelaufen, beendet oder gehört zu einer anderen Adresse. Melden Sie sich neu an.",
        "The credential has expired, was ended, or belongs to another host. Sign in again.");

    /// <summary>Unknown address, wrong password, no access at this host: one answer for all of them.</summary>
    public static readonly Error InvalidCredentials = new(
        ErrorKind.Unauthenticated, "invalid-credentials", "E-Mail-Adresse oder Passwort falsch",
        "E-Mail-Adresse oder Passwort stimmen nicht, oder es gibt hier kein solches Konto. Beides wird absichtlich gleich beantwortet.",
        "E-mail address or password is not right, or there is no such account here. Both are answered alike on purpose.");

    public static readonly Error SecondFactorRequired = new(ErrorKind.Unauthenticated, "second-factor-required", "Zweiter Faktor nötig",
        "Das Passwort stimmt. Senden Sie es noch einmal zusammen mit \"code\": sechs Ziffern oder ein Wiederherstellungscode.",
        "The password is right. Send it again together with \"code\": six digits, or a recovery code.");

    public static readonly Error SecondFactorInvalid = new(ErrorKind.Unauthenticated, "second-factor-invalid", "Code falsch",
        "Der Code ist falsch, zu alt oder wurde schon verwendet. Nehmen Sie den nächsten, den Ihre App zeigt.",
        "The code is wrong, too old, or was used before. Take the next one that your app shows.")
    { TitleEn = "The code is wrong" };

    /// <summary>Signed in, but where staff must have a second factor and without one.</summary>
    public static readonly Error SecondFactorNotSetUp = new(
        ErrorKind.Forbidden, "second-factor-enrolment-required", "Zweiter Faktor erforderlich",
        "Hier brauchen Beschäftigte einen zweiten Faktor. Richten Sie ihn ein; bis dahin geht nichts anderes.",
        "A second factor is required here. Set one up with POST /api/v1/auth/second-factor, then go on.")
    { TitleEn = "A second factor must be set up" };

    public static readonly Error MembershipSuspended = new(ErrorKind.Forbidden, "membership-suspended", "Zugang gesperrt",
        "Ihr Zugang ist gesperrt. Wenden Sie sich an die Verwaltung dieser Gemeinde.",
        "Your access is suspended. Ask an admin of this municipality.");

    public static readonly Error InvalidRefreshToken = new(ErrorKind.Unauthenticated, "invalid-refresh-token", "Sitzung beendet",
        "Das Refresh-Token ist unbekannt, verbraucht oder abgelaufen. Melden Sie sich neu an.",
        "The refresh token is unknown, used up or expired. Sign in again.");

    public static readonly Error RegistrationClosed = new(ErrorKind.Forbidden, "registration-closed", "Registrierung geschlossen",
        "Konten gibt es hier nur auf Einladung. Wenden Sie sich an die Gemeinde.",
        "Accounts come by invitation here. Ask the municipality.");

    public static readonly Error WrongPassword = new(ErrorKind.Forbidden, "wrong-password", "Passwort falsch",
        "Das jetzige Passwort stimmt nicht; deshalb wurde nichts geändert.",
        "The present password is not right, so nothing was changed.");

    public static readonly Error CrossSite = new(ErrorKind.Forbidden, "cross-site-request", "Anfrage von fremder Seite",
        "Eine Änderung mit dem Sitzungs-Cookie muss von einer Seite genau dieser Adresse kommen.",
        "A write with the session cookie must come from a page of this very host.")
    { TitleEn = "Request from another site" };

    public static readonly Error AntiForgery = new(ErrorKind.Forbidden, "anti-forgery-token-invalid", "Schutzkennung fehlt",
        "Eine Änderung mit dem Sitzungs-Cookie braucht die Kopfzeile X-Anti-Forgery mit dem Wert aus /auth/status.",
        "A write with the session cookie needs the header X-Anti-Forgery with the value from /auth/status.")
    { TitleEn = "Invalid anti-forgery token" };

    public static readonly Error PasskeyInvalid = new(ErrorKind.Unauthenticated, "passkey-invalid", "Passkey nicht anerkannt",
        "Der Passkey passt nicht zu diesem Konto, oder die Anfrage ist abgelaufen. Versuchen Sie es noch einmal, oder melden Sie sich mit "
            + "dem Passwort an.",
        "The passkey does not go with this account, or the request has expired. Try again, or sign in with the password.")
    { TitleEn = "The passkey was not recognised" };

    public static readonly Error TooManyPasskeys = new(ErrorKind.Conflict, "too-many-passkeys", "Zu viele Passkeys",
        "Mehr Passkeys kann ein Konto nicht haben. Entfernen Sie zuerst einen.",
        $"An account has at most {Passkey.Most} passkeys. Remove one first.");

    public static readonly Error NoSecondFactor = new(ErrorKind.Conflict, "no-second-factor", "Kein zweiter Faktor",
        "Zu diesem Konto gibt es keinen zweiten Faktor.",
        "There is no second factor on this account.");

    public static readonly Error SecondFactorOn = new(ErrorKind.Conflict, "second-factor-on", "Zweiter Faktor schon aktiv",
        "Das Konto hat schon einen zweiten Faktor. Schalten Sie ihn aus, bevor Sie einen anderen einrichten.",
        "The account has a second factor already. Switch it off before setting up another one.")
    { TitleEn = "The second factor is on already" };

    public static readonly Error NoEnrolment = new(ErrorKind.Conflict, "no-enrolment", "Einrichtung nicht begonnen",
        "Beginnen Sie zuerst die Einrichtung des zweiten Faktors.",
        "Begin setting up the second factor first.")
    { TitleEn = "Setting up has not begun" };

    public static readonly Error TriedTooOften = new(ErrorKind.Throttled, "too-many-tries", "Zu viele Versuche",
        "Es gab zu viele falsche Versuche. Retry-After nennt die Wartezeit in Sekunden; danach geht es weiter.",
        "There were too many wrong tries. Retry-After says how many seconds to wait; then go on.");

    /// <param name="wait">Rounded up to whole seconds in the answer.</param>
    public static Error TooManyTries(Duration wait) => TriedTooOften with { RetryAfter = wait.ToTimeSpan() };

    public static readonly Error SignInBusy = new(ErrorKind.Throttled, "sign-in-busy", "Anmeldung ausgelastet",
        "Gerade melden sich sehr viele zugleich an. Versuchen Sie es in wenigen Sekunden noch einmal.",
        "Very many are signing in at this moment. Try again in a few seconds.")
    { TitleEn = "Sign-in is busy", RetryAfter = TimeSpan.FromSeconds(2) };
}

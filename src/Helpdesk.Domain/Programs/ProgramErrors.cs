namespace Helpdesk.Domain.Programs;

/// <summary>Why a program gets no token, or no credential.</summary>
public static class ProgramErrors
{
    /// <summary>Unknown, wrong secret, revoked, expired, of another municipality: one answer for all of them.</summary>
    public static readonly Error InvalidClient = new(ErrorKind.Unauthenticated, "invalid-client", "Client unbekannt oder Geheimnis falsch",
        "Client-Kennung oder Geheimnis stimmen nicht, oder der Client ist abgelaufen oder widerrufen. Alles wird absichtlich gleich "
            + "beantwortet.",
        "Client id or secret is not right, or the client has expired or was revoked. All of it is answered alike on purpose.");

    public static readonly Error UnsupportedGrantType = new(ErrorKind.Malformed, "unsupported-grant-type", "Verfahren nicht unterstützt",
        "Token gibt es hier mit grant_type authorization_code, refresh_token und client_credentials. Personen melden sich mit POST "
            + "/api/v1/auth/login an.",
        "The grants here are authorization_code, refresh_token and client_credentials. People sign in with POST /api/v1/auth/login.");

    /// <summary>Used up, expired, of another client or host, or proved with another verifier: one answer for all of them.</summary>
    public static readonly Error InvalidGrant = new(ErrorKind.Malformed, "invalid-grant", "Code oder Refresh-Token gilt nicht",
        "Der Code oder das Refresh-Token ist unbekannt, verbraucht, abgelaufen oder für jemand anderen ausgestellt. Beginnen Sie die "
            + "Anmeldung von vorn.",
        "The code or refresh token is unknown, used up, expired, or was issued to somebody else. Begin to sign in again.");

    public static readonly Error UnauthorizedClient = new(ErrorKind.Malformed, "unauthorized-client", "Client darf das nicht",
        "Für diesen Client ist das Verfahren nicht eingerichtet.",
        "The client is not set up for this.");

    public static Error UnknownRedirectUri(string pointer) => Error.Invalid(FieldCode.RedirectUri.At(pointer));

    public static readonly Error InvalidScope = new(ErrorKind.Malformed, "invalid-scope", "Berechtigung nicht erteilt",
        "Der Client verlangt eine Berechtigung, die er nicht hat.",
        "The client asks for a scope that it does not have.");

    public static readonly Error InvalidRequest = new(ErrorKind.Malformed, "invalid-request", "Token-Anfrage unverständlich",
        "Die Anfrage muss sein, wie RFC 6749 und OpenID Connect sie beschreiben: jede Angabe einmal, die Kennung des Clients auf einem "
            + "Weg, mit PKCE (S256).",
        "The request must be as RFC 6749 and OpenID Connect have it: every parameter once, the client's identity in one way, with PKCE "
            + "(S256).");

    public static Error InvalidTokenRequest(string de, string en) => InvalidRequest.SayingOnly(de, en);

    public static readonly Error TooManyPrograms = new(ErrorKind.Conflict, "too-many-programs", "Zu viele Schlüssel oder Clients",
        "Hier gibt es schon so viele gültige API-Schlüssel oder Clients, wie es geben darf. Widerrufen Sie, was niemand mehr braucht.",
        "There are as many live API keys or clients here as there may be. Revoke what nobody needs any more.");

    public static readonly Error ProofRequired = new(ErrorKind.Forbidden, "proof-required", "Nachweis nötig",
        "Diese Berechtigung gibt nur, wer sich im selben Moment ausweist: mit dem Passwort und, wo es einen gibt, dem zweiten Faktor, in "
            + "`proof`.",
        "This scope is given only by somebody who proves at that moment who they are: with the password and, where there is one, the "
            + "second factor, in `proof`.");

    public static Error ScopeNotGrantable(int index) =>
        Error.Invalid(FieldCode.ScopeNotGrantable.At($"/scopes/{index}"));
}

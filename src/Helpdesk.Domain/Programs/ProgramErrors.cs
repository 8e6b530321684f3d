namespace Helpdesk.Domain.Programs;

/// <summary>Why a program gets no token, or no credential.</summary>
public static class ProgramErrors
{
    /// <summary>Unknown, wrong secret, revoked, expired, of another municipality: one answer for all of them.</summary>
    public static readonly Error InvalidClient = new(
        ErrorKind.Unauthenticated, "invalid-client", "Client id or secret is not right, or the client has ended.");

    public static readonly Error UnsupportedGrantType = new(
        ErrorKind.Malformed, "unsupported-grant-type",
        "The grants here are authorization_code, refresh_token and client_credentials. People sign in with POST /api/v1/auth/login.");

    /// <summary>Used up, expired, of another client or host, or proved with another verifier: one answer for all of them.</summary>
    public static readonly Error InvalidGrant = new(
        ErrorKind.Malformed, "invalid-grant", "The code or refresh token is unknown, used up, expired, or was issued to somebody else.");

    public static readonly Error UnauthorizedClient = new(ErrorKind.Malformed, "unauthorized-client", "The client may not use this.");

    public static Error UnknownRedirectUri(string pointer) => Error.Invalid(
        pointer, "redirect-uri",
        "Must be an absolute https address without fragment; http on a loopback address; or, of a public client, a scheme in "
            + "reverse-domain form such as org.example.app:/callback.");

    public static readonly Error InvalidScope = new(
        ErrorKind.Malformed, "invalid-scope", "The client does not have one of the scopes that it asks for.");

    public static Error InvalidTokenRequest(string why) => new(ErrorKind.Malformed, "invalid-request", why);

    public static Error ScopeNotGrantable(int index) =>
        Error.Invalid($"/scopes/{index}", "scope-not-grantable", "Unknown, or more than your own role allows.");
}

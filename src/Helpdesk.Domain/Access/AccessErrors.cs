using NodaTime;

namespace Helpdesk.Domain.Access;

/// <summary>Why somebody does not get in, or may not change who does.</summary>
public static class AccessErrors
{
    public static readonly Error NotSignedIn = new(ErrorKind.Unauthenticated, "not-signed-in", "Sign in first.");

    /// <summary>Forged, expired, ended, or issued for another host: one answer for all of them.</summary>
    public static readonly Error InvalidToken = new(ErrorKind.Unauthenticated, "invalid-token", "The credential is not valid here. Sign in again.");

    /// <summary>Unknown address, wrong password, no access at this host: one answer for all of them.</summary>
    public static readonly Error InvalidCredentials = new(ErrorKind.Unauthenticated, "invalid-credentials", "E-mail address or password is not right.");

    public static readonly Error SecondFactorRequired = new(
        ErrorKind.Unauthenticated, "second-factor-required", "The password is right. Send it again with the member \"code\": six digits, or a recovery code.");

    public static readonly Error SecondFactorInvalid = new(
        ErrorKind.Unauthenticated, "second-factor-invalid", "The code is wrong, too old, or was used before.");

    /// <summary>Signed in, but where staff must have a second factor and without one.</summary>
    public static readonly Error SecondFactorNotSetUp = new(
        ErrorKind.Forbidden, "second-factor-enrolment-required", "A second factor is required here. Set one up with POST /api/v1/auth/second-factor, then go on.");

    public static readonly Error MembershipSuspended = new(ErrorKind.Forbidden, "membership-suspended", "Access is suspended. Ask an admin of this municipality.");

    public static readonly Error InvalidRefreshToken = new(
        ErrorKind.Unauthenticated, "invalid-refresh-token", "The refresh token is unknown, used up or expired. Sign in again.");

    /// <summary>Used, expired, replaced or never issued: one answer for all of them.</summary>
    public static readonly Error LinkVoid = new(ErrorKind.Gone, "link-void", "The link was used before, has expired or was replaced. Ask for a new one.");

    public static readonly Error RegistrationClosed = new(
        ErrorKind.Forbidden, "registration-closed", "Accounts come by invitation here. Ask the municipality.");

    public static readonly Error WrongPassword = new(ErrorKind.Forbidden, "wrong-password", "The present password is not right.");

    public static readonly Error CrossSite = new(
        ErrorKind.Forbidden, "cross-site-request", "A write with the session cookie must come from a page of this very host.");

    public static readonly Error AntiForgery = new(
        ErrorKind.Forbidden, "anti-forgery-token-invalid", "A write with the session cookie needs the header X-Anti-Forgery as /auth/status gives it.");

    public static readonly Error RoleRequired = new(ErrorKind.Forbidden, "role-required", "Your role does not allow this.");

    public static readonly Error PersonRequired = new(ErrorKind.Forbidden, "person-required", "Only a person can do this, signed in; a program cannot.");

    public static readonly Error ScopeMissing = new(ErrorKind.Forbidden, "scope-missing", "The API key or token does not have the scope that this needs.");

    /// <summary>Unknown, wrong secret, revoked, expired, of another municipality: one answer for all of them.</summary>
    public static readonly Error InvalidClient = new(ErrorKind.Unauthenticated, "invalid-client", "Client id or secret is not right, or the client has ended.");

    public static readonly Error UnsupportedGrantType = new(
        ErrorKind.Malformed, "unsupported-grant-type",
        "The grants here are authorization_code, refresh_token and client_credentials. People sign in with POST /api/v1/auth/login.");

    /// <summary>Used up, expired, of another client or host, or proved with another verifier: one answer for all of them.</summary>
    public static readonly Error InvalidGrant = new(
        ErrorKind.Malformed, "invalid-grant", "The code or refresh token is unknown, used up, expired, or was issued to somebody else.");

    public static readonly Error UnauthorizedClient = new(ErrorKind.Malformed, "unauthorized-client", "The client may not use this.");

    public static Error UnknownRedirectUri(string pointer) => Error.Invalid(
        pointer, "redirect-uri",
        "Must be an absolute https address without fragment; http on a loopback address; or, of a public client, a scheme in reverse-domain form such as org.example.app:/callback.");

    public static readonly Error InvalidScope = new(ErrorKind.Malformed, "invalid-scope", "The client does not have one of the scopes that it asks for.");

    public static Error InvalidTokenRequest(string why) => new(ErrorKind.Malformed, "invalid-request", why);

    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is no such thing here.");

    public static readonly Error LastAdmin = new(
        ErrorKind.Conflict, "last-admin", "Somebody must remain who can manage this place. Make another active member an admin first.");

    public static readonly Error HasAdmin = new(
        ErrorKind.Conflict, "tenant-has-admin", "This municipality has an admin, who invites everybody else.");

    public static readonly Error HasOperator = new(
        ErrorKind.Conflict, "platform-has-operator",
        "There is an operator already, who invites others at console.{domain}. To make one from here all the same, set Helpdesk__Database__Owner: the connection string of the database's owner.");

    public static readonly Error OwnMembership = new(ErrorKind.Forbidden, "own-membership", "Nobody changes their own role or status. Ask another admin.");

    public static readonly Error RoleNotGrantable = new(ErrorKind.Forbidden, "role-not-grantable", "Your role does not allow giving, changing or ending that role.");

    public static readonly Error ManagedElsewhere = new(
        ErrorKind.Conflict, "profile-managed-elsewhere", "The profile of service staff is kept by the platform. Role and status can be changed here.");

    public static readonly Error AlreadyMember = new(ErrorKind.Conflict, "already-member", "A person with this e-mail address is a member already.");

    public static readonly Error EmailTaken = new(ErrorKind.Conflict, "email-taken", "Another member has this e-mail address.");

    public static readonly Error ExternalIdTaken = new(ErrorKind.Conflict, "external-id-taken", "Another person has this external id, perhaps one who left.");

    public static readonly Error NotInvited = new(ErrorKind.Conflict, "not-invited", "The invitation was accepted already.");

    public static readonly Error StillInvited = new(
        ErrorKind.Conflict, "invitation-open", "The invitation is not accepted yet: change the role, send it again or end it.");

    public static readonly Error NoSecondFactor = new(ErrorKind.Conflict, "no-second-factor", "There is no second factor on this account.");

    public static readonly Error SecondFactorOn = new(ErrorKind.Conflict, "second-factor-on", "The account has a second factor. Switch it off before setting up another one.");

    public static readonly Error NoEnrolment = new(ErrorKind.Conflict, "no-enrolment", "Begin setting up the second factor first.");

    /// <param name="wait">Rounded up to whole seconds in the answer.</param>
    public static Error TooManyTries(Duration wait) =>
        new(ErrorKind.Throttled, "too-many-tries", "Too many wrong tries. Wait, then try again.") { RetryAfter = wait.ToTimeSpan() };

    public static readonly Error SignInBusy =
        new(ErrorKind.Throttled, "sign-in-busy", "Too many people are signing in at this moment. Try again.") { RetryAfter = TimeSpan.FromSeconds(2) };

    public static Error RoleOfAnotherPlace(string pointer) =>
        Error.Invalid(pointer, "role-of-another-place", "Operators belong to the platform, customers to a municipality.");

    public static Error CannotTakeOver =>
        Error.Invalid("/hand_over_to", "cannot-take-over", "Must be the id of another active agent, manager or admin of this tenant.");

    public static Error NothingToHandOver =>
        Error.Invalid("/hand_over_to", "nothing-to-hand-over", "Goes with a change after which a member of the staff serves no longer.");

    public static Error UnknownServiceAccount(string pointer) =>
        Error.Invalid(pointer, "unknown-service-account", "Must be the e-mail address of an active account of the platform.");

    public static Error ScopeNotGrantable(int index) =>
        Error.Invalid($"/scopes/{index}", "scope-not-grantable", "Unknown, or more than your own role allows.");
}

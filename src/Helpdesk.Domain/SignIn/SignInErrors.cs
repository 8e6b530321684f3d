namespace Helpdesk.Domain.SignIn;

/// <summary>Why somebody does not get in.</summary>
public static class SignInErrors
{
    /// <summary>Forged, expired, ended, or issued for another host: one answer for all of them.</summary>
    public static readonly Error InvalidToken = new(
        ErrorKind.Unauthenticated, "invalid-token", "The credential is not valid here. Sign in again.");

    /// <summary>Unknown address, wrong password, no access at this host: one answer for all of them.</summary>
    public static readonly Error InvalidCredentials = new(
        ErrorKind.Unauthenticated, "invalid-credentials", "E-mail address or password is not right.");

    public static readonly Error SecondFactorRequired = new(
        ErrorKind.Unauthenticated, "second-factor-required",
        "The password is right. Send it again with the member \"code\": six digits, or a recovery code.");

    public static readonly Error SecondFactorInvalid = new(
        ErrorKind.Unauthenticated, "second-factor-invalid", "The code is wrong, too old, or was used before.");

    /// <summary>Signed in, but where staff must have a second factor and without one.</summary>
    public static readonly Error SecondFactorNotSetUp = new(
        ErrorKind.Forbidden, "second-factor-enrolment-required",
        "A second factor is required here. Set one up with POST /api/v1/auth/second-factor, then go on.");

    public static readonly Error MembershipSuspended = new(
        ErrorKind.Forbidden, "membership-suspended", "Access is suspended. Ask an admin of this municipality.");

    public static readonly Error InvalidRefreshToken = new(
        ErrorKind.Unauthenticated, "invalid-refresh-token", "The refresh token is unknown, used up or expired. Sign in again.");

    public static readonly Error RegistrationClosed = new(
        ErrorKind.Forbidden, "registration-closed", "Accounts come by invitation here. Ask the municipality.");

    public static readonly Error WrongPassword = new(ErrorKind.Forbidden, "wrong-password", "The present password is not right.");

    public static readonly Error CrossSite = new(
        ErrorKind.Forbidden, "cross-site-request", "A write with the session cookie must come from a page of this very host.");

    public static readonly Error AntiForgery = new(
        ErrorKind.Forbidden, "anti-forgery-token-invalid",
        "A write with the session cookie needs the header X-Anti-Forgery as /auth/status gives it.");

    public static readonly Error NoSecondFactor = new(ErrorKind.Conflict, "no-second-factor", "There is no second factor on this account.");

    public static readonly Error SecondFactorOn = new(
        ErrorKind.Conflict, "second-factor-on", "The account has a second factor. Switch it off before setting up another one.");

    public static readonly Error NoEnrolment = new(ErrorKind.Conflict, "no-enrolment", "Begin setting up the second factor first.");

    /// <param name="wait">Rounded up to whole seconds in the answer.</param>
    public static Error TooManyTries(Duration wait) =>
        new(ErrorKind.Throttled, "too-many-tries", "Too many wrong tries. Wait, then try again.") { RetryAfter = wait.ToTimeSpan() };

    public static readonly Error SignInBusy =
        new(ErrorKind.Throttled, "sign-in-busy", "Too many people are signing in at this moment. Try again.")
        { RetryAfter = TimeSpan.FromSeconds(2) };
}

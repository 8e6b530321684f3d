using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore.WebUtilities;
using static Helpdesk.Api.Pages.PageLayout;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>Asks who somebody is, before a program may ask for more.</summary>
internal static class SignInPage
{
    public const string Path = "/connect/signin";
    public const string ForgottenPassword = "/forgot-password";

    private const int LongestLink = 6_000; // of the 8 KiB that an address may have: what no program asks is not carried along

    // What is wrong is read out with the field that it is about.
    private const string Wrong = " aria-invalid=\"true\" aria-describedby=\"why\"";
    private const string WrongCode = " required aria-invalid=\"true\" aria-describedby=\"why code-hint\"";
    private const string OfCode = " aria-describedby=\"code-hint\"";

    /// <param name="at">The municipality whose account is asked for.</param>
    /// <param name="returnTo">The authorization request, to go on with afterwards.</param>
    /// <param name="refused">Why the try before did not count.</param>
    public static IResult Of(bool german, TenantContext at, string returnTo, string? formsLeadTo, string email = "", Error? refused = null)
    {
        var said = refused is null ? "" : Summary(german, refused.Code, Why(german, refused), FieldOf(refused));
        var wrong = refused is not null && AreCredentialsWrong(refused) ? Wrong : "";
        var ofCode = refused is not null && IsAboutCode(refused) ? WrongCode : OfCode;
        var first = refused is null ? " autofocus" : "";
        var status = refused is null ? StatusCodes.Status200OK : Http.Problems.StatusOf(refused.Kind);
        var (signIn, forgotten, hint) = german
            ? ("Anmelden", "Passwort vergessen?", "Nur wenn Sie einen zweiten Faktor haben: sechs Ziffern oder ein Wiederherstellungscode.")
            : ("Sign in", "Forgot your password?", "Only if you have a second factor: six digits, or a recovery code.");
        return Page(german, status, signIn, $"""
            {said}
            <p>{(german ? "Bei" : "At")} {Place(at)}, {(german ? "um fortzufahren." : "to go on.")}</p>
            <form method="post" action="{Path}">{Hidden(AuthorizePages.Return, returnTo)}
            <label for="email">{(german ? "E-Mail-Adresse" : "E-mail address")}</label>
            <input id="email" name="email" type="email" autocomplete="username" required value="{Text(email)}"{first}{wrong}>
            <label for="password">{(german ? "Passwort" : "Password")}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required{wrong}>
            <p class="hint"><a href="{Text(ForgottenFrom(returnTo))}">{forgotten}</a></p>
            <label for="code">Code</label>
            <input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false"{ofCode}>
            <p class="hint" id="code-hint">{hint}</p>
            <button type="submit">{signIn}</button>
            </form>
            {Cancel(german, returnTo)}
            """, formsLeadTo, isRefusal: refused is not null);
    }

    // A form of its own: what was typed above goes nowhere.
    private static string Cancel(bool german, string returnTo)
    {
        var asked = AuthorizePages.ParametersOf(returnTo)
            .SelectMany(parameter => parameter.Value, (parameter, value) => Hidden(parameter.Key, value ?? ""));
        return $"""
            <form method="post" action="{AuthorizePages.Path}">{string.Concat(asked)}
            <button type="submit" class="quiet" name="{ConsentPage.Decision}"
            value="{ConsentPage.Deny}">{(german ? "Abbrechen" : "Cancel")}</button>
            </form>
            """;
    }

    private static bool AreCredentialsWrong(Error refused) =>
        refused.Is(SignInErrors.InvalidCredentials) || refused.Is(InputErrors.Invalid);

    private static bool IsAboutCode(Error refused) =>
        refused.Is(SignInErrors.SecondFactorRequired) || refused.Is(SignInErrors.SecondFactorInvalid);

    private static string? FieldOf(Error refused) => refused.Is(SignInErrors.SecondFactorRequired) ? "password"
        : IsAboutCode(refused) ? "code"
        : AreCredentialsWrong(refused) ? "email"
        : null;

    private static string Why(bool german, Error refused) => refused switch
    {
        _ when refused.Is(SignInErrors.SecondFactorRequired) => german
            ? "Bitte geben Sie das Passwort noch einmal ein und dazu den Code."
            : "Please enter the password again, and the code with it.",
        _ when refused.Is(SignInErrors.SecondFactorInvalid) => german
            ? "Der Code ist falsch, zu alt oder schon verwendet."
            : "The code is wrong, too old, or was used before.",
        _ when refused.Is(SignInErrors.MembershipSuspended) => german
            ? "Ihr Zugang ist gesperrt. Wenden Sie sich an die Gemeinde."
            : "Your access is suspended. Ask the municipality.",
        _ when refused.Is(SignInErrors.TriedTooOften) => german
            ? "Zu viele Versuche. Bitte warten Sie einen Moment."
            : "Too many tries. Please wait a moment.",
        _ when refused.Is(SignInErrors.SignInBusy) => german
            ? "Gerade melden sich sehr viele an. Bitte gleich noch einmal."
            : "Very many are signing in. Please try again in a moment.",
        _ when refused.Is(SignInErrors.CrossSite) => german
            ? "Die Anfrage kam von einer anderen Seite."
            : "The request came from another site.",
        _ => german ? "E-Mail-Adresse oder Passwort stimmen nicht." : "E-mail address or password is not right.",
    };

    /// <summary>Where to ask for a new password, and how to come back from there.</summary>
    /// <param name="returnTo">The authorization request that the person came with.</param>
    private static string ForgottenFrom(string returnTo) =>
        QueryHelpers.AddQueryString(ForgottenPassword, AuthorizePages.Return, returnTo) is { Length: <= LongestLink } link
            ? link : ForgottenPassword;
}

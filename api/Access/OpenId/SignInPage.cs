using Helpdesk.Api.Tenants;
using Helpdesk.Domain;
using static Helpdesk.Api.Access.OpenId.PageLayout;

namespace Helpdesk.Api.Access.OpenId;

/// <summary>Asks who somebody is, before a program may ask for more.</summary>
internal static class SignInPage
{
    public const string Path = "/connect/signin";

    // What is wrong is read out with the field that it is about.
    private const string Wrong = " aria-invalid=\"true\" aria-describedby=\"why\"";
    private const string WrongCode = " required aria-invalid=\"true\" aria-describedby=\"why code-hint\"";
    private const string OfCode = " aria-describedby=\"code-hint\"";

    /// <param name="at">The municipality whose account is asked for.</param>
    /// <param name="returnTo">The authorization request, to go on with afterwards.</param>
    /// <param name="refused">Why the try before did not count.</param>
    public static IResult Of(bool german, TenantContext at, string returnTo, string? formsLeadTo, string email = "", Error? refused = null)
    {
        var said = refused is null ? "" : $"""<p role="alert" data-code="{Text(refused.Code)}" id="why">{Text(Why(german, refused))}</p>""";
        var wrong = refused?.Code is "invalid-credentials" ? Wrong : "";
        var ofCode = refused?.Code is "second-factor-required" or "second-factor-invalid" ? WrongCode : OfCode;
        var (first, again) = refused is null ? (" autofocus", "") : ("", " autofocus");
        return Page(german, refused is null ? StatusCodes.Status200OK : Http.Problems.StatusOf(refused.Kind), german ? "Anmelden" : "Sign in", $"""
            <p>{(german ? "Bei" : "At")} <strong>{Text(at.Name)}</strong> ({Text(at.Host)}), {(german ? "um fortzufahren." : "to go on.")}</p>
            {said}
            <form method="post" action="{Path}">{Hidden("return", returnTo)}
            <label for="email">{(german ? "E-Mail-Adresse" : "E-mail address")}</label>
            <input id="email" name="email" type="email" autocomplete="username" required value="{Text(email)}"{first}{wrong}>
            <label for="password">{(german ? "Passwort" : "Password")}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required{again}{wrong}>
            <label for="code">{(german ? "Code" : "Code")}</label>
            <input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false"{ofCode}>
            <p class="hint" id="code-hint">{(german ? "Nur wenn Sie einen zweiten Faktor haben: sechs Ziffern oder ein Wiederherstellungscode." : "Only if you have a second factor: six digits, or a recovery code.")}</p>
            <button type="submit">{(german ? "Anmelden" : "Sign in")}</button>
            </form>
            """, formsLeadTo, isRefusal: refused is not null);
    }

    private static string Why(bool german, Error error) => error.Code switch
    {
        "second-factor-required" => german ? "Bitte geben Sie das Passwort noch einmal ein und dazu den Code." : "Please enter the password again, and the code with it.",
        "second-factor-invalid" => german ? "Der Code ist falsch, zu alt oder schon verwendet." : "The code is wrong, too old, or was used before.",
        "membership-suspended" => german ? "Ihr Zugang ist gesperrt. Wenden Sie sich an die Gemeinde." : "Your access is suspended. Ask the municipality.",
        "too-many-tries" => german ? "Zu viele Versuche. Bitte warten Sie einen Moment." : "Too many tries. Please wait a moment.",
        "sign-in-busy" => german ? "Gerade melden sich sehr viele an. Bitte gleich noch einmal." : "Very many are signing in. Please try again in a moment.",
        "cross-site-request" => german ? "Die Anfrage kam von einer anderen Seite." : "The request came from another site.",
        _ => german ? "E-Mail-Adresse oder Passwort stimmen nicht." : "E-mail address or password is not right.",
    };
}

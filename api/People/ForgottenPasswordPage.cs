using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.Tenancy;
using static Helpdesk.Api.Pages.PageLayout;

namespace Helpdesk.Api.People;

/// <summary>Asks for the address that a link to a new password is sent to. Whether anybody has it, only the mailbox learns.</summary>
internal static class ForgottenPasswordPage
{
    /// <param name="returnTo">The authorization request that the person came with; <c>null</c>: none.</param>
    /// <param name="refused">Why the try before did not count.</param>
    public static IResult Ask(bool german, TenantContext at, string? returnTo, string email = "", Error? refused = null)
    {
        var (title, label, hint, send) = german
            ? ("Passwort vergessen", "E-Mail-Adresse", "Wir schicken Ihnen einen Link für ein neues Passwort.", "Link anfordern")
            : ("Forgotten password", "E-mail address", "We send you a link for a new password.", "Ask for a link");
        var wrong = german ? "Das ist keine E-Mail-Adresse." : "That is no e-mail address.";
        var said = refused is null ? "" : Summary(german, refused.Code, wrong, "email");
        var state = refused is null ? " autofocus" : " aria-invalid=\"true\"";
        return Page(german, refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Kind), title, $"""
            {said}
            <p>{(german ? "Bei" : "At")} {Place(at)}. {hint}</p>
            <form method="post" action="{PasswordPages.Forgotten}">{(returnTo is null ? "" : Hidden(AuthorizePages.Return, returnTo))}
            <label for="email">{label}</label>
            <input id="email" name="email" type="email" autocomplete="username" required value="{Text(email)}"{state}
            {(refused is null ? "" : " aria-describedby=\"why\"")}>
            <button type="submit">{send}</button>
            </form>{Back(german, returnTo)}
            """, isRefusal: refused is not null);
    }

    public static IResult Sent(bool german, string? returnTo)
    {
        var (title, said, next) = german
            ? ("Sehen Sie in Ihr Postfach", "Wenn es hier ein Konto mit dieser Adresse gibt, ist eine E-Mail dorthin unterwegs.",
                "Folgen Sie dem Link darin; er gilt nur einmal. Kommt nichts an, sehen Sie im Spam-Ordner nach und prüfen die Adresse.")
            : ("Look into your mailbox", "If there is an account with this address here, a mail is on its way to it.",
                "Follow the link in it; it is good once. If nothing arrives, look into the spam folder, and check the address.");
        return Page(german, StatusCodes.Status200OK, title, $"""<p role="status">{said}</p><p>{next}</p>{Back(german, returnTo)}""");
    }

    private static string Back(bool german, string? returnTo)
    {
        var back = german ? "Zurück zur Anmeldung" : "Back to signing in";
        return returnTo is null ? "" : $"""<p class="apart"><a href="{Text(returnTo)}">{back}</a></p>""";
    }
}

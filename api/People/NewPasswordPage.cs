using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using static Helpdesk.Api.Pages.PageLayout;

namespace Helpdesk.Api.People;

/// <summary>
/// Where the link of a mail leads: one chooses a password. How its token gets here: <see cref="LinkToken"/>.
/// </summary>
internal static class NewPasswordPage
{
    public static readonly Occasion ForReset = new(
        PasswordPages.Reset, new("Neues Passwort", "Ihr Passwort ist geändert. Auf allen Geräten müssen Sie sich neu anmelden."),
        new("New password", "Your password is changed. You have to sign in again on every device."));

    public static readonly Occasion ForInvitation = new(
        PasswordPages.Invitation, new("Einladung annehmen", "Ihr Konto ist bereit."), new(
            "Accept the invitation", "Your account is ready."));

    public static readonly Occasion ForRegistration = new(
        PasswordPages.Registration, new("Registrierung abschließen", "Ihr Konto ist bereit."), new(
            "Complete the registration", "Your account is ready."));

    /// <param name="token">As it was sent, if the link is good.</param>
    /// <param name="refused">Why the try before did not count.</param>
    public static IResult Of(bool german, TenantContext at, Occasion occasion, string token = "", Error? refused = null)
    {
        if (refused?.Is(PeopleErrors.InvitationAccepted) == true)
            return Accepted(german, at, occasion, refused);
        var isPasswordWrong = refused?.Kind is ErrorKind.Invalid;
        var isVoid = refused?.Kind is ErrorKind.Gone;
        var field = isPasswordWrong ? "password" : isVoid ? LinkToken.Field : null;
        var said = refused is null ? "" : Summary(german, refused.Code, Why(german, refused), field);
        var again = isVoid && occasion != ForRegistration
            ? $"""<p><a href="{PasswordPages.Forgotten}">{(german ? "Einen neuen Link anfordern" : "Ask for a new link")}</a></p>"""
            : "";
        var (label, hint, choose) = german
            ? ("Neues Passwort",
                $"Mindestens {Alone} Zeichen, mit zweitem Faktor {WithFactor}. Ein ganzer Satz lässt sich am leichtesten merken.",
                "Passwort festlegen")
            : ("New password", $"At least {Alone} characters, with a second factor {WithFactor}. A whole sentence is easy to remember.",
                "Set the password");
        var status = refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Kind);
        return Page(german, status, occasion.In(german).Title, $"""
            {said}{again}
            <p>{(german ? "Bei" : "At")} {Place(at)}.</p>
            <form method="post" action="{occasion.Path}">
            {(refused is null || isVoid ? LinkToken.Pasted(german, isVoid) : Hidden(LinkToken.Field, token))}
            <label for="password">{label}</label>
            <input id="password" name="password" type="password" autocomplete="new-password" required maxlength="{PasswordPolicy.AtMost}"
            aria-describedby="{(isPasswordWrong ? "why " : "")}password-hint"{(isPasswordWrong ? " aria-invalid=\"true\"" : "")}>
            <p class="hint" id="password-hint">{hint}</p>
            <button type="submit">{choose}</button>
            </form>
            """, isRefusal: refused is not null, script: LinkToken.Script);
    }

    // Nothing is left to choose: whoever lost the answer, or found the mail again, only has to know that it is done.
    private static IResult Accepted(bool german, TenantContext at, Occasion occasion, Error refused)
    {
        var (place, forgotten) = german ? ("Bei", "Passwort vergessen?") : ("At", "Forgotten password?");
        return Page(german, Problems.StatusOf(refused.Kind), occasion.In(german).Title, $"""
            <p role="status" data-code="{refused.Code}">{Text(german ? refused.De : refused.En)}</p>
            <p>{place} {Place(at)}. <a href="{PasswordPages.Forgotten}">{forgotten}</a></p>
            """);
    }

    public static IResult Done(bool german, Occasion occasion)
    {
        var (signIn, next) = german
            ? ("Anmelden", "Wenn Sie aus einem anderen Programm kommen, melden Sie sich dort mit dem neuen Passwort an.")
            : ("Sign in", "If you come from another program, sign in there with the new password.");
        var (title, done) = occasion.In(german);
        return Page(german, StatusCodes.Status200OK, title, $"""
            <p role="status">{done}</p><p><a href="/sign-in">{signIn}</a></p><p>{next}</p>
            """);
    }

    private static int Alone => PasswordPolicy.AloneAtLeast;

    private static int WithFactor => PasswordPolicy.WithSecondFactorAtLeast;

    private static string Why(bool german, Error refused) => (refused.Fields is [{ } field, ..] ? field.Code : refused.Code) switch
    {
        _ when refused.Is(PeopleErrors.LinkReplacedByNewer) => german ? refused.De : refused.Message,
        _ when refused.Is(PeopleErrors.LinkVoid) => german
            ? "Dieser Link gilt nicht (mehr): Er wurde schon benutzt, ist zu alt, oder sein Anlass hat sich erledigt. " +
                "Haben Sie das Passwort eben festgelegt, können Sie sich anmelden."
            : "This link is not good (any more): it was used, is too old, or what it was for is over. " +
                "If you have just set the password, you can sign in.",
        "required" => german ? "Bitte geben Sie ein Passwort ein." : "Please enter a password.",
        "too-short" => german ? "Das Passwort ist zu kurz." : "The password is too short.",
        "too-long" => german
            ? $"Das Passwort ist zu lang: höchstens {PasswordPolicy.AtMost} Zeichen."
            : $"The password is too long: at most {PasswordPolicy.AtMost} characters.",
        "too-common" => german
            ? "Dieses Passwort würde jeder zuerst probieren. Bitte wählen Sie ein anderes."
            : "This password is among the first that anybody would try. Please choose another one.",
        "not-text" => german ? "Das Passwort enthält ein Zeichen, das nicht geht." : "The password holds a character that cannot be.",
        _ => german
            ? "Es geht gerade nicht. Bitte versuchen Sie es gleich noch einmal."
            : "It is not possible just now. Please try again in a moment.",
    };

    /// <summary>Why somebody chooses a password.</summary>
    /// <param name="Path">Where the form is sent.</param>
    internal sealed record Occasion(string Path, Words De, Words En)
    {
        public Words In(bool german) => german ? De : En;
    }

    /// <param name="Done">Said when it is done.</param>
    internal sealed record Words(string Title, string Done);
}

using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using static Helpdesk.Api.Pages.PageLayout;

namespace Helpdesk.Api.People;

/// <summary>
/// Where the mail to a new address leads. Opening it changes nothing, since mail scanners follow links, too: people press the button.
/// </summary>
internal static class ConfirmEmailPage
{
    /// <param name="refused">Why the try before did not count.</param>
    public static IResult Of(bool german, TenantContext at, Error? refused = null)
    {
        var isVoid = refused?.Kind is ErrorKind.Gone;
        var said = refused is null ? "" : Summary(german, refused.Code, Why(german, refused), isVoid ? LinkToken.Field : null);
        var (place, words, confirm) = german
            ? ("Bei", "Diese Adresse gehört dann zu Ihrem Konto: Mit ihr melden Sie sich an, und an sie gehen die Mails.",
                "Adresse bestätigen")
            : ("At", "This address then belongs to your account: you sign in with it, and mails go to it.", "Confirm the address");
        return Page(
            german, refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Kind), TitleOf(german), $"""
            {said}
            <p>{place} {Place(at)}. {words}</p>
            <form method="post" action="{PasswordPages.Email}">
            {LinkToken.Pasted(german, isVoid)}
            <button type="submit">{confirm}</button>
            </form>
            """, isRefusal: refused is not null, script: LinkToken.Script);
    }

    public static IResult Done(bool german) => Page(german, StatusCodes.Status200OK, TitleOf(german), german
        ? """<p role="status">Ihre neue E-Mail-Adresse gilt ab jetzt.</p><p>Melden Sie sich künftig mit ihr an.</p>"""
        : """<p role="status">Your new e-mail address holds from now on.</p><p>Sign in with it from here on.</p>""");

    private static string TitleOf(bool german) => german ? "Neue E-Mail-Adresse" : "New e-mail address";

    private static string Why(bool german, Error refused) => refused.Is(PeopleErrors.LinkVoid)
        ? german
            ? "Dieser Link gilt nicht (mehr): Er wurde schon benutzt, ist zu alt, oder sein Anlass hat sich erledigt."
            : "This link is not good (any more): it was used, is too old, or what it was for is over."
        : german ? refused.De : refused.Message;
}

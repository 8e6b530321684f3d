using Helpdesk.Api.Tenancy;
using static Helpdesk.Api.Pages.PageLayout;

namespace Helpdesk.Api.People;

/// <summary>Where mails lead that ask for no act: what somebody can do from here.</summary>
internal static class WhereToSignInPage
{
    public static IResult Of(bool german, TenantContext at)
    {
        var (title, place, words, forgotten) = german
            ? ("Anmelden", "Bei", "Melden Sie sich in dem Programm an, mit dem Sie sonst arbeiten.", "Passwort vergessen?")
            : ("Sign in", "At", "Sign in with the program that you work with.", "Forgot your password?");
        return Page(german, StatusCodes.Status200OK, title, $"""
            <p>{place} {Place(at)}. {words}</p><p><a href="{PasswordPages.Forgotten}">{forgotten}</a></p>
            """);
    }
}

using Helpdesk.Api.Tenancy;
using static Helpdesk.Api.Pages.PageLayout;

namespace Helpdesk.Api.People;

/// <summary>Where mails lead that ask for no act: what somebody can do from here.</summary>
internal static class WhereToSignInPage
{
    public static IResult Of(bool german, TenantContext at, bool ofTicket = false)
    {
        var (title, place, words, forgotten) = german
            ? (ofTicket ? "Ihr Ticket" : "Anmelden", "Bei",
                $"Melden Sie sich in dem Programm an, mit dem Sie sonst arbeiten{(ofTicket ? "; dort finden Sie es" : "")}.",
                "Passwort vergessen?")
            : (ofTicket ? "Your ticket" : "Sign in", "At",
                $"Sign in with the program that you work with{(ofTicket ? "; you find it there" : "")}.", "Forgot your password?");
        return Page(german, StatusCodes.Status200OK, title, $"""
            <p>{place} {Place(at)}. {words}</p><p><a href="{PasswordPages.Forgotten}">{forgotten}</a></p>
            """);
    }
}

using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static Helpdesk.Api.Pages.PageLayout;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>
/// Where a program sends people to sign out (OpenID Connect RP-Initiated Logout). With an id token as hint its session ends at once, and
/// the browser's if it is the same person's; without one the person is asked, or any page could sign people out.
/// </summary>
internal static class SignOutPages
{
    public const string Path = "/connect/signout";

    private const string Decision = "signout", Leave = "yes", Stay = "no";

    public static void MapSignOutPages(this RouteGroupBuilder host) => host.MapGroup("/connect").AllowAnonymous().EvenExpired()
        .ExcludeFromDescription()
        .MapMethods("/signout", [HttpMethods.Get, HttpMethods.Post], (Delegate)SignOut)
        .WithMetadata(new ServedByOpenIddict(), ErrorPage.ForRefusals);

    private static async Task<IResult> SignOut(HttpContext context, ISessions sessions, Credentials credentials, TimeProvider time)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var german = IsGerman(context, request.UiLocales);
        var hint = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        var own = context.FindCredential() is { Session: { Kind: SessionKind.Cookie } session } ? session : null;
        var decision = HttpMethods.IsPost(context.Request.Method) ? context.Request.Form[Decision].ToString() : "";
        if (decision == Stay)
            return Stayed(german);
        var confirmed = decision == Leave;
        if (confirmed &&
            SameOrigin.RefusalOfForm(context, context.FindSessionCookie(), context.Request.Form[ConsentPage.AntiForgery]) is { } foreign)
            return ErrorPage.Of(german, foreign);

        if (Guid.TryParseExact(hint?.GetClaim(TokenClaims.Session), "D", out var hinted))
            await End(hinted);
        else if (own is not null && !confirmed)
            return Ask(german, context.Tenant(), request, context.FindSessionCookie()!.Value);

        if (own is not null && (confirmed || hint?.GetClaim(OpenIddictConstants.Claims.Subject) == own.Account.ToString()))
        {
            await End(own.Id);
            SessionCookie.Clear(context.Response);
        }

        return request.PostLogoutRedirectUri is not null
            ? Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme])
            : SignedOut(german);

        async Task End(Guid which)
        {
            var trace = context.Trace(time, "signout") with { Actor = own?.Account };
            await sessions.End(context.Tenant().Home, which, SessionEnd.SignedOut, trace, context.RequestAborted);
            credentials.ForgetSession(context.Tenant().Home, which);
        }
    }

    private static IResult SignedOut(bool german)
    {
        var (said, next) = german
            ? ("Sie sind abgemeldet.", "Sie können dieses Fenster jetzt schließen.")
            : ("You are signed out.", "You can close this window now.");
        return Page(german, StatusCodes.Status200OK, german ? "Abgemeldet" : "Signed out", $"""<p role="status">{said}</p><p>{next}</p>""");
    }

    private static IResult Stayed(bool german)
    {
        var (title, said, next) = german
            ? ("Angemeldet geblieben", "Sie sind weiterhin angemeldet.", "Gehen Sie zurück zu dem Programm, aus dem Sie kommen.")
            : ("Still signed in", "You are still signed in.", "Go back to the program that you come from.");
        return Page(german, StatusCodes.Status200OK, title, $"""<p role="status">{said}</p><p>{next}</p>""");
    }

    private static IResult Ask(bool german, TenantContext at, OpenIddictRequest request, SessionCookie cookie)
    {
        var where = Place(at);
        var fields = string.Concat(ConsentPage.Parameters(request)
            .Where(parameter => parameter.Key != Decision).Select(parameter => Hidden(parameter.Key, parameter.Value)));
        return Page(german, StatusCodes.Status200OK, german ? "Abmelden?" : "Sign out?", $"""
            <p>{(german ? $"Sie werden bei {where} abgemeldet." : $"You will be signed out at {where}.")}</p>
            <form method="post" action="{Path}">{fields}{Hidden(ConsentPage.AntiForgery, cookie.AntiForgeryToken)}
            <button type="submit" name="{Decision}" value="{Leave}">{(german ? "Abmelden" : "Sign out")}</button>
            <button type="submit" class="quiet" name="{Decision}"
            value="{Stay}">{(german ? "Angemeldet bleiben" : "Stay signed in")}</button>
            </form>
            """, Target(request.PostLogoutRedirectUri));
    }
}

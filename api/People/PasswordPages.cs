using Helpdesk.Api.Pages;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Grains.Hosting.Calls;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using static Helpdesk.Api.Pages.PageLayout;

namespace Helpdesk.Api.People;

/// <summary>
/// Where people get a new password without any program: they ask for the mail here, and its link leads here. The addresses are those that
/// <see cref="AccessMail"/> writes; the same acts are there for programs in <see cref="PasswordEndpoints"/>.
/// </summary>
internal static class PasswordPages
{
    public const string Forgotten = SignInPage.ForgottenPassword, Reset = "/reset-password", Invitation = "/invitation";

    public static void MapPasswordPages(this RouteGroupBuilder host)
    {
        var page = host.MapGroup("").AllowAnonymous().EvenExpired().ExcludeFromDescription().WithMetadata(ErrorPage.ForRefusals);
        page.MapGet(Forgotten, (Delegate)AskForAddress);
        page.MapPost(Forgotten, SendLink);
        page.MapGet(Reset, (HttpContext context) => AskForPassword(context, NewPasswordPage.ForReset));
        page.MapPost(Reset, ResetPassword);
        page.MapGet(Invitation, (HttpContext context) => AskForPassword(context, NewPasswordPage.ForInvitation));
        page.MapPost(Invitation, AcceptInvitation);
    }

    private static Task<IResult> AskForAddress(HttpContext context) =>
        Task.FromResult(ForgottenPasswordPage.Ask(German(context, ReturnOf(context)), context.Tenant(), ReturnOf(context)));

    private static async Task<IResult> SendLink(HttpContext context, ForgottenPasswords forgotten)
    {
        if (await PageForm.Read(context) is not { } form)
            return ErrorPage.Of(IsGerman(context), HttpErrors.BadRequest);

        var given = form[AuthorizePages.Return].ToString();
        var returnTo = AuthorizePages.IsReturn(given) ? given : null;
        var german = German(context, returnTo);
        if (SameOrigin.RefusalOfForm(context) is { } foreign)
            return ErrorPage.Of(german, foreign);
        var email = form["email"].ToString();
        return await forgotten.SendLink(context, email) is { } wrong
            ? ForgottenPasswordPage.Ask(german, context.Tenant(), returnTo, email, wrong)
            : ForgottenPasswordPage.Sent(german, returnTo);
    }

    private static IResult AskForPassword(HttpContext context, NewPasswordPage.Occasion occasion) =>
        NewPasswordPage.Of(IsGerman(context), context.Tenant(), occasion);

    private static Task<IResult> ResetPassword(HttpContext context, ForgottenPasswords forgotten) =>
        Choose(context, NewPasswordPage.ForReset, (token, password) => forgotten.Reset(context, token, password));

    private static Task<IResult> AcceptInvitation(
        HttpContext context, Following following, SignInFlow signIn) => Choose(
        context, NewPasswordPage.ForInvitation,
        (token, password) => JoiningEndpoints.Accept(new(token, password), context, following, signIn));

    private static async Task<IResult> Choose(
        HttpContext context, NewPasswordPage.Occasion occasion, Func<string, string, Task<Error?>> choose)
    {
        var german = IsGerman(context);
        if (await PageForm.Read(context) is not { } form)
            return ErrorPage.Of(german, HttpErrors.BadRequest);
        if (SameOrigin.RefusalOfForm(context) is { } foreign)
            return ErrorPage.Of(german, foreign);

        var token = TokenIn(form["token"].ToString());
        return await choose(token, form["password"].ToString()) is { } why
            ? NewPasswordPage.Of(german, context.Tenant(), occasion, token, why)
            : NewPasswordPage.Done(german, occasion);
    }

    // Without a script people copy the link from the mail, as a whole or its end.
    private static string TokenIn(string pasted) => pasted[(pasted.LastIndexOf('=') + 1)..].Trim();

    // Our own links hold it once and right; with anything else in its place, nothing leads back.
    private static string? ReturnOf(HttpContext context) =>
        context.Request.Query[AuthorizePages.Return] is [{ } returnTo] && AuthorizePages.IsReturn(returnTo) ? returnTo : null;

    private static bool German(HttpContext context, string? returnTo) => returnTo is null
        ? IsGerman(context)
        : IsGerman(context, AuthorizePages.ParametersOf(returnTo).GetValueOrDefault(OpenIddictConstants.Parameters.UiLocales));
}

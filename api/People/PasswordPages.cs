using Helpdesk.Api.Pages;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Mail;
using Helpdesk.Grains.Hosting.Calls;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using static Helpdesk.Api.Pages.PageLayout;

namespace Helpdesk.Api.People;

/// <summary>
/// Where the links of mails about access lead, and where people ask for a new password without any program. The addresses are those that
/// <see cref="AccessMail"/> writes; the same acts are there for programs in <see cref="PasswordEndpoints"/> and
/// <see cref="JoiningEndpoints"/>.
/// </summary>
internal static class PasswordPages
{
    public const string Forgotten = SignInPage.ForgottenPassword, Reset = "/reset-password", Invitation = "/invitation",
        Registration = "/register/confirm", Email = "/email/confirm";

    public static void MapPasswordPages(this RouteGroupBuilder host)
    {
        var page = host.MapGroup("").AllowAnonymous().EvenExpired().ExcludeFromDescription().WithMetadata(ErrorPage.ForRefusals);
        page.MapGet(Forgotten, (Delegate)AskForAddress);
        page.MapPost(Forgotten, SendLink);
        page.MapGet(Reset, (HttpContext context) => AskForPassword(context, NewPasswordPage.ForReset));
        page.MapPost(Reset, ResetPassword);
        page.MapGet(Invitation, (HttpContext context) => AskForPassword(context, NewPasswordPage.ForInvitation));
        page.MapPost(Invitation, AcceptInvitation);
        page.MapGet(Registration, (HttpContext context) => AskForPassword(context, NewPasswordPage.ForRegistration));
        page.MapPost(Registration, Register);
        page.MapGet(Email, (HttpContext context) => ConfirmEmailPage.Of(IsGerman(context), context.Tenant()));
        page.MapPost(Email, ConfirmEmail);
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

    private static Task<IResult> Register(
        HttpContext context, Following following, SignInFlow signIn) => Choose(
        context, NewPasswordPage.ForRegistration,
        (token, password) => JoiningEndpoints.CompleteRegistration(new(token, password), context, following, signIn));

    private static Task<IResult> ConfirmEmail(HttpContext context, Following following) => Read(context, async (german, form) =>
        await JoiningEndpoints.TakeNewEmail(LinkToken.In(form), context, following) is { } why
            ? ConfirmEmailPage.Of(german, context.Tenant(), why)
            : ConfirmEmailPage.Done(german));

    private static Task<IResult> Choose(
        HttpContext context, NewPasswordPage.Occasion occasion, Func<string, string, Task<Error?>> choose) =>
        Read(context, async (german, form) =>
    {
        var token = LinkToken.In(form);
        return await choose(token, form["password"].ToString()) is { } why
            ? NewPasswordPage.Of(german, context.Tenant(), occasion, token, why)
            : NewPasswordPage.Done(german, occasion);
    });

    private static async Task<IResult> Read(HttpContext context, Func<bool, IFormCollection, Task<IResult>> act)
    {
        var german = IsGerman(context);
        if (await PageForm.Read(context) is not { } form)
            return ErrorPage.Of(german, HttpErrors.BadRequest);
        return SameOrigin.RefusalOfForm(context) is { } foreign ? ErrorPage.Of(german, foreign) : await act(german, form);
    }

    // Our own links hold it once and right; with anything else in its place, nothing leads back.
    private static string? ReturnOf(HttpContext context) =>
        context.Request.Query[AuthorizePages.Return] is [{ } returnTo] && AuthorizePages.IsReturn(returnTo) ? returnTo : null;

    private static bool German(HttpContext context, string? returnTo) => returnTo is null
        ? IsGerman(context)
        : IsGerman(context, AuthorizePages.ParametersOf(returnTo).GetValueOrDefault(OpenIddictConstants.Parameters.UiLocales));
}

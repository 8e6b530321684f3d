using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>Getting in, staying in, getting out.</summary>
internal static class SignInEndpoints
{
    public static RouteGroupBuilder MapSignIn(this RouteGroupBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Access");
        auth.MapPost("/login", Login).Named("SignIn").AllowAnonymous().Answers<SignedInResponse>()
            .Refuses(SignInErrors.CrossSite, SignInErrors.InvalidCredentials, SignInErrors.MembershipSuspended,
                SignInErrors.SecondFactorInvalid, SignInErrors.SecondFactorRequired, SignInErrors.SignInBusy, SignInErrors.TriedTooOften);
        auth.MapPost("/refresh", Refresh).Named("RefreshTokens").AllowAnonymous().Answers<TokensResponse>()
            .Refuses(SignInErrors.InvalidRefreshToken);
        auth.MapPost("/logout", Logout).Named("SignOut").RequirePerson().EvenUnenrolled().AnswersNothing();
        auth.MapGet("/sessions", Sessions).Named("ListSessions").RequirePerson().EvenUnenrolled().Takes(Paging.Parameters)
            .Answers<SessionListResponse>();
        auth.MapDelete("/sessions/{id}", EndSession).Named("EndSession").RequirePerson().EvenUnenrolled().AnswersNothing();
        return auth;
    }

    private static async Task<IResult> Login(Body<LoginRequest> body, HttpContext context, SignInFlow signIn, TokenAnswers answers)
    {
        if (SameOrigin.RefusalOfForeignPage(context) is { } foreign)
            return Problems.Of(foreign);

        var request = body.Value;
        var kind = request.Session ? SessionKind.Cookie : SessionKind.Token;
        var opened = await signIn.Attempt(context, request.Email ?? "", request.Password ?? "", request.Code, kind);
        return opened.Refused(out var why, out var session) ? Problems.Of(why) : Json.Ok(await answers.For(context, session));
    }

    private static async Task<IResult> Refresh(
        Body<RefreshRequest> body, HttpContext context, Minting minting, ForeignTokens foreign)
    {
        var token = body.Value.RefreshToken ?? "";
        if (!(await minting.Refresh(context, token)).Refused(out var why, out var tokens))
            return Json.Ok(tokens);

        await foreign.LookAtRefresh(context, token);
        return Problems.Of(why);
    }

    private static async Task<IResult> Logout(HttpContext context, ISessions sessions, Credentials credentials, TimeProvider time)
    {
        var (session, home) = (context.Session(), context.Tenant().Home);
        await sessions.End(home, session.Account, session.Id, SessionEnd.SignedOut, context.Trace(time), context.RequestAborted);
        credentials.ForgetSession(home, session.Id);
        if (session.Kind is SessionKind.Cookie)
            SessionCookie.Clear(context.Response);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Sessions(HttpContext context, ISessions sessions, Cursors cursors, TimeProvider time)
    {
        var own = context.Session();
        var found = await sessions.List(context.Tenant().Home, own.Account, time.Now(), context.RequestAborted);
        var page = Paging.Of(context, cursors, "sessions", [.. found.Select(session => SessionResponse.Of(session, own.Id))],
            session => session.CreatedAt, session => session.Id);
        return Json.Ok(new SessionListResponse(page.Items, page.Next, page.Total));
    }

    private static async Task<IResult> EndSession(
        string id, HttpContext context, ISessions sessions, Credentials credentials, TimeProvider time)
    {
        var (session, home) = (Paths.Id(id), context.Tenant().Home);
        if (!await sessions.End(
            home, context.Session().Account, session, SessionEnd.EndedByOwner, context.Trace(time), context.RequestAborted))
            return Problems.Of(AccessErrors.NotFound);
        credentials.ForgetSession(home, session);
        return TypedResults.NoContent();
    }
}

/// <summary>Hands out what a session is carried by: tokens for programs, a cookie for browsers.</summary>
internal sealed class TokenAnswers(Minting minting)
{
    public async Task<SignedInResponse> For(HttpContext context, OpenedSession session)
    {
        if (session.Device is { } device)
            DeviceCookie.Write(context.Response, device);
        if (session.Kind is SessionKind.Token)
            return SignedInResponse.Of(await minting.Open(context, session.Account, session.Id));

        var cookie = new SessionCookie(session.Id, session.Secret!);
        cookie.Write(context.Response);
        return new(SessionId: session.Id, AntiForgeryToken: cookie.AntiForgeryToken);
    }
}

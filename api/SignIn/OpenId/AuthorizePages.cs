using Helpdesk.Api.Pages;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>
/// Where a program sends people to (authorization code with PKCE): sign in, allow, go back with a code. OpenIddict has checked client,
/// address, scopes and challenge before. The code belongs to a session of the program's own, so it can be seen and ended apart from the
/// browser's.
/// </summary>
internal static class AuthorizePages
{
    public const string Path = "/connect/authorize";

    /// <summary>Field or parameter with the authorization request that somebody came with, to go on with it afterwards.</summary>
    public const string Return = "return";

    private const int LongestReturn = 8_000; // longer than the server takes as an address

    private static readonly string[] Server = [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme];

    public static void MapAuthorizePages(this RouteGroupBuilder host)
    {
        var page = host.MapGroup("/connect").AllowAnonymous().EvenExpired().ExcludeFromDescription().WithMetadata(ErrorPage.ForRefusals);
        page.MapMethods("/authorize", [HttpMethods.Get, HttpMethods.Post], (Delegate)Authorize).WithMetadata(new ServedByOpenIddict());
        page.MapPost("/signin", SignIn);
    }

    private static async Task<IResult> Authorize(
        HttpContext context, IApiClients clients, ISessions sessions, IMemberDirectory members, TimeProvider time)
    {
        var (at, request, now) = (context.Tenant(), context.GetOpenIddictServerRequest()!, time.Now());
        if (HasWrongAge(request))
            return ErrorPage.Of(IsGerman(context, request), ProgramErrors.InvalidRequest, "max_age must be a number of seconds.");
        var decision = HttpMethods.IsPost(context.Request.Method) ? context.Request.Form[ConsentPage.Decision].ToString() : "";
        if (decision == ConsentPage.Deny)
            return Deny(context, request);
        if (SignedIn(context) is not var (session, cookie) || MustProve(request, session, now) ||
            await members.Find(at.Home, session.Account, context.RequestAborted) is not { } person)
        {
            return request.HasPromptValue(PromptValues.None)
                ? Refuse(Errors.LoginRequired, "Nobody is signed in.")
                : SignInPage.Of(
                    IsGerman(context, request), at, ConsentPage.Address(request, signInFirst: false),
                    PageLayout.Target(request.RedirectUri));
        }

        var client = (await clients.Find(at.Home, Guid.ParseExact(request.ClientId!, "D"), now, context.RequestAborted))!;
        var allowed = new AllowedClient(client.Id, client.Name, [.. request.GetScopes().Distinct()], ClientAddress.Of(context));
        if (decision.Length > 0 && SameOrigin.RefusalOfForm(context, cookie, context.Request.Form[ConsentPage.AntiForgery]) is { } foreign)
            return ErrorPage.Of(IsGerman(context, request), foreign);
        if (decision != ConsentPage.Allow &&
            !await Remembered(request, client, sessions, at, session.Account, allowed, now, context.RequestAborted))
        {
            return request.HasPromptValue(PromptValues.None)
                ? Refuse(Errors.ConsentRequired, "The person must be asked.")
                : ConsentPage.Of(
                    IsGerman(context, request), client.Name, person, request, cookie.AntiForgeryToken,
                    ConsentPage.Address(request, signInFirst: true));
        }

        var trace = context.Trace(time, "authorize") with { Actor = session.Account };
        return await sessions.OpenFor(at.Home, session.Id, allowed, trace, context.RequestAborted) is { } opened
            ? Results.SignIn(
                TokenClaims.OfSession(context, session.Account, opened, allowed.Scopes),
                authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)
            : Refuse(Errors.LoginRequired, "The session is over.");
    }

    private static async Task<IResult> SignIn(HttpContext context, SignInFlow signIn, IApiClients clients, TimeProvider time)
    {
        if (await PageForm.Read(context) is not { } form || form[Return].ToString() is var returnTo && !IsReturn(returnTo))
            return ErrorPage.Of(PageLayout.IsGerman(context), HttpErrors.BadRequest);

        var (at, email) = (context.Tenant(), form["email"].ToString());
        var opened = SameOrigin.RefusalOfForm(context) is { } foreign
            ? foreign
            : await signIn.Attempt(context, email, form["password"].ToString(), form["code"].ToString(), SessionKind.Cookie);
        if (opened.Refused(out var why, out var session))
        {
            var asked = ParametersOf(returnTo);
            var german = PageLayout.IsGerman(context, asked.GetValueOrDefault(Parameters.UiLocales));
            return SignInPage.Of(german, at, returnTo, await KnownTarget(asked, clients, at, time, context.RequestAborted), email, why);
        }

        if (session.Device is { } device)
            DeviceCookie.Write(context.Response, device);
        new SessionCookie(session.Id, session.Secret!).Write(context.Response);
        context.Response.Headers.Location = returnTo;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Whether one can be led there: an authorization request of this host, in characters that a header can hold.</summary>
    public static bool IsReturn(string address) =>
        address.Length <= LongestReturn && address.StartsWith($"{Path}?", StringComparison.Ordinal) &&
        address.All(each => each is > ' ' and <= '~');

    /// <summary>The parameters of such a request.</summary>
    public static Dictionary<string, StringValues> ParametersOf(string returnTo) => QueryHelpers.ParseQuery(returnTo[Path.Length..]);

    // Who says no need not be signed in, and no token stands in the way of leaving: it only leads where the program asked to be led.
    private static IResult Deny(HttpContext context, OpenIddictRequest request) => SameOrigin.RefusalOfForm(context) is { } foreign
        ? ErrorPage.Of(IsGerman(context, request), foreign)
        : Refuse(Errors.AccessDenied, "The person does not allow it.");

    // Only a person in a browser signs in for a program; a token cannot beget another one.
    private static (SessionAccess Session, SessionCookie Cookie)? SignedIn(HttpContext context) =>
        context.FindCredential() is { Session: { Kind: SessionKind.Cookie } session } credential &&
        credential.In(context.Tenant()) is not null &&
        context.FindSessionCookie() is { } cookie
            ? (session, cookie)
            : null;

    // What could become the whole municipality is given by somebody who has just signed in for it.
    private static bool MustProve(OpenIddictRequest request, SessionAccess session, NodaTime.Instant now) =>
        request.HasPromptValue(PromptValues.Login) || request.MaxAge is { } age && SinceSignIn(session, now) > age ||
        ApiScopes.NeedProof(request.GetScopes()) && SinceSignIn(session, now) > FreshProof.Seconds;

    // From the whole second that the id token names: what is young enough here is young enough for the program.
    private static double SinceSignIn(SessionAccess session, NodaTime.Instant now) =>
        (now - NodaTime.Instant.FromUnixTimeSeconds(session.ProvenAt.ToUnixTimeSeconds())).TotalSeconds;

    // OpenIddict takes what is no number for nothing; then nobody would be asked, and the program believe that somebody was.
    private static bool HasWrongAge(OpenIddictRequest request) =>
        (string?)request[Parameters.MaxAge] is { Length: > 0 } age
            && !long.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    // A public client proves nothing: any program on the device could say that it is this one, so the person is asked every time (RFC 8252,
    // 8.6).
    private static async Task<bool> Remembered(
        OpenIddictRequest request, ApiClient client, ISessions sessions, TenantContext at, AccountId account, AllowedClient allowed,
        NodaTime.Instant now, CancellationToken cancellation) =>
        !client.IsPublic && !request.HasPromptValue(PromptValues.Consent) &&
        await sessions.IsAllowed(at.Home, account, allowed, now, cancellation);

    // The form was sent by somebody; only an address of the client itself may be led to.
    private static async Task<string?> KnownTarget(
        Dictionary<string, StringValues> asked, IApiClients clients, TenantContext at, TimeProvider time, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(asked.GetValueOrDefault(Parameters.ClientId).ToString(), "D", out var id) ||
            await clients.Find(at.Home, id, time.Now(), cancellation) is not { } client)
            return null;
        var target = PageLayout.Target(asked.GetValueOrDefault(Parameters.RedirectUri).ToString());
        return client.RedirectUris.Any(uri => PageLayout.Target(uri) == target || IsLoopback(uri) && IsLoopback(target)) ? target : null;
    }

    private static bool IsLoopback(string? uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed is { Scheme: "http", IsLoopback: true };

    private static bool IsGerman(HttpContext context, OpenIddictRequest request) => PageLayout.IsGerman(context, request.UiLocales);

    private static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }), Server);
}

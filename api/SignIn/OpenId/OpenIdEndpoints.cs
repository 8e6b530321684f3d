using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Metadata;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>
/// What programs ask by OpenID Connect and OAuth 2.0. OpenIddict reads each request and refuses what the protocol refuses; what is decided
/// here is who gets tokens. The pages that people see: <see cref="AuthorizePages"/>, <see cref="SignOutPages"/>.
/// </summary>
internal static class OpenIdEndpoints
{
    public const string Token = "api/v1/auth/token", Introspect = "api/v1/auth/introspect", Revoke = "api/v1/auth/revoke",
        UserInfo = "api/v1/auth/userinfo";

    private static readonly Error[] OfClients = [ProgramErrors.InvalidClient, ProgramErrors.InvalidRequest, SignInErrors.TriedTooOften];

    private static readonly Error[] OfUserInfo = [ProgramErrors.InvalidRequest, SignInErrors.InvalidToken, AccessErrors.PersonRequired];

    public static RouteGroupBuilder MapOpenId(this RouteGroupBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Access").AllowAnonymous().WithMetadata(new ServedByOpenIddict());
        auth.MapPost("/token", Issue).Named("IssueToken").TakesForm<TokenForm>().Answers<ClientTokenResponse>()
            .Refuses([.. OfClients, ProgramErrors.InvalidGrant, ProgramErrors.InvalidScope, ProgramErrors.UnauthorizedClient,
                ProgramErrors.UnsupportedGrantType]);
        auth.MapPost("/introspect", (Delegate)Answered).Named("IntrospectToken").TakesForm<TokenToLookAtForm>()
            .Answers<IntrospectionResponse>().Refuses([.. OfClients, ProgramErrors.UnauthorizedClient]);
        auth.MapPost("/revoke", (Delegate)Answered).Named("RevokeToken").TakesForm<TokenToLookAtForm>().AnswersNothing(
            StatusCodes.Status200OK)
            .Refuses([.. OfClients, ProgramErrors.UnauthorizedClient]);
        auth.MapGet("/userinfo", (Delegate)UserInfoOf).Named("ReadUserInfo").Answers<UserInfoResponse>().Refuses(OfUserInfo);
        auth.MapPost("/userinfo", (Delegate)UserInfoOf).Named("ReadUserInfoByPost").TakesForm<UserInfoForm>(isOptional: true)
            .Answers<UserInfoResponse>().Refuses(OfUserInfo);
        return api;
    }

    /// <summary>What a client needs to know of a host, and the public halves of the keys.</summary>
    public static WebApplication MapDiscovery(this WebApplication app)
    {
        app.MapGet("/.well-known/openid-configuration", (Delegate)Answered).Named("ReadOpenIdConfiguration").WithTags("Access")
            .WithMetadata(new OnHosts(HostKind.Tenant), new ServedByOpenIddict()).AllowAnonymous().Answers<OpenIdConfiguration>();
        app.MapGet("/.well-known/jwks.json", (Delegate)Answered).Named("ReadSigningKeys").WithTags("Access")
            .WithMetadata(new AtAnyHost(), new ServedByOpenIddict()).AllowAnonymous().Answers<JsonWebKeySet>();
        return app;
    }

    private static async Task<IResult> Issue(
        HttpContext context, IApiClients clients, ISessions sessions, IMemberDirectory members, TimeProvider time)
    {
        var (at, request, now) = (context.Tenant(), context.GetOpenIddictServerRequest()!, time.Now());
        var client = Guid.ParseExact(request.ClientId!, "D");
        if (request.IsClientCredentialsGrantType())
        {
            if (await clients.Find(at.Home, client, now, context.RequestAborted) is not { } found || !found.IsLive(now))
                return Problems.OfOAuth(ProgramErrors.InvalidClient);
            return found.Grant(request.Scope) is { IsOk: true, Value: var granted }
                ? SignIn(TokenClaims.OfClient(context, granted)) : Problems.OfOAuth(ProgramErrors.InvalidScope);
        }

        // OpenIddict knows that a code or a refresh token is good; whether the session still is, the database says anew.
        var proved = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        if (!Guid.TryParseExact(proved.GetAuthorizationId(), "D", out var session) ||
            await sessions.Load(at.Home, session, now, context.RequestAborted) is not { } access
                || access.Host != at.Host || access.Client != client)
            return Problems.OfOAuth(ProgramErrors.InvalidGrant);

        await clients.Find(at.Home, client, now, context.RequestAborted); // notes that it was used
        var person = await members.Find(at.Home, access.Account, context.RequestAborted);
        return SignIn(TokenClaims.OfPerson(context, access, proved.GetScopes(), person));
    }

    private static IResult SignIn(System.Security.Claims.ClaimsPrincipal principal) =>
        Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    private static async Task<IResult> UserInfoOf(HttpContext context, IMemberDirectory members)
    {
        var at = context.Tenant();
        if (HasTokenInForm(context.Request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_request\"";
            return Problems.OfOAuth(ProgramErrors.InvalidTokenRequest(
                "Das Access-Token gehört in Authorization und nirgends sonst hin.",
                "The access token belongs in Authorization and nowhere else."));
        }

        if (context.FindCredential()?.Session is not { } session)
            return Problems.OfOAuth(AccessErrors.PersonRequired);

        var scopes = context.FindCredential()!.Scopes;
        var person = await members.Find(at.Home, session.Account, context.RequestAborted);
        var (profile, email) = (Has(PersonScopes.Profile) ? person : null, Has(PersonScopes.Email) ? person : null);
        context.Response.Headers.CacheControl = "no-store";
        return Json.Ok(
            new UserInfoResponse(session.Account.Value, profile?.Name, profile?.Language, email?.Email, email is null ? null : true));

        bool Has(string scope) => scopes?.Contains(scope) ?? true;
    }

    // RFC 6750, 2.2 leaves it to us and advises against it: the token in the header is what all layers before this one judge and limit.
    private static bool HasTokenInForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form.ContainsKey("access_token");

    private static Task Answered(HttpContext context) =>
        throw new InvalidOperationException($"OpenIddict did not answer {context.Request.Path} by itself.");

    private static RouteHandlerBuilder TakesForm<TForm>(this RouteHandlerBuilder endpoint, bool isOptional = false) =>
        endpoint.WithMetadata(new AcceptsMetadata([OAuthForm.ContentType], typeof(TForm), isOptional));
}

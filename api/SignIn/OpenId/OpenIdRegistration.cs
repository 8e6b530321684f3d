using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.SignIn.OpenId;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>
/// OpenIddict as the token server of every host. There is no issuer in its options: it is the address that a request came to.
/// </summary>
internal static class OpenIdRegistration
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ReuseLeeway = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddOpenId(this IServiceCollection services)
    {
        services.AddOpenIddict()
            .AddCore(core => core.UseHelpdeskStorage()).AddServer(Serve).AddValidation(validation => validation.UseLocalServer());
        services.AddOptions<OpenIddictServerOptions>().Configure<IOptions<AccessOptions>>(Limit);
        services.AddOptions<OpenIddictValidationOptions>().Configure(options =>
        {
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256];
            options.TokenValidationParameters.ClockSkew = AccessTokens.Skew;
        });
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, KeysFromRing>();
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>, ChangeSource<OpenIddictServerOptions>>();
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictValidationOptions>, ChangeSource<OpenIddictValidationOptions>>();
        services.AddSingleton<Minting>().AddHostedService<OpenIdStart>().AddHostedService<OpenIdWarmUp>();
        return services;
    }

    public static WebApplication UseOpenId(this WebApplication app)
    {
        app.UseMiddleware<ServeOpenIddict>();
        return app;
    }

    private static void Serve(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris(AuthorizePages.Path[1..]).SetEndSessionEndpointUris(SignOutPages.Path[1..]);
        server.SetTokenEndpointUris(OpenIdEndpoints.Token).SetIntrospectionEndpointUris(OpenIdEndpoints.Introspect);
        server.SetRevocationEndpointUris(OpenIdEndpoints.Revoke).SetUserInfoEndpointUris(OpenIdEndpoints.UserInfo);
        server.SetConfigurationEndpointUris(".well-known/openid-configuration").SetJsonWebKeySetEndpointUris(".well-known/jwks.json");

        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
        server.RegisterScopes([.. PersonScopes.All, .. ApiScopes.All]);
        server.RegisterClaims(
            Claims.Subject, Claims.AuthenticationTime, Claims.Name, Claims.Locale, Claims.Email, Claims.EmailVerified);
        server.DisableAccessTokenEncryption();

        // TLS ends at a proxy, which sends nobody on without it; the scheme is what a trusted proxy says.
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough().DisableTransportSecurityRequirement();

        foreach (var handler in Handlers)
            server.AddEventHandler(handler);
    }

    private static IEnumerable<OpenIddictServerHandlerDescriptor> Handlers =>
    [
        InternalKeys.Descriptor, NoteCode.Descriptor, SessionsDecide.Descriptor, RevokingEndsSession.Descriptor,
            PlainTokenAnswers.Descriptor,
        Minting.TakeTokens.Descriptor, CachedKeys.Descriptor, NothingToSay.Descriptor,
        ProblemAnswers<ApplyTokenResponseContext>.At(Exchange.NormalizeErrorResponse.Descriptor.Order + 500),
        ProblemAnswers<ApplyIntrospectionResponseContext>.At(Introspection.NormalizeErrorResponse.Descriptor.Order + 500),
        ProblemAnswers<ApplyRevocationResponseContext>.At(Revocation.NormalizeErrorResponse.Descriptor.Order + 500),
        ProblemAnswers<ApplyUserInfoResponseContext>.At(0),
        ErrorPages<ApplyAuthorizationResponseContext>.At(Authentication.AttachIssuer.Descriptor.Order + 500),
        ErrorPages<ApplyEndSessionResponseContext>.At(Session.AttachResponseState.Descriptor.Order + 500),
    ];

    private static void Limit(OpenIddictServerOptions options, IOptions<AccessOptions> access)
    {
        options.AccessTokenLifetime = options.IdentityTokenLifetime = access.Value.AccessTokenLifetime;
        options.RefreshTokenLifetime = SessionPolicy.Token.Idle.ToTimeSpan();
        options.AuthorizationCodeLifetime = CodeLifetime;
        options.RefreshTokenReuseLeeway = ReuseLeeway;
        options.TokenValidationParameters.ClockSkew = TimeSpan.Zero; // codes and refresh tokens are read by the clock that wrote them
        options.CodeChallengeMethods.Clear();
        options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
        options.ResponseModes.Clear();
        options.ResponseModes.Add(ResponseModes.Query);
    }
}

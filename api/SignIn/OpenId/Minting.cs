using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.SignIn.OpenId;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>
/// Tokens for <c>POST /auth/login</c> and <c>/auth/refresh</c>. OpenIddict makes and checks them as it does at its own endpoint, in a
/// transaction without a request of its protocol: so these two stay ordinary endpoints with JSON and problems, and no OpenID client can use
/// their grant.
/// </summary>
internal sealed class Minting(SigningKeyRing ring, ISessions sessions, IOptions<AccessOptions> options, TimeProvider time)
{
    private const string LoginGrant = "urn:helpdesk:login";

    /// <summary>For a session that was opened just now.</summary>
    public async Task<TokensResponse> Open(HttpContext context, AccountId account, Guid session)
    {
        var transaction = await Begin(context, new() { GrantType = LoginGrant });
        return await Sign(context, transaction, account, session);
    }

    /// <summary>New tokens for a refresh token. One that comes back later than the leeway ends its session.</summary>
    public async Task<Result<TokensResponse>> Refresh(HttpContext context, string token)
    {
        if (token.Length == 0)
            return SignInErrors.InvalidRefreshToken;

        var transaction = await Begin(context, new() { GrantType = GrantTypes.RefreshToken, RefreshToken = token });
        var validated = new ValidateTokenContext(transaction) { Token = token, ValidTokenTypes = { TokenTypeIdentifiers.RefreshToken } };
        await Dispatch(context, validated);

        // What was issued to a client is for that client to present, at the token endpoint.
        if (validated.IsRejected || validated.Principal is not { } principal || principal.GetPresenters().Length > 0 ||
            !Guid.TryParseExact(principal.GetAuthorizationId(), "D", out var session))
            return SignInErrors.InvalidRefreshToken;

        var at = context.Tenant();
        if (await sessions.Load(at.Home, session, time.Now(), context.RequestAborted) is not { Kind: SessionKind.Token } access ||
            access.Host != at.Host || access.Client is not null)
            return SignInErrors.InvalidRefreshToken;

        var authentication = new ProcessAuthenticationContext(transaction) { RefreshToken = token, RefreshTokenPrincipal = principal };
        transaction.Properties[typeof(ProcessAuthenticationContext).FullName!] = authentication;
        return await Sign(context, transaction, access.Account, session);
    }

    private async Task<OpenIddictServerTransaction> Begin(HttpContext context, OpenIddictRequest request)
    {
        await ring.Refresh(context.RequestAborted);
        context.RequestServices.GetRequiredService<OidcPlace>().Set(context.Tenant().Home, context.Trace(time, "refresh"));
        var transaction = await context.RequestServices.GetRequiredService<IOpenIddictServerFactory>().CreateTransactionAsync();
        transaction.BaseUri = new Uri(TokenClaims.Origin(context.Request) + "/");
        transaction.RequestUri = new Uri(transaction.BaseUri, context.Request.Path);
        (transaction.EndpointType, transaction.Request) = (OpenIddictServerEndpointType.Token, request);
        return transaction;
    }

    private async Task<TokensResponse> Sign(HttpContext context, OpenIddictServerTransaction transaction, AccountId account, Guid session)
    {
        var signing = new ProcessSignInContext(transaction)
        {
            Principal = TokenClaims.OfSession(context, account, session, [Scopes.OfflineAccess]),
            Response = new(),
        };
        await Dispatch(context, signing);
        return signing.IsRejected
            ? throw new InvalidOperationException($"OpenIddict refuses to sign in: {signing.ErrorDescription}")
            : new(signing.AccessToken!, signing.RefreshToken!, "Bearer", (int)options.Value.AccessTokenLifetime.TotalSeconds);
    }

    // OpenIddict's work at the database ends, even when the caller has gone: a token must not be used up for nobody.
    private static Task Dispatch<T>(HttpContext context, T what) where T : BaseContext => OpenIdStorage.Ask(() =>
        context.RequestServices.GetRequiredService<IOpenIddictServerDispatcher>().DispatchAsync(what).AsTask());

    /// <summary>
    /// Ends the transaction of <see cref="Minting"/>, which takes the tokens from there itself: no response of the protocol is written.
    /// </summary>
    internal sealed class TakeTokens : IOpenIddictServerHandler<ApplyTokenResponseContext>
    {
        public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
            OpenIddictServerHandlerDescriptor.CreateBuilder<ApplyTokenResponseContext>()
            .UseSingletonHandler<TakeTokens>().SetOrder(int.MinValue).SetType(OpenIddictServerHandlerType.Custom).Build();

        public ValueTask HandleAsync(ApplyTokenResponseContext context)
        {
            if (context.Transaction.GetHttpRequest() is null)
                context.HandleRequest();
            return default;
        }
    }
}

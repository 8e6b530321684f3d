using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.SignIn.OpenId;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>Remembers that a code is examined, so that the database can say what came back a second time.</summary>
internal sealed class NoteCode(OidcPlace place) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseScopedHandler<NoteCode>().SetOrder(int.MinValue).SetType(OpenIddictServerHandlerType.Custom).Build();

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        place.IsCode = context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.AuthorizationCode);
        return default;
    }
}

/// <summary>
/// A token counts as long as its session or client does, at introspection and userinfo as everywhere else: OpenIddict would go by rows that
/// access tokens do not have. At the token endpoint the session is loaded anew instead.
/// </summary>
internal sealed class SessionsDecide(Credentials credentials) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseSingletonHandler<SessionsDecide>()
        .SetOrder(OpenIddictServerHandlers.Protection.ValidateAuthorizationEntry.Descriptor.Order + 500)
        .SetType(OpenIddictServerHandlerType.Custom).Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.EndpointType is not (OpenIddictServerEndpointType.Introspection or OpenIddictServerEndpointType.UserInfo) ||
            context.Principal is not { } principal || context.Transaction.GetHttpContext() is not { } http)
            return;

        var at = http.Tenant();
        var isAccessToken = principal.HasTokenType(TokenTypeIdentifiers.AccessToken);
        var counts = isAccessToken
            ? AccessTokens.Read(principal.GetClaim, [.. principal.GetAudiences()], TokenClaims.Origin(http.Request), at) is { } token &&
                await credentials.Counts(token, at, http.RequestAborted)
            : Guid.TryParseExact(principal.GetAuthorizationId(), "D", out var session)
                && await credentials.GoesOn(at, session, http.RequestAborted);
        if (!counts)
            context.Reject(Errors.InvalidToken, "The token is no longer good.");
    }
}

/// <summary>
/// Completes the answer of the token endpoint: the scope always, and the lifetime as it is set, whatever moment within a second it is.
/// </summary>
internal sealed class PlainTokenAnswers(IOptions<AccessOptions> options) : IOpenIddictServerHandler<ProcessSignInContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<ProcessSignInContext>()
        .UseSingletonHandler<PlainTokenAnswers>()
        .SetOrder(OpenIddictServerHandlers.AttachSignInParameters.Descriptor.Order + 500)
        .SetType(OpenIddictServerHandlerType.Custom).Build();

    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context is { EndpointType: OpenIddictServerEndpointType.Token, AccessTokenPrincipal: { } granted })
        {
            context.Response.Scope = string.Join(' ', granted.GetScopes());
            context.Response.ExpiresIn = (long)options.Value.AccessTokenLifetime.TotalSeconds;
        }

        return default;
    }
}

internal static class OpenIdTransactions
{
    public static HttpContext? GetHttpContext(this OpenIddictServerTransaction transaction) =>
        transaction.GetHttpRequest()?.HttpContext;
}

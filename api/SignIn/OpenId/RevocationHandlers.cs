using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.SignIn.OpenId;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>
/// Who gives a token back is done: the session ends, and with it every token of the same sign-in, also those without a row.
/// </summary>
internal sealed class RevokingEndsSession(ISessions sessions, Credentials credentials, OidcPlace place)
    : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<HandleRevocationRequestContext>()
        .UseScopedHandler<RevokingEndsSession>()
        .SetOrder(OpenIddictServerHandlers.Revocation.RevokeToken.Descriptor.Order - 500)
        .SetType(OpenIddictServerHandlerType.Custom).Build();

    public async ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        if (!Guid.TryParseExact(context.GenericTokenPrincipal?.GetAuthorizationId(), "D", out var session))
            return;
        await sessions.End(place.Tenant, session, SessionEnd.EndedByClient, place.Trace!, context.CancellationToken);
        credentials.ForgetSession(place.Tenant, session);

        // An access token has no row that could be revoked besides.
        if (string.IsNullOrEmpty(context.GenericTokenPrincipal!.GetTokenId()))
            context.HandleRequest();
    }
}

/// <summary>Says nothing where there is nothing to say: OpenIddict would send an empty object.</summary>
internal sealed class NothingToSay : IOpenIddictServerHandler<ApplyRevocationResponseContext>
{
    /// <summary>After refusals were answered.</summary>
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<ApplyRevocationResponseContext>()
        .UseSingletonHandler<NothingToSay>()
        .SetOrder(OpenIddictServerHandlers.Revocation.NormalizeErrorResponse.Descriptor.Order + 1000)
        .SetType(OpenIddictServerHandlerType.Custom).Build();

    public ValueTask HandleAsync(ApplyRevocationResponseContext context)
    {
        context.HandleRequest();
        return default;
    }
}

using Helpdesk.Api.Tenancy;
using Helpdesk.Postgres.SignIn.OpenId;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Server.AspNetCore;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>Marks endpoints at which OpenIddict reads the request first, and mostly answers it.</summary>
internal sealed class ServedByOpenIddict;

/// <summary>
/// Where OpenIddict gets its requests: after tenancy, limits and licence, like every endpoint. By itself it would answer inside
/// authentication, before all of them, and look at every request of every other path.
/// </summary>
internal sealed class ServeOpenIddict(RequestDelegate next, SigningKeyRing ring, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ServedByOpenIddict>() is null ? next(context) : OpenIdStorage.Ask(() => Serve(context));

    private async Task Serve(HttpContext context)
    {
        await ring.Refresh(context.RequestAborted);
        if (context.FindTenant() is { } at)
            context.RequestServices.GetRequiredService<OidcPlace>().Set(at.Home, context.Trace(time, "token"));
        if (await OAuthForm.Refusal(context) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        var handler = (IAuthenticationRequestHandler)(await context.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>()
            .GetHandlerAsync(context, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme))!;
        if (!await handler.HandleRequestAsync())
            await next(context);
    }
}

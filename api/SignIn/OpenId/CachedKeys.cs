using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>Lets others keep the public keys for five minutes. The next one is published a day before it signs.</summary>
internal sealed class CachedKeys : IOpenIddictServerHandler<ApplyJsonWebKeySetResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<ApplyJsonWebKeySetResponseContext>()
        .UseSingletonHandler<CachedKeys>()
        .SetOrder(OpenIddictServerAspNetCoreHandlers.ProcessJsonResponse<ApplyJsonWebKeySetResponseContext>.Descriptor.Order - 500)
        .SetType(OpenIddictServerHandlerType.Custom).Build();

    public ValueTask HandleAsync(ApplyJsonWebKeySetResponseContext context)
    {
        if (context.Transaction.GetHttpContext() is { } http)
            http.Response.Headers.CacheControl = "public, max-age=300";
        return default;
    }
}

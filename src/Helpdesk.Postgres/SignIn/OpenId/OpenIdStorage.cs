using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenIddict.EntityFrameworkCore;

namespace Helpdesk.Postgres.SignIn.OpenId;

public static class OpenIdStorage
{
    /// <summary>OpenIddict's rows on PostgreSQL, each tenant's apart.</summary>
    public static OpenIddictCoreBuilder UseHelpdeskStorage(this OpenIddictCoreBuilder core)
    {
        core.UseEntityFrameworkCore().ReplaceDefaultEntities<OidcApplication, OidcAuthorization, OidcScope, OidcToken, Guid>();
        core.ReplaceApplicationStore<OidcApplication, OidcApplicationStore>()
            .ReplaceApplicationManager<OidcApplication, OidcApplications>();
        core.ReplaceAuthorizationStore<OidcAuthorization, OidcAuthorizationStore>();
        core.ReplaceTokenManager<OidcToken, OidcTokens>().ReplaceScopeManager<OidcScope, OidcScopes>();
        core.Services.AddSingleton<OidcContexts>().AddScoped<OidcPlace>();
        core.Services.Replace(ServiceDescriptor.Scoped<IOpenIddictEntityFrameworkCoreContext, OidcContext>());
        return core;
    }

    /// <summary>The model of the rows, so that the first request does not wait for it.</summary>
    public static void Prepare(IServiceProvider scope)
    {
        scope.GetRequiredService<OidcPlace>().Set(TenantId.Platform, new(null, null, default));
        using var context = scope.GetRequiredService<OidcContexts>().Open(scope.GetRequiredService<OidcPlace>());
        _ = context.Model;
    }

    /// <summary>A database that is away is said to be away, whatever OpenIddict and EF Core make of it.</summary>
    /// <exception cref="Domain.Feed.StorageException">The database cannot be reached.</exception>
    public static Task Ask(Func<Task> work) => Storage.Ask(async () =>
    {
        await work();
        return true;
    });
}

using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore;

namespace Helpdesk.Postgres.SignIn.OpenId;

/// <summary>Opens contexts once the database is open.</summary>
internal sealed class OidcContexts(Database database, TimeProvider time)
{
    private readonly Lazy<DbContextOptions<OidcDbContext>> options = new(() => new DbContextOptionsBuilder<OidcDbContext>()
        .UseNpgsql(database.App).UseSnakeCaseNamingConvention().AddInterceptors(new TenantInterceptor()).Options);

    /// <exception cref="StorageException">The database is silent.</exception>
    public OidcDbContext Open(OidcPlace place)
    {
        // EF Core asks the pool itself, which knows nothing of that.
        database.Silence.Refuse();
        return new(options.Value, place.Tenant, time.GetUtcNow().UtcDateTime);
    }
}

/// <summary>The context of one scope, made when OpenIddict first asks for rows.</summary>
internal sealed class OidcContext(OidcContexts contexts, OidcPlace place)
    : IOpenIddictEntityFrameworkCoreContext, IAsyncDisposable, IDisposable
{
    private OidcDbContext? context;

    public ValueTask<DbContext> GetDbContextAsync(CancellationToken cancellationToken) => new(context ??= contexts.Open(place));

    public ValueTask DisposeAsync() => context?.DisposeAsync() ?? default;

    public void Dispose() => context?.Dispose();
}

using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using OpenIddict.EntityFrameworkCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Helpdesk.Postgres.SignIn.OpenId;

/// <summary>
/// Says what OpenIddict wants to know of a client; most of it follows from whether it keeps a secret and whether people sign in through it.
/// </summary>
internal sealed class OidcApplicationStore(
    IMemoryCache cache, IOpenIddictEntityFrameworkCoreContext context, IOptionsMonitor<OpenIddictEntityFrameworkCoreOptions> options)
    : OpenIddictEntityFrameworkCoreApplicationStore<OidcApplication, OidcAuthorization, OidcToken, Guid>(cache, context, options)
{
    private static readonly ImmutableArray<string> OfSecretKeepers =
        [Permissions.Endpoints.Token, Permissions.Endpoints.Introspection, Permissions.Endpoints.Revocation,
            Permissions.GrantTypes.ClientCredentials];

    private static readonly ImmutableArray<string> OfSigningIn =
    [
        Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation,
            Permissions.Endpoints.EndSession,
        Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
        Permissions.Scopes.Profile, Permissions.Scopes.Email,
    ];

    public override async ValueTask<OidcApplication?> FindByClientIdAsync(string identifier, CancellationToken cancellationToken) =>
        Guid.TryParseExact(identifier, "D", out _) ? await FindByIdAsync(identifier, cancellationToken) : null;

    public override IAsyncEnumerable<OidcApplication> FindByRedirectUriAsync(string uri, CancellationToken cancellationToken) =>
        Find(client => client.RedirectTo.Contains(uri), cancellationToken);

    public override IAsyncEnumerable<OidcApplication> FindByPostLogoutRedirectUriAsync(string uri, CancellationToken cancellationToken) =>
        Find(client => client.SignedOutTo.Contains(uri), cancellationToken);

    public override ValueTask<string?> GetClientIdAsync(OidcApplication application, CancellationToken cancellationToken) =>
        new(application.Id.ToString("D"));

    public override ValueTask<string?> GetClientSecretAsync(OidcApplication application, CancellationToken cancellationToken) =>
        new(application.SecretHash is { } hash ? Convert.ToHexString(hash) : null);

    public override ValueTask<string?> GetClientTypeAsync(OidcApplication application, CancellationToken cancellationToken) =>
        new(application.SecretHash is null ? ClientTypes.Public : ClientTypes.Confidential);

    // A program on a phone or a desk listens on a loopback port that it is given at that moment.
    public override ValueTask<string?> GetApplicationTypeAsync(OidcApplication application, CancellationToken cancellationToken) =>
        new(application.SecretHash is null ? ApplicationTypes.Native : ApplicationTypes.Web);

    public override ValueTask<string?> GetConsentTypeAsync(OidcApplication application, CancellationToken cancellationToken) =>
        new(ConsentTypes.Explicit);

    public override ValueTask<ImmutableArray<string>> GetPermissionsAsync(
        OidcApplication application, CancellationToken cancellationToken) => new(
    [
        .. application.SecretHash is null ? [] : OfSecretKeepers,
        .. application.RedirectTo.Length == 0 ? [] : OfSigningIn,
        .. application.Scopes.Select(scope => Permissions.Prefixes.Scope + scope),
    ]);

    public override ValueTask<ImmutableArray<string>> GetRedirectUrisAsync(
        OidcApplication application, CancellationToken cancellationToken) =>
        new([.. application.RedirectTo]);

    public override ValueTask<ImmutableArray<string>> GetPostLogoutRedirectUrisAsync(
        OidcApplication application, CancellationToken cancellationToken) =>
        new([.. application.SignedOutTo]);

    private async IAsyncEnumerable<OidcApplication> Find(
        Expression<Func<OidcApplication, bool>> which, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var clients = (await Context.GetDbContextAsync(cancellationToken)).Set<OidcApplication>();
        await foreach (var client in clients.AsTracking().Where(which).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return client;
    }
}

/// <summary>Says of a session what OpenIddict wants to know of an authorization.</summary>
internal sealed class OidcAuthorizationStore(
    IMemoryCache cache, IOpenIddictEntityFrameworkCoreContext context, IOptionsMonitor<OpenIddictEntityFrameworkCoreOptions> options)
    : OpenIddictEntityFrameworkCoreAuthorizationStore<OidcAuthorization, OidcApplication, OidcToken, Guid>(cache, context, options)
{
    public override ValueTask<string?> GetStatusAsync(OidcAuthorization authorization, CancellationToken cancellationToken) =>
        new(authorization.EndedAt is null ? Statuses.Valid : Statuses.Revoked);

    public override ValueTask<string?> GetSubjectAsync(OidcAuthorization authorization, CancellationToken cancellationToken) =>
        new(new AccountId(authorization.AccountId).ToString());

    public override ValueTask<string?> GetTypeAsync(OidcAuthorization authorization, CancellationToken cancellationToken) =>
        new(AuthorizationTypes.Permanent);
}

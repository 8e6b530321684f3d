using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace Helpdesk.Postgres.SignIn.OpenId;

/// <summary>
/// Compares secrets of clients. They are random and long, so a plain hash of them is enough to keep, and a thousand rounds would buy
/// nothing.
/// </summary>
internal sealed class OidcApplications(
    IOpenIddictApplicationCache<OidcApplication> cache, ILogger<OpenIddictApplicationManager<OidcApplication>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options, IOpenIddictApplicationStore<OidcApplication> store)
    : OpenIddictApplicationManager<OidcApplication>(cache, logger, options, store)
{
    protected override ValueTask<bool> ValidateClientSecretAsync(
        string secret, string comparand, CancellationToken cancellationToken = default) =>
        new(CryptographicOperations.FixedTimeEquals(ApiClientSecret.HashOf(secret), Convert.FromHexString(comparand)));
}

/// <summary>
/// Ends the session when a token comes back that is used up: the thief and the owner hold the same one, and nobody can tell which of them
/// this is. OpenIddict itself would revoke the other tokens with a row and leave access tokens alive.
/// </summary>
internal sealed class OidcTokens(
    IOpenIddictTokenCache<OidcToken> cache, ILogger<OpenIddictTokenManager<OidcToken>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictTokenStore<OidcToken> store, ISessions sessions, OidcPlace place)
    : OpenIddictTokenManager<OidcToken>(cache, logger, options, store)
{
    public override async ValueTask<long> RevokeByAuthorizationIdAsync(string identifier, CancellationToken cancellationToken = default)
    {
        var why = place.IsCode ? SessionEnd.CodeReused : SessionEnd.RefreshTokenReused;
        await sessions.End(place.Tenant, Guid.ParseExact(identifier, "D"), why, place.Trace!, CancellationToken.None);
        return await base.RevokeByAuthorizationIdAsync(identifier, CancellationToken.None);
    }
}

/// <summary>There are no scopes but those in the options.</summary>
internal sealed class OidcScopes(
    IOpenIddictScopeCache<OidcScope> cache, ILogger<OpenIddictScopeManager<OidcScope>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictScopeStore<OidcScope> store)
    : OpenIddictScopeManager<OidcScope>(cache, logger, options, store)
{
    public override IAsyncEnumerable<OidcScope> FindByNamesAsync(
        System.Collections.Immutable.ImmutableArray<string> names, CancellationToken cancellationToken = default) =>
            AsyncEnumerable.Empty<OidcScope>();
}

using System.Security.Cryptography;
using Helpdesk.Api.Tenants;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Access;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Access;

/// <summary>
/// Checks credentials. Everything that decides whether one still counts (session ended, account suspended, role taken away, key revoked) comes from the
/// record in one round trip and is used again for a few seconds, so a busy caller costs no query and a change acts within five seconds.
/// </summary>
internal sealed class Credentials(
    AccessTokens tokens, ISessions sessions, IApiKeys keys, IOptions<AccessOptions> options, TimeProvider time)
{
    private const int Remembered = 100_000;

    private readonly ShortLivedCache<(TenantId Tenant, Guid Session), Credential?> knownSessions = new(options.Value.Freshness, Remembered, time);

    // Flags are answered from memory while the record is away, so the keys that can do nothing else must go on opening. Nobody can revoke one meanwhile.
    private readonly ShortLivedCache<(TenantId Tenant, string Prefix), KnownKey?> knownKeys = new(
        options.Value.Freshness, Remembered, time, new(TimeSpan.FromHours(1), known => known?.Credential.Key is { Scopes: [ApiScopes.FlagsEvaluate] }));

    /// <summary><c>Authorization: Bearer …</c>: an access token or an API key.</summary>
    public async ValueTask<Credential?> FromBearer(string text, TenantContext at, CancellationToken cancellation)
    {
        if (text.StartsWith(ApiKeyText.Mark, StringComparison.Ordinal))
            return await FromKey(text, at, cancellation);
        if (await tokens.Check(text, cancellation) is not { } token || token.Tenant != at.Home || token.Host != at.Host)
            return null;

        var credential = await Session(at.Home, token.Session, cancellation);
        return credential?.Session is { Kind: SessionKind.Token } session && session.Account == token.Account && session.Host == at.Host ? credential : null;
    }

    public async ValueTask<Credential?> FromCookie(SessionCookie cookie, TenantContext at, CancellationToken cancellation)
    {
        var credential = await Session(at.Home, cookie.Session, cancellation);
        return credential?.Session is { SecretHash: { } expected } session && session.Host == at.Host && cookie.Matches(expected) ? credential : null;
    }

    /// <summary>In this process at once; elsewhere when what is known there is too old.</summary>
    public void ForgetSession(TenantId tenant, Guid session) => knownSessions.Forget((tenant, session));

    public void ForgetKey(TenantId tenant, string prefix) => knownKeys.Forget((tenant, prefix));

    private async ValueTask<Credential?> Session(TenantId tenant, Guid session, CancellationToken cancellation)
    {
        if (!knownSessions.TryGet((tenant, session), out var known))
            known = await knownSessions.Get((tenant, session), LoadSession, cancellation);
        return known is { Session: { } access } && time.Now() < access.ExpiresAt ? known : null;
    }

    private async ValueTask<Credential?> FromKey(string text, TenantContext at, CancellationToken cancellation)
    {
        if (ApiKeyText.Parse(text) is not { } parsed)
            return null;
        if (!knownKeys.TryGet((at.Home, parsed.Prefix), out var known))
            known = await knownKeys.Get((at.Home, parsed.Prefix), LoadKey, cancellation);
        return known is not null && CryptographicOperations.FixedTimeEquals(known.SecretHash, parsed.Hash) && known.Credential.Key!.IsLive(time.Now())
            ? known.Credential
            : null;
    }

    private async Task<Credential?> LoadSession((TenantId Tenant, Guid Session) which) =>
        await sessions.Load(which.Tenant, which.Session, time.Now(), CancellationToken.None) is { } access ? Credential.Of(access) : null;

    private async Task<KnownKey?> LoadKey((TenantId Tenant, string Prefix) which) =>
        await keys.Find(which.Tenant, which.Prefix, time.Now(), CancellationToken.None) is var (key, hash) ? new(Credential.Of(key), hash) : null;

    private sealed record KnownKey(Credential Credential, byte[] SecretHash);
}

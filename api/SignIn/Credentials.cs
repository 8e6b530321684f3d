using System.Collections.Concurrent;
using System.Security.Cryptography;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.Caching;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// Checks credentials. Everything that decides whether one still counts (session ended, account suspended, role taken away, key revoked)
/// comes from the database in one round trip and is used again for a few seconds, so a busy caller costs no query and a change acts within
/// five seconds.
/// </summary>
internal sealed class Credentials(
    AccessTokens tokens, ISessions sessions, IApiKeys keys, IApiClients clients, IOptions<AccessOptions> options, TimeProvider time,
    DatabaseSilence silence, OwnChanges changes)
{
    private const int Remembered = 100_000;

    // Kept for answers that do not wait for the database; nobody else is given what is old.
    private readonly ShortLivedCache<(TenantId Tenant, Guid Session), Credential?> knownSessions = new(
        options.Value.Freshness, Remembered, time, new(options.Value.AccessTokenLifetime, _ => false), silence,
        which => changes.Of(which.Tenant));

    // Flags are answered from memory while the database is away, so the keys that can do nothing else must go on opening. Nobody can revoke
    // one meanwhile.
    private readonly ShortLivedCache<(TenantId Tenant, string Prefix), KnownKey?> knownKeys = new(
        options.Value.Freshness, Remembered, time, new(
            TimeSpan.FromHours(1), known => known?.Key is { Scopes: [ApiScopes.FlagsEvaluate] }), silence,
        which => changes.Of(which.Tenant));

    private readonly ShortLivedCache<(TenantId Tenant, Guid Client), KnownClient?> knownClients = new(
        options.Value.Freshness, Remembered, time, new(options.Value.AccessTokenLifetime, _ => false), silence,
        which => changes.Of(which.Tenant));

    /// <summary><c>Authorization: Bearer …</c>: an access token, of a person or of a client, or an API key.</summary>
    /// <param name="origin">The origin of the host, such as <c>https://musterstadt.example</c>: the issuer of what counts here.</param>
    /// <param name="lately">
    /// For an answer that does not wait for the database (<see cref="AnsweredFromMemory"/>): while that is away, what it said within the
    /// life of an access token is enough. What is known to have ended stays so.
    /// </param>
    public async ValueTask<Credential?> FromBearer(
        ReadOnlyMemory<char> text, TenantContext at, string origin, bool lately, CancellationToken cancellation)
    {
        if (text.Span.StartsWith(ApiKeyText.Mark))
            return await FromKey(text.ToString(), at, cancellation);
        if (await tokens.Check(text, at, origin, cancellation) is not { } token)
            return null;
        return token.Session is { } session
            ? await FromSession(session, token, at, lately, cancellation)
            : await FromClient(token.Client!, at, lately, cancellation);
    }

    /// <summary>Whether what a token of ours was issued for still counts: its session goes on, its client is let in.</summary>
    public async ValueTask<bool> Counts(AccessToken token, TenantContext at, CancellationToken cancellation) =>
        (token.Session is { } session ? await FromSession(session, token, at, lately: false, cancellation)
            : await FromClient(token.Client!, at, lately: false, cancellation)) is not null;

    public async ValueTask<bool> GoesOn(TenantContext at, Guid session, CancellationToken cancellation) =>
        (await Session(at.Home, session, lately: false, cancellation))?.Session is { } access && access.Host == at.Host;

    /// <inheritdoc cref="FromBearer"/>
    public async ValueTask<Credential?> FromCookie(SessionCookie cookie, TenantContext at, bool lately, CancellationToken cancellation)
    {
        var credential = await Session(at.Home, cookie.Session, lately, cancellation);
        return credential?.Session is { SecretHash: { } expected } session
            && session.Host == at.Host && cookie.Matches(expected) ? credential : null;
    }

    /// <summary>What was shown before, as it counts now; <c>null</c>: no longer.</summary>
    public async ValueTask<Credential?> Again(Credential shown, TenantContext at, CancellationToken cancellation)
    {
        if (shown.Session is { } session)
        {
            var now = await Session(at.Home, session.Id, lately: false, cancellation);
            return now?.Session is { } goesOn && goesOn.Host == at.Host ? shown.With(now) : null;
        }

        var program = shown.Program!;
        return shown.KeyPrefix is { } prefix
            ? await KeyNow(prefix, at, cancellation) is { } known ? known.Credential : null
            : await FromClient(new(program.Id, string.Join(' ', program.Scopes)), at, lately: false, cancellation);
    }

    /// <summary>The same of a person, where what is known of the session was just read.</summary>
    /// <param name="now"><c>null</c>: it is over.</param>
    public Credential? Again(Credential shown, TenantContext at, SessionAccess? now) =>
        now is not null && now.Host == at.Host && time.Now() < now.ExpiresAt ? shown.With(Credential.Of(now)) : null;

    /// <summary>In this process at once; elsewhere when what is known there is too old.</summary>
    public void ForgetSession(TenantId tenant, Guid session) => knownSessions.Forget((tenant, session));

    public void ForgetKey(TenantId tenant, string prefix) => knownKeys.Forget((tenant, prefix));

    public void ForgetClient(TenantId tenant, Guid client) => knownClients.Forget((tenant, client));

    private async ValueTask<Credential?> FromSession(
        Guid id, AccessToken token, TenantContext at, bool lately, CancellationToken cancellation)
    {
        var credential = await Session(at.Home, id, lately, cancellation);
        if (credential?.Session is not { Kind: SessionKind.Token } session || session.Account != token.Account || session.Host != at.Host ||
            session.Client != token.Client?.Client)
            return null;
        return token.Client is { } granted ? Credential.OfPersonsClient(session, granted.Client, granted.Scope) : credential;
    }

    private async ValueTask<Credential?> FromClient(ClientGrant granted, TenantContext at, bool lately, CancellationToken cancellation)
    {
        if (!knownClients.TryGet((at.Home, granted.Client), out var known))
            known = await Known(knownClients, (at.Home, granted.Client), LoadClient, lately, cancellation);
        return known is not null && known.Client.IsLive(time.Now()) ? known.As(granted.Scope) : null;
    }

    private async ValueTask<Credential?> Session(TenantId tenant, Guid session, bool lately, CancellationToken cancellation)
    {
        if (!knownSessions.TryGet((tenant, session), out var known))
            known = await Known(knownSessions, (tenant, session), LoadSession, lately, cancellation);
        return known is { Session: { } access } && time.Now() < access.ExpiresAt ? known : null;
    }

    private ValueTask<TValue> Known<TKey, TValue>(
        ShortLivedCache<TKey, TValue> cache, TKey key, Func<TKey, Task<TValue>> load, bool lately, CancellationToken cancellation)
        where TKey : notnull =>
        lately ? cache.GetOrRecent(key, load, options.Value.AccessTokenLifetime, cancellation) : cache.Get(key, load, cancellation);

    private async ValueTask<Credential?> FromKey(string text, TenantContext at, CancellationToken cancellation)
    {
        if (ApiKeyText.Parse(text) is not { } parsed)
            return null;
        return await KeyNow(parsed.Prefix, at, cancellation) is { } known
            && CryptographicOperations.FixedTimeEquals(known.SecretHash, parsed.Hash) ? known.Credential : null;
    }

    private async ValueTask<KnownKey?> KeyNow(string prefix, TenantContext at, CancellationToken cancellation)
    {
        if (!knownKeys.TryGet((at.Home, prefix), out var known))
            known = await knownKeys.Get((at.Home, prefix), LoadKey, cancellation);
        return known is not null && known.Key.IsLive(time.Now()) ? known : null;
    }

    private async Task<Credential?> LoadSession((TenantId Tenant, Guid Session) which) =>
        await sessions.Load(which.Tenant, which.Session, time.Now(), CancellationToken.None) is { } access ? Credential.Of(access) : null;

    private async Task<KnownKey?> LoadKey((TenantId Tenant, string Prefix) which) =>
        await keys.Find(which.Tenant, which.Prefix, time.Now(), CancellationToken.None) is var (key, hash)
            ? new(key, Credential.Of(key), hash) : null;

    private async Task<KnownClient?> LoadClient((TenantId Tenant, Guid Client) which) =>
        await clients.Find(which.Tenant, which.Client, time.Now(), CancellationToken.None) is { } client ? new(client) : null;

    private sealed record KnownKey(ApiKey Key, Credential Credential, byte[] SecretHash);

    /// <summary>What was granted is in the token; whether the client still has it is in the database.</summary>
    private sealed class KnownClient(ApiClient client)
    {
        // Grants are in one order, so there are few.
        private readonly ConcurrentDictionary<string, Credential?> granted = new(StringComparer.Ordinal);

        public ApiClient Client => client;

        public Credential? As(string scope) => granted.GetOrAdd(
            scope, static (asked, client) => client.Grant(asked) is { IsOk: true } access
                ? Credential.OfClient(access.Value) : null, client);
    }
}

/// <summary>Marks endpoints that answer from memory and never wait for the database: the evaluation of flags.</summary>
internal sealed class AnsweredFromMemory;

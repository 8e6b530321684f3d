using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Caching;
using Helpdesk.Postgres.SignIn.OpenId;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// Credentials of ours that are tried at another host than theirs: access tokens, API keys, cookies, refresh tokens, secrets of clients.
/// There they are worth nothing; the audit log of the tenant whose they are learns of it, once a day for each credential and host. A
/// flood writes no more than a bounded number of entries.
/// </summary>
internal sealed class ForeignTokens(
    SigningKeyRing keys, TokenSecrets secrets, ISessions sessions, IApiClients clients, IApiKeys programs, IAccounts accounts,
    TimeProvider time)
{
    private const int Remembered = 10_000;

    private static readonly JsonWebTokenHandler Reader = new();

    private readonly ShortLivedCache<string, bool> noted = new(TimeSpan.FromDays(1), Remembered, time);

    /// <summary>The request showed something that is no credential here.</summary>
    public ValueTask Look(HttpContext context, TenantContext at)
    {
        if (CredentialMiddleware.Shown(context.Request) is not { } text)
            return SessionCookie.Read(context.Request) is { } cookie && !CredentialMiddleware.IsPresented(context.Request)
                ? new(Note(context, $"{cookie.Session:N}.{cookie.Secret}", () => Record(context, at, cookie))) : default;
        if (ApiKeyText.Parse(text) is { } key)
            return new(Note(context, text, () => Record(context, at, key)));
        return Read(text, at, TokenClaims.Origin(context.Request)) is { } foreign
            ? new(Note(context, text, () => Record(context, at, text, foreign))) : default;
    }

    /// <summary>A refresh token that is none here.</summary>
    public Task LookAtRefresh(HttpContext context, string token) =>
        Note(context, token, () => RecordRefresh(context, context.Tenant(), token));

    /// <summary>A client that is none here, with what it showed as its secret.</summary>
    public Task LookAtClient(HttpContext context, string? client, string? secret) =>
        secret is { Length: > 0 } && Guid.TryParseExact(client, "D", out var id)
            ? Note(context, $"{id:N}.{secret}", () => RecordClient(context, context.Tenant(), id, secret)) : Task.CompletedTask;

    private async Task Note(HttpContext context, string shown, Func<Task<bool>> record)
    {
        // Each host by itself: who was shown a stolen one is what the tenant wants to know.
        var name = $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(shown)))} {context.Tenant().Host}";
        try
        {
            await noted.Get(name, _ => record(), context.RequestAborted);
        }
        catch (StorageException)
        {
            // The answer is the same, and whoever tries again is noted then.
        }
    }

    // One that is wrong here is its own tenant's to know of by other means.
    private async Task<bool> Record(HttpContext context, TenantContext at, ApiKeyText key)
    {
        if (await programs.FindOwner(key, time.Now(), CancellationToken.None) is not { } owner || owner.Tenant == at.Home)
            return false;
        await accounts.RecordForeignUse(
            owner.Tenant, new(owner.Key), at.Host, context.Trace(time, "api key"), CancellationToken.None);
        return true;
    }

    private async Task<bool> Record(HttpContext context, TenantContext at, string token, Foreign foreign)
    {
        if (!await IsOurs(token) || !await Counts(foreign))
            return false;
        await accounts.RecordForeignUse(
            foreign.Tenant, foreign.Account, at.Host, context.Trace(time, "token"), CancellationToken.None);
        return true;
    }

    private async Task<bool> Record(HttpContext context, TenantContext at, SessionCookie cookie) =>
        await Standing(cookie.Session) is { SecretHash: { } expected } session && cookie.Matches(expected)
            && await RecordSession(context, at, session, "cookie");

    // Read with the key that only we have: it is encrypted, and stands in no other tenant's rows.
    private async Task<bool> RecordRefresh(HttpContext context, TenantContext at, string token)
    {
        var read = await Reader.ValidateTokenAsync(token, new()
        {
            ValidateIssuer = false,
            ValidateAudience = false,
            LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
            IssuerSigningKey = InternalKeys.Signing(secrets).Key,
            TokenDecryptionKey = new SymmetricSecurityKey(secrets.Encryption),
        });
        return read is { IsValid: true, SecurityToken: JsonWebToken opened }
            && opened.TryGetPayloadValue<string>(Claims.Private.AuthorizationId, out var id) && Guid.TryParseExact(id, "D", out var session)
            && await Standing(session) is { } standing && await RecordSession(context, at, standing, "refresh token");
    }

    private async Task<bool> RecordClient(HttpContext context, TenantContext at, Guid client, string secret)
    {
        if (await clients.FindOwner(client, secret, time.Now(), CancellationToken.None) is not { } owner || owner == at.Home)
            return false;
        await accounts.RecordForeignUse(owner, new(client), at.Host, context.Trace(time, "client secret"), CancellationToken.None);
        return true;
    }

    private async Task<bool> RecordSession(HttpContext context, TenantContext at, SessionAccess session, string how)
    {
        if (session.Host == at.Host)
            return false;
        await accounts.RecordForeignUse(session.Tenant, session.Account, at.Host, context.Trace(time, how), CancellationToken.None);
        return true;
    }

    private async Task<SessionAccess?> Standing(Guid session) =>
        await sessions.FindTenant(session, CancellationToken.None) is { } tenant
            ? await sessions.Load(tenant, session, time.Now(), CancellationToken.None) : null;

    // Only the signature: where and how long it counts has been looked at.
    private async Task<bool> IsOurs(string token) => (await Reader.ValidateTokenAsync(token, new()
    {
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = [AccessTokens.Type],
        IssuerSigningKeys = keys.Present.Select(credentials => credentials.Key),
    })).IsValid;

    private async Task<bool> Counts(Foreign foreign) => foreign.Session is { } session
        ? (await sessions.Load(foreign.Tenant, session, time.Now(), CancellationToken.None))?.Account == foreign.Account
        : await clients.Find(foreign.Tenant, foreign.Account.Value, time.Now(), CancellationToken.None) is not null;

    private Foreign? Read(string text, TenantContext at, string origin)
    {
        if (AccessTokens.Unverified(text) is not { } token || token.ValidTo < time.GetUtcNow().UtcDateTime
            || !Guid.TryParseExact(Claim("sub"), "D", out var account)
            || !Guid.TryParseExact(Claim(TokenClaims.Tenant), "D", out var tenant)
            || (tenant == at.Home.Value && token.Audiences.SequenceEqual([origin])))
            return null;
        var session = Guid.TryParseExact(Claim(TokenClaims.Session), "D", out var sid) ? sid : (Guid?)null;
        return new(new(tenant), new(account), session);

        string? Claim(string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
    }

    private sealed record Foreign(TenantId Tenant, AccountId Account, Guid? Session);
}

using System.Security.Cryptography;
using System.Text;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Access;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.Api.Access;

/// <summary>
/// Access tokens: JWT (RFC 9068), ES256, short-lived, for one host. A token says which session it belongs to; whether that still counts is looked up
/// with each request.
/// </summary>
internal sealed class AccessTokens(SigningKeyRing keys, IOptions<AccessOptions> options, TimeProvider time)
{
    private const string Type = "at+jwt";
    private const string TenantClaim = "tid";
    private const string SessionClaim = "sid";
    private const string ClientClaim = "client_id";
    private const string ScopeClaim = "scope";
    private const int LongestToken = 4096;
    private const int Remembered = 50_000;

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    // A signature costs a tenth of a millisecond to check, a hash of the token a thousandth.
    private readonly ShortLivedCache<TokenHash, AccessToken?> checkedBefore = new(options.Value.AccessTokenLifetime, Remembered, time);

    public ValueTask<string> Issue(TenantId tenant, string host, AccountId account, Guid session, CancellationToken cancellation) =>
        Issue(tenant, host, account, new Dictionary<string, object> { [SessionClaim] = session.ToString("D") }, cancellation);

    /// <summary>For a client, as RFC 9068 has it.</summary>
    public ValueTask<string> Issue(string host, ProgramAccess granted, CancellationToken cancellation) => Issue(
        granted.Tenant, host, new(granted.Id),
        new Dictionary<string, object> { [ClientClaim] = granted.Id.ToString("D"), [ScopeClaim] = string.Join(' ', granted.Scopes) }, cancellation);

    private async ValueTask<string> Issue(
        TenantId tenant, string host, AccountId account, Dictionary<string, object> claims, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Value.Issuer,
            Audience = host,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + options.Value.AccessTokenLifetime,
            TokenType = Type,
            Claims = new Dictionary<string, object>(claims)
            {
                [JwtRegisteredClaimNames.Sub] = account.ToString(),
                [TenantClaim] = tenant.ToString(),
                [JwtRegisteredClaimNames.Jti] = RandomNumberGenerator.GetHexString(16, lowercase: true),
            },
            SigningCredentials = await keys.Current(cancellation),
        });
    }

    /// <returns><c>null</c>: not a token of ours, or over. Host and tenant are for the caller to compare.</returns>
    public ValueTask<AccessToken?> Check(string text, CancellationToken cancellation)
    {
        if (text.Length > LongestToken || !Ascii.IsValid(text))
            return new((AccessToken?)null);

        var hash = TokenHash.Of(text);
        return checkedBefore.TryGet(hash, out var known) ? new(known is not null && IsCurrent(known) ? known : null) : CheckAnew(text, hash, cancellation);
    }

    private async ValueTask<AccessToken?> CheckAnew(string text, TokenHash hash, CancellationToken cancellation)
    {
        var token = await checkedBefore.Get(hash, _ => Verify(text), cancellation);
        if (token is null)
            checkedBefore.Forget(hash); // what is no token today may be one when its key has arrived
        return token;
    }

    private bool IsCurrent(AccessToken token) => time.GetUtcNow() < token.ExpiresAt + Skew;

    private async Task<AccessToken?> Verify(string text)
    {
        if (!handler.CanReadToken(text) || Read(text) is not { Alg: SecurityAlgorithms.EcdsaSha256, Kid.Length: > 0 } unverified)
            return null;
        if (await keys.Find(unverified.Kid, CancellationToken.None) is not { } key)
            return null;

        // The key is one of ours by its id; what the token itself says about keys (jwk, jku, x5u) is never looked at.
        var verified = await handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = [Type],
            ValidIssuer = options.Value.Issuer,
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false,
            ValidateAudience = false, // each host compares it with itself
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = IsCurrent,
        });
        return verified is { IsValid: true, SecurityToken: JsonWebToken token } && !token.TryGetHeaderValue<object>("crit", out _) ? Claims(token) : null;
    }

    private static JsonWebToken? Read(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (ArgumentException) // not three parts of base64url around JSON
        {
            return null;
        }
    }

    private bool IsCurrent(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } begin || now >= begin - Skew);
    }

    private static AccessToken? Claims(JsonWebToken token) =>
        token.Audiences.ToList() is [var host] &&
        Guid.TryParseExact(token.Subject, "D", out var account) &&
        token.TryGetPayloadValue<string>(TenantClaim, out var tid) && Guid.TryParseExact(tid, "D", out var tenant) &&
        (SessionOf(token), ClientOf(token)) is var (session, client) && session is null != client is null
            ? new(new(tenant), host, new(account), session ?? Guid.Empty, client, new DateTimeOffset(token.ValidTo, TimeSpan.Zero))
            : null;

    private static Guid? SessionOf(JsonWebToken token) =>
        token.TryGetPayloadValue<string>(SessionClaim, out var sid) && Guid.TryParseExact(sid, "D", out var session) ? session : null;

    private static ClientGrant? ClientOf(JsonWebToken token) =>
        token.TryGetPayloadValue<string>(ClientClaim, out var id) && Guid.TryParseExact(id, "D", out var client) &&
        token.TryGetPayloadValue<string>(ScopeClaim, out var scope)
            ? new(client, scope)
            : null;

    /// <summary>SHA-256 of a token: what is remembered of it is worth nothing to a thief.</summary>
    private readonly record struct TokenHash(ulong A, ulong B, ulong C, ulong D)
    {
        public static TokenHash Of(string text)
        {
            Span<byte> bytes = text.Length <= 1024 ? stackalloc byte[1024] : new byte[text.Length];
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes[..Encoding.ASCII.GetBytes(text, bytes)], hash);
            return new(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]), BitConverter.ToUInt64(hash[16..]), BitConverter.ToUInt64(hash[24..]));
        }
    }
}

/// <summary>What a token says, once it is known to be ours.</summary>
/// <param name="Tenant">Of the host at which it was issued.</param>
/// <param name="Session">Of a person; empty for a client.</param>
internal sealed record AccessToken(TenantId Tenant, string Host, AccountId Account, Guid Session, ClientGrant? Client, DateTimeOffset ExpiresAt);

/// <param name="Scope">Words between blanks: what of its rights the client asked for.</param>
internal sealed record ClientGrant(Guid Client, string Scope);

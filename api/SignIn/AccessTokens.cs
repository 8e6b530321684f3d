using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.Tenancy;
using Helpdesk.Postgres.Caching;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Validation;
using static OpenIddict.Validation.OpenIddictValidationEvents;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// Access tokens at the door: JWT (RFC 9068), ES256, short-lived, for one host. OpenIddict issues and checks them; what was right once is
/// remembered by its hash. Whether the session or client behind a token still counts is looked up with each request.
/// </summary>
internal sealed class AccessTokens(SigningKeyRing keys, IServiceScopeFactory scopes, IOptions<AccessOptions> options, TimeProvider time)
{
    public const string Type = "at+jwt";

    /// <summary>By how much clocks of hosts may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private const int LongestToken = 4096;

    private static readonly string[] Moments = ["exp", "nbf", "iat", "auth_time"];
    private const int Remembered = 50_000;

    // A signature costs a tenth of a millisecond to check, a hash of the token a thousandth.
    private readonly ShortLivedCache<TokenHash, AccessToken?> checkedBefore = new(options.Value.AccessTokenLifetime, Remembered, time);

    /// <returns><c>null</c>: not a token of ours for this host, or over.</returns>
    public ValueTask<AccessToken?> Check(ReadOnlyMemory<char> text, TenantContext at, string origin, CancellationToken cancellation)
    {
        if (text.Length > LongestToken || !Ascii.IsValid(text.Span))
            return new((AccessToken?)null);

        var hash = TokenHash.Of(text.Span);
        return checkedBefore.TryGet(hash, out var known)
            ? new(Here(known, at)) : CheckAnew(text.ToString(), hash, at, origin, cancellation);
    }

    /// <summary>What a token of ours says.</summary>
    /// <param name="claim">Its claims by name.</param>
    /// <returns><c>null</c>: not one that this host issues for itself.</returns>
    public static AccessToken? Read(Func<string, string?> claim, IReadOnlyList<string> audiences, string origin, TenantContext at)
    {
        if (audiences is not [var audience] || audience != origin || !Guid.TryParseExact(claim("sub"), "D", out var account))
            return null;
        if (!Guid.TryParseExact(claim(TokenClaims.Tenant), "D", out var tenant) || tenant != at.Home.Value)
            return null;

        var session = Guid.TryParseExact(claim(TokenClaims.Session), "D", out var sid) ? sid : (Guid?)null;
        var client = Guid.TryParseExact(claim("client_id"), "D", out var id) ? new ClientGrant(id, claim("scope") ?? "") : null;
        return (session ?? client?.Client) is null || !long.TryParse(claim("exp"), out var end)
            ? null
            : new(at.Home, at.Host, new(account), session, client, DateTimeOffset.FromUnixTimeSeconds(end));
    }

    private AccessToken? Here(AccessToken? token, TenantContext at) =>
        token is not null && token.Host == at.Host && token.Tenant == at.Home && time.GetUtcNow() < token.ExpiresAt + Skew ? token : null;

    private async ValueTask<AccessToken?> CheckAnew(
        string text, TokenHash hash, TenantContext at, string origin, CancellationToken cancellation)
    {
        var token = await checkedBefore.Get(hash, _ => Verify(text, at, origin), cancellation);
        if (token is null)
            checkedBefore.Forget(hash); // what is no token here may be one at its own host, or when its key has arrived
        return Here(token, at);
    }

    private async Task<AccessToken?> Verify(string text, TenantContext at, string origin)
    {
        if (Unverified(text) is not { } unverified || !IsCurrent(unverified) || !await keys.Has(unverified.Kid, CancellationToken.None))
            return null;

        await using var scope = scopes.CreateAsyncScope();
        var transaction = await scope.ServiceProvider.GetRequiredService<IOpenIddictValidationFactory>().CreateTransactionAsync();
        transaction.BaseUri = new Uri(origin + "/");
        var validated = new ProcessAuthenticationContext(transaction) { AccessToken = text };
        await scope.ServiceProvider.GetRequiredService<IOpenIddictValidationDispatcher>().DispatchAsync(validated);

        // Verified by OpenIddict: from here on the token speaks for itself.
        return validated is { IsRejected: false, AccessTokenPrincipal: not null }
            ? Read(name => unverified.TryGetPayloadValue<object>(name, out var value)
                ? Convert.ToString(value, null) : null, [.. unverified.Audiences], origin, at) : null;
    }

    // The key is one of ours by its id; what the token itself says about keys (jwk, jku, x5u) is never looked at.
    /// <returns><c>null</c>: it has not the shape of one of ours.</returns>
    public static JsonWebToken? Unverified(string text)
    {
        if (text.Length > LongestToken)
            return null;
        try
        {
            var token = new JsonWebToken(text);
            return token is { Alg: SecurityAlgorithms.EcdsaSha256, Kid.Length: > 0, Typ: Type }
                && !token.TryGetHeaderValue<object>("crit", out _) && TellsTimeInNumbers(token) ? token : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or JsonException)
        {
            return null; // not three parts of base64url around JSON
        }
    }

    // The library takes "1767225600" for a number; RFC 7519 does not, and what one reader takes for an end another may not.
    private static bool TellsTimeInNumbers(JsonWebToken token)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return Moments.All(name => !payload.RootElement.TryGetProperty(name, out var moment) || moment.ValueKind is JsonValueKind.Number);
    }

    private bool IsCurrent(JsonWebToken token)
    {
        var now = time.GetUtcNow();
        return Moment("exp") is { } end && now < end + Skew && !(Moment("nbf") is { } begin && now < begin - Skew);

        DateTimeOffset? Moment(string name) =>
            token.TryGetPayloadValue<long>(name, out var seconds)
                && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    /// <summary>SHA-256 of a token: what is remembered of it is worth nothing to a thief.</summary>
    private readonly record struct TokenHash(ulong A, ulong B, ulong C, ulong D)
    {
        public static TokenHash Of(ReadOnlySpan<char> text)
        {
            Span<byte> bytes = text.Length <= 1024 ? stackalloc byte[1024] : new byte[text.Length];
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes[..Encoding.ASCII.GetBytes(text, bytes)], hash);
            return new(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]), BitConverter.ToUInt64(hash[16..]),
                BitConverter.ToUInt64(hash[24..]));
        }
    }
}

/// <summary>What a token says, once it is known to be ours.</summary>
/// <param name="Tenant">The tenant whose accounts sign in at the host where the token was issued.</param>
/// <param name="Session">The person's session; <c>null</c> for a client that acts in its own name.</param>
/// <param name="Client">The program that holds it; <c>null</c>: the person signed in without one.</param>
internal sealed record AccessToken(
    TenantId Tenant, string Host, AccountId Account, Guid? Session, ClientGrant? Client, DateTimeOffset ExpiresAt);

/// <param name="Scope">Words between blanks: what of its rights the client asked for.</param>
internal sealed record ClientGrant(Guid Client, string Scope);

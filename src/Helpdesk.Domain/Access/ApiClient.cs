using System.Security.Cryptography;
using System.Text;
using Helpdesk.Domain.Tenants;
using NodaTime;

namespace Helpdesk.Domain.Access;

/// <summary>
/// A program that exchanges its secret for access tokens (OAuth 2.0 client credentials, RFC 6749 section 4.4): bound to one tenant, narrowed by scopes,
/// ends by itself.
/// </summary>
/// <param name="Id">The <c>client_id</c>; also the account id under which it acts.</param>
public sealed record ApiClient(
    TenantId Tenant,
    Guid Id,
    string Name,
    IReadOnlyList<string> Scopes,
    string? Environment,
    AccountId CreatedBy,
    Instant CreatedAt,
    Instant? ExpiresAt,
    Instant? RevokedAt,
    Instant? LastUsedAt)
{
    public bool IsLive(Instant now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    /// <param name="scope">As the client asks, words between blanks; <c>null</c> or blank: everything that it may have.</param>
    /// <returns>The scopes in the client's own order. Refused: <see cref="AccessErrors.InvalidScope"/>, if it asks for one that it does not have.</returns>
    public Result<ProgramAccess> Grant(string? scope)
    {
        var asked = (scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Except(Scopes).Any())
            return AccessErrors.InvalidScope;
        return new ProgramAccess(Tenant, Id, Name, asked.Length > 0 ? [.. Scopes.Intersect(asked)] : Scopes, Environment);
    }
}

/// <summary><c>hdc_</c> and 256 random bits. Only the hash is kept; the secret is random and long, so a plain hash cannot be guessed back.</summary>
public static class ApiClientSecret
{
    public const string Mark = "hdc_";

    public const int Bytes = 32;

    public static string Of(ReadOnlySpan<byte> random) => Mark + Base32.Encode(random).ToLowerInvariant();

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

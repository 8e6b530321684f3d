using System.Security.Cryptography;

namespace Helpdesk.Domain.Programs;

/// <summary>
/// A program that gets access tokens: in its own name for its secret (OAuth 2.0 client credentials), or in the name of people who sign in
/// and allow it (OpenID Connect, authorization code). Bound to one tenant, narrowed by scopes, ends by itself.
/// </summary>
public sealed record ApiClient
{
    public required TenantId Tenant { get; init; }

    /// <summary>The <c>client_id</c>; also the account id under which it acts.</summary>
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    public required string? Environment { get; init; }
    public required AccountId CreatedBy { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant? ExpiresAt { get; init; }
    public required Instant? RevokedAt { get; init; }
    public required Instant? LastUsedAt { get; init; }

    /// <summary>It can keep no secret: a phone, a program on a desk, a page. It proves only that it is the one that began (PKCE).</summary>
    public bool IsPublic { get; init; }

    /// <summary>Where people are sent back to after signing in. Empty: the program acts in its own name only.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>Where people may be sent after signing out.</summary>
    public IReadOnlyList<string> PostLogoutRedirectUris { get; init; } = [];

    /// <summary>Counts up when the addresses are replaced.</summary>
    public int Version { get; init; } = 1;

    public bool IsLive(Instant now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    /// <param name="scope">As the client asks, words between blanks; <c>null</c> or blank: everything that it may have.</param>
    /// <returns>
    /// The scopes in the client's own order. Refused: <see cref="ProgramErrors.InvalidScope"/>, if it asks for one that it does not have.
    /// </returns>
    public Result<ProgramAccess> Grant(string? scope)
    {
        var asked = (scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Except(Scopes).Any())
            return ProgramErrors.InvalidScope;
        return new ProgramAccess(Tenant, Id, Name, asked.Length > 0 ? [.. Scopes.Intersect(asked)] : Scopes, Environment);
    }
}

/// <summary>
/// <c>hdc_</c> and 256 random bits. Only the hash is kept; the secret is random and long, so a plain hash cannot be guessed back.
/// </summary>
public static class ApiClientSecret
{
    public const string Mark = "hdc_";

    public const int Bytes = 32;

    public static string Of(ReadOnlySpan<byte> random) => Mark + Base32.Encode(random).ToLowerInvariant();

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

using System.Security.Cryptography;

namespace Helpdesk.Domain.Programs;

/// <summary>A program's credential: bound to one tenant, narrowed by scopes, ends by itself.</summary>
public sealed record ApiKey
{
    public required TenantId Tenant { get; init; }

    /// <summary>Also the account id under which it acts: events name the key, not the person who made it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The part that lists and logs show.</summary>
    public required string Prefix { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>For flag evaluation: which environment's flags it reads; <c>null</c> for keys without flags.</summary>
    public required string? Environment { get; init; }
    public required AccountId CreatedBy { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant? ExpiresAt { get; init; }
    public required Instant? RevokedAt { get; init; }
    public required Instant? LastUsedAt { get; init; }

    public const int MostNameLength = 100;

    /// <summary>Live ones of one tenant, inclusive; the same for clients.</summary>
    public const int MostLive = 500;

    public ProgramAccess Access => new(Tenant, Id, Name, Scopes, Environment);

    public bool IsLive(Instant now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);
}

/// <summary>
/// <c>hdk_</c>, eight characters that find the key, an underscore, the secret. Made to be found by scanners for leaked secrets.
/// </summary>
public readonly record struct ApiKeyText(string Prefix, string Secret)
{
    public const string Mark = "hdk_";

    /// <summary>Random bytes behind the two parts.</summary>
    public const int PrefixBytes = 5, SecretBytes = 32;

    private const int PrefixLength = 8;
    private const int LongestText = 100;

    /// <summary>Only this is kept. The secret is random and long, so a plain hash cannot be guessed back.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    public static ApiKeyText Of(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> secret) =>
        new(Base32.Encode(prefix).ToLowerInvariant(), Base32.Encode(secret).ToLowerInvariant());

    public static ApiKeyText? Parse(string text)
    {
        var secretAt = Mark.Length + PrefixLength + 1;
        if (text.Length <= secretAt || text.Length > LongestText
            || !text.StartsWith(Mark, StringComparison.Ordinal) || text[secretAt - 1] != '_')
            return null;
        return text.AsSpan(Mark.Length).ContainsAnyExcept(Characters)
            ? null
            : new ApiKeyText(text.Substring(Mark.Length, PrefixLength), text[secretAt..]);
    }

    private static readonly System.Buffers.SearchValues<char> Characters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz234567_");

    public override string ToString() => $"{Mark}{Prefix}_{Secret}";
}

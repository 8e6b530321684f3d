using System.Buffers;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>
/// Puts a tenant or an account into one of 10,000 buckets, the same one in every process and for ever: integers only, no state.
/// A share of n basis points is the buckets below n, so whoever is in at 5 % is in at 20 %, and falls out in the same order when a share
/// shrinks.
/// </summary>
public static class Bucketing
{
    /// <summary>Basis points in a whole: 1 is 0.01 %.</summary>
    public const int Whole = 10_000;

    // Two seeds, so that whom a rollout reaches says nothing about which arm of an experiment that account is in.
    private const uint RolloutSeed = 1;
    private const uint ArmSeed = 2;
    private const int IdLength = 36;

    /// <summary>For shares: who is in.</summary>
    /// <param name="salt">The flag's salt, as UTF-8; another salt shuffles anew.</param>
    /// <param name="account"><c>null</c> or empty: by tenant. An account is bucketed in each tenant on its own.</param>
    /// <returns>0 (inclusive) to 9999 (inclusive).</returns>
    public static int Share(ReadOnlySpan<byte> salt, TenantId tenant, string? account) => Bucket(salt, tenant, account, RolloutSeed);

    /// <summary>For experiments: which variant.</summary>
    /// <inheritdoc cref="Share"/>
    public static int Arm(ReadOnlySpan<byte> salt, TenantId tenant, string? account) => Bucket(salt, tenant, account, ArmSeed);

    // Hashed: salt ":" tenant-id [":" account], in UTF-8.
    private static int Bucket(ReadOnlySpan<byte> salt, TenantId tenant, string? account, uint seed)
    {
        var most = salt.Length + 1 + IdLength + 1 + Encoding.UTF8.GetMaxByteCount(account?.Length ?? 0);
        byte[]? rented = null;
        var text = most <= 512 ? stackalloc byte[512] : rented = ArrayPool<byte>.Shared.Rent(most);

        salt.CopyTo(text);
        var length = salt.Length;
        text[length++] = (byte)':';
        tenant.Value.TryFormat(text[length..], out var written);
        length += written;
        if (!string.IsNullOrEmpty(account))
        {
            text[length++] = (byte)':';
            length += Encoding.UTF8.GetBytes(account, text[length..]);
        }

        var bucket = (int)(Murmur3.Hash(text[..length], seed) % Whole);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return bucket;
    }
}

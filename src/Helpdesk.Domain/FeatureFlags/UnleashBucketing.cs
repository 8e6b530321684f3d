using System.Buffers;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>
/// The buckets that Unleash's clients compute, for a CMS that moves here in the middle of a rollout: nobody changes sides. Whole per cents
/// and one group id per rollout are Unleash's; our own flags use <see cref="Bucketing"/>.
/// </summary>
public static class UnleashBucketing
{
    // Without a seed of its own the choice of a variant would follow from the rollout.
    private const uint VariantSeed = 86_028_157;

    /// <param name="group">Unleash's <c>groupId</c>, as UTF-8; by convention the name that the flag had there.</param>
    /// <param name="stickiness">The value that keeps its side. Empty: in no bucket.</param>
    /// <returns>1 (inclusive) to 100 (inclusive); a rollout of n per cent holds the buckets up to n. <c>null</c> without a value.</returns>
    public static int? Rollout(ReadOnlySpan<byte> group, string? stickiness) => Bucket(group, stickiness, 100, seed: 0);

    /// <param name="totalWeight">The sum of the weights of all variants; at least 1.</param>
    /// <returns>
    /// 1 (inclusive) to <paramref name="totalWeight"/> (inclusive): the first variant whose running sum of weights reaches it.
    /// </returns>
    public static int? Variant(ReadOnlySpan<byte> group, string? stickiness, int totalWeight) =>
        Bucket(group, stickiness, totalWeight, VariantSeed);

    private static int? Bucket(ReadOnlySpan<byte> group, string? stickiness, int buckets, uint seed)
    {
        if (string.IsNullOrEmpty(stickiness))
            return null;

        var most = group.Length + 1 + Encoding.UTF8.GetMaxByteCount(stickiness.Length);
        byte[]? rented = null;
        var text = most <= 512 ? stackalloc byte[512] : rented = ArrayPool<byte>.Shared.Rent(most);
        group.CopyTo(text);
        text[group.Length] = (byte)':';
        var length = group.Length + 1 + Encoding.UTF8.GetBytes(stickiness, text[(group.Length + 1)..]);

        var bucket = (int)(Murmur3.Hash(text[..length], seed) % (uint)buckets) + 1;
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return bucket;
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>MurmurHash3, x86, 32 bits. Not for secrets: it spreads keys evenly and gives every program the same number.</summary>
public static class Murmur3
{
    public static uint Hash(ReadOnlySpan<byte> data, uint seed)
    {
        var hash = seed;
        var rest = data;
        for (; rest.Length >= 4; rest = rest[4..])
            hash = (BitOperations.RotateLeft(hash ^ Scramble(BinaryPrimitives.ReadUInt32LittleEndian(rest)), 13) * 5) + 0xe6546b64;

        uint tail = 0;
        for (var i = rest.Length - 1; i >= 0; i--)
            tail = (tail << 8) | rest[i];

        return Finish(hash ^ Scramble(tail) ^ (uint)data.Length);
    }

    private static uint Scramble(uint block) => BitOperations.RotateLeft(block * 0xcc9e2d51, 15) * 0x1b873593;

    private static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}

using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>
/// The hash that the packages store beside grain ids (xxHash32, seed 0), so that both engines find the same rows: reminders are read by
/// ranges of it, documents by its value.
/// </summary>
internal static class StableHash
{
    private const uint Prime1 = 2654435761;
    private const uint Prime2 = 2246822519;
    private const uint Prime3 = 3266489917;
    private const uint Prime4 = 668265263;
    private const uint Prime5 = 374761393;

    public static uint Of(GrainId grainId) => unchecked((Of(grainId.Type.ToString()) * 31) + Of(grainId.Key.ToString()));

    public static uint Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static uint Of(ReadOnlySpan<byte> data)
    {
        unchecked
        {
            var rest = data;
            var hash = (data.Length >= 16 ? Lanes(ref rest) : Prime5) + (uint)data.Length;
            for (; rest.Length >= 4; rest = rest[4..])
                hash = BitOperations.RotateLeft(hash + (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime3), 17) * Prime4;
            foreach (var single in rest)
                hash = BitOperations.RotateLeft(hash + (single * Prime5), 11) * Prime1;

            hash = (hash ^ (hash >> 15)) * Prime2;
            hash = (hash ^ (hash >> 13)) * Prime3;
            return hash ^ (hash >> 16);
        }
    }

    private static uint Lanes(ref ReadOnlySpan<byte> rest)
    {
        unchecked
        {
            Span<uint> lanes = [Prime1 + Prime2, Prime2, 0, 0 - Prime1];
            for (; rest.Length >= 16; rest = rest[16..])
            {
                for (var lane = 0; lane < 4; lane++)
                    lanes[lane] = BitOperations.RotateLeft(lanes[lane] + (BinaryPrimitives.ReadUInt32LittleEndian(rest[(lane * 4)..]) * Prime2), 13) * Prime1;
            }

            return BitOperations.RotateLeft(lanes[0], 1) + BitOperations.RotateLeft(lanes[1], 7)
                + BitOperations.RotateLeft(lanes[2], 12) + BitOperations.RotateLeft(lanes[3], 18);
        }
    }
}

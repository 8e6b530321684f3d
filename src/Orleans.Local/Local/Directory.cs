using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>Who is where: one entry per active grain. In shards, so that callers seldom meet, and shrinking, so that a busy day leaves nothing behind.</summary>
internal sealed class Directory
{
    private const int Smallest = 32;

    private readonly Dictionary<GrainId, IReceiver>[] shards = [.. Enumerable.Range(0, 64).Select(_ => new Dictionary<GrainId, IReceiver>())];

    public int Count => shards.Sum(shard => shard.Count);

    public IReceiver GetOrAdd(GrainId id, Func<GrainId, IReceiver> create)
    {
        var shard = ShardOf(id);
        lock (shard)
        {
            if (!shard.TryGetValue(id, out var receiver))
                shard.Add(id, receiver = create(id));
            return receiver;
        }
    }

    /// <summary>Takes an ended activation out; with the last worker of a pool its pool.</summary>
    public void Remove(Activation activation)
    {
        var shard = ShardOf(activation.GrainId);
        lock (shard)
        {
            var receiver = shard.GetValueOrDefault(activation.GrainId);
            if (receiver != activation && (receiver is not WorkerPool pool || !pool.Remove(activation)))
                return;

            shard.Remove(activation.GrainId);
            if (shard.Capacity > Smallest && shard.Count < shard.Capacity / 4)
                shard.TrimExcess(Math.Max(shard.Count * 2, Smallest));
        }
    }

    public IEnumerable<Activation> Where(Func<Activation, bool> condition)
    {
        foreach (var shard in shards)
        {
            List<Activation> found;
            lock (shard)
                found = [.. shard.Values.SelectMany(AllOf).Where(condition)];
            foreach (var activation in found)
                yield return activation;
        }
    }

    private static IEnumerable<Activation> AllOf(IReceiver receiver) => receiver is WorkerPool pool ? pool.Snapshot() : [(Activation)receiver];

    private Dictionary<GrainId, IReceiver> ShardOf(GrainId id) => shards[(uint)id.GetHashCode() % (uint)shards.Length];
}

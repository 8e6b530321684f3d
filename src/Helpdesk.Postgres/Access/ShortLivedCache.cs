using System.Collections.Concurrent;
using Helpdesk.Domain.Feed;

namespace Helpdesk.Postgres.Access;

/// <summary>
/// Answers that may be a few seconds old. Reading costs no lock and no allocation; of many that miss at once one asks, the others wait for it; and it
/// never holds more than its capacity.
/// </summary>
/// <param name="life">From the moment the question is asked, so an answer is never older than this.</param>
/// <param name="capacity">Entries at most; when it is full, what was not used lately goes.</param>
/// <param name="lastKnown">Which answers go on being given while the record is away, and for how long; <c>null</c>: none.</param>
public sealed class ShortLivedCache<TKey, TValue>(TimeSpan life, int capacity, TimeProvider time, LastKnown<TValue>? lastKnown = null) where TKey : notnull
{
    private readonly long lifeInTicks = (long)(life.TotalSeconds * time.TimestampFrequency);
    private readonly long lastKnownInTicks = (long)((lastKnown?.For.TotalSeconds ?? 0) * time.TimestampFrequency);
    private volatile Generation current = new();
    private volatile Generation previous = new();

    /// <summary>What is here and fresh, without waiting and without asking.</summary>
    public bool TryGet(TKey key, out TValue value)
    {
        var entry = Find(key);
        var usable = entry is { Answer.IsCompletedSuccessfully: true } && time.GetTimestamp() < entry.ExpiresAt;
        value = usable ? entry!.Answer.Result : default!;
        return usable;
    }

    /// <param name="load">Runs to its end even when the caller that started it gives up: others may wait for it. A failure is not kept.</param>
    public ValueTask<TValue> Get(TKey key, Func<TKey, Task<TValue>> load, CancellationToken cancellation)
    {
        var now = time.GetTimestamp();
        var entry = Find(key);
        if (entry is null || now >= entry.ExpiresAt)
            entry = Ask(key, load, now, before: entry);
        return entry.Answer.IsCompletedSuccessfully ? new(entry.Answer.Result) : new(entry.Answer.WaitAsync(cancellation));
    }

    /// <summary>The next question is asked anew; one that is under way answers those who wait for it and nobody else.</summary>
    public void Forget(TKey key)
    {
        current.Entries.TryRemove(key, out _);
        previous.Entries.TryRemove(key, out _);
    }

    private Entry? Find(TKey key)
    {
        var generation = current;
        if (generation.Entries.TryGetValue(key, out var entry))
            return entry;
        return previous.Entries.TryGetValue(key, out entry) && generation.Entries.TryAdd(key, entry) ? entry : entry;
    }

    private Entry Ask(TKey key, Func<TKey, Task<TValue>> load, long now, Entry? before)
    {
        var asked = new TaskCompletionSource<TValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        var mine = new Entry(asked.Task, now, now + lifeInTicks);
        var generation = MakeRoom();
        var present = generation.Entries.AddOrUpdate(key, mine, (_, other) => now >= other.ExpiresAt ? mine : other);
        if (present == mine)
            _ = Answer(key, load, asked, mine, before);
        return present;
    }

    private async Task Answer(TKey key, Func<TKey, Task<TValue>> load, TaskCompletionSource<TValue> asked, Entry mine, Entry? before)
    {
        try
        {
            asked.SetResult(await load(key));
        }
        catch (StorageException) when (Outlives(before))
        {
            mine.KnownAt = before!.KnownAt;
            asked.SetResult(before.Answer.Result);
        }
        catch (Exception failure)
        {
            current.Entries.TryRemove(new(key, mine));
            previous.Entries.TryRemove(new(key, mine));
            asked.SetException(failure);
            _ = asked.Task.Exception; // seen, also when every waiter has given up
        }
    }

    private bool Outlives(Entry? before) =>
        before is { Answer.IsCompletedSuccessfully: true } && lastKnown?.Which(before.Answer.Result) == true &&
        time.GetTimestamp() - before.KnownAt < lastKnownInTicks;

    // Two generations of half the capacity each: what is used moves to the young one, the rest goes with the old one.
    private Generation MakeRoom()
    {
        var generation = current;
        if (Interlocked.Increment(ref generation.Added) <= capacity / 2)
            return generation;

        var young = new Generation();
        if (Interlocked.CompareExchange(ref current, young, generation) == generation)
            previous = generation;
        return current;
    }

    private sealed class Entry(Task<TValue> answer, long askedAt, long expiresAt)
    {
        public Task<TValue> Answer => answer;

        public long ExpiresAt => expiresAt;

        /// <summary>When the record last said so.</summary>
        public long KnownAt { get; set; } = askedAt;
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<TKey, Entry> Entries = new();
        public int Added;
    }
}

/// <param name="For">Since the record last said so.</param>
/// <param name="Which">What is asked of an answer.</param>
public sealed record LastKnown<TValue>(TimeSpan For, Func<TValue, bool> Which);

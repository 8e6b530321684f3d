using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Caching.Memory;
using ZiggyCreatures.Caching.Fusion;

namespace Helpdesk.Postgres.Caching;

/// <summary>
/// Answers that may be a few seconds old, kept by FusionCache: of many that miss at once one asks, and it never holds more than its
/// capacity. What FusionCache does not know is added here: the age of an answer counts from the question, by the platform's clock; those
/// who wait for a question that fails share the failure instead of failing one after the other; and only the database's absence is covered
/// up by what was known last.
/// </summary>
/// <param name="life">From the moment the question is asked, so an answer is never older than this.</param>
/// <param name="capacity">Entries at most; when it is full, what was not used lately goes.</param>
/// <param name="lastKnown">Which answers go on being given while the database is away, and for how long; <c>null</c>: none.</param>
/// <param name="silence">
/// Tells of the database that is asked: while an answer of it is overdue, what was known last is told without waiting for it, and while
/// it is silent nobody joins those who wait; <c>null</c>: each question finds that out by itself.
/// </param>
/// <param name="changes">
/// How much this process has changed that the answer depends on (<see cref="OwnChanges"/>): an answer to a question from before a change is
/// not given after it. <c>null</c>: nothing, or whoever changes it says so (<see cref="Forget"/>).
/// </param>
public sealed class ShortLivedCache<TKey, TValue>(
    TimeSpan life, int capacity, TimeProvider time, LastKnown<TValue>? lastKnown = null, DatabaseSilence? silence = null,
    Func<TKey, long>? changes = null)
    where TKey : notnull
{
    // Long enough for everybody who waited to see it; who asks later does not count it.
    private static readonly TimeSpan FailureIsShared = TimeSpan.FromSeconds(1);

    private readonly FusionCache cache = new(
        new FusionCacheOptions { DisableTagging = true }, new MemoryCache(new MemoryCacheOptions { SizeLimit = capacity }));

    private readonly FusionCacheEntryOptions kept = new()
    {
        Duration = life,
        Size = 1,
        IsFailSafeEnabled = lastKnown is not null,
        FailSafeMaxDuration = lastKnown?.For ?? life,
    };

    private readonly FusionCacheEntryOptions staleToo = new() { AllowStaleOnReadOnly = true };
    private long forgotten;

    /// <summary>What is here and fresh, without waiting and without asking.</summary>
    public bool TryGet(TKey key, out TValue value)
    {
        var known = Fresh(NameOf(key), key);
        value = known is null ? default! : known.Value;
        return known is not null;
    }

    /// <summary>Whether there is an answer at all, however old: it may go on being given while the database is away.</summary>
    public bool Knows(TKey key) => Last(NameOf(key)) is not null;

    /// <param name="load">Runs to its end even when the caller that started it gives up: others may wait for it. A failure is not
    /// kept.</param>
    /// <exception cref="StorageException">The database is silent, and nothing is known that may be told.</exception>
    public ValueTask<TValue> Get(TKey key, Func<TKey, Task<TValue>> load, CancellationToken cancellation)
    {
        var name = NameOf(key);
        if (Fresh(name, key) is { } known)
            return new(known.Value);
        if (silence is { IsComplete: true } && !MayBeTold(name))
            silence.Refuse();
        var asking = Ask(name, key, load);
        return new(asking.IsCompletedSuccessfully ? asking : asking.WaitAsync(cancellation));
    }

    /// <summary>
    /// The answer, or the last one known for whoever does not wait for the database: while its answer is overdue, and while it is away. For
    /// what <c>lastKnown</c> keeps, whether or not it may be given to everybody.
    /// </summary>
    /// <param name="atMost">How old that may be, since the database said so.</param>
    /// <inheritdoc cref="Get"/>
    public async ValueTask<TValue> GetOrRecent(TKey key, Func<TKey, Task<TValue>> load, TimeSpan atMost, CancellationToken cancellation)
    {
        if (TryGet(key, out var fresh))
            return fresh;
        if (silence is null || Last(NameOf(key)) is not { } recent || time.GetElapsedTime(recent.KnownAt) >= atMost)
            return await Get(key, load, cancellation);
        if (silence.IsComplete)
            return recent.Value;
        var overdue = silence.Doubt;
        try
        {
            return await Get(key, load, cancellation).AsTask().WaitAsync(overdue);
        }
        catch (Exception away) when (away is StorageException || (away is OperationCanceledException && overdue.IsCancellationRequested))
        {
            return recent.Value;
        }
    }

    /// <summary>The next question is asked anew; one that is under way answers those who wait for it and nobody else.</summary>
    public void Forget(TKey key)
    {
        Interlocked.Increment(ref forgotten);
        cache.Remove(NameOf(key));
    }

    private Known? Fresh(string name, TKey key) =>
        cache.TryGet<Known>(name) is { HasValue: true, Value: var known } && IsFresh(known, key) ? known : null;

    private Known? Last(string name) => cache.TryGet<Known>(name, staleToo) is { HasValue: true, Value.Last: var last } ? last : null;

    private bool MayBeTold(string name) => Last(name) is { } last && Outlives(last);

    private bool IsFresh(Known known, TKey key) =>
        known.Failure is null && time.GetElapsedTime(known.AskedAt) < life && known.Changes == ChangesOf(key);

    private long ChangesOf(TKey key) => changes?.Invoke(key) ?? 0;

    private async Task<TValue> Ask(string name, TKey key, Func<TKey, Task<TValue>> load)
    {
        var (began, changed) = (Stopwatch.GetTimestamp(), ChangesOf(key));
        while (true)
        {
            var known = await cache.GetOrSetAsync<Known>(
                name, (context, _) => Load(key, load, context.HasStaleValue ? context.StaleValue.Value.Last : null, context.Options), kept);
            if (known.EndedAt >= began && known.Forgotten != Interlocked.Read(ref forgotten))
                await cache.RemoveAsync(name); // somebody changed what is asked about while it was read
            if ((known.EndedAt >= began && known.Changes >= changed) || IsFresh(known, key))
            {
                known.Failure?.Throw();
                return known.Value;
            }

            await cache.ExpireAsync(name);
        }
    }

    private async Task<Known> Load(TKey key, Func<TKey, Task<TValue>> load, Known? last, FusionCacheEntryOptions own)
    {
        var (asked, before, changed) = (time.GetTimestamp(), Interlocked.Read(ref forgotten), ChangesOf(key));
        // Already when an answer is overdue: who may be told what was known does not wait to be told that nothing comes.
        var overdue = last is not null && Outlives(last) && silence is not null ? silence.Doubt : CancellationToken.None;
        try
        {
            var value = await load(key).WaitAsync(overdue);
            own.Duration = Max(life - time.GetElapsedTime(asked), TimeSpan.FromMilliseconds(1));
            return new(value, asked, KnownAt: asked, before, changed);
        }
        catch (Exception away) when (last is not null && Outlives(last) && IsAway(away, overdue))
        {
            return new(last.Value, asked, last.KnownAt, before, changed);
        }
        catch (Exception failure)
        {
            own.Duration = FailureIsShared;
            return new(default!, asked, KnownAt: asked, before, changed, last, ExceptionDispatchInfo.Capture(failure));
        }
    }

    private bool IsAway(Exception failure, CancellationToken overdue) => failure is StorageException
        || failure is OperationCanceledException && overdue.IsCancellationRequested
        || failure is UnreadableException && lastKnown?.EvenUnreadable is true;

    private bool Outlives(Known last) => lastKnown?.Which(last.Value) is true && time.GetElapsedTime(last.KnownAt) < lastKnown.For;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    // FusionCache's keys are text. Ids are taken byte by byte: nobody reads them, and writing them out would cost more than finding the
    // answer.
    private static string NameOf(TKey key)
    {
        if (key is string text)
            return text;
        return RuntimeHelpers.IsReferenceOrContainsReferences<TKey>() || Unsafe.SizeOf<TKey>() % sizeof(char) != 0
            ? key.ToString()!
            : new(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<TKey, char>(ref key), Unsafe.SizeOf<TKey>() / sizeof(char)));
    }

    /// <param name="AskedAt">It is fresh for so long from then on.</param>
    /// <param name="KnownAt">When the database last said so.</param>
    /// <param name="Changes">Counted before the question.</param>
    /// <param name="Before">After a failure: what was known last; <c>null</c>: nothing was, or it is no failure.</param>
    private sealed record Known(
        TValue Value, long AskedAt, long KnownAt, long Forgotten, long Changes, Known? Before = null,
        ExceptionDispatchInfo? Failure = null)
    {
        /// <summary>In real time: who has waited until then shares it.</summary>
        public long EndedAt { get; } = Stopwatch.GetTimestamp();

        public Known? Last => Failure is null ? this : Before;
    }
}

/// <param name="For">Since the database last said so.</param>
/// <param name="Which">Whether an answer may be given for so long.</param>
/// <param name="EvenUnreadable">Also while what the database has cannot be read.</param>
public sealed record LastKnown<TValue>(TimeSpan For, Func<TValue, bool> Which, bool EvenUnreadable = false);

using System.Collections.Concurrent;
using Helpdesk.Domain.Due;

namespace Helpdesk.Grains.Due;

/// <summary>
/// Tells the subjects of what was claimed at once. One that fails must not hold up the others: its lease runs out, and it is told again,
/// less and less often, until it is parked. One that takes too long is left to itself, and nobody else of its tenant is told in this round.
/// </summary>
/// <param name="given">The moment, where a host goes by a time of its own (<c>IPlatformClock.Given</c>).</param>
internal sealed partial class DueRound(
    IDueStore store, SweepPace pace, SweeperOptions options, TimeProvider time, Instant? given,
    Func<DueSubject, CancellationToken, Task> look, ILogger log)
{
    private readonly ConcurrentDictionary<TenantId, bool> slow = new();
    private readonly ConcurrentQueue<DueSubject> untold = new();
    private int settled;

    /// <returns>How many were settled.</returns>
    public async Task<int> Tell(IReadOnlyList<DueSubject> due, CancellationToken cancellation)
    {
        var atOnce = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Concurrency,
            CancellationToken = cancellation,
            TaskScheduler = TaskScheduler.Current,
        };
        await Parallel.ForEachAsync(due, atOnce, async (subject, token) =>
            await pace.Run((time.Now() - subject.At).ToTimeSpan(), () => Tell(subject, token), token));
        if (!untold.IsEmpty)
            await Write(() => store.Postpone([.. untold], time.Now() + Duration.FromTimeSpan(SweepPace.Urgent), cancellation));
        return settled;
    }

    private async Task<bool> Tell(DueSubject due, CancellationToken cancellation)
    {
        if (slow.ContainsKey(due.Tenant))
            untold.Enqueue(due);
        // More than it may be: whoever told it the last time did not live to say how it went.
        else if (Retries.AreOver(MishapReason.Unavailable, due.Attempts - 1))
            await Park(due, new(MishapReason.Failed, "Nobody who looked at it came back."), cancellation);
        else if (await FeedTry.Run(token => look(due, token), options.Patience, cancellation, apart: false) is { } why)
            await Failed(due, why, cancellation);
        else
            Interlocked.Increment(ref settled);
        return true;
    }

    private async Task Failed(DueSubject due, Mishap why, CancellationToken cancellation)
    {
        if (why.Reason is MishapReason.Overdue)
            slow.TryAdd(due.Tenant, true);
        if (Retries.AreOver(why.Reason, due.Attempts))
            await Park(due, why, cancellation);
        else
            LogFailed(log, due.Subject, due.Stream, due.Kind, due.Attempts, why.Reason, why.Detail);
    }

    private async Task Park(DueSubject due, Mishap why, CancellationToken cancellation)
    {
        LogParked(log, due.Subject, due.Stream, due.Kind, due.Attempts, why.Reason, why.Detail);
        await Write(() => store.Park(due, why, given, cancellation));
    }

    // Cannot be written: the leases run out, and the next time will do.
    private async Task Write(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, unreachable);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of due moments cannot be written; they are looked at again.")]
    private static partial void LogUnreachable(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "{Subject} {Stream} could not settle {Kind} (attempt {Attempts}, {Reason}: {Detail}); it will be told again.")]
    private static partial void LogFailed(
        ILogger log, string subject, Guid stream, string kind, int attempts, MishapReason reason, string? detail);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "{Subject} {Stream} could not settle {Kind} in {Attempts} attempts ({Reason}: {Detail}); it is parked.")]
    private static partial void LogParked(
        ILogger log, string subject, Guid stream, string kind, int attempts, MishapReason reason, string? detail);
}

using System.Collections.Concurrent;
using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Due;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting.Calls;
using Microsoft.Extensions.Options;

namespace Helpdesk.Grains.Due;

/// <summary>
/// Looks every few seconds for what is due and tells the subjects. A reminder is no clock (ticks that fall into downtime are skipped), but
/// it is a good alarm: it brings the sweeper back to life, and the database tells it what was missed.
/// </summary>
public sealed partial class SweeperGrain(
    IDueStore store, DueSubjects subjects, TenantPasses passes, SweepPace pace, IOptions<SweeperOptions> options, TimeProvider time,
    ILogger<SweeperGrain> log)
    : Grain, ISweeperGrain, IRemindable
{
    private const string Alarm = "awake";

    private readonly SweeperOptions options = options.Value;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(
            static async (sweeper, cancellation) => await sweeper.Sweep(cancellation), this,
            new GrainTimerCreationOptions { DueTime = TimeSpan.Zero, Period = options.Period, KeepAlive = true });
        return Task.CompletedTask;
    }

    public Task Start(CancellationToken cancellation) =>
        this.RegisterOrUpdateReminder(Alarm, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    public async Task<int> Sweep(CancellationToken cancellation)
    {
        var settled = 0;
        while (!cancellation.IsCancellationRequested)
        {
            var due = await Claim(cancellation);
            var round = new Round();
            await Parallel.ForEachAsync(
                due, new ParallelOptions
                {
                    MaxDegreeOfParallelism = options.Concurrency,
                    CancellationToken = cancellation,
                    TaskScheduler = TaskScheduler.Current
                },
                async (subject, token) =>
                {
                    if (await pace.Run((time.Now() - subject.At).ToTimeSpan(), () => Tell(subject, round, token), token))
                        Interlocked.Increment(ref settled);
                });
            await Postpone(round, cancellation);
            if (due.Count < options.Batch)
                break;
        }

        return settled;
    }

    // The database may be away for a while: the next look comes by itself.
    private async Task<IReadOnlyList<DueSubject>> Claim(CancellationToken cancellation)
    {
        try
        {
            return await store.Claim((int)this.GetPrimaryKeyLong(), time.Now(), options.Batch, cancellation);
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, unreachable);
            return [];
        }
    }

    // One subject that fails must not hold up the others: its lease runs out, and it is told again, less and less often, until it is parked.
    // One that takes too long is left to itself, and for this round nobody else of its tenant is told.
    private async Task<bool> Tell(DueSubject due, Round round, CancellationToken cancellation)
    {
        if (round.Slow.ContainsKey(due.Tenant))
        {
            round.Untold.Enqueue(due);
            return false;
        }

        // More than it may be: whoever told it the last time did not live to say how it went.
        if (Retries.AreOver(MishapReason.Unavailable, due.Attempts - 1))
        {
            await Park(due, new(MishapReason.Failed, "Nobody who looked at it came back."), cancellation);
            return false;
        }

        if (await FeedTry.Run(token => Look(due, token), options.Patience, cancellation) is not { } why)
            return true;
        if (why.Reason is MishapReason.Overdue)
            round.Slow.TryAdd(due.Tenant, true);
        LogFailed(log, due.Subject, due.Stream, due.Kind, due.Attempts, why.Reason, why.Detail);
        if (Retries.AreOver(why.Reason, due.Attempts))
            await Park(due, why, cancellation);
        return false;
    }

    private Task Look(DueSubject due, CancellationToken cancellation)
    {
        passes.Enter(due.Tenant);
        return subjects.Of(GrainFactory, due).Look(due.Kind, cancellation);
    }

    // Cannot be written: the lease runs out, and the next time will do.
    private async Task Park(DueSubject due, Mishap why, CancellationToken cancellation)
    {
        try
        {
            await store.Park(due, why, time.Now(), cancellation);
            LogParked(log, due.Subject, due.Stream, due.Kind, due.Attempts, why.Reason);
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, unreachable);
        }
    }

    private async Task Postpone(Round round, CancellationToken cancellation)
    {
        if (round.Untold.IsEmpty)
            return;
        try
        {
            await store.Postpone([.. round.Untold], time.Now() + Duration.FromTimeSpan(SweepPace.Urgent), cancellation);
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, unreachable);
        }
    }

    private sealed class Round
    {
        public ConcurrentDictionary<TenantId, bool> Slow { get; } = new();

        public ConcurrentQueue<DueSubject> Untold { get; } = new();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Due moments cannot be read; looking again soon.")]
    private static partial void LogUnreachable(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "{Subject} {Stream} could not settle {Kind} (attempt {Attempts}, {Reason}: {Detail}); it will be told again.")]
    private static partial void LogFailed(
        ILogger log, string subject, Guid stream, string kind, int attempts, MishapReason reason, string? detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Subject} {Stream} could not settle {Kind} in {Attempts} attempts ({Reason}); parked.")]
    private static partial void LogParked(ILogger log, string subject, Guid stream, string kind, int attempts, MishapReason reason);
}

using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>
/// One life of one grain. Takes work in, lets it run when the rules allow, and ends when nobody needs it. Everything but <see cref="Receive"/>
/// and the simple properties happens on its own turns, so it needs no locks.
/// </summary>
internal sealed partial class Activation : IGrainContext, IReceiver
{
    private readonly ActivationTaskScheduler scheduler;
    private readonly Queue<Work> waiting = new();
    private readonly Lock once = new();
    private TaskCompletionSource? deactivated;
    private AsyncServiceScope? scope;
    private GrainReference? reference;
    private Dictionary<Guid, int>? reentrantSections;
    private Phase phase = Phase.New;
    private DeactivationReason? ending;
    private int running;
    private int holders;
    private bool holdersOnlyRead;
    private bool starting;
    private int requests;
    private long lastUse;
    private long keepUntil = long.MinValue;

    public Activation(Engine engine, GrainClass grainClass, GrainId grainId)
    {
        Engine = engine;
        Class = grainClass;
        GrainId = grainId;
        scheduler = new(this);
        lastUse = engine.Timestamp;
    }

    private enum Phase : byte
    {
        New,
        Activating,
        Active,
        Deactivating,
        Ended,
    }

    public Engine Engine { get; }

    public GrainClass Class { get; }

    public GrainId GrainId { get; }

    public ActivationId ActivationId { get; } = ActivationId.NewId();

    public object? GrainInstance { get; private set; }

    public GrainReference GrainReference => reference ??= Engine.References.Untyped(GrainId);

    public IServiceProvider ActivationServices
    {
        get
        {
            lock (once)
                return (scope ??= Engine.Services.CreateAsyncScope()).ServiceProvider;
        }
    }

    public Task Deactivated
    {
        get
        {
            lock (once)
                return (deactivated ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Calls that run or wait here.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>Whether calls go through filters.</summary>
    public bool Filtered => Engine.IncomingFilters.Length > 0 || GrainInstance is IIncomingGrainCallFilter;

    /// <summary>Takes work in, from any thread.</summary>
    public bool Receive(Work work)
    {
        if (work is Call && Interlocked.Increment(ref requests) - 1 is var before && Class.QueueLimit is > 0 and var limit && before > limit)
            Refuse(work, new LimitExceededException(Class.QueueLimitName, before, limit, ToString()));
        else
            scheduler.Enqueue(work);
        return true;
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (RuntimeContext.Current == this)
            End(deactivationReason);
        else
            scheduler.Enqueue(() => End(deactivationReason));
    }

    /// <summary>Ends the activation if it still idles when its turn comes. Complete when it has ended or is in use again.</summary>
    public Task EndIfIdle()
    {
        var decided = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        scheduler.Enqueue(() =>
        {
            decided.SetResult(IsIdle ? Deactivated : Task.CompletedTask);
            if (IsIdle)
                End(new(DeactivationReasonCode.ActivationIdle, $"Idle for {Class.CollectionAge}."));
        });
        return decided.Task.Unwrap();
    }

    /// <summary>Whether nobody has used it for the collection age. A guess when asked from elsewhere.</summary>
    public bool IsIdle => phase is Phase.Active && running == 0 && Requests == 0
        && Engine.Elapsed(lastUse) >= Class.CollectionAge && Engine.Timestamp >= keepUntil;

    public void DelayDeactivation(TimeSpan span) =>
        keepUntil = span <= TimeSpan.Zero ? long.MinValue : span == TimeSpan.MaxValue ? long.MaxValue : Engine.TimestampAfter(span);

    public void EnterReentrantSection(Guid id)
    {
        reentrantSections ??= [];
        reentrantSections[id] = reentrantSections.GetValueOrDefault(id) + 1;
    }

    public void ExitReentrantSection(Guid id)
    {
        if (reentrantSections?.TryGetValue(id, out var depth) != true)
            return;

        if (depth > 1)
            reentrantSections[id] = depth - 1;
        else
            reentrantSections.Remove(id);
    }

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override string ToString() => $"{GrainId}{ActivationId}";

    /// <summary>Lets arrived work start, or wait, or go elsewhere.</summary>
    public void Accept(Work work)
    {
        switch (phase)
        {
            case not Phase.Ended when work.Abandoned:
                Forget(work);
                break;
            case Phase.New:
                waiting.Enqueue(work);
                phase = Phase.Activating;
                Start(new Activating(work));
                break;
            case Phase.Active when MayRun(work) && (ending is null || running > 0 && PartOfWhatRuns(work)):
                Start(work);
                break;
            case Phase.Ended:
                Displace(work);
                break;
            default:
                Wait(work);
                break;
        }
    }

    /// <summary>For work that is through: it holds the activation no longer. <see cref="Continue"/> follows.</summary>
    public void Release(Work work, Exception? fault)
    {
        running--;
        if (!work.Interleaves)
            holders--;
        if (work is Call)
            Interlocked.Decrement(ref requests);
        if (work.CountsAsUse)
            lastUse = Engine.Timestamp;
        if (fault is Storage.InconsistentStateException { IsSourceActivation: true } conflict)
        {
            conflict.IsSourceActivation = false;
            ending ??= new(DeactivationReasonCode.ApplicationError, conflict, "What the grain knew of its state is out of date.");
        }
    }

    /// <summary>Starts what may start now. Work that ends at once comes back here, so this must not call itself.</summary>
    public void Continue()
    {
        if (starting)
            return;

        starting = true;
        while (phase is Phase.Active && ending is null && Next() is { } work)
            Start(work);
        starting = false;

        if (phase is Phase.Active && ending is not null && running == 0)
        {
            phase = Phase.Deactivating;
            Start(new Deactivating(ending.Value));
        }
    }

    private void End(DeactivationReason reason)
    {
        ending ??= reason;
        Continue();
    }

    private void Wait(Work work)
    {
        if (OwnChainRuns(work) is { } earlier)
            Refuse(work, Deadlock.Between(earlier, work, this));
        else
            waiting.Enqueue(work);
    }

    private void Start(Work work)
    {
        running++;
        if (!work.Interleaves)
        {
            holdersOnlyRead = work.ReadOnly && (holders == 0 || holdersOnlyRead);
            holders++;
        }

        _ = work.Run(this);
    }

    private Work? Next()
    {
        while (waiting.TryPeek(out var work) && (work.Abandoned || MayRun(work)))
        {
            waiting.Dequeue();
            if (!work.Abandoned)
                return work;
            Forget(work);
        }

        return null;
    }

    /// <summary>Starts what waited only for the activation and need not wait for the calls before it.</summary>
    private void StartInterleaving()
    {
        for (var rest = waiting.Count; rest > 0; rest--)
        {
            var work = waiting.Dequeue();
            if (work.Interleaves && !work.Abandoned)
                Start(work);
            else
                waiting.Enqueue(work);
        }
    }

    private bool MayRun(Work work) =>
        holders == 0 || work.Interleaves || (holdersOnlyRead && work.ReadOnly) || Class.Reentrant || InReentrantSection(work);

    private bool PartOfWhatRuns(Work work) => work.Interleaves || InReentrantSection(work);

    private bool InReentrantSection(Work work) =>
        reentrantSections is { Count: > 0 } && work.ReentrancyId is var id && id != Guid.Empty && reentrantSections.ContainsKey(id);

    private Work? OwnChainRuns(Work work)
    {
        for (var earlier = work.Parent; earlier is not null; earlier = earlier.Parent)
        {
            if (earlier.Runner == this && !earlier.Finished)
                return earlier;
        }

        return null;
    }

    private void Forget(Work work)
    {
        if (work is Call)
            Interlocked.Decrement(ref requests);
    }

    private void Refuse(Work work, Exception exception)
    {
        Forget(work);
        work.Reject(exception);
    }

    private void Displace(Work work)
    {
        Forget(work);
        work.Displace(Engine);
    }
}

using Helpdesk.Contracts;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting.Calls;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Helpdesk.Grains.Feed;

/// <summary>
/// How every grain with a history handles a command: state, decision, one append. The truth is the version in the record, never this grain's
/// memory: whatever goes wrong on the way, the state is dropped and read again.
/// </summary>
/// <remarks>
/// Two activations of one grain can exist for a moment after a failure. The loser's append finds its version taken, reads again and decides again,
/// once; then it gives up with a conflict.
/// </remarks>
public abstract partial class AggregateGrain<TState, TEvent>(IAggregateStore<TState, TEvent> store, TimeProvider time, ILogger log) : Grain
    where TState : class, IAggregate<TState, TEvent>
{
    private bool loaded;

    /// <summary>As the record had it when it was last read or written; <c>null</c>: the stream has not begun, or has not been read.</summary>
    protected TState? State { get; private set; }

    protected abstract TenantId Tenant { get; }

    protected abstract Guid Stream { get; }

    protected Instant Now => time.Now();

    protected async Task<TState?> Load(CancellationToken cancellation)
    {
        if (!loaded)
            Remember(await store.Load(Tenant, Stream, cancellation));
        return State;
    }

    protected void Remember(TState? state) => (State, loaded) = (state, true);

    protected void Forget() => (State, loaded) = (null, false);

    /// <summary>Whether <see cref="State"/> is what the record had; <c>false</c>: it must be read first.</summary>
    protected bool IsLoaded => loaded;

    /// <summary>Called after each committed append, with what is new in the history.</summary>
    protected virtual void Committed(IReadOnlyList<Recorded<TEvent>> events) { }

    /// <summary>Adds to what was decided whatever follows from the state that it leads to.</summary>
    /// <param name="decided">At least one.</param>
    /// <param name="after">With <paramref name="decided"/> applied.</param>
    /// <returns><paramref name="decided"/> itself when nothing follows.</returns>
    protected virtual ValueTask<IReadOnlyList<TEvent>> Complete(
        IReadOnlyList<TEvent> decided, TState after, Instant now, CancellationToken cancellation) => new(decided);

    /// <summary>The state of a stream that has not begun, where it has one before its first event.</summary>
    protected virtual TState? Unbegun => null;

    /// <summary>The refusal for a value that must be unique and is in use.</summary>
    protected virtual Error Taken(string constraint) => FeedErrors.Contended;

    /// <param name="version">As the caller read it, 0 before the stream has begun; <c>null</c>: whatever it is.</param>
    protected static bool IsStale(TState? present, int? version) => version is { } read && read != (present?.Version ?? 0);

    /// <summary>An answer for which the record is asked: when it cannot be reached, that is the answer.</summary>
    protected async Task<Answer<T>> Ask<T>(Func<Task<Answer<T>>> question)
    {
        try
        {
            return await question();
        }
        catch (StorageException unreachable)
        {
            Forget();
            LogUnreachable(log, TState.Kind, Stream, unreachable);
            return FeedErrors.Unreachable;
        }
    }

    /// <summary>Runs <paramref name="decide"/> on the present state and records what follows.</summary>
    /// <param name="begins">The command starts the stream: nothing is read before the first attempt.</param>
    protected async Task<Result<Effect>> Execute(
        Caller caller, CommandId id, Func<TState?, Instant, Decision<TEvent>> decide, CancellationToken cancellation, bool begins = false)
    {
        try
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                var outcome = await Attempt(caller, id, decide, skipLoad: begins && attempt == 0, cancellation);
                if (outcome is not null)
                    return outcome.Value;
            }

            return FeedErrors.Contended;
        }
        catch (StorageException unreachable)
        {
            Forget();
            LogUnreachable(log, TState.Kind, Stream, unreachable);
            return FeedErrors.Unreachable;
        }
        catch
        {
            Forget();
            throw;
        }
    }

    /// <summary>A due moment has come: runs <paramref name="decide"/> and records what follows; nothing follows: the moments on record are put right.</summary>
    /// <exception cref="StorageException">The record cannot be reached; whoever told this grain of the moment will tell it again.</exception>
    protected async Task LookAtDue(Func<TState, Instant, Decision<TEvent>> decide, CancellationToken cancellation)
    {
        var state = await Load(cancellation);
        if (NothingFollows(state))
        {
            // The record named this moment and this grain's memory does not: before the record is put right, it is asked again.
            Forget();
            state = await Load(cancellation);
        }

        if (state is null || NothingFollows(state))
        {
            await store.AlignDue(Tenant, Stream, state, cancellation);
            return;
        }

        // The id follows from the state: when two sweepers tell at once, or one tells again, the second finds that it is done.
        var id = new CommandId(CommandSteps.Derive($"{Stream:D}|{state.Version}|due"), "due", FromKey: true);
        var platform = new Caller(Tenant.Value, Account: null, Role.Admin, Origin: "due");
        var result = await Execute(
            platform, id, (present, now) => present is null ? Decision<TEvent>.Nothing : decide(present, now), cancellation);
        if (result.Refused(out var why, out _) && why.Kind == ErrorKind.Unavailable)
            throw new TimeoutException(why.Message);

        bool NothingFollows(TState? known) => known is null || decide(known, time.Now()) is { Refusal: null, Events.Count: 0 };
    }

    // null: somebody else was there first; the state is forgotten, so the next attempt reads it.
    private async Task<Result<Effect>?> Attempt(
        Caller caller, CommandId id, Func<TState?, Instant, Decision<TEvent>> decide, bool skipLoad, CancellationToken cancellation)
    {
        var before = skipLoad ? State : await Load(cancellation);
        var now = Instant.Max(time.Now(), before?.UpdatedAt ?? Instant.MinValue); // a history never runs backwards, whatever the clock does
        var decision = decide(before, now);
        if (decision.Refusal is { } refusal)
            return await FindPast(id, cancellation) ?? refusal;
        if (decision.Events.Count == 0 && Repetition.IsUnderWay && await FindPast(id, cancellation) is { } done)
            return done;
        if (before is null && decision.Events.Count == 0)
            return new Effect(Stream, Unbegun ?? throw new InvalidOperationException("A stream cannot begin with nothing."), [], Replayed: false);
        if (id.IsRehearsal)
            return await FindPast(id, cancellation) ?? new Effect(Stream, before!, [], Replayed: false);
        // With a key even a command that changes nothing is recorded: its retry must change nothing either, whatever happened in between.
        if (decision.Events.Count == 0 && !id.FromKey)
            return new Effect(Stream, before!, [], Replayed: false);

        var (events, after) = await Record(before, decision.Events, now, caller.Account, cancellation);
        var operation = new Operation(id.Id, id.Fingerprint);
        switch (await AppendOnce(new(Tenant, Stream, before, after, events, operation, caller.Origin)))
        {
            case AppendOutcome.Done:
                Remember(after);
                if (events.Count > 0)
                    Committed(events);
                return new Effect(Stream, after, events, Replayed: false);
            case AppendOutcome.Repeated repeated:
                return await Replay(id, repeated.Past, cancellation);
            case AppendOutcome.Taken taken:
                return Taken(taken.Constraint);
            default:
                Forget();
                return null;
        }
    }

    // An append whose answer was lost may have been committed. The operation tells: if it was, the second one finds it. What is decided is carried
    // out even if whoever asked has gone: an append that is cut off has an unknown outcome.
    private async Task<AppendOutcome> AppendOnce(Append<TState, TEvent> append)
    {
        try
        {
            return await store.Append(append, CancellationToken.None);
        }
        catch (StorageException first)
        {
            LogRetried(log, TState.Kind, Stream, first);
            Forget();
            return await store.Append(append, CancellationToken.None);
        }
    }

    // null: it had no effect before, or could not have had one.
    private async Task<Result<Effect>?> FindPast(CommandId id, CancellationToken cancellation) =>
        (id.FromKey || Repetition.IsUnderWay) && await store.FindOperation(Tenant, id.Id, cancellation) is { } past ? await Replay(id, past, cancellation) : (Result<Effect>?)null;

    private async Task<Result<Effect>> Replay(CommandId id, PastOperation past, CancellationToken cancellation)
    {
        if (past.Fingerprint != id.Fingerprint)
            return FeedErrors.KeyReused;
        if (past.Stream == Stream && past.To > (State?.Version ?? 0))
            Forget(); // it was recorded without this activation learning of it

        var history = await store.History(Tenant, past.Stream, past.To, cancellation);
        var state = history.Aggregate((TState?)null, (folded, recorded) => TState.Apply(folded, recorded));
        return state is null
            ? FeedErrors.KeyReused
            : new Effect(past.Stream, state, [.. history.Where(recorded => recorded.Version >= past.From)], Replayed: id.FromKey || Repetition.IsUnderWay);
    }

    private async ValueTask<(List<Recorded<TEvent>> Events, TState After)> Record(
        TState? before, IReadOnlyList<TEvent> decided, Instant now, Guid? actor, CancellationToken cancellation)
    {
        var (events, after) = Fold(before, decided, now, actor);
        if (decided.Count == 0)
            return (events, after);

        var complete = await Complete(decided, after, now, cancellation);
        return ReferenceEquals(complete, decided) ? (events, after) : Fold(before, complete, now, actor);
    }

    private static (List<Recorded<TEvent>> Events, TState After) Fold(TState? before, IReadOnlyList<TEvent> what, Instant now, Guid? actor)
    {
        var (version, state, account) = (before?.Version ?? 0, before, actor is { } id ? new AccountId(id) : (AccountId?)null);
        var events = new List<Recorded<TEvent>>(what.Count);
        foreach (var one in what)
        {
            events.Add(new(++version, now, account, one));
            state = TState.Apply(state, events[^1]);
        }

        return (events, state!);
    }

    /// <summary>What a command did.</summary>
    /// <param name="Stream">Of the thing that changed; another one than the grain's own when the command was a repeated opening.</param>
    /// <param name="State">As the command left it.</param>
    /// <param name="Replayed">It did so for an earlier request with the same key; this is the answer of that time.</param>
    protected sealed record Effect(Guid Stream, TState State, IReadOnlyList<Recorded<TEvent>> Events, bool Replayed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The record did not answer an append to {Kind} {Stream}; asking once more.")]
    private static partial void LogRetried(ILogger log, string kind, Guid stream, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The record cannot be reached for {Kind} {Stream}.")]
    private static partial void LogUnreachable(ILogger log, string kind, Guid stream, Exception exception);
}

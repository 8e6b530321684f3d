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
/// One stream and how a command is carried out on it: state, decision, one append. The truth is the version in the record, never this memory: whatever
/// goes wrong on the way, the state is dropped and read again.
/// </summary>
/// <remarks>
/// Another holder of the same stream can exist for a moment after a failure. The loser's append finds its version taken, reads again and decides again,
/// once; then it gives up with a conflict.
/// </remarks>
internal sealed partial class Aggregate<TState, TEvent>(
    IAggregateStore<TState, TEvent> store, IAggregateCare<TState, TEvent> care, TimeProvider time, ILogger log)
    where TState : class, IAggregate<TState, TEvent>
{
    /// <summary>As the record had it when it was last read or written; <c>null</c>: the stream has not begun, or has not been read.</summary>
    public TState? State { get; private set; }

    /// <summary>Whether <see cref="State"/> is what the record had; <c>false</c>: it must be read first.</summary>
    public bool IsLoaded { get; private set; }

    private TenantId Tenant => care.Tenant;

    private Guid Stream => care.Stream;

    public async Task<TState?> Load(CancellationToken cancellation)
    {
        if (!IsLoaded)
            Remember(await store.Load(Tenant, Stream, cancellation));
        return State;
    }

    public void Remember(TState? state) => (State, IsLoaded) = (state, true);

    public void Forget() => (State, IsLoaded) = (null, false);

    /// <summary>Runs <paramref name="decide"/> on the present state and records what follows.</summary>
    /// <param name="begins">The command starts the stream: nothing is read before the first attempt.</param>
    public async Task<Result<Effect<TState, TEvent>>> Execute(
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

    // null: somebody else was there first; the state is forgotten, so the next attempt reads it.
    private async Task<Result<Effect<TState, TEvent>>?> Attempt(
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
            return new Effect<TState, TEvent>(Stream, care.Unbegun ?? throw new InvalidOperationException("A stream cannot begin with nothing."), [], Replayed: false);
        if (id.IsRehearsal)
            return await FindPast(id, cancellation) ?? new Effect<TState, TEvent>(Stream, before!, [], Replayed: false);
        // With a key even a command that changes nothing is recorded: its retry must change nothing either, whatever happened in between.
        if (decision.Events.Count == 0 && !id.FromKey)
            return new Effect<TState, TEvent>(Stream, before!, [], Replayed: false);

        var (events, after) = await Record(before, decision.Events, now, caller.Account?.Value, cancellation);
        var operation = new Operation(id.Id, id.Fingerprint);
        switch (await AppendOnce(new(Tenant, Stream, before, after, events, operation, caller.Origin)))
        {
            case AppendOutcome.Done:
                Remember(after);
                if (events.Count > 0)
                    care.Committed(events);
                return new Effect<TState, TEvent>(Stream, after, events, Replayed: false);
            case AppendOutcome.Repeated repeated:
                return await Replay(id, repeated.Past, cancellation);
            case AppendOutcome.Taken taken:
                return care.Taken(taken.Constraint);
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
    private async Task<Result<Effect<TState, TEvent>>?> FindPast(CommandId id, CancellationToken cancellation) =>
        (id.FromKey || Repetition.IsUnderWay) && await store.FindOperation(Tenant, id.Id, cancellation) is { } past ? await Replay(id, past, cancellation) : (Result<Effect<TState, TEvent>>?)null;

    private async Task<Result<Effect<TState, TEvent>>> Replay(CommandId id, PastOperation past, CancellationToken cancellation)
    {
        if (past.Fingerprint != id.Fingerprint)
            return FeedErrors.KeyReused;
        if (past.Stream == Stream && past.To > (State?.Version ?? 0))
            Forget(); // it was recorded without this activation learning of it

        var history = await store.History(Tenant, past.Stream, past.To, cancellation);
        var state = history.Aggregate((TState?)null, (folded, recorded) => TState.Apply(folded, recorded));
        return state is null
            ? FeedErrors.KeyReused
            : new Effect<TState, TEvent>(past.Stream, state, [.. history.Where(recorded => recorded.Version >= past.From)], Replayed: id.FromKey || Repetition.IsUnderWay);
    }

    private async ValueTask<(List<Recorded<TEvent>> Events, TState After)> Record(
        TState? before, IReadOnlyList<TEvent> decided, Instant now, Guid? actor, CancellationToken cancellation)
    {
        var (events, after) = Fold(before, decided, now, actor);
        if (decided.Count == 0)
            return (events, after);

        var complete = await care.Complete(decided, after, now, cancellation);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The record did not answer an append to {Kind} {Stream}; asking once more.")]
    private static partial void LogRetried(ILogger log, string kind, Guid stream, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The record cannot be reached for {Kind} {Stream}.")]
    private static partial void LogUnreachable(ILogger log, string kind, Guid stream, Exception exception);
}

/// <summary>What is particular to one sort of stream.</summary>
internal interface IAggregateCare<TState, TEvent>
{
    TenantId Tenant { get; }

    Guid Stream { get; }

    /// <summary>The state of a stream that has not begun, where it has one before its first event.</summary>
    TState? Unbegun => default;

    /// <summary>The refusal for a value that must be unique and is in use.</summary>
    Error Taken(string constraint) => FeedErrors.Contended;

    /// <summary>Adds to what was decided whatever follows from the state that it leads to.</summary>
    /// <param name="decided">At least one.</param>
    /// <param name="after">With <paramref name="decided"/> applied.</param>
    /// <returns><paramref name="decided"/> itself when nothing follows.</returns>
    ValueTask<IReadOnlyList<TEvent>> Complete(IReadOnlyList<TEvent> decided, TState after, Instant now, CancellationToken cancellation);

    /// <summary>Called after each committed append, with what is new in the history.</summary>
    void Committed(IReadOnlyList<Recorded<TEvent>> events) { }
}

/// <summary>What a command did.</summary>
/// <param name="Stream">Of the thing that changed; another one than the grain's own when the command was a repeated opening.</param>
/// <param name="State">As the command left it.</param>
/// <param name="Replayed">It did so for an earlier request with the same key; this is the answer of that time.</param>
public sealed record Effect<TState, TEvent>(Guid Stream, TState State, IReadOnlyList<Recorded<TEvent>> Events, bool Replayed)
{
    public Outcome<TState> Outcome => new(State, Replayed);
}

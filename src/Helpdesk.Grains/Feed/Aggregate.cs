namespace Helpdesk.Grains.Feed;

/// <summary>
/// One stream and how a command is carried out on it: state, decision, one append. The truth is the version in the database, never this
/// memory: whatever goes wrong on the way, the state is dropped and read again.
/// </summary>
internal sealed class Aggregate<TState, TEvent>(
    IAggregateStore<TState, TEvent> store, IAggregateCare<TState, TEvent> care, TimeProvider time, ILogger log)
    where TState : class, IAggregate<TState, TEvent>
{
    private readonly IAggregateStore<TState, TEvent> store = store;
    private readonly IAggregateCare<TState, TEvent> care = care;

    /// <summary>
    /// As the database had it when it was last read or written; <c>null</c>: the stream has not begun, or has not been read.
    /// </summary>
    public TState? State { get; private set; }

    /// <summary>Whether <see cref="State"/> is what the database had; <c>false</c>: it must be read first.</summary>
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
    public Task<Result<Effect<TState, TEvent>>> Execute(
        Caller caller, CommandId id, Func<TState?, Instant, Decision<TEvent>> decide, CancellationToken cancellation,
        bool begins = false) =>
        CommandPath.Execute(new Command(this, caller, id, decide, begins), id, time, log, cancellation);

    private async ValueTask<(List<Recorded<TEvent>> Events, TState After)> Record(
        TState? before, IReadOnlyList<TEvent> decided, Instant now, AccountId? actor, CancellationToken cancellation)
    {
        var (events, after) = Fold(before, decided, now, actor);
        if (decided.Count == 0)
            return (events, after);

        var complete = await care.Complete(decided, after, now, cancellation);
        return ReferenceEquals(complete, decided) ? (events, after) : Fold(before, complete, now, actor);
    }

    private static (List<Recorded<TEvent>> Events, TState After) Fold(
        TState? before, IReadOnlyList<TEvent> what, Instant now, AccountId? actor)
    {
        var (version, state) = (before?.Version ?? 0, before);
        var events = new List<Recorded<TEvent>>(what.Count);
        foreach (var one in what)
        {
            events.Add(new(++version, now, actor, one));
            state = TState.Apply(state, events[^1]);
        }

        return (events, state!);
    }

    private sealed class Command(
        Aggregate<TState, TEvent> on, Caller caller, CommandId id, Func<TState?, Instant, Decision<TEvent>> decide, bool begins)
        : ICommandWork<TState?, IReadOnlyList<TEvent>, Effect<TState, TEvent>>
    {
        private Append<TState, TEvent>? append;

        public string Subject => $"{TState.Kind} {on.Stream:D}";

        public ValueTask<TState?> Load(int attempt, CancellationToken cancellation) =>
            begins && attempt == 0 || on.IsLoaded ? new(on.State) : new(on.Load(cancellation));

        public Instant LastChange(TState? present) => present?.UpdatedAt ?? Instant.MinValue;

        public bool HasBegun(TState? present) => present is not null;

        public Result<IReadOnlyList<TEvent>> Decide(TState? present, Instant now)
        {
            var decision = decide(present, now);
            return decision.Refusal is { } why ? why : new Result<IReadOnlyList<TEvent>>(decision.Events);
        }

        public bool IsNothing(IReadOnlyList<TEvent> decided) => decided.Count == 0;

        public Effect<TState, TEvent> Unchanged(TState? present, IReadOnlyList<TEvent> decided) => new(
            on.Stream, present ?? on.care.Unbegun ?? throw new InvalidOperationException("A stream cannot begin with nothing."), [],
            Replayed: false);

        public async ValueTask Prepare(TState? present, IReadOnlyList<TEvent> decided, Instant now, CancellationToken cancellation)
        {
            var (events, after) = await on.Record(present, decided, now, caller.Account, cancellation);
            append = new(on.Tenant, on.Stream, present, after, events, new Operation(id.Id, id.Fingerprint), caller.Origin);
        }

        public async Task<Written<Effect<TState, TEvent>>> Write()
        {
            switch (await on.store.Append(append!, CancellationToken.None))
            {
                case AppendOutcome.Done:
                    on.Remember(append!.After);
                    if (append.Events.Count > 0)
                        on.care.Committed(append.Events);
                    return Written<Effect<TState, TEvent>>.Done(new(on.Stream, append.After, append.Events, Replayed: false));
                case AppendOutcome.Repeated repeated:
                    return Written<Effect<TState, TEvent>>.Repeated(repeated.Past);
                case AppendOutcome.Taken taken:
                    return Written<Effect<TState, TEvent>>.Refused(on.care.Taken(taken.Constraint));
                default:
                    return default;
            }
        }

        public void Forget() => on.Forget();

        public Task<PastOperation?> FindOperation(Guid operation, CancellationToken cancellation) =>
            on.store.FindOperation(on.Tenant, operation, cancellation);

        public async Task<Result<Effect<TState, TEvent>>> Replay(PastOperation past, bool replayed, CancellationToken cancellation)
        {
            if (past.Stream == on.Stream && past.To > (on.State?.Version ?? 0))
                on.Forget(); // it was recorded without this activation learning of it

            var history = await on.store.History(on.Tenant, past.Stream, past.To, cancellation);
            var state = history.Aggregate((TState?)null, (folded, recorded) => TState.Apply(folded, recorded));
            return state is null
                ? FeedErrors.KeyReused
                : new Effect<TState, TEvent>(past.Stream, state, [.. history.Where(recorded => recorded.Version >= past.From)], replayed);
        }
    }
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
/// <param name="Stream">The stream of what changed; another one than the grain's own when the command was a repeated opening.</param>
/// <param name="State">As the command left it.</param>
/// <param name="Replayed">It did so for an earlier request with the same key; this is the answer of that time.</param>
public sealed record Effect<TState, TEvent>(Guid Stream, TState State, IReadOnlyList<Recorded<TEvent>> Events, bool Replayed)
{
    public Outcome<TState> Outcome => new(State, Replayed);
}

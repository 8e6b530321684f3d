namespace Helpdesk.Grains.Feed;

/// <summary>How every grain with a history handles a command: see <see cref="Aggregate{TState, TEvent}"/>, of which it holds one.</summary>
public abstract partial class AggregateGrain<TState, TEvent> : Grain, IAggregateCare<TState, TEvent>
    where TState : class, IAggregate<TState, TEvent>
{
    private readonly IAggregateStore<TState, TEvent> store;
    private readonly Aggregate<TState, TEvent> aggregate;
    private readonly TimeProvider time;
    private readonly ILogger log;

    // Read off the key once: they are asked for several times with every call.
    private TenantId? tenant;
    private Guid? keyId;

    protected AggregateGrain(IAggregateStore<TState, TEvent> store, TimeProvider time, ILogger log)
    {
        (this.store, this.time, this.log) = (store, time, log);
        aggregate = new(store, this, time, log);
    }

    /// <inheritdoc cref="Aggregate{TState, TEvent}.State"/>
    protected TState? State => aggregate.State;

    /// <inheritdoc cref="Aggregate{TState, TEvent}.IsLoaded"/>
    protected bool IsLoaded => aggregate.IsLoaded;

    protected TenantId Tenant => tenant ??= GrainKeys.TenantOf(this.GetPrimaryKeyString());

    /// <summary>What stands behind the tenant in the key. Not every key names something there.</summary>
    protected Guid KeyId => keyId ??= GrainKeys.IdOf(this.GetPrimaryKeyString());

    protected virtual Guid Stream => KeyId;

    protected Instant Now => time.Now();

    protected Task<TState?> Load(CancellationToken cancellation) => aggregate.Load(cancellation);

    protected void Remember(TState? state) => aggregate.Remember(state);

    protected void Forget() => aggregate.Forget();

    /// <inheritdoc cref="IAggregateCare{TState, TEvent}.Committed"/>
    protected virtual void Committed(IReadOnlyList<Recorded<TEvent>> events) { }

    /// <inheritdoc cref="IAggregateCare{TState, TEvent}.Complete"/>
    protected virtual ValueTask<IReadOnlyList<TEvent>> Complete(
        IReadOnlyList<TEvent> decided, TState after, Instant now, CancellationToken cancellation) => new(decided);

    /// <inheritdoc cref="IAggregateCare{TState, TEvent}.Unbegun"/>
    protected virtual TState? Unbegun => null;

    /// <inheritdoc cref="IAggregateCare{TState, TEvent}.Taken"/>
    protected virtual Error Taken(string constraint) => FeedErrors.Contended;

    TenantId IAggregateCare<TState, TEvent>.Tenant => Tenant;

    Guid IAggregateCare<TState, TEvent>.Stream => Stream;

    TState? IAggregateCare<TState, TEvent>.Unbegun => Unbegun;

    Error IAggregateCare<TState, TEvent>.Taken(string constraint) => Taken(constraint);

    void IAggregateCare<TState, TEvent>.Committed(IReadOnlyList<Recorded<TEvent>> events) => Committed(events);

    ValueTask<IReadOnlyList<TEvent>> IAggregateCare<TState, TEvent>.Complete(
        IReadOnlyList<TEvent> decided, TState after, Instant now, CancellationToken cancellation) =>
            Complete(decided, after, now, cancellation);

    /// <summary>An answer for which the database is asked: when it cannot be reached, that is the answer.</summary>
    protected async Task<Result<T>> Ask<T>(Func<Task<Result<T>>> question)
    {
        try
        {
            return await question();
        }
        catch (StorageException unreachable)
        {
            Forget();
            LogUnreachable(log, TState.Kind, Stream, unreachable);
            return FeedErrors.Of(unreachable);
        }
    }

    /// <inheritdoc cref="Aggregate{TState, TEvent}.Execute"/>
    protected Task<Result<Effect<TState, TEvent>>> Execute(
        Caller caller, CommandId id, Func<TState?, Instant, Decision<TEvent>> decide, CancellationToken cancellation,
        bool begins = false) =>
        aggregate.Execute(caller, id, decide, cancellation, begins);

    /// <summary>
    /// A due moment has come: runs <paramref name="decide"/> and records what follows; nothing follows: the moments in the database are put
    /// right.
    /// </summary>
    /// <exception cref="StorageException">
    /// The database cannot be reached; whoever told this grain of the moment will tell it again.
    /// </exception>
    protected async Task LookAtDue(Func<TState, Instant, Decision<TEvent>> decide, CancellationToken cancellation)
    {
        var state = await Load(cancellation);
        if (NothingFollows(state))
        {
            // The database named this moment and this grain's memory does not: before the database is put right, it is asked again.
            Forget();
            state = await Load(cancellation);
        }

        if (state is null || NothingFollows(state))
        {
            await store.AlignDue(Tenant, Stream, state, cancellation);
            return;
        }

        // The id follows from the state: when two sweepers tell at once, or one tells again, the second finds that it is done.
        var id = new CommandId(CommandId.Derive($"{Stream:D}|{state.Version}|due"), "due", FromKey: true);
        var platform = new Caller(Tenant, Account: null, Role.Admin, Origin: "due");
        var result = await Execute(
            platform, id, (present, now) => present is null ? Decision<TEvent>.Nothing : decide(present, now), cancellation);
        if (!result.Refused(out var why, out _))
            return;
        if (why.Kind is ErrorKind.Unavailable || why.Is(FeedErrors.Contended))
            throw new TimeoutException(why.Message);
        // Left at that, it would be told of the same moment for ever.
        throw new InvalidOperationException($"What is due was refused: {why.Code}.");

        bool NothingFollows(TState? known) => known is null || decide(known, time.Now()) is { Refusal: null, Events.Count: 0 };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached for {Kind} {Stream}.")]
    private static partial void LogUnreachable(ILogger log, string kind, Guid stream, Exception exception);
}

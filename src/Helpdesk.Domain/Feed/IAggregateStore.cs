namespace Helpdesk.Domain.Feed;

/// <summary>Stores one sort of aggregate. Implemented on PostgreSQL; every call is one round trip.</summary>
public interface IAggregateStore<TState, TEvent> where TState : class, IAggregate<TState, TEvent>
{
    /// <summary>The folded state from its row, or <c>null</c> when there is none (or it is another tenant's).</summary>
    Task<TState?> Load(TenantId tenant, Guid stream, CancellationToken cancellation);

    /// <summary>
    /// Events, row, operation and due moments in one transaction, or nothing. Without events: the operation alone, as one that changed
    /// nothing.
    /// </summary>
    Task<AppendOutcome> Append(Append<TState, TEvent> append, CancellationToken cancellation);

    /// <summary>
    /// Makes the due moments in the database those of <paramref name="state"/> (<c>null</c>: none). They are written with every change, so
    /// this is for a moment that comes without anything to do: by a fault, or because its rule is gone.
    /// </summary>
    Task AlignDue(TenantId tenant, Guid stream, TState? state, CancellationToken cancellation);

    /// <summary>What became of an operation of this tenant; <c>null</c>: nothing, or it was longer ago than 72 hours.</summary>
    Task<PastOperation?> FindOperation(TenantId tenant, Guid operation, CancellationToken cancellation);

    /// <summary>The stream from its start up to and including <paramref name="upTo"/>.</summary>
    Task<IReadOnlyList<Recorded<TEvent>>> History(TenantId tenant, Guid stream, int upTo, CancellationToken cancellation);
}

/// <param name="Before">The state that was decided on; <c>null</c> starts the stream.</param>
/// <param name="After"><paramref name="Before"/> with <paramref name="Events"/> applied.</param>
/// <param name="Origin">Where the command came from, for the audit log: address and door, never a secret.</param>
public sealed record Append<TState, TEvent>(
    TenantId Tenant,
    Guid Stream,
    TState? Before,
    TState After,
    IReadOnlyList<Recorded<TEvent>> Events,
    Operation Operation,
    string? Origin)
    where TState : class, IAggregate<TState, TEvent>;

/// <summary>One command. The same operation has its effect once, however often it arrives.</summary>
/// <param name="Id">From the caller's <c>Idempotency-Key</c> (bound to tenant and account), or random.</param>
/// <param name="Fingerprint">What was asked: the same id with another fingerprint is a mistake of the caller.</param>
public sealed record Operation(Guid Id, string Fingerprint);

/// <summary>What became of an <see cref="Append{TState,TEvent}"/>.</summary>
public abstract record AppendOutcome
{
    /// <summary>Committed.</summary>
    public sealed record Done : AppendOutcome;

    /// <summary>Another writer was there first: load again and decide again.</summary>
    public sealed record Stale : AppendOutcome;

    /// <summary>The operation had its effect before.</summary>
    public sealed record Repeated(PastOperation Past) : AppendOutcome;

    /// <summary>Something that must be unique in the tenant, or on the platform, is in use elsewhere.</summary>
    /// <param name="Constraint">Which of the database's rules said so.</param>
    public sealed record Taken(string Constraint) : AppendOutcome;

    private AppendOutcome() { }
}

/// <summary>An operation that had its effect: which events, of which stream. Its answer is folded from them again.</summary>
/// <param name="From">Version of its first event.</param>
/// <param name="To">Version of its last event, inclusive; one less than <paramref name="From"/> when it changed nothing.</param>
public sealed record PastOperation(string Fingerprint, Guid Stream, int From, int To);

/// <summary>
/// The database cannot be reached or did not answer in time. Whether an append had its effect is unknown: ask by its operation.
/// </summary>
public sealed class StorageException(string message, Exception inner) : Exception(message, inner)
{
    /// <summary>
    /// The database answered, and has undone it because it took too long: it had no effect, and tried again at once it would wait as long
    /// again. So is a row that somebody else keeps locked.
    /// </summary>
    public bool IsUndone { get; init; }

    /// <summary>The database answers; somebody else keeps locked what is needed. Nothing was done.</summary>
    public bool IsLocked { get; init; }
}

namespace Helpdesk.Domain.Feed;

/// <summary>
/// A thing whose changes are events: a ticket, a tenant, a flag set. A state is immutable; <see cref="Apply"/> is the only way to the next
/// one, so folding a stream from its start gives the very state that is stored in the row.
/// </summary>
public interface IAggregate<TSelf, TEvent> where TSelf : class, IAggregate<TSelf, TEvent>
{
    /// <summary>Stable word for streams of this sort, such as <c>ticket</c>. Names the subject of due moments and the row.</summary>
    static abstract string Kind { get; }

    /// <param name="state"><c>null</c> before the first event.</param>
    static abstract TSelf Apply(TSelf? state, Recorded<TEvent> recorded);

    /// <summary>Version of the last event folded in.</summary>
    int Version { get; }

    /// <summary>When the last event folded in happened. The next one is never earlier.</summary>
    Instant UpdatedAt => Instant.MinValue;

    /// <summary>
    /// The moments at which this thing must be looked at again, a kind each. Follows from the state alone: the store writes the difference
    /// between two states in the transaction that makes it true. Empty by default.
    /// </summary>
    IReadOnlyDictionary<string, Instant> Due => NothingDue.Instance;
}

/// <summary>The empty answer to <see cref="IAggregate{TSelf,TEvent}.Due"/>.</summary>
public static class NothingDue
{
    public static readonly IReadOnlyDictionary<string, Instant> Instance = new Dictionary<string, Instant>(0);
}

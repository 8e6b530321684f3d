namespace Helpdesk.Domain.Feed;

/// <summary>
/// Everything that happened, over all tenants, in one order that never changes: whoever has read up to some place has missed nothing before
/// it, however late a transaction commits.
/// </summary>
public interface IFeed
{
    /// <summary>
    /// Takes the turn of a consumer: while it is held, nobody else has it, in this process or any other. It is lost with the connection,
    /// and then every call of it fails with <see cref="StorageException"/>.
    /// </summary>
    /// <param name="consumer">Stable name: its place is kept under it.</param>
    /// <returns><c>null</c>: somebody else has it.</returns>
    Task<IFeedTurn?> TryTake(string consumer, CancellationToken cancellation);
}

/// <summary>The right to read the feed as one consumer. Dispose it to give it back.</summary>
public interface IFeedTurn : IAsyncDisposable
{
    /// <summary>How far this consumer has come, as it was last saved.</summary>
    FeedPlace Place { get; }

    /// <param name="kinds">Only these, such as <c>ticket.opened</c>; <c>null</c>: all.</param>
    /// <param name="limit">How many events at most.</param>
    Task<FeedPage> Read(FeedPlace after, IReadOnlyCollection<string>? kinds, int limit, CancellationToken cancellation);

    /// <summary>What comes up to and including this place is done with, or set aside.</summary>
    Task Save(FeedPlace place, CancellationToken cancellation);

    /// <summary>
    /// Keeps an event that could not be handled, so that the place can move on. A second time: the tries are counted on.
    /// </summary>
    /// <param name="next">When it is tried again; <c>null</c>: it is parked.</param>
    Task SetAside(FeedEvent happened, Mishap why, int tries, Instant now, Instant? next, CancellationToken cancellation);

    /// <summary>
    /// Takes events that were set aside and whose time has come, the ones that have waited longest first, of each tenant a few. Nobody gets
    /// them again before <paramref name="lease"/>.
    /// </summary>
    Task<IReadOnlyList<EventAside>> TakeAside(Instant now, Instant lease, int limit, CancellationToken cancellation);

    /// <summary>An event that was set aside is done with.</summary>
    Task Settle(FeedEvent happened, CancellationToken cancellation);
}

/// <param name="Tries">How often it was tried.</param>
public sealed record EventAside(FeedEvent Event, int Tries);

/// <summary>A place in the feed: transactions in the order of their ids, events of one in the order in which they were written.</summary>
public readonly record struct FeedPlace(ulong Transaction, long Position) : IComparable<FeedPlace>
{
    /// <summary>Before the first event.</summary>
    public static readonly FeedPlace Start;

    public int CompareTo(FeedPlace other) => (Transaction, Position).CompareTo((other.Transaction, other.Position));

    public static bool operator <(FeedPlace left, FeedPlace right) => left.CompareTo(right) < 0;

    public static bool operator >(FeedPlace left, FeedPlace right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeedPlace left, FeedPlace right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeedPlace left, FeedPlace right) => left.CompareTo(right) >= 0;
}

/// <param name="Next">Where to read on: behind the last event, or behind all that there is so far.</param>
/// <param name="IsFull">There may be more already.</param>
public sealed record FeedPage(IReadOnlyList<FeedEvent> Events, FeedPlace Next, bool IsFull);

/// <summary>An event as it is recorded, whatever it happened to.</summary>
public sealed record FeedEvent
{
    public required FeedPlace Place { get; init; }
    public required TenantId Tenant { get; init; }
    public required Guid Stream { get; init; }
    public required int Version { get; init; }
    public required Instant At { get; init; }
    public required AccountId? Actor { get; init; }
    public required string? Origin { get; init; }

    /// <summary>Such as <c>ticket.opened</c>; see <see cref="EventKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON; <see cref="IEventReader"/> makes the event of it.</summary>
    public required string Data { get; init; }
}

/// <summary>Events of the feed as the types they were recorded from.</summary>
public interface IEventReader
{
    /// <returns><c>null</c>: it is not one of these.</returns>
    /// <exception cref="UnreadableException">
    /// It is of this sort by its name, but there is no such event or its data does not fit.
    /// </exception>
    Recorded<TEvent>? Read<TEvent>(FeedEvent happened) where TEvent : class;
}

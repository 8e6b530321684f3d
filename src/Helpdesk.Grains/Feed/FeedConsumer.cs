namespace Helpdesk.Grains.Feed;

/// <summary>
/// Follows the feed, with a place of its own. Exactly one process runs it at a time; it gets every event of its kinds at least once: after
/// a crash the ones since the last save come again.
/// </summary>
/// <remarks>
/// Events come in the order of the feed until one of them cannot be handled: that one is set aside, tried again with growing pauses, and
/// parked at last; everything behind it passes, the same stream's too. So a consumer must come to the same end in whatever order and
/// however often events come: it looks at how things stand now, or what it does has an id that follows from the event. An operator may
/// replay a parked event months later.
/// </remarks>
public abstract class FeedConsumer
{
    /// <summary>Names its place in the database; never changed, or it would begin anew.</summary>
    public abstract string Name { get; }

    /// <summary>What it wants, as <see cref="EventKind"/> names it; <c>null</c>: everything.</summary>
    public virtual IReadOnlyCollection<string>? Kinds => null;

    /// <summary>Events younger than this are left for later, with all that follow. Default: none.</summary>
    public virtual TimeSpan MinimumAge => TimeSpan.Zero;

    /// <summary>After so many events at most its place is saved. Default 100; 1 where a repetition is seen by people.</summary>
    public virtual int SaveEvery => 100;

    /// <summary>How many events it is given together. Default 1.</summary>
    public virtual int AtOnce => 1;

    /// <summary>
    /// How long an event that was set aside may take when it is tried again. Default 30 s. The first try has
    /// <see cref="FeedOptions.Patience"/>, since others wait behind it.
    /// </summary>
    public virtual TimeSpan TimeLimit => TimeSpan.FromSeconds(30);

    /// <summary>
    /// Before the first event of each turn. Whoever finds that what it was given is lost, has everything given again before it begins to
    /// keep it anew. When it throws, the turn ends.
    /// </summary>
    /// <param name="fromStart">Puts its place before the first event of the feed.</param>
    public virtual Task Begin(Func<Task> fromStart, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>One event. When it throws, or takes too long, the event is set aside.</summary>
    public abstract Task Handle(FeedEvent happened, CancellationToken cancellation);

    /// <summary>Several, at most <see cref="AtOnce"/>. When it throws, each of them is handled alone.</summary>
    public virtual Task Handle(IReadOnlyList<FeedEvent> happened, CancellationToken cancellation) => Handle(happened[0], cancellation);

    /// <summary>It has been given all there is, for the first time in this turn. When it throws, the turn ends.</summary>
    public virtual Task CatchUp(CancellationToken cancellation) => Task.CompletedTask;
}

namespace Helpdesk.Grains.Feed;

/// <summary>
/// Follows the feed, with a place of its own. Exactly one process runs it at a time; it gets every event of its kinds in order, at least
/// once: after a crash the ones since the last save come again.
/// </summary>
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

    /// <summary>One event. When it throws, the same event comes again after a pause, and nothing behind it before.</summary>
    public abstract Task Handle(FeedEvent happened, CancellationToken cancellation);

    /// <summary>Called before its place is saved: what was only gathered so far must be done now.</summary>
    public virtual Task Flush(CancellationToken cancellation) => Task.CompletedTask;
}

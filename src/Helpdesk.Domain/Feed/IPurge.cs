namespace Helpdesk.Domain.Feed;

/// <summary>Forgets one sort of things that are over, in all tenants: operations after 72 hours, tokens that have expired.</summary>
public interface IPurge
{
    /// <summary>For the log: <c>operations</c>.</summary>
    string What { get; }

    /// <param name="limit">How many at most, so that no statement runs for long.</param>
    /// <returns>How many there were.</returns>
    Task<int> Purge(Instant now, int limit, CancellationToken cancellation);
}

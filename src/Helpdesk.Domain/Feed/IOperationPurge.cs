namespace Helpdesk.Domain.Feed;

/// <summary>Forgets operations that are older than 72 hours, over all tenants: a retry that late is a new command.</summary>
public interface IOperationPurge
{
    /// <param name="limit">How many at most, so that no statement runs for long.</param>
    /// <returns>How many there were.</returns>
    Task<int> Purge(int limit, CancellationToken cancellation);
}

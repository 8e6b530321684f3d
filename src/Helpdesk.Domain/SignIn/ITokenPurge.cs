namespace Helpdesk.Domain.SignIn;

/// <summary>Forgets refresh tokens and authorization codes whose time is over.</summary>
public interface ITokenPurge
{
    /// <returns>How many went; <paramref name="limit"/> at most, so that no statement runs for long.</returns>
    Task<int> Purge(Instant now, int limit, CancellationToken cancellation);
}

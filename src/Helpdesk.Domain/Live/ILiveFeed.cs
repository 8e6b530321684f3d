using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Live;

/// <summary>
/// The feed for those who look along: each process reads all of it for its own listeners, takes nobody's turn and keeps no place.
/// </summary>
public interface ILiveFeed
{
    /// <summary>Behind all that has happened so far.</summary>
    Task<LiveEnd> End(CancellationToken cancellation);

    /// <summary>What came after this place, in all tenants. Data comes with events of these tenants' tickets only.</summary>
    Task<FeedPage> Read(FeedPlace after, IReadOnlyCollection<TenantId> tenants, int limit, CancellationToken cancellation);

    /// <summary>What happened to tickets of these tenants behind one place, up to and including another.</summary>
    /// <param name="most">How many events of all tenants are looked at.</param>
    /// <returns><c>null</c>: there are more than that.</returns>
    Task<IReadOnlyList<FeedEvent>?> Between(
        IReadOnlyCollection<TenantId> tenants, FeedPlace after, FeedPlace upTo, int most, CancellationToken cancellation);

    /// <summary>The tickets as they are now. Those that are erased are missing.</summary>
    Task<IReadOnlyDictionary<TicketId, LiveTicket>> Tickets(
        IReadOnlyCollection<(TenantId Tenant, TicketId Ticket)> tickets, CancellationToken cancellation);
}

/// <param name="Database">Names the database: in another one, or in one that was restored elsewhere, places mean something else.</param>
public sealed record LiveEnd(FeedPlace Place, string Database);

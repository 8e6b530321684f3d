using Helpdesk.Domain.Live;

namespace Helpdesk.Contracts.Live;

/// <summary>Who of a tenant's staff is at which ticket just now, in memory. Key: <c>{tenant:D}</c>.</summary>
[Alias("IPresenceGrain")]
public interface IPresenceGrain : IGrainWithStringKey
{
    /// <summary>Whether they may see the ticket was asked before.</summary>
    [Alias("Show")]
    Task<TicketPresence> Show(TicketId ticket, AccountId account, PresenceState state, CancellationToken cancellation);

    [Alias("Leave")]
    Task<TicketPresence> Leave(TicketId ticket, AccountId account, CancellationToken cancellation);

    [Alias("At")]
    Task<TicketPresence> At(TicketId ticket, CancellationToken cancellation);

    /// <param name="known"><c>null</c>: nothing.</param>
    [Alias("Since")]
    Task<PresenceNews> Since(PresenceMark? known, CancellationToken cancellation);
}

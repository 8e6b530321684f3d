namespace Helpdesk.Domain.Notifications;

/// <summary>
/// Tickets that people want to be told nothing of; what they are told all the same, <see cref="NotificationRules.IsSilenced"/> says. No
/// event: the ticket's history and everybody else learn nothing of it.
/// </summary>
public interface ITicketMutes
{
    /// <returns><c>null</c>: there is no such ticket that they may see.</returns>
    Task<bool?> Of(Member reader, TicketId ticket, CancellationToken cancellation);

    /// <summary>From now on; a second time changes nothing.</summary>
    /// <returns>What holds now; <c>null</c>: there is no such ticket that they may see.</returns>
    Task<bool?> Choose(Member reader, TicketId ticket, bool muted, CancellationToken cancellation);
}

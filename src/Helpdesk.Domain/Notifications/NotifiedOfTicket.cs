namespace Helpdesk.Domain.Notifications;

/// <summary>All that a person was told of one ticket that they may read now.</summary>
/// <param name="Items">How many things; at least one. What was taken back does not count.</param>
/// <param name="Unread">How many of them were not read yet.</param>
/// <param name="Kinds">What they are.</param>
/// <param name="At">When the newest could be told.</param>
public sealed record NotifiedOfTicket(
    TicketId Ticket, string Number, string Subject, int Items, int Unread, IReadOnlyList<NotificationKind> Kinds, Instant FirstAt,
    Instant At)
{
    /// <summary>The person wants to be told nothing more of it.</summary>
    public bool IsMuted { get; init; }
}

/// <param name="Total">Tickets that match.</param>
/// <param name="Unread">Tickets of which something is unread, whatever the filter.</param>
public sealed record NotifiedTicketPage(IReadOnlyList<NotifiedOfTicket> Items, NotificationPlace? Next, int Total, int Unread);

namespace Helpdesk.Domain.Tickets;

/// <summary>What of a ticket's history reaches its requester. Staff see everything.</summary>
public static class TicketDisclosure
{
    /// <summary>
    /// Whether a customer may learn that this happened. Internal comments, queues, teams and links between tickets are staff's own matter: not
    /// even their number or their time may show.
    /// </summary>
    public static bool ShowsCustomers(TicketEvent what) => what switch
    {
        TicketEvent.Commented commented => commented.Visibility == Visibility.Public,
        TicketEvent.QueueChanged or TicketEvent.TeamChanged => false,
        TicketEvent.Linked or TicketEvent.Unlinked => false,
        TicketEvent.Absorbed or TicketEvent.Released => false,
        TicketEvent.Tagged or TicketEvent.Untagged => false,
        TicketEvent.SlaPromised or TicketEvent.SlaPlanned or TicketEvent.SlaMomentReached or TicketEvent.NotificationOwed => false,
        TicketEvent.Deleted => false,
        _ => true,
    };
}

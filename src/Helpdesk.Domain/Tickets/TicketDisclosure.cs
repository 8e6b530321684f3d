using System.Collections.Frozen;

namespace Helpdesk.Domain.Tickets;

/// <summary>What of a ticket's history reaches its requester. Staff see everything.</summary>
public static class TicketDisclosure
{
    /// <summary>
    /// Sorts of events that are staff's own matter: not even their number or their time may show. Of <see cref="TicketEvent.Commented"/> it is the
    /// internal ones.
    /// </summary>
    public static readonly FrozenSet<Type> StaffOnly = FrozenSet.ToFrozenSet(
    [
        typeof(TicketEvent.QueueChanged), typeof(TicketEvent.TeamChanged), typeof(TicketEvent.Linked), typeof(TicketEvent.Unlinked),
        typeof(TicketEvent.Absorbed), typeof(TicketEvent.Released), typeof(TicketEvent.Tagged), typeof(TicketEvent.Untagged),
        typeof(TicketEvent.SlaReevaluated), typeof(TicketEvent.SlaPlanCorrected), typeof(TicketEvent.SlaMomentReached),
        typeof(TicketEvent.NotificationOwed), typeof(TicketEvent.Deleted),
    ]);

    /// <summary>Whether a customer may learn that this happened.</summary>
    public static bool ShowsCustomers(TicketEvent what) =>
        what is TicketEvent.Commented commented ? commented.Visibility == Visibility.Public : !StaffOnly.Contains(what.GetType());
}

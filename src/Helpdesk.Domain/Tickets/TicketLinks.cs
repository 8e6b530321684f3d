namespace Helpdesk.Domain.Tickets;

public static class TicketLinks
{
    /// <summary>Without those among tickets that a merge made one: they rest until it is undone.</summary>
    public static IEnumerable<TicketLink> StandingLinks(this Ticket ticket) => ticket.Links.Where(
        link => link.Other != ticket.MergedInto?.Target && !ticket.Absorbed.Any(source => source.Ticket == link.Other));
}

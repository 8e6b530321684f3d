namespace Helpdesk.Domain.Tickets;

public static class TicketLinks
{
    /// <summary>Without those among tickets that a merge made one: they rest until it is undone.</summary>
    public static IEnumerable<TicketLink> StandingLinks(this Ticket ticket) => ticket.Links.Where(
        link => link.Other != ticket.MergedInto?.Target && !ticket.Absorbed.Any(source => source.Ticket == link.Other));
}

public sealed record TicketLink(TicketId Other, string Number, LinkKind Kind)
{
    public bool Joins(TicketId other, LinkKind kind) => Other == other && Kind == kind;
}

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// What becomes of a ticket whose assignee serves no longer. Decided on how the ticket stands, so a second look changes nothing.
/// </summary>
public static class TicketHandOver
{
    /// <param name="from">Who serves no longer.</param>
    /// <param name="to">Who takes over; <c>null</c>: whoever takes it from the queue.</param>
    /// <param name="team">The team that it goes to; <c>null</c>: it stays where it is.</param>
    public static Decision<TicketEvent> Of(Ticket ticket, AccountId from, AccountId? to, string? team)
    {
        if (ticket.IsDeleted || ticket.Status == TicketStatus.Closed || ticket.Assignee != from)
            return Decision<TicketEvent>.Nothing;

        var events = new List<TicketEvent>();
        if (team is not null && !TicketKeys.AreSame(team, ticket.Team))
            events.Add(new TicketEvent.TeamChanged(ticket.Team, team));
        events.Add(new TicketEvent.Assigned(from, to, AssignmentReason.Left));
        if (to is null && ticket.Status == TicketStatus.InProgress)
            events.Add(new TicketEvent.StatusChanged(TicketStatus.InProgress, TicketStatus.Open)); // back to where the next agent looks
        return events;
    }
}

namespace Helpdesk.Domain.Tickets;

/// <summary>The moments at which a ticket must be looked at.</summary>
internal static class TicketDue
{
    public static IReadOnlyDictionary<string, Instant> Of(Ticket ticket)
    {
        var plan = ticket.Plan;
        if (plan is { NextLook: null, CloseAt: null })
            return NothingDue.Instance;

        var due = new Dictionary<string, Instant>(2);
        if (plan.NextLook is { } look)
            due.Add(TicketPlanning.SlaLook, look);
        if (plan.CloseAt is { } close)
            due.Add(TicketPlanning.AutoCloseLook, close);
        return due;
    }
}

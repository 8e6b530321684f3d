namespace Helpdesk.Domain.Tickets;

/// <summary>The moments at which a ticket must be looked at.</summary>
internal static class TicketDue
{
    public static IReadOnlyDictionary<string, Instant> Of(Ticket ticket)
    {
        var plan = ticket.Plan;
        var next = ticket.Scheduled.Where(answer => answer.Held is null).Select(answer => (Instant?)answer.SendAt).Min();
        if (plan is { NextLook: null, CloseAt: null } && next is null)
            return NothingDue.Instance;

        var due = new Dictionary<string, Instant>(3);
        if (next is { } send)
            due.Add(TicketScheduling.SendLook, send);
        if (plan.NextLook is { } look)
            due.Add(TicketPlanning.SlaLook, look);
        if (plan.CloseAt is { } close)
            due.Add(TicketPlanning.AutoCloseLook, close);
        return due;
    }
}

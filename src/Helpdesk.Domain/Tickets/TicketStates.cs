namespace Helpdesk.Domain.Tickets;

/// <summary>What it takes to come to a status.</summary>
public static class TicketStates
{
    /// <param name="assignee">As it will be when the status changes: the same request may name one.</param>
    /// <param name="resolutionText">Needed for resolved; for closed unless the ticket is resolved, which has one already.</param>
    public static Decision<TicketEvent> Move(Ticket ticket, TicketStatus to, AccountId? assignee, string? resolutionText)
    {
        if (to == ticket.Status)
            return Decision<TicketEvent>.Nothing;
        if (!ticket.Status.MayBecome(to))
            return TicketErrors.Transition(ticket.Status, to);

        return to switch
        {
            TicketStatus.InProgress when assignee is null => TicketErrors.AssigneeRequired,
            TicketStatus.Resolved when resolutionText is null => TicketErrors.ResolutionTextRequired,
            TicketStatus.Resolved => new TicketEvent.Resolved(ticket.Status, resolutionText),
            TicketStatus.Closed => Close(ticket, resolutionText),
            _ when ticket.Status == TicketStatus.Resolved => new TicketEvent.Reopened(
                ticket.Status, to, null, Granted: ticket.ReopenRequestedAt is not null),
            _ => new TicketEvent.StatusChanged(ticket.Status, to),
        };
    }

    private static Decision<TicketEvent> Close(Ticket ticket, string? resolutionText)
    {
        var text = resolutionText ?? ticket.ResolutionText;
        return text is null ? TicketErrors.ResolutionTextRequired : new TicketEvent.Closed(ticket.Status, text);
    }
}

using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Changing several members at once. Fields come first, then the assignee, then the status, so that one request can name an assignee and start
/// work. A member that is set to what it is already changes nothing.
/// </summary>
public static class TicketChanges
{
    public static Decision<TicketEvent> Change(Ticket ticket, ChangeTicket command, Member member)
    {
        if (Refusal(ticket, command, member) is { } refused)
            return refused;

        var events = new List<TicketEvent>();
        AddFields(ticket, command, events);
        var assignee = ticket.Assignee;
        if (command.Assignee.IsSet && command.Assignee.Value != ticket.Assignee)
            events.Add(new TicketEvent.Assigned(ticket.Assignee, assignee = command.Assignee.Value));

        if (command.Status is { IsSet: true, Value: var to })
        {
            var moved = TicketStates.Move(ticket, to, assignee, command.ResolutionText.Value);
            if (moved.Refusal is { } refusedMove)
                return refusedMove;
            events.AddRange(moved.Events);
        }
        else if (assignee is null && ticket.Assignee is not null && ticket.Status == TicketStatus.InProgress)
        {
            // Nobody works on it any more: it goes back to where the next agent looks.
            events.Add(new TicketEvent.StatusChanged(TicketStatus.InProgress, TicketStatus.Open));
        }

        return events;
    }

    private static Error? Refusal(Ticket ticket, ChangeTicket command, Member member)
    {
        var act = command.TouchesStaffFields ? TicketAct.ChangeFields : TicketAct.ChangeText;
        if (TicketAccess.Refusal(member, ticket, act) is { } refused)
            return refused;
        if (Faults(command) is { } faults)
            return faults;
        if (ticket.MergedInto is not null)
            return TicketErrors.Merged;

        return ticket.Status != TicketStatus.Closed
            ? null
            : command.Status is { IsSet: true, Value: TicketStatus.Closed } ? TicketErrors.AlreadyClosed : TicketErrors.Closed;
    }

    private static Error? Faults(ChangeTicket command) => TicketTexts.Refusal(
        command.Subject.IsSet ? Text.OneLine(command.Subject.Value, "/subject", TicketLimits.Subject) : null,
        command.Description.IsSet ? Text.Body(command.Description.Value, "/description", TicketLimits.Body) : null,
        TicketTexts.Word(command.Category.Value, "/category"),
        TicketTexts.Word(command.Queue.Value, "/queue"),
        TicketTexts.Word(command.Team.Value, "/team"),
        command.ResolutionText.IsSet ? Text.Body(command.ResolutionText.Value, "/resolution_text", TicketLimits.Body) : null,
        command.ResolutionText.IsSet && command.Status.Value is not (TicketStatus.Resolved or TicketStatus.Closed)
            ? new("/resolution_text", "without-status", "Goes with a status of resolved or closed.")
            : null);

    private static void AddFields(Ticket ticket, ChangeTicket command, List<TicketEvent> events)
    {
        if (command.Subject.IsSet && command.Subject.Value != ticket.Subject)
            events.Add(new TicketEvent.SubjectChanged(ticket.Subject, command.Subject.Value!));
        if (command.Description.IsSet && command.Description.Value != ticket.Description)
            events.Add(new TicketEvent.DescriptionChanged(command.Description.Value!));
        if (command.Priority.IsSet && command.Priority.Value != ticket.Priority)
            events.Add(new TicketEvent.PriorityChanged(ticket.Priority, command.Priority.Value));
        if (command.Category.IsSet && command.Category.Value != ticket.Category)
            events.Add(new TicketEvent.CategoryChanged(ticket.Category, command.Category.Value));
        if (command.Queue.IsSet && command.Queue.Value != ticket.Queue)
            events.Add(new TicketEvent.QueueChanged(ticket.Queue, command.Queue.Value));
        if (command.Team.IsSet && command.Team.Value != ticket.Team)
            events.Add(new TicketEvent.TeamChanged(ticket.Team, command.Team.Value));
    }
}

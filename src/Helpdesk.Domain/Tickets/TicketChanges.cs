using Helpdesk.Domain.Categories;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Changing several members at once. Fields come first, then the assignee, then the status, so that one request can name an assignee and
/// start work. A member that is set to what it is already changes nothing, so whoever read a ticket may send back all of it.
/// </summary>
public static class TicketChanges
{
    /// <param name="lists">What the tenant sorts by; <c>null</c>: any word will do, and none follows from another.</param>
    public static Decision<TicketEvent> Change(Ticket ticket, ChangeTicket command, Member member, ListsInForce? lists = null)
    {
        command = command.AsSpelledBy(ticket);
        var unlisted = lists?.Refusal(ticket, command);
        if (Refusal(ticket, command, member) is { } refused)
            return refused.Kind is ErrorKind.Invalid ? Error.Together(refused, unlisted)! : refused;

        var decision = Placed(ticket, lists?.Place(ticket, command) ?? command);
        return Error.Together(unlisted, decision.Refusal) is { } wrong ? wrong : decision;
    }

    private static Decision<TicketEvent> Placed(Ticket ticket, ChangeTicket command)
    {
        var events = new List<TicketEvent>();
        AddFields(ticket, command, events);
        var assignee = command.Assignee.IsSet ? command.Assignee.Value : ticket.Assignee;
        if (assignee != ticket.Assignee)
            events.Add(new TicketEvent.Assigned(ticket.Assignee, assignee));
        return Move(ticket, command, assignee, events);
    }

    private static Decision<TicketEvent> Move(Ticket ticket, ChangeTicket command, AccountId? assignee, List<TicketEvent> events)
    {
        var to = command.Status.IsSet ? command.Status.Value : ticket.Status;
        if (to != ticket.Status)
        {
            var moved = TicketStates.Move(ticket, to, assignee, command.ResolutionText.Value);
            if (moved.Refusal is { } refused)
                return refused;
            events.AddRange(moved.Events);
            return events;
        }

        if (to == TicketStatus.InProgress && assignee is null)
        {
            if (command.Status.IsSet)
                return TicketErrors.AssigneeRequired;
            // Nobody works on it any more: it goes back to where the next agent looks.
            events.Add(new TicketEvent.StatusChanged(TicketStatus.InProgress, TicketStatus.Open));
        }

        if (command.ResolutionText.Differs(ticket.ResolutionText))
            events.Add(new TicketEvent.ResolutionChanged(command.ResolutionText.Value!));
        return events;
    }

    private static Error? Refusal(Ticket ticket, ChangeTicket command, Member member)
    {
        var act = TouchesStaffFields(ticket, command) ? TicketAct.ChangeFields : TicketAct.ChangeText;
        if (TicketAccess.Refusal(member, ticket, act) is { } refused)
            return refused;
        if (Faults(ticket, command) is { } faults)
            return faults;
        if (IsAsRead(ticket, command))
            return null;
        if (ticket.MergedInto is not null)
            return TicketErrors.MergedAway(ticket, member);

        return ticket.Status != TicketStatus.Closed
            ? null
            : command.Status is { IsSet: true, Value: TicketStatus.Closed } ? TicketErrors.AlreadyClosed : TicketErrors.Closed;
    }

    // Sent back as it was read, a ticket that nothing can be changed of is not refused: nothing is changed. Whoever names nothing but the
    // closing wants to close it, and must learn that somebody else has.
    private static bool IsAsRead(Ticket ticket, ChangeTicket command) => !Differs(ticket, command)
        && (ticket.Status != TicketStatus.Closed || !command.Status.IsSet || command.Subject.IsSet || command.Description.IsSet);

    private static bool Differs(Ticket ticket, ChangeTicket command) =>
        command.Subject.Differs(ticket.Subject) || command.Description.Differs(ticket.Description)
            || command.Queue.Differs(ticket.Queue) || command.Team.Differs(ticket.Team) || StaffFieldDiffers(ticket, command);

    // A requester may name what is not theirs to change, as long as it stays as they see it. Queue and team they do not see: an answer that
    // depends on them would tell.
    private static bool TouchesStaffFields(Ticket ticket, ChangeTicket command) =>
        command.Queue.IsSet || command.Team.IsSet || StaffFieldDiffers(ticket, command);

    private static bool StaffFieldDiffers(Ticket ticket, ChangeTicket command) =>
        command.Priority.Differs(ticket.Priority) || command.Category.Differs(ticket.Category) || command.Assignee.Differs(ticket.Assignee)
            || command.Status.Differs(ticket.Status) || command.ResolutionText.Differs(ticket.ResolutionText);

    private static Error? Faults(Ticket ticket, ChangeTicket command) => TicketTexts.Refusal(
        command.Subject.IsSet ? Text.OneLine(command.Subject.Value, "/subject", TicketLimits.Subject) : null,
        command.Description.IsSet ? Text.Body(command.Description.Value, "/description", TicketLimits.Body) : null,
        WordFault(command.Category, ticket.Category, "/category"),
        WordFault(command.Queue, ticket.Queue, "/queue"),
        WordFault(command.Team, ticket.Team, "/team"),
        ResolutionFault(ticket, command));

    // What the ticket has already may be sent back, whatever it is.
    private static FieldError? WordFault(Change<string?> word, string? present, string pointer) =>
        word.Differs(present) ? TicketKeys.FaultIfAny(word.Value, pointer) : null;

    private static FieldError? ResolutionFault(Ticket ticket, ChangeTicket command)
    {
        if (!command.ResolutionText.Differs(ticket.ResolutionText))
            return null;
        var to = command.Status.IsSet ? command.Status.Value : ticket.Status;
        return to.IsOver()
            ? Text.Body(command.ResolutionText.Value, "/resolution_text", TicketLimits.Body)
            : FieldCode.WithoutStatus.At("/resolution_text").With("/status");
    }

    private static void AddFields(Ticket ticket, ChangeTicket command, List<TicketEvent> events)
    {
        if (command.Subject.Differs(ticket.Subject))
            events.Add(new TicketEvent.SubjectChanged(ticket.Subject, command.Subject.Value!));
        if (command.Description.Differs(ticket.Description))
            events.Add(new TicketEvent.DescriptionChanged(command.Description.Value!));
        if (command.Priority.Differs(ticket.Priority))
            events.Add(new TicketEvent.PriorityChanged(ticket.Priority, command.Priority.Value));
        if (command.Category.Differs(ticket.Category))
            events.Add(new TicketEvent.CategoryChanged(ticket.Category, command.Category.Value));
        if (command.Queue.Differs(ticket.Queue))
            events.Add(new TicketEvent.QueueChanged(ticket.Queue, command.Queue.Value));
        if (command.Team.Differs(ticket.Team))
            events.Add(new TicketEvent.TeamChanged(ticket.Team, command.Team.Value));
    }
}

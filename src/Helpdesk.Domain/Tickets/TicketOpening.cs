using Helpdesk.Domain.Categories;

namespace Helpdesk.Domain.Tickets;

/// <summary>Opening a ticket, for oneself or, as staff, on behalf of somebody else.</summary>
public static class TicketOpening
{
    /// <param name="lists">What the tenant sorts by; <c>null</c>: the ticket is placed as the command says.</param>
    public static Decision<TicketEvent> Open(OpenTicket command, string number, Member member, ListsInForce? lists = null)
    {
        if (Refusal(command, member, lists) is { } refusal)
            return refusal;

        command = lists?.Place(command) ?? command;
        var opened = new TicketEvent.Opened
        {
            Number = number,
            Subject = command.Subject,
            Description = command.Description,
            Priority = command.Priority,
            Category = command.Category,
            Queue = command.Queue,
            Team = command.Team,
            Requester = command.Requester ?? member.Account,
            Channel = command.Channel,
            RequesterGroup = command.RequesterGroup,
        };
        return command.Assignee is null ? opened : new TicketEvent[] { opened, new TicketEvent.Assigned(null, command.Assignee) };
    }

    /// <summary>
    /// Everything about the command that can be judged without looking anything up; so it is asked before a number is drawn.
    /// </summary>
    public static Error? Refusal(OpenTicket command, Member member, ListsInForce? lists = null)
    {
        if (!member.IsStaff && (command.Queue ?? command.Team) is not null)
            return AccessErrors.StaffOnly;
        var forOthers = command.Contact is not null || (command.Requester ?? member.Account) != member.Account;
        if (!member.IsStaff && (command.Assignee is not null || forOthers))
            return AccessErrors.StaffOnly;

        return Error.Together(TicketTexts.Refusal(
            Text.OneLine(command.Subject, "/subject", TicketLimits.Subject),
            Text.Body(command.Description, "/description", TicketLimits.Body),
            TicketKeys.FaultIfAny(command.Category, "/category"),
            TicketKeys.FaultIfAny(command.Queue, "/queue"),
            TicketKeys.FaultIfAny(command.Team, "/team")), lists?.Refusal(command));
    }
}

internal static class TicketTexts
{
    public static Error? Refusal(params ReadOnlySpan<FieldError?> faults)
    {
        List<FieldError>? found = null;
        foreach (var fault in faults)
        {
            if (fault is not null)
                (found ??= []).Add(fault);
        }

        return found is null ? null : Error.Invalid(found);
    }
}

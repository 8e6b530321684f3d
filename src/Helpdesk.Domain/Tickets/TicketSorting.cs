using Helpdesk.Domain.Categories;

namespace Helpdesk.Domain.Tickets;

/// <summary>What a tenant's lists mean to a ticket.</summary>
public static class TicketSorting
{
    /// <summary>A new ticket goes to its category's queue, and to that queue's team, unless the command names others.</summary>
    public static OpenTicket Place(this ListsInForce lists, OpenTicket command)
    {
        var queue = command.Queue ?? lists.QueueOf(command.Category);
        return command with { Queue = queue, Team = command.Team ?? lists.TeamOf(queue) };
    }

    /// <summary>A ticket that moves to another queue goes to that queue's team, unless the command names a team.</summary>
    public static ChangeTicket Place(this ListsInForce lists, Ticket ticket, ChangeTicket command) =>
        command.Queue.Differs(ticket.Queue) && !command.Team.IsSet && lists.TeamOf(command.Queue.Value) is { } team
            ? command with { Team = team }
            : command;

    /// <summary>The words of an opening that are not in the lists, where they must be.</summary>
    public static Error? Refusal(this ListsInForce lists, OpenTicket command) =>
        lists.Refusal(command.Category, command.Queue, command.Team);

    /// <summary>The same of a change; what the ticket has already may stay.</summary>
    public static Error? Refusal(this ListsInForce lists, Ticket ticket, ChangeTicket command) => lists.Refusal(
        command.Category.Differs(ticket.Category) ? command.Category.Value : null,
        command.Queue.Differs(ticket.Queue) ? command.Queue.Value : null,
        command.Team.Differs(ticket.Team) ? command.Team.Value : null);
}

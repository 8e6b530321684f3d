using Helpdesk.Domain.Categories;

namespace Helpdesk.Domain.Tickets;

/// <summary>What a tenant's lists mean to a ticket.</summary>
public static class TicketSorting
{
    /// <summary>
    /// A new ticket goes to its category's queue, and to that queue's team, unless the command names others. Words that are in the lists
    /// are written as they stand there.
    /// </summary>
    public static OpenTicket Place(this ListsInForce lists, OpenTicket command)
    {
        var queue = lists.Lists.Spelled(ListKind.Queue, command.Queue) ?? lists.QueueOf(command.Category);
        return command with
        {
            Category = lists.Lists.Spelled(ListKind.Category, command.Category),
            Queue = queue,
            Team = lists.Lists.Spelled(ListKind.Team, command.Team) ?? lists.TeamOf(queue),
        };
    }

    /// <summary>A ticket that moves to another queue goes to that queue's team, unless the command names a team.</summary>
    public static ChangeTicket Place(this ListsInForce lists, Ticket ticket, ChangeTicket command)
    {
        command = command with
        {
            Category = Spelled(lists, ListKind.Category, command.Category, ticket.Category),
            Queue = Spelled(lists, ListKind.Queue, command.Queue, ticket.Queue),
            Team = Spelled(lists, ListKind.Team, command.Team, ticket.Team),
        };
        return command.Queue.Differs(ticket.Queue) && !command.Team.IsSet && lists.TeamOf(command.Queue.Value) is { } team
            ? command with { Team = team }
            : command;
    }

    /// <summary>Words that the ticket has already, in another case, stay as the ticket has them: that is no change.</summary>
    public static ChangeTicket AsSpelledBy(this ChangeTicket command, Ticket ticket) => command with
    {
        Category = Kept(command.Category, ticket.Category),
        Queue = Kept(command.Queue, ticket.Queue),
        Team = Kept(command.Team, ticket.Team),
    };

    /// <summary>The words of an opening that are not in the lists, where they must be.</summary>
    public static Error? Refusal(this ListsInForce lists, OpenTicket command) =>
        lists.Refusal(command.Category, command.Queue, command.Team);

    /// <summary>The same of a change; what the ticket has already may stay.</summary>
    public static Error? Refusal(this ListsInForce lists, Ticket ticket, ChangeTicket command) => lists.Refusal(
        command.Category.Differs(ticket.Category) ? command.Category.Value : null,
        command.Queue.Differs(ticket.Queue) ? command.Queue.Value : null,
        command.Team.Differs(ticket.Team) ? command.Team.Value : null);

    private static Change<string?> Spelled(ListsInForce lists, ListKind kind, Change<string?> word, string? present) =>
        word.Differs(present) ? new(true, lists.Lists.Spelled(kind, word.Value)) : word;

    private static Change<string?> Kept(Change<string?> word, string? present) =>
        word.IsSet && TicketKeys.AreSame(word.Value, present) ? new(true, present) : word;
}

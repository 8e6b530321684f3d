using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Categories;

/// <summary>What a tenant sorts tickets by at this moment.</summary>
/// <param name="IsStrict">
/// Only words of the lists are taken. Otherwise any word is: mail, imports and scripts name categories that nobody has listed, and a ticket that is
/// refused helps nobody.
/// </param>
public sealed record ListsInForce(TicketLists Lists, bool IsStrict)
{
    /// <summary>A new ticket goes to its category's queue, and to that queue's team, unless the command names others.</summary>
    public OpenTicket Place(OpenTicket command)
    {
        var queue = command.Queue ?? Known(ListKind.Queue, Lists.Offered(ListKind.Category, command.Category)?.Queue);
        return command with { Queue = queue, Team = command.Team ?? TeamOf(queue) };
    }

    /// <summary>A ticket that moves to another queue goes to that queue's team, unless the command names a team.</summary>
    public ChangeTicket Place(Ticket ticket, ChangeTicket command) =>
        command.Queue.Differs(ticket.Queue) && !command.Team.IsSet && TeamOf(command.Queue.Value) is { } team ? command with { Team = team } : command;

    /// <summary>The words of an opening that are not in the lists, where they must be.</summary>
    public Error? Refusal(OpenTicket command) => Refusal(command.Category, command.Queue, command.Team);

    /// <summary>The same of a change; what the ticket has already may stay.</summary>
    public Error? Refusal(Ticket ticket, ChangeTicket command) => Refusal(
        command.Category.Differs(ticket.Category) ? command.Category.Value : null,
        command.Queue.Differs(ticket.Queue) ? command.Queue.Value : null,
        command.Team.Differs(ticket.Team) ? command.Team.Value : null);

    private Error? Refusal(string? category, string? queue, string? team)
    {
        if (!IsStrict)
            return null;
        var faults = new[] { Fault(ListKind.Category, category), Fault(ListKind.Queue, queue), Fault(ListKind.Team, team) }.OfType<FieldError>().ToList();
        return faults.Count > 0 ? Error.Invalid(faults) : null;
    }

    private FieldError? Fault(ListKind kind, string? key) =>
        key is null || Lists.Offered(kind, key) is not null ? null : CategoryErrors.Unknown(kind, "/" + Words<ListKind>.Of(kind));

    private string? TeamOf(string? queue) => Known(ListKind.Team, Lists.Offered(ListKind.Queue, queue)?.Team);

    private string? Known(ListKind kind, string? key) => Lists.Offered(kind, key)?.Key;
}

/// <summary>Brings the lists of a tenant. Answers from memory as a rule; what a tenant changed may take 5 seconds to show.</summary>
public interface IListsInForce
{
    ValueTask<ListsInForce> Of(TenantId tenant, CancellationToken cancellation);
}

/// <summary>The record of a tenant's lists; one stream per tenant.</summary>
public interface ITicketListsStore : IAggregateStore<TicketLists, TicketListEvent>
{
    /// <summary>Whether some ticket carries this word; deleted ones do not count.</summary>
    Task<bool> IsCarried(TenantId tenant, ListKind kind, string key, CancellationToken cancellation);
}

using Helpdesk.Contracts;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Tickets;

/// <summary>Messages as the rules want them.</summary>
internal static class TicketMessagesMapping
{
    /// <summary>The caller as a member; an act of the platform itself is judged as an admin's.</summary>
    public static Member ToMember(this Caller caller) =>
        new(new TenantId(caller.Tenant), new AccountId(caller.Account ?? Guid.Empty), caller.Account is null ? Role.Admin : caller.Role);

    public static OpenTicket ToDomain(this OpenTicketMessage message, string number) => new(
        number, message.Subject, message.Description, message.Priority, message.Category, message.Queue, message.Team,
        message.Requester is { } requester ? new AccountId(requester) : null, message.Assignee is { } assignee ? new AccountId(assignee) : null,
        message.Channel);

    public static ChangeTicket ToDomain(this ChangeTicketMessage message) => new()
    {
        Subject = message.Subject.ToDomain(),
        Description = message.Description.ToDomain(),
        Priority = message.Priority.ToDomain(),
        Category = message.Category.ToDomain(),
        Queue = message.Queue.ToDomain(),
        Team = message.Team.ToDomain(),
        Assignee = new(message.Assignee.IsSet, message.Assignee.Value is { } id ? new AccountId(id) : null),
        Status = message.Status.ToDomain(),
        ResolutionText = message.ResolutionText.ToDomain(),
    };

    private static Change<T> ToDomain<T>(this Maybe<T> maybe) => new(maybe.IsSet, maybe.Value);
}

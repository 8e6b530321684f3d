using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Tickets;

/// <summary>Messages as the rules want them.</summary>
internal static class TicketMessagesMapping
{
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

    public static MergeTarget ToDomain(this MergeTargetMessage message) => new(new(message.Ticket), message.Number, new(message.Requester));

    private static Change<T> ToDomain<T>(this Maybe<T> maybe) => new(maybe.IsSet, maybe.Value);
}

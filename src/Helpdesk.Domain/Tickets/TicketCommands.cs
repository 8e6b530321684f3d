using Helpdesk.Domain.Access;

namespace Helpdesk.Domain.Tickets;

/// <summary>A member of a request that may be left out: absent, or set to a value (<c>null</c> clears).</summary>
public readonly record struct Change<T>(bool IsSet, T? Value)
{
    public static implicit operator Change<T>(T? value) => new(true, value);
}

/// <param name="Requester">Who asks for help; <c>null</c>: the member who opens it.</param>
/// <param name="Category">Of the tenant's own list of words; so are <paramref name="Queue"/> and <paramref name="Team"/>.</param>
public sealed record OpenTicket(
    string Number, string Subject, string Description, Priority Priority, string? Category, string? Queue, string? Team,
    AccountId? Requester, AccountId? Assignee, string Channel);

public sealed record ChangeTicket
{
    public Change<string> Subject { get; init; }
    public Change<string> Description { get; init; }
    public Change<Priority> Priority { get; init; }
    public Change<string> Category { get; init; }
    public Change<string> Queue { get; init; }
    public Change<string> Team { get; init; }
    public Change<AccountId?> Assignee { get; init; }
    public Change<TicketStatus> Status { get; init; }

    /// <summary>Read with a status of resolved or closed only.</summary>
    public Change<string> ResolutionText { get; init; }

    /// <summary>Anything besides what a requester may change.</summary>
    public bool TouchesStaffFields => Priority.IsSet || Category.IsSet || Queue.IsSet || Team.IsSet || Assignee.IsSet || Status.IsSet || ResolutionText.IsSet;
}

/// <param name="Id">Name of the new comment.</param>
public sealed record AddComment(Guid Id, string Body, Visibility Visibility);

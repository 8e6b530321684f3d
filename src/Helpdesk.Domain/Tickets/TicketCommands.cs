namespace Helpdesk.Domain.Tickets;

/// <param name="Requester">Who asks for help; <c>null</c>: the member who opens it.</param>
/// <param name="Category">Of the tenant's own list of words; so are <paramref name="Queue"/> and <paramref name="Team"/>.</param>
/// <param name="Channel">How it came, such as <c>api</c>.</param>
public sealed record OpenTicket(
    string Subject, string Description, Priority Priority, string? Category, string? Queue, string? Team,
    AccountId? Requester, AccountId? Assignee, string Channel)
{
    /// <summary>Of whoever asks for help, as it is now.</summary>
    public string? RequesterGroup { get; init; }
}

public sealed record ChangeTicket
{
    public Change<string> Subject { get; init; }
    public Change<string> Description { get; init; }
    public Change<Priority> Priority { get; init; }
    public Change<string?> Category { get; init; }
    public Change<string?> Queue { get; init; }
    public Change<string?> Team { get; init; }
    public Change<AccountId?> Assignee { get; init; }
    public Change<TicketStatus> Status { get; init; }

    /// <summary>Goes with a status of resolved or closed: the new one, or the one that the ticket has.</summary>
    public Change<string?> ResolutionText { get; init; }
}

/// <param name="Id">Name of the new comment.</param>
public sealed record AddComment(Guid Id, string Body, Visibility Visibility);

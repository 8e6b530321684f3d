using Helpdesk.Domain.Access;

namespace Helpdesk.Domain.Tickets;

/// <summary>A member of a request that may be left out: absent, or set to a value (<c>null</c> clears).</summary>
public readonly record struct Change<T>(bool IsSet, T? Value)
{
    public static implicit operator Change<T>(T? value) => new(true, value);

    /// <summary>What it is after the change.</summary>
    public T? Or(T? present) => IsSet ? Value : present;

    /// <summary>Set, and to another value than <paramref name="present"/>.</summary>
    public bool Differs(T? present) => IsSet && !EqualityComparer<T>.Default.Equals(Value, present);
}

/// <param name="Requester">Who asks for help; <c>null</c>: the member who opens it.</param>
/// <param name="Category">Of the tenant's own list of words; so are <paramref name="Queue"/> and <paramref name="Team"/>.</param>
public sealed record OpenTicket(
    string Number, string Subject, string Description, Priority Priority, string? Category, string? Queue, string? Team,
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
    public Change<string> Category { get; init; }
    public Change<string> Queue { get; init; }
    public Change<string> Team { get; init; }
    public Change<AccountId?> Assignee { get; init; }
    public Change<TicketStatus> Status { get; init; }

    /// <summary>Goes with a status of resolved or closed: the new one, or the one that the ticket has.</summary>
    public Change<string> ResolutionText { get; init; }
}

/// <param name="Id">Name of the new comment.</param>
public sealed record AddComment(Guid Id, string Body, Visibility Visibility);

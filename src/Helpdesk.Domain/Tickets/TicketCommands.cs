using System.Collections.Immutable;
using Helpdesk.Domain.People;

namespace Helpdesk.Domain.Tickets;

public sealed record OpenTicket
{
    public required string Subject { get; init; }
    public required string Description { get; init; }
    public required Priority Priority { get; init; }

    /// <summary>A word, as <see cref="Queue"/> and <see cref="Team"/> are; where the tenant is strict, one of its lists.</summary>
    public required string? Category { get; init; }
    public required string? Queue { get; init; }
    public required string? Team { get; init; }

    /// <summary>Who asks for help; <c>null</c>: the member who opens it.</summary>
    public required AccountId? Requester { get; init; }

    /// <summary>Who asks for help, where the staff have an address only; <c>null</c>: as <see cref="Requester"/> says.</summary>
    public Invitation? Contact { get; init; }
    public required AccountId? Assignee { get; init; }

    /// <summary>How it came, such as <c>api</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The present group of whoever asks for help; <c>null</c>: none.</summary>
    public string? RequesterGroup { get; init; }

    /// <summary>Uploads that become the ticket's files.</summary>
    public ImmutableArray<Guid> Attachments { get; init; } = [];
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

/// <summary>What became of the mail that brings an answer to the customer.</summary>
/// <param name="AcceptedAt">
/// When, by the clock of whoever sent it; <c>null</c>: none is sent after all, since its reader wants it so.
/// </param>
public sealed record AnswerReport(Guid Comment, Instant? AcceptedAt);

/// <param name="To">When the scheduled answer is to leave now.</param>
public sealed record MoveAnswer(Guid Answer, Instant To);

/// <param name="Id">Name of the new comment.</param>
public sealed record AddComment(Guid Id, string Body, Visibility Visibility)
{
    /// <summary>Uploads that become its files.</summary>
    public ImmutableArray<Guid> Attachments { get; init; } = [];

    /// <summary>
    /// The last comment that the writer saw, or the ticket itself where there was none: it is written only if nobody else said something
    /// since. <c>null</c>: whatever was said.
    /// </summary>
    public Guid? Seen { get; init; }

    /// <summary>When it is to leave; <c>null</c>: at once.</summary>
    public Instant? SendAt { get; init; }
}

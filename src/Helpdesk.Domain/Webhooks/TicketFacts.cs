using System.Collections.Immutable;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Webhooks;

/// <summary>What a ticket says of itself, by the names that the API has for it.</summary>
public sealed record TicketFacts
{
    private static readonly (string Name, Func<TicketFacts, object?> Read)[] Compared =
    [
        ("subject", ticket => ticket.Subject), ("description", ticket => ticket.Description), ("status", ticket => ticket.Status),
        ("priority", ticket => ticket.Priority), ("category", ticket => ticket.Category), ("queue", ticket => ticket.Queue),
        ("team", ticket => ticket.Team), ("assignee", ticket => ticket.Assignee), ("resolution_text", ticket => ticket.ResolutionText),
        ("due_at", ticket => ticket.DueAt), ("sla_state", ticket => ticket.SlaState), ("merged_into", ticket => ticket.MergedInto),
        ("confirmed_at", ticket => ticket.ConfirmedAt), ("reopen_requested_at", ticket => ticket.ReopenRequestedAt),
        ("rating", ticket => ticket.Rating),
    ];

    public required Guid Id { get; init; }
    public required string Number { get; init; }

    /// <summary>Grows with each act: what has a lower one is older.</summary>
    public required int Version { get; init; }
    public required string Subject { get; init; }
    public required string Description { get; init; }
    public required TicketStatus Status { get; init; }
    public required Priority Priority { get; init; }
    public required string? Category { get; init; }
    public required string? Queue { get; init; }
    public required string? Team { get; init; }
    public required Guid Requester { get; init; }
    public required Guid? Assignee { get; init; }
    public required string? ResolutionText { get; init; }
    public required string Channel { get; init; }
    public required ImmutableArray<string> Tags { get; init; }
    public required Instant? DueAt { get; init; }
    public required Sla.SlaState? SlaState { get; init; }

    /// <summary>Number of the ticket that this one goes on as.</summary>
    public required string? MergedInto { get; init; }
    public required int? Rating { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant UpdatedAt { get; init; }
    public required Instant? ResolvedAt { get; init; }
    public required Instant? ClosedAt { get; init; }
    public required Instant? ConfirmedAt { get; init; }
    public required Instant? ReopenRequestedAt { get; init; }

    public static TicketFacts Of(TicketId id, Ticket ticket) => new()
    {
        Id = id.Value,
        Number = ticket.Number,
        Version = ticket.Version,
        Subject = ticket.Subject,
        Description = ticket.Description,
        Status = ticket.Status,
        Priority = ticket.Priority,
        Category = ticket.Category,
        Queue = ticket.Queue,
        Team = ticket.Team,
        Requester = ticket.Requester.Value,
        Assignee = ticket.Assignee?.Value,
        ResolutionText = ticket.ResolutionText,
        Channel = ticket.Channel,
        Tags = ticket.Tags,
        DueAt = ticket.Plan.DueAt,
        SlaState = ticket.Plan.State,
        MergedInto = ticket.MergedInto?.TargetNumber,
        Rating = ticket.Rating?.Score,
        CreatedAt = ticket.CreatedAt,
        UpdatedAt = ticket.UpdatedAt,
        ResolvedAt = ticket.ResolvedAt,
        ClosedAt = ticket.ClosedAt,
        ConfirmedAt = ticket.ConfirmedAt,
        ReopenRequestedAt = ticket.ReopenRequestedAt,
    };

    /// <summary>What the act changed; nothing where it opened the ticket.</summary>
    public static IReadOnlyDictionary<string, Difference> Differences(Ticket? before, Ticket after)
    {
        var changed = new SortedDictionary<string, Difference>(StringComparer.Ordinal);
        if (before is null)
            return changed;
        var (one, other) = (Of(default, before), Of(default, after));
        foreach (var (name, read) in Compared)
        {
            if (!Equals(read(one), read(other)))
                changed.Add(name, new(read(one), read(other)));
        }

        if (!one.Tags.SequenceEqual(other.Tags))
            changed.Add("tags", new(one.Tags, other.Tags));
        return changed;
    }
}

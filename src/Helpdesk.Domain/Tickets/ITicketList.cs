namespace Helpdesk.Domain.Tickets;

/// <summary>Lists of tickets, straight from their rows. Every call is one round trip unless it says otherwise.</summary>
public interface ITicketList
{
    Task<TicketPage> Find(TicketQuery query, CancellationToken cancellation);

    /// <summary>How many tickets of a list have which value; its order and its place do not count.</summary>
    Task<TicketFacets> Facets(TicketQuery query, CancellationToken cancellation);

    /// <summary>How many tickets each of these lists has, counted to <see cref="TicketPage.CountedTo"/>; all in the same tenants.</summary>
    Task<IReadOnlyList<TicketCount>> Count(IReadOnlyList<TicketQuery> queries, CancellationToken cancellation);

    /// <summary>What changed since, and what is gone. Two round trips: what the reader was matters as well.</summary>
    Task<TicketNewsPage> News(TicketNewsQuery query, CancellationToken cancellation);

    /// <summary>Tickets of one assignee that are not closed, by id.</summary>
    /// <param name="after">The last one of the page before.</param>
    Task<IReadOnlyList<TicketId>> AssignedTo(
        TenantId tenant, AccountId assignee, TicketId? after, int limit, CancellationToken cancellation);

    /// <summary>The ticket with this number, in either case; <c>null</c>: the tenant has none.</summary>
    Task<TicketId?> ByNumber(TenantId tenant, string number, CancellationToken cancellation);

    /// <summary>The history of one ticket, from its start; empty: there is no such ticket.</summary>
    Task<IReadOnlyList<Feed.HistoryEntry<TicketEvent>>> Timeline(TimelineQuery query, CancellationToken cancellation);
}

/// <param name="Total">How many match; see <see cref="TotalIsMore"/>.</param>
/// <param name="TotalIsMore">
/// There are more than <see cref="CountedTo"/>: counting stopped there, so that a long list costs what a short one does.
/// </param>
/// <param name="Next">Where to go on; <c>null</c> at the end.</param>
public sealed record TicketPage(IReadOnlyList<TicketListItem> Items, TicketPlace? Next, int Total, bool TotalIsMore)
{
    public const int CountedTo = 1_000;
}

/// <param name="IsMore">There are more than <paramref name="Total"/>.</param>
public readonly record struct TicketCount(int Total, bool IsMore);

/// <summary>One row of a list, as the reader may know it.</summary>
public sealed record TicketListItem
{
    public required TenantId Tenant { get; init; }
    public required TicketId Id { get; init; }
    public required string Number { get; init; }
    public required int Version { get; init; }
    public required TicketStatus Status { get; init; }
    public required Priority Priority { get; init; }
    public required string Subject { get; init; }
    public required string? Category { get; init; }
    public required string? Queue { get; init; }
    public required string? Team { get; init; }
    public required AccountId Requester { get; init; }

    /// <summary><c>null</c>: erased, or one of the platform's own people.</summary>
    public string? RequesterName { get; init; }
    public required AccountId? Assignee { get; init; }

    /// <summary><c>null</c>: nobody has it, or as with the requester.</summary>
    public string? AssigneeName { get; init; }
    public required Instant CreatedAt { get; init; }
    public required Instant UpdatedAt { get; init; }
    public required Instant? DueAt { get; init; }
    public required string? SlaState { get; init; }

    /// <summary>What is due at <see cref="DueAt"/>; <c>null</c>: nothing, or planned before December 2026 and not since.</summary>
    public string? DueTarget { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The last public one; <c>null</c>: none yet.</summary>
    public LastComment? LastComment { get; init; }

    /// <summary>Others have done something since the reader read it, or they marked it.</summary>
    public bool IsUnread { get; init; }
    public required Instant? ClosedAt { get; init; }

    /// <summary>The customer asks to reopen it since then, and waits for an answer.</summary>
    public required Instant? ReopenRequestedAt { get; init; }

    /// <summary>The ticket that it goes on as; to a customer only if that is theirs as well.</summary>
    public required TicketReference? MergedInto { get; init; }
}

namespace Helpdesk.Domain.Tickets;

/// <param name="ForStaff">Else only what customers may see: the others are not even counted.</param>
/// <param name="After">Version of the last event that was read; 0: from the start.</param>
/// <param name="Limit">How many at most.</param>
public sealed record TimelineQuery(TenantId Tenant, TicketId Ticket, bool ForStaff, int After, int Limit);

/// <summary>What a list can be sorted by. Ties go by id, so the order is stable.</summary>
public enum TicketSort
{
    CreatedAt,
    UpdatedAt,
    /// <summary>Tickets without a due time come last, whatever the direction.</summary>
    DueAt,
    /// <summary>Nothing promised, met, paused, on track, warned, breached. Served by no index: a list is sorted as a whole.</summary>
    SlaState,
    Priority,
    Number,
}

/// <summary>Filters that are <c>null</c> or empty do not filter; several values of one filter mean any of them.</summary>
public sealed record TicketQuery
{
    /// <summary>One, or all that an agent serves.</summary>
    public required IReadOnlyList<TenantId> Tenants { get; init; }

    /// <summary>Those that are asked for; empty: none that there is. <c>null</c>: all.</summary>
    public IReadOnlyList<TenantId>? Within { get; init; }

    /// <summary>The same list, asked of no others.</summary>
    public TicketQuery Narrow() => Within is null ? this : this with { Tenants = [.. Tenants.Intersect(Within)], Within = null };

    /// <summary>Set for a customer: own tickets only, by what customers may know.</summary>
    public AccountId? OnlyOf { get; init; }

    /// <summary>Whose reading counts for what is unread.</summary>
    public AccountId Reader { get; init; }

    /// <summary>Whether the reader has something to look at; see <see cref="TicketReading"/>.</summary>
    public bool? Unread { get; init; }
    public IReadOnlyList<TicketStatus> Status { get; init; } = [];
    public IReadOnlyList<Priority> Priority { get; init; } = [];
    public IReadOnlyList<string> Category { get; init; } = [];
    public IReadOnlyList<string> Queue { get; init; } = [];
    public IReadOnlyList<string> Team { get; init; } = [];
    public IReadOnlyList<string> Tag { get; init; } = [];
    public IReadOnlyList<AccountId> Assignee { get; init; } = [];

    /// <summary>Beside assignees: theirs, and those that nobody has.</summary>
    public bool Unassigned { get; init; }

    /// <summary>Whether the customer asks to reopen it and waits for an answer.</summary>
    public bool? ReopenRequested { get; init; }
    public AccountId? Requester { get; init; }

    /// <summary>Asked by whoever has this address in the ticket's tenant; nobody: no tickets.</summary>
    public EmailAddress? RequesterAddress { get; init; }

    /// <summary>Inclusive.</summary>
    public Instant? CreatedFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public Instant? CreatedTo { get; init; }

    /// <summary>Inclusive.</summary>
    public Instant? UpdatedFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public Instant? UpdatedTo { get; init; }

    /// <summary>Exclusive.</summary>
    public Instant? DueBefore { get; init; }
    public IReadOnlyList<string> SlaState { get; init; } = [];

    /// <summary>Words as the search takes them, all of them in the ticket.</summary>
    public string? Text { get; init; }

    /// <summary>
    /// Whether words also count where they stand in the address of a requester: for staff in person, and for customers in their own. A
    /// program is shown names only, and what it found by an address would tell it of one.
    /// </summary>
    public bool ByAddress { get; init; }
    public TicketSort Sort { get; init; } = TicketSort.CreatedAt;
    public bool Descending { get; init; } = true;

    /// <summary>The last item of the page before.</summary>
    public TicketPlace? After { get; init; }
    public required int Limit { get; init; }

    /// <summary>Count to the end instead of to <see cref="TicketPage.CountedTo"/>.</summary>
    public bool CountAll { get; init; }

    /// <summary>Tickets are chosen by more than whose they are and what stands in them.</summary>
    public bool HasFilter => Status.Count > 0 || Priority.Count > 0 || Category.Count > 0 || Queue.Count > 0 || Team.Count > 0
        || Tag.Count > 0 || Assignee.Count > 0 || Unassigned;
}

/// <param name="Key">The value that the list is sorted by, as text that sorts back to itself.</param>
public sealed record TicketPlace(string Key, Guid Ticket);

namespace Helpdesk.Domain.Tickets;

/// <summary>Stores tickets. Every call is one round trip.</summary>
public interface ITicketStore : IAggregateStore<Ticket, TicketEvent>
{
    /// <summary>The ticket with its first comments, both of one moment.</summary>
    /// <param name="comments">How many comments at most, from the oldest on.</param>
    Task<(Ticket Ticket, IReadOnlyList<TicketComment> Comments)?> LoadWithComments(
        TenantId tenant, Guid ticket, int comments, CancellationToken cancellation);

    /// <summary>A conversation from some place on, in the order in which it was held.</summary>
    Task<IReadOnlyList<TicketComment>> Comments(CommentQuery query, CancellationToken cancellation);

    /// <summary>
    /// The links of one kind from every ticket that they reach, each with the ticket it starts from. A ticket that was merged is the one
    /// that it was merged into, at both ends.
    /// </summary>
    /// <param name="start">Where they begin.</param>
    /// <param name="most">How many tickets are followed at most; further ones are left out.</param>
    Task<ILookup<TicketId, LinkStep>> LinksFrom(
        TenantId tenant, TicketId start, LinkKind kind, int most, CancellationToken cancellation);

    /// <summary>Reserves <paramref name="count"/> numbers for good before any of them is handed out.</summary>
    Task<NumberBlock> ReserveNumbers(TenantId tenant, int count, CancellationToken cancellation);
}

/// <summary>A comment with its place in the history of its ticket.</summary>
public sealed record TicketComment(TicketId Ticket, Recorded<TicketEvent> Recorded)
{
    public TicketEvent.Commented Comment => (TicketEvent.Commented)Recorded.Event;

    /// <summary>Its text was taken back, and is not here any more; <c>null</c>: it stands.</summary>
    public CommentWithdrawal? Withdrawal { get; init; }

    /// <summary>Without its text.</summary>
    public TicketComment Without(CommentWithdrawal withdrawal) =>
        this with { Recorded = Recorded with { Event = Comment with { Body = "" } }, Withdrawal = withdrawal };

    public CommentPosition Position => new(Recorded.At, Ticket, Recorded.Version);
}

public sealed record CommentWithdrawal(Instant At, AccountId? By);

/// <param name="Tickets">A ticket and those merged into it.</param>
/// <param name="After">The last comment that was read; <c>null</c>: from the beginning.</param>
/// <param name="Limit">How many at most.</param>
public sealed record CommentQuery(TenantId Tenant, IReadOnlyList<Guid> Tickets, bool IncludeInternal, CommentPosition? After, int Limit)
{
    /// <summary>Only this one; <c>null</c>: all.</summary>
    public Guid? Comment { get; init; }

    /// <summary>From the newest on; then <see cref="After"/> is the oldest that was read.</summary>
    public bool Descending { get; init; }
}

/// <summary>A place in a conversation that may run over several tickets.</summary>
public sealed record CommentPosition(Instant At, TicketId Ticket, int Version);

/// <param name="Prefix">The tenant's number prefix.</param>
/// <param name="First">First sequence number of the block.</param>
/// <param name="Last">Last one, inclusive.</param>
public sealed record NumberBlock(string Prefix, long First, long Last);

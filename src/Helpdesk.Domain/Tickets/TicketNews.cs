namespace Helpdesk.Domain.Tickets;

/// <summary>
/// What a copy must learn: every ticket that changed, in the order in which the changes became visible, and every one that is gone for the
/// reader. Whoever follows it has what a full list answers.
/// </summary>
/// <param name="Filter">Whose and which tickets the copy holds; its order and its place do not count.</param>
/// <param name="Reader">Who keeps the copy.</param>
/// <param name="Since">Inclusive.</param>
/// <param name="After">The last one that was read; <c>null</c>: from the beginning.</param>
public sealed record TicketNewsQuery(TicketQuery Filter, AccountId Reader, Instant Since, TicketNewsPlace? After);

/// <param name="Items">Tickets that changed, or came into sight.</param>
/// <param name="Next">Where to go on, also when there is nothing more yet; <c>null</c>: there was nothing at all.</param>
/// <param name="Total">How many tickets of the list have changed; see <see cref="TicketPage.Total"/>.</param>
public sealed record TicketNewsPage(
    IReadOnlyList<TicketListItem> Items, IReadOnlyList<GoneTicket> Gone, TicketNewsPlace? Next, int Total, bool TotalIsMore);

/// <summary>A ticket that a copy lets go of. Says nothing of it but what whoever saw it knew, and why.</summary>
public sealed record GoneTicket(TenantId Tenant, TicketId Id, string Number, GoneReason What, Instant At);

public enum GoneReason
{
    /// <summary>It was deleted.</summary>
    Deleted,
    /// <summary>The reader is not staff any more.</summary>
    NoLongerVisible,
    /// <summary>It is there, and changed so that the filters leave it out; perhaps they always did.</summary>
    NoLongerMatches,
}

/// <param name="Key">Of the change, as text that sorts back to itself.</param>
/// <param name="AsStaff">As what it was read; <c>null</c>: not known.</param>
public sealed record TicketNewsPlace(string Key, Guid Ticket, bool? AsStaff = null);

using System.Collections.Immutable;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// A ticket that was resolved, closed or waiting for its customer goes on because the customer wrote. When they take all of it back, and
/// nobody has done anything since, it stands as before; else whoever keeps it is told.
/// </summary>
/// <param name="Words">The customer's comments since then, those of a request to reopen included; at least one.</param>
/// <param name="Before">
/// How it stood before them; <c>null</c>: somebody has done something since, a promise was warned of or missed, or staff decided.
/// </param>
public sealed record TakenUp(ImmutableArray<Guid> Words, StoodBefore? Before)
{
    /// <summary>What the words have done goes with them.</summary>
    /// <param name="comment">Goes now. One that an admin takes back leaves the ticket as it is: its requester still asks.</param>
    internal static TicketEvent.TakenBack? BackWith(Ticket ticket, Guid comment, Member member) =>
        ticket is { TakenUp: { Before: { } before } up, IsOver: false, MergedInto: null }
            && before.Status != ticket.Status
            && member.Account == ticket.Requester
            && up.Words.Contains(comment)
            && up.Words.All(words => words == comment || ticket.Withdrawn.Contains(words) || before.RequestWords.Contains(words))
            ? new(ticket.Status, before.Status) : null;

    /// <param name="ticket">Without the event.</param>
    internal static TakenUp? After(Ticket ticket, Recorded<TicketEvent> recorded) => recorded.Event switch
    {
        TicketEvent.Commented { Visibility: Visibility.Public, FromStaff: false, Automatic: false } said => Said(ticket, said.Id),
        TicketEvent.Reopened or TicketEvent.StatusChanged when IsOfTheWords(ticket, recorded) => ticket.TakenUp,
        TicketEvent.CommentWithdrawn when recorded.Actor == ticket.Requester => ticket.TakenUp,
        TicketEvent.SlaPlanCorrected => ticket.TakenUp,
        // What was sent before reached the customer: nobody has done anything, and it counts for the time before the words as well.
        TicketEvent.AnswerDelivered => ticket.TakenUp is { Before: { } before } up
            ? up with { Before = before with { Clock = TicketSlaFacts.Fold(before.Clock, recorded) } } : ticket.TakenUp,
        TicketEvent.TakenBack or TicketEvent.Resolved or TicketEvent.ResolutionConfirmed or TicketEvent.Closed
            or TicketEvent.ReopenDeclined or TicketEvent.ReopenRequestWithdrawn or TicketEvent.Merged => null,
        _ => ticket.TakenUp is { Before: not null } up ? up with { Before = null } : ticket.TakenUp,
    };

    private static TakenUp? Said(Ticket ticket, Guid comment)
    {
        var words = (ticket.TakenUp?.Words ?? []).Add(comment);
        return ticket.Status switch
        {
            TicketStatus.Closed => new(words, null),
            var status when status.IsOver() || status.AwaitsCustomer() => new(words, StoodBefore.Of(ticket)),
            _ => ticket.TakenUp is { } up ? up with { Words = words } : null,
        };
    }

    // What one act says has one moment, and the words came first.
    private static bool IsOfTheWords(Ticket ticket, Recorded<TicketEvent> recorded) => ticket.TakenUp is { Before: { } before }
        && before.Status == ticket.Status && ticket.UpdatedAt == recorded.At && ticket.UpdatedBy == recorded.Actor;
}

/// <summary>What a customer's words change about a ticket, as it was before them.</summary>
public sealed record StoodBefore
{
    public required TicketStatus Status { get; init; }
    public string? ResolutionText { get; init; }
    public Instant? ResolvedAt { get; init; }
    public Instant? ConfirmedAt { get; init; }
    public Instant? ReopenRequestedAt { get; init; }
    public Instant? ReopenDeclinedAt { get; init; }
    public ImmutableArray<Guid> RequestWords { get; init; } = [];

    /// <summary>The clocks: what ran only because of words that are gone was promised to nobody.</summary>
    public SlaClock? Clock { get; init; }

    internal static StoodBefore Of(Ticket ticket) => new()
    {
        Status = ticket.Status,
        ResolutionText = ticket.ResolutionText,
        ResolvedAt = ticket.ResolvedAt,
        ConfirmedAt = ticket.ConfirmedAt,
        ReopenRequestedAt = ticket.ReopenRequestedAt,
        ReopenDeclinedAt = ticket.ReopenDeclinedAt,
        RequestWords = ticket.RequestWords,
        Clock = ticket.Clock,
    };

    internal Ticket Restored(Ticket ticket) => ticket with
    {
        Status = Status,
        ResolutionText = ResolutionText,
        ResolvedAt = ResolvedAt,
        ConfirmedAt = ConfirmedAt,
        // A request goes with its words, whenever they went.
        ReopenRequestedAt = !RequestWords.IsEmpty && RequestWords.All(ticket.Withdrawn.Contains) ? null : ReopenRequestedAt,
        ReopenDeclinedAt = ReopenDeclinedAt,
        RequestWords = RequestWords,
        Clock = Clock,
    };
}

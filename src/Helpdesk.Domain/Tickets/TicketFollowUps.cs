namespace Helpdesk.Domain.Tickets;

/// <summary>
/// A customer writes on a ticket that was closed long ago, or asks to reopen it: that is a new ticket, which says what it follows.
/// </summary>
public static class TicketFollowUps
{
    /// <summary>Stands as the description: what the customer wrote is the first comment.</summary>
    public static string Description(string number) => $"Nachfrage zu {number}. / Follow-up to {number}.";

    /// <summary>Stands as the resolution when the customer takes back all that it asked.</summary>
    public const string Withdrawn = "Die Nachfrage wurde zurückgezogen. / The follow-up was withdrawn.";

    /// <summary>
    /// Nobody would know what a follow-up asks once its requester has taken back the words that it began with and nothing else was said to
    /// them: it is closed with them. What staff noted for themselves does not count, since its requester would learn of it.
    /// </summary>
    /// <param name="comment">Goes now. One that an admin takes back leaves the ticket open: its requester still asks.</param>
    public static TicketEvent.Closed? ClosedWith(Ticket ticket, Guid comment, Member member) =>
        ticket is { BeganWith: { } first, IsOver: false }
            && member.Account == ticket.Requester
            && (first == comment || ticket.Withdrawn.Contains(first))
            && ticket.PublicComments - ticket.PublicWithdrawn == 1
            ? new TicketEvent.Closed(ticket.Status, Withdrawn, IsWithdrawn: true) : null;

    /// <param name="closed">As it stands now.</param>
    /// <param name="said">The customer's words; <c>null</c>: they asked to reopen it and said nothing.</param>
    /// <param name="number">Of the new ticket.</param>
    public static Decision<TicketEvent> Open(ClosedTicket closed, AddComment? said, string number, string? group)
    {
        var (id, before) = closed;
        var opened = new TicketEvent.Opened
        {
            Number = number,
            Subject = before.Subject,
            Description = Description(before.Number),
            Priority = before.Priority,
            Category = before.Category,
            Queue = before.Queue,
            Team = before.Team,
            Requester = before.Requester,
            Channel = before.Channel,
            RequesterGroup = group,
            FollowUpOf = new(id, before.Number),
        };
        var linked = new TicketEvent.Linked(id, before.Number, LinkKind.RelatesTo);
        return said is null
            ? new TicketEvent[] { opened, linked }
            : new TicketEvent[] { opened, new TicketEvent.Commented(said.Id, said.Body, Visibility.Public, FromStaff: false), linked };
    }

    /// <summary>
    /// Whether what the customer writes on the closed ticket goes on there, by the rules of that one: who writes three times has one
    /// matter, not three. One that was taken back has ended; one that goes on as another ticket has its customer there.
    /// </summary>
    /// <param name="known">A ticket that the closed one is linked with, as it stands now; <c>null</c>: it is not there.</param>
    public static bool Takes(Ticket? known, ClosedTicket closed) =>
        known is { FollowUpOf: { } before, IsDeleted: false, MergedInto: null } && before.Ticket == closed.Id
            && known.Requester == closed.Ticket.Requester
            && known is not { Status: TicketStatus.Closed, Closings: 0 };

    /// <param name="said">What was written on the closed ticket; <c>null</c>: its customer asked to reopen it and said nothing.</param>
    /// <param name="asks">They asked to reopen it.</param>
    public static Decision<TicketEvent> GoOn(
        Ticket ticket, AddComment? said, bool asks, Member member, CustomerReplies replies, Instant now) =>
        asks && ticket.IsOver ? TicketClosing.Reopen(ticket, said?.Id ?? Guid.Empty, said?.Body, member, replies, now)
            : said is not null ? TicketConversation.Comment(ticket, said, member, replies, now)
            : Decision<TicketEvent>.Nothing;

    /// <summary>Names the other half of the link, whoever has it written: once.</summary>
    public static CommandId Link(TicketId next) => new(CommandId.Derive($"follow-up|{next.Value:D}"), "follow-up", FromKey: true);

    /// <summary>Asked before a number is drawn; by then it may have been reopened.</summary>
    public static Error? Refusal(ClosedTicket closed, AddComment? said, Member member, CustomerReplies replies, Instant now)
    {
        var decided = said is null
            ? TicketClosing.Reopen(closed.Ticket, Guid.Empty, null, member, replies, now)
            : TicketConversation.Comment(closed.Ticket, said, member, replies, now);
        return decided.Refusal is { } refusal ? refusal.Is(TicketErrors.GoesElsewhere) ? null : refusal : TicketErrors.NotClosed;
    }
}

public sealed record ClosedTicket(TicketId Id, Ticket Ticket);

/// <summary>Another ticket, as this one names it.</summary>
public sealed record TicketReference(TicketId Ticket, string Number);

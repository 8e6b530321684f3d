using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Tickets;

/// <summary>What a tenant chose about customers who write when all seemed done.</summary>
/// <param name="FollowUpAfter">So many days of the municipality after a closing a customer's comment is a new ticket.</param>
public sealed record CustomerReplies(AfterResolution AfterResolution, LocalDays FollowUpAfter)
{
    public static readonly CustomerReplies Default = Of(new());

    public static CustomerReplies Of(TenantSettings settings) => new(settings.AfterResolution, settings.FollowUpAfter);
}

/// <summary>
/// Brings what a tenant chose. Answers from memory as a rule; what a tenant changed in another process may take 5 seconds to show.
/// </summary>
public interface ICustomerReplies
{
    ValueTask<CustomerReplies> RepliesTo(TenantId tenant, CancellationToken cancellation);
}

/// <summary>
/// What follows when the requester writes on a ticket that is over: it must reach somebody. Their words are a comment in any case.
/// </summary>
public static class TicketReplies
{
    /// <summary>
    /// The ticket has been closed for so long that what the customer writes is a matter of its own: a new ticket, linked with this one. A
    /// request to reopen that waits for an answer keeps the conversation here.
    /// </summary>
    public static bool GoesElsewhere(Ticket ticket, CustomerReplies replies, Instant now) =>
        ticket is { Status: TicketStatus.Closed, ClosedAt: { } closed, ReopenRequestedAt: null, MergedInto: null }
            && now >= replies.FollowUpAfter.After(closed);

    /// <returns><c>null</c>: the words are all.</returns>
    public static TicketEvent? After(Ticket ticket, CustomerReplies replies) => ticket.Status switch
    {
        TicketStatus.Resolved when replies.AfterResolution == AfterResolution.Reopen => Reopen(ticket),
        TicketStatus.Resolved or TicketStatus.Closed => ticket.ReopenRequestedAt is null ? new TicketEvent.ReopenRequested(null) : null,
        var status when status.AwaitsCustomer() => new TicketEvent.StatusChanged(status, BackToWork(ticket)),
        _ => null,
    };

    /// <summary>The ticket is taken up again; a request for that is granted with it.</summary>
    public static TicketEvent Reopen(Ticket ticket) =>
        new TicketEvent.Reopened(ticket.Status, BackToWork(ticket), null, Granted: ticket.ReopenRequestedAt is not null);

    /// <summary>What somebody says with an act: a public comment of its own, so that nothing that a person wrote is lost.</summary>
    /// <param name="id">Name of the comment.</param>
    /// <param name="words"><c>null</c>: nothing was said.</param>
    public static IEnumerable<TicketEvent> Said(Ticket ticket, Guid id, string? words, Member member) => words is null
        ? [] : [new TicketEvent.Commented(id, words, Visibility.Public, IsFromStaff(ticket, member))];

    /// <summary>Staff who asked for help themselves stand on the customer's side of their own ticket.</summary>
    public static bool IsFromStaff(Ticket ticket, Member member) => member.IsStaff && member.Account != ticket.Requester;

    // Somebody must work on what is in progress; whoever did may have left meanwhile.
    private static TicketStatus BackToWork(Ticket ticket) => ticket.Assignee is null ? TicketStatus.Open : TicketStatus.InProgress;
}

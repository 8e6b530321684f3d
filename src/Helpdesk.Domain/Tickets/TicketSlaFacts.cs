using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// What a ticket's events mean to its clocks: the only place that knows both. The door an event came in by makes no difference.
/// </summary>
public static class TicketSlaFacts
{
    /// <param name="clock"><c>null</c> before the opening, and for a ticket that has no clocks.</param>
    /// <param name="requesterGroup">The requester's group at the opening; not read for later events.</param>
    public static SlaClock? Fold(SlaClock? clock, Recorded<TicketEvent> recorded, string? requesterGroup = null)
    {
        var next = recorded.Event is TicketEvent.Opened opened
            ? SlaClock.Apply(null, recorded.At, new SlaFact.Opened(new(opened.Priority, opened.Category, opened.Queue, requesterGroup)))
            : clock is not null && Of(recorded.Event, clock.Fields) is { } fact ? SlaClock.Apply(clock, recorded.At, fact) : clock;
        return next is not null && recorded.Event.Promised is { } terms
            ? SlaClock.Apply(next, recorded.At, new SlaFact.PolicyApplied(terms))
            : next;
    }

    /// <summary>A person of the staff answered the customer, and the answer counts from then on; <c>null</c>: it is no answer.</summary>
    public static Instant? AnsweredAt(Recorded<TicketEvent> recorded) => recorded.Event switch
    {
        TicketEvent.Commented { FromStaff: true, Visibility: Visibility.Public, Automatic: false, AwaitsMail: false } => recorded.At,
        TicketEvent.AnswerDelivered delivered => delivered.At,
        _ => null,
    };

    private static SlaFact? Of(TicketEvent happened, SlaFields fields) => happened switch
    {
        TicketEvent.PriorityChanged changed => new SlaFact.FieldsChanged(fields with { Priority = changed.To }),
        TicketEvent.CategoryChanged changed => new SlaFact.FieldsChanged(fields with { Category = changed.To }),
        TicketEvent.QueueChanged changed => new SlaFact.FieldsChanged(fields with { Queue = changed.To }),
        TicketEvent.Commented { Visibility: Visibility.Internal } => null,
        TicketEvent.Commented { FromStaff: true } commented => new SlaFact.StaffCommented(commented.Automatic, commented.AwaitsMail),
        TicketEvent.AnswerDelivered delivered => new SlaFact.AnswerDelivered(delivered.At),
        TicketEvent.Commented { Automatic: false } or TicketEvent.ReopenRequested => new SlaFact.CustomerCommented(),
        TicketEvent.ResolutionConfirmed or TicketEvent.ReopenRequestWithdrawn => new SlaFact.CustomerSatisfied(),
        TicketEvent.StatusChanged changed => new SlaFact.StatusChanged(changed.To),
        TicketEvent.Resolved => new SlaFact.StatusChanged(TicketStatus.Resolved),
        TicketEvent.Closed { IsWithdrawn: false } => new SlaFact.StatusChanged(TicketStatus.Closed),
        TicketEvent.Reopened reopened => new SlaFact.StatusChanged(reopened.To),
        TicketEvent.SlaMomentReached reached => new SlaFact.MomentReached(reached.Moment),
        TicketEvent.Merged or TicketEvent.Deleted or TicketEvent.Closed => new SlaFact.Withdrawn(),
        TicketEvent.Unmerged unmerged => new SlaFact.Restored(unmerged.To),
        _ => null,
    };
}

using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Tickets;

/// <summary>What the clocks of a ticket say, as it is written beside the ticket: for lists, and for the sweeper that looks again.</summary>
/// <param name="DueAt">The nearest due time of the targets that run; <c>null</c>: none runs.</param>
/// <param name="State"><c>null</c>: nothing is promised.</param>
/// <param name="NextLook">When something will be owed, or has been since; <c>null</c>: never.</param>
/// <param name="CloseAt">When a resolved ticket closes by itself; <c>null</c>: it does not.</param>
public sealed record TicketPlan(Instant? DueAt, SlaState? State, Instant? NextLook, Instant? CloseAt)
{
    /// <summary>The target that is due at <see cref="DueAt"/>; <c>null</c>: none, or planned before December 2026.</summary>
    public SlaTarget? DueTarget { get; init; }

    public static readonly TicketPlan None = new(null, null, null, null);
}

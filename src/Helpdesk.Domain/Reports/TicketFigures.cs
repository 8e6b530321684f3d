using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Reports;

/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive, and not later than now: what lies ahead is not counted.</param>
public sealed record ReportPeriod(Instant From, Instant To)
{
    public bool Holds(Instant at) => at >= From && at < To;
}

/// <summary>
/// Until when histories are known. It does not depend on the period: what is counted in a month is counted in its quarter and year, too.
/// </summary>
/// <param name="Now">Exclusive.</param>
/// <param name="Objection">How long after a closing a customer can ask to take the ticket up again.</param>
public sealed record ReportKnowledge(Instant Now, LocalDays Objection);

/// <summary>What a ticket is counted under: as it is known now.</summary>
public sealed record ReportKeys(Priority Priority, string? Category, string? Queue, string? Team, AccountId? Assignee);

/// <summary>Something that took time.</summary>
/// <param name="At">When it was reached.</param>
/// <param name="Calendar">By the clock on the wall, from the opening.</param>
/// <param name="Clock">
/// As the promise counts it: in business hours where the policy has a calendar, without pauses. <c>null</c>: nothing was promised.
/// </param>
public sealed record ReachedTime(Instant At, Duration Calendar, Duration? Clock)
{
    /// <summary>A ticket that ended without anybody having answered: no first response, though the promise of one ended.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>The ticket may still be taken up again, and then counts where it is resolved next.</summary>
    public bool MayChange { get; init; }
}

/// <summary>A promise that was decided: kept when it ended in time, missed when it came due before.</summary>
public sealed record DecidedPromise(SlaTarget Target, Instant At, bool IsMet)
{
    /// <summary>The ticket may still be taken up again, and then the promise is open again.</summary>
    public bool MayChange { get; init; }
}

/// <param name="IsReopened">Staff took the ticket up again afterwards, whenever that was.</param>
public sealed record ReportedResolution(Instant At, bool IsReopened)
{
    /// <summary>The ticket may still be taken up again.</summary>
    public bool MayChange { get; init; }
}

/// <param name="Score">What its rating says now; <c>null</c>: not rated.</param>
public sealed record ReportedClosing(Instant At, int? Score)
{
    /// <summary>It may still be rated by the link, or its rating changed.</summary>
    public bool MayChange { get; init; }
}

/// <param name="To">Exclusive; <c>null</c>: still open.</param>
public sealed record OpenSpan(Instant From, Instant? To)
{
    public bool Holds(Instant at) => at >= From && (To is null || at < To);
}

/// <summary>
/// All that reports count of one ticket in one period, from its events alone: folding them again gives the same figures, always. The period
/// only picks: whatever it is, each thing is counted at the same moment in the same way.
/// </summary>
public sealed record TicketFigures(
    ReportKeys Keys,
    Instant OpenedAt,
    ReachedTime? FirstResponse,
    ReachedTime? Resolution,
    IReadOnlyList<DecidedPromise> Promises,
    IReadOnlyList<ReportedResolution> Resolutions,
    IReadOnlyList<ReportedClosing> Closings,
    IReadOnlyList<OpenSpan> Open)
{
    /// <param name="course">From the opening up to now.</param>
    /// <param name="rules">Every version that the ticket's terms name.</param>
    public static TicketFigures Of(TicketCourse course, SlaRules rules, ReportPeriod period, ReportKnowledge known) =>
        new TicketReading(rules, known).Read(course, period);
}

/// <summary>
/// A ticket's events, each with the ticket as it left it: folded once, for whoever must see the end before asking about the way.
/// </summary>
public sealed record TicketCourse(IReadOnlyList<(Recorded<TicketEvent> Recorded, Ticket After)> Steps)
{
    public Ticket End => Steps[^1].After;

    /// <param name="history">At least the opening.</param>
    public static TicketCourse Of(IReadOnlyList<Recorded<TicketEvent>> history)
    {
        var steps = new List<(Recorded<TicketEvent>, Ticket)>(history.Count);
        Ticket? ticket = null;
        foreach (var recorded in history)
            steps.Add((recorded, ticket = Ticket.Apply(ticket, recorded)));
        return new(steps);
    }
}

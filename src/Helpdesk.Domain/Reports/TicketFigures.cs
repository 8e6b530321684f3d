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
/// Everything is counted as it was known so long after it happened; whatever becomes known later counts in its own month, if it counts. So
/// figures become final, whoever does what to old tickets. It does not depend on the period: what is counted in a month is counted in its
/// quarter and year, too.
/// </summary>
public static class ReportFinality
{
    /// <summary>
    /// Days of 24 hours, whatever the tenant's zone: a setting must not make final figures preliminary again. A closing can be rated by its
    /// link for 30 days and the rating changed for seven, a ticket closes by itself 14 days after it was resolved and customers object for
    /// 14 more: all of that fits in.
    /// </summary>
    public static readonly Duration After = Duration.FromDays(Days);

    public const int Days = 45;

    /// <summary>What happened at that moment is counted for good now.</summary>
    public static bool Reaches(Instant at, Instant now) => at + After <= now;
}

/// <summary>What a ticket is counted under.</summary>
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
}

/// <summary>A promise that was decided: kept when it ended in time, missed when it came due before.</summary>
public sealed record DecidedPromise(SlaTarget Target, Instant At, bool IsMet);

/// <param name="IsReopened">Staff took the ticket up again before the resolution was final.</param>
public sealed record ReportedResolution(Instant At, bool IsReopened);

/// <param name="Score">What its rating says; <c>null</c>: not rated.</param>
public sealed record ReportedClosing(Instant At, int? Score);

/// <param name="To">Exclusive; <c>null</c>: still open.</param>
public sealed record OpenSpan(Instant From, Instant? To)
{
    public bool Holds(Instant at) => at >= From && (To is null || at < To);
}

/// <summary>
/// All that reports count of one ticket in one stretch of time, from its events alone: folding them again gives the same figures, always.
/// A ticket has several of them when it changed after something of it was final. The period only picks: whatever it is, each thing is
/// counted at the same moment in the same way.
/// </summary>
public sealed record TicketFigures
{
    public required ReportKeys Keys { get; init; }

    /// <summary>The part of the period that these figures are for.</summary>
    public required ReportPeriod Counted { get; init; }
    public required Instant OpenedAt { get; init; }

    /// <summary>The first public answer by a person of the staff.</summary>
    public required ReachedTime? FirstResponse { get; init; }

    /// <summary>The end of a ticket that nobody has answered.</summary>
    public required ReachedTime? Unanswered { get; init; }
    public required ReachedTime? Resolution { get; init; }
    public required IReadOnlyList<DecidedPromise> Promises { get; init; }
    public required IReadOnlyList<ReportedResolution> Resolutions { get; init; }

    /// <summary>When it was taken up again after its resolution was final.</summary>
    public required IReadOnlyList<Instant> LateReopenings { get; init; }
    public required IReadOnlyList<ReportedClosing> Closings { get; init; }
    public required IReadOnlyList<OpenSpan> Open { get; init; }

    /// <param name="course">From the opening up to now.</param>
    /// <param name="rules">
    /// Every version that the ticket's terms name; <c>null</c>: they cannot be read. Then there are neither promises nor their clocks, and
    /// all else as ever.
    /// </param>
    /// <param name="now">Exclusive: until when the history is known; not before the end of the period.</param>
    public static IEnumerable<TicketFigures> Of(TicketCourse course, SlaRules? rules, ReportPeriod period, Instant now) =>
        new TicketReading(rules, now).Read(course, period);
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

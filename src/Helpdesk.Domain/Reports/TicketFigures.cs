using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Reports;

/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive, and not later than now: what lies ahead is not counted.</param>
public sealed record ReportPeriod(Instant From, Instant To)
{
    public bool Holds(Instant at) => at >= From && at < To;
}

/// <summary>What a ticket is counted under: as it stands at the end of the period.</summary>
public sealed record ReportKeys(Priority Priority, string? Category, string? Queue, string? Team, AccountId? Assignee);

/// <summary>Something that took time.</summary>
/// <param name="At">When it was reached.</param>
/// <param name="Calendar">By the clock on the wall, from the opening.</param>
/// <param name="Clock">
/// As the promise counts it: in business hours where the policy has a calendar, without pauses. <c>null</c>: nothing was promised.
/// </param>
public sealed record ReachedTime(Instant At, Duration Calendar, Duration? Clock);

/// <summary>A promise that was decided: kept when it ended in time, missed when it came due before.</summary>
public sealed record DecidedPromise(SlaTarget Target, Instant At, bool IsMet);

/// <param name="IsReopened">Staff took the ticket up again afterwards, by the end of the period.</param>
public sealed record ReportedResolution(Instant At, bool IsReopened);

/// <param name="Score">What its rating says at the end of the period; <c>null</c>: not rated.</param>
public sealed record ReportedClosing(Instant At, int? Score);

/// <param name="To">Exclusive; <c>null</c>: still open.</param>
public sealed record OpenSpan(Instant From, Instant? To)
{
    public bool Holds(Instant at) => at >= From && (To is null || at < To);
}

/// <summary>
/// All that reports count of one ticket in one period, from its events alone: folding them again gives the same figures, always.
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
    /// <param name="course">From the opening up to the end of the period.</param>
    /// <param name="rules">Every version that the ticket's terms name.</param>
    public static TicketFigures Of(TicketCourse course, SlaRules rules, ReportPeriod period) =>
        new TicketReading(rules, period).Read(course);
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

/// <summary>One walk along a ticket's history.</summary>
internal sealed class TicketReading(SlaRules rules, ReportPeriod period)
{
    private readonly List<DecidedPromise> promises = [];
    private readonly List<ReportedResolution> resolutions = [];
    private readonly List<ReportedClosing> closings = [];
    private readonly List<OpenSpan> open = [];
    private ReachedTime? firstResponse;

    public TicketFigures Read(TicketCourse course)
    {
        SlaClock? before = null;
        foreach (var (recorded, after) in course.Steps)
        {
            NoteAnswers(before, after.Clock, recorded.At);
            NoteEnds(recorded);
            NoteOpen(after, recorded.At);
            before = after.Clock;
        }

        var ticket = course.End;
        var resolution = NoteResolution(ticket);
        return new(
            new(ticket.Priority, ticket.Category, ticket.Queue, ticket.Team, ticket.Assignee), ticket.CreatedAt, firstResponse, resolution,
            [.. promises.Where(promise => period.Holds(promise.At))], [.. resolutions.Where(end => period.Holds(end.At))],
            [.. closings.Where(closing => period.Holds(closing.At))], open);
    }

    // What was answered before the period was decided before it, too.
    private void NoteAnswers(SlaClock? before, SlaClock? after, Instant at)
    {
        if (before is null || after is null || at < period.From)
            return;

        var isFirst = before.FirstAnsweredAt is null && after.FirstAnsweredAt is not null;
        var isNext = before.Wait is { AnsweredAt: null } && after.Wait is { AnsweredAt: not null };
        if (!isFirst && !isNext)
            return;

        var standings = SlaEvaluation.Of(after, rules, at).Targets;
        if (isFirst)
        {
            var standing = Decide(standings, SlaTarget.FirstResponse);
            firstResponse = new(at, at - after.OpenedAt, standing?.Elapsed);
        }

        if (isNext)
            _ = Decide(standings, SlaTarget.NextResponse);
    }

    private void NoteEnds(Recorded<TicketEvent> recorded)
    {
        switch (recorded.Event)
        {
            case TicketEvent.Closed { From: TicketStatus.Resolved }:
                closings.Add(new(recorded.At, null));
                break;
            case TicketEvent.Closed:
                resolutions.Add(new(recorded.At, IsReopened: false));
                closings.Add(new(recorded.At, null));
                break;
            case TicketEvent.Resolved:
                resolutions.Add(new(recorded.At, IsReopened: false));
                break;
            case TicketEvent.Reopened when resolutions.Count > 0:
                resolutions[^1] = resolutions[^1] with { IsReopened = true };
                break;
            case TicketEvent.Rated rated when rated.Closing <= closings.Count:
                closings[rated.Closing - 1] = closings[rated.Closing - 1] with { Score = rated.Score };
                break;
            default:
                break;
        }
    }

    private void NoteOpen(Ticket ticket, Instant at)
    {
        var isOpen = ticket is { IsOver: false, IsDeleted: false };
        var wasOpen = open.Count > 0 && open[^1].To is null;
        if (isOpen && !wasOpen)
            open.Add(new(at, null));
        else if (!isOpen && wasOpen)
            open[^1] = open[^1] with { To = at };
    }

    // As things stand at the end of the period: a ticket that was reopened and resolved again counts once, where it was resolved last.
    private ReachedTime? NoteResolution(Ticket ticket)
    {
        if (ticket.Clock is not { IsWithdrawn: false } clock || clock.ResolvedAt < period.From)
            return null;

        var standings = SlaEvaluation.Of(clock, rules, period.To).Targets;
        var resolution = Decide(standings, SlaTarget.Resolution);
        foreach (var target in (SlaTarget[])[SlaTarget.FirstResponse, SlaTarget.NextResponse])
        {
            if (standings.Any(standing => standing.Target == target && standing.EndedAt is null))
                _ = Decide(standings, target);
        }

        return clock.ResolvedAt is { } at && period.Holds(at) ? new(at, at - clock.OpenedAt, resolution?.Elapsed) : null;
    }

    private SlaStanding? Decide(IReadOnlyList<SlaStanding> standings, SlaTarget target)
    {
        var standing = standings.FirstOrDefault(one => one.Target == target);
        if (standing is { Verdict: SlaVerdict.Settled { Met: true }, EndedAt: { } ended })
            promises.Add(new(target, ended, IsMet: true));
        else if (standing is { IsMissed: true, DueAt: { } due })
            promises.Add(new(target, due, IsMet: false));
        return standing;
    }
}

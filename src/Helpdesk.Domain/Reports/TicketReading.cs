using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Reports;

/// <summary>One walk along a ticket's history, as far as it is known.</summary>
internal sealed class TicketReading(SlaRules rules, ReportKnowledge known)
{
    private readonly List<DecidedPromise> promises = [];
    private readonly List<ReportedResolution> resolutions = [];
    private readonly List<ReportedClosing> closings = [];
    private readonly List<OpenSpan> open = [];
    private ReachedTime? firstResponse;

    public TicketFigures Read(TicketCourse course, ReportPeriod period)
    {
        SlaClock? before = null;
        foreach (var (recorded, after) in course.Steps)
        {
            NoteAnswers(before, after.Clock, recorded);
            NoteEnds(recorded);
            NoteOpen(after, recorded.At);
            before = after.Clock;
        }

        var ticket = course.End;
        var resolution = NoteResolution(ticket);
        NoteWhatMayChange(ticket);
        return new(
            new(ticket.Priority, ticket.Category, ticket.Queue, ticket.Team, ticket.Assignee), ticket.CreatedAt,
            InPeriod(firstResponse), InPeriod(resolution),
            [.. promises.Where(promise => period.Holds(promise.At))], [.. resolutions.Where(end => period.Holds(end.At))],
            [.. closings.Where(closing => period.Holds(closing.At))], open);

        ReachedTime? InPeriod(ReachedTime? reached) => reached is not null && period.Holds(reached.At) ? reached : null;
    }

    private void NoteAnswers(SlaClock? before, SlaClock? after, Recorded<TicketEvent> recorded)
    {
        if (before is null || after is null)
            return;

        var isFirst = before.FirstAnsweredAt is null && after.FirstAnsweredAt is not null;
        var isNext = before.Wait is { AnsweredAt: null } && after.Wait is { AnsweredAt: not null };
        if (!isFirst && !isNext)
            return;

        var at = recorded.At;
        var standings = SlaEvaluation.Of(after, rules, at).Targets;
        if (isFirst)
        {
            var standing = Decide(standings, SlaTarget.FirstResponse);
            firstResponse = new(at, at - after.OpenedAt, standing?.Elapsed) { IsUnanswered = Ends(recorded.Event) };
        }

        if (isNext)
            _ = Decide(standings, SlaTarget.NextResponse);
    }

    private static bool Ends(TicketEvent happened) => happened is TicketEvent.Resolved or TicketEvent.Closed
        or TicketEvent.StatusChanged or TicketEvent.Unmerged;

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

    // As things stand now: a ticket that was reopened and resolved again counts once, where it was resolved last.
    private ReachedTime? NoteResolution(Ticket ticket)
    {
        if (ticket.Clock is not { IsWithdrawn: false } clock)
            return null;

        var standings = SlaEvaluation.Of(clock, rules, known.Now).Targets;
        var resolution = Decide(standings, SlaTarget.Resolution);
        foreach (var target in (SlaTarget[])[SlaTarget.FirstResponse, SlaTarget.NextResponse])
        {
            if (standings.Any(standing => standing.Target == target && standing.EndedAt is null))
                _ = Decide(standings, target);
        }

        return clock.ResolvedAt is { } at ? new(at, at - clock.OpenedAt, resolution?.Elapsed) { MayChange = MayReopen(ticket) } : null;
    }

    private void NoteWhatMayChange(Ticket ticket)
    {
        if (MayReopen(ticket))
        {
            if (resolutions.Count > 0)
                resolutions[^1] = resolutions[^1] with { MayChange = !resolutions[^1].IsReopened };
            var kept = promises.FindIndex(promise => promise is { Target: SlaTarget.Resolution, IsMet: true });
            if (kept >= 0)
                promises[kept] = promises[kept] with { MayChange = true };
        }

        if (closings.Count > 0 && TicketSatisfaction.IsClosed(ticket))
            closings[^1] = closings[^1] with { MayChange = MayBeRated(ticket, closings[^1].At) };
    }

    // Staff can take up any ticket at any time; what is counted on is the customer's objection.
    private bool MayReopen(Ticket ticket) => ticket is { IsOver: true, IsDeleted: false, MergedInto: null } && (
        ticket is { Status: TicketStatus.Resolved } or { ReopenRequestedAt: not null }
        || (ticket.ClosedAt is { } closed && known.Now < known.Objection.After(closed)));

    private bool MayBeRated(Ticket ticket, Instant closed) => known.Now < (ticket.Rating is { } given && given.Closing == ticket.Closings
        ? given.GivenAt + Satisfaction.ChangeableFor
        : closed + SatisfactionLink.Lifetime);

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

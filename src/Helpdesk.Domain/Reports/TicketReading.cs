using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Reports;

/// <summary>
/// One walk along a ticket's history. After each event it stands still and counts those moments that became final before the next event:
/// they are counted as the ticket stands then, and never again.
/// </summary>
/// <param name="rules"><c>null</c>: what was promised cannot be read, so no promise is counted and no clock of one.</param>
/// <param name="now">Exclusive: until when the history is known.</param>
internal sealed class TicketReading(SlaRules? rules, Instant now)
{
    private readonly PromiseReading? promises = rules is null ? null : new(rules);
    private readonly List<ReportedResolution> resolutions = [];
    private readonly List<Instant> lateReopenings = [];
    private readonly List<ReportedClosing> closings = [];
    private readonly List<OpenSpan> open = [];
    private ReachedTime? firstResponse;

    public IEnumerable<TicketFigures> Read(TicketCourse course, ReportPeriod period)
    {
        var opened = course.Steps[0].Recorded.At;
        SlaClock? before = null;
        for (var i = 0; i < course.Steps.Count; i++)
        {
            var (recorded, after) = course.Steps[i];
            NoteAnswers(before, after.Clock, recorded);
            NoteEnds(recorded);
            NoteOpen(after, recorded.At);
            before = after.Clock;

            Instant? next = i + 1 < course.Steps.Count ? course.Steps[i + 1].Recorded.At : null;
            var counted = new ReportPeriod(
                i == 0 ? period.From : Instant.Max(period.From, FirstAfter(recorded.At)),
                next is { } until ? Instant.Min(period.To, FirstAfter(until)) : period.To);
            if (counted.From < counted.To && counted.To > opened && !after.IsDeleted)
                yield return Figures(after, counted, next ?? now);
        }
    }

    // The first moment that is not final yet when this happens.
    private static Instant FirstAfter(Instant happened) => happened - ReportFinality.After + Backlog.Smallest;

    private TicketFigures Figures(Ticket ticket, ReportPeriod counted, Instant known)
    {
        var clock = ticket.Clock is { IsWithdrawn: false } running ? running : null;
        var standings = clock is null || rules is null ? [] : SlaEvaluation.Of(clock, rules, known).Targets;
        return new()
        {
            Keys = new(ticket.Priority, ticket.Category, ticket.Queue, ticket.Team, ticket.Assignee),
            Counted = counted,
            OpenedAt = ticket.CreatedAt,
            FirstResponse = Picked(firstResponse),
            Unanswered = firstResponse is null && clock?.ResolvedAt is { } ended
                ? Picked(new(ended, ended - clock.OpenedAt, null) { IsUnanswered = true }) : null,
            Resolution = clock?.ResolvedAt is { } resolved
                ? Picked(new(resolved, resolved - clock.OpenedAt, ElapsedIn(standings, SlaTarget.Resolution))) : null,
            Promises = [.. promises?.With(standings).Where(promise => counted.Holds(promise.At)) ?? []],
            Resolutions = [.. resolutions.Where(end => counted.Holds(end.At))],
            LateReopenings = [.. lateReopenings.Where(counted.Holds)],
            Closings = [.. closings.Where(closing => counted.Holds(closing.At))],
            Open = open.ToList(),
        };

        ReachedTime? Picked(ReachedTime? reached) => reached is not null && counted.Holds(reached.At) ? reached : null;
    }

    // The promise of a first response ends with the ticket; who was answered only afterwards was answered all the same.
    private void NoteAnswers(SlaClock? before, SlaClock? after, Recorded<TicketEvent> recorded)
    {
        if (before is null || after is null)
            return;

        var standings = promises?.Note(before, after, recorded) ?? [];
        if (TicketSlaFacts.AnsweredAt(recorded) is { } answered && !(firstResponse?.At <= answered))
        {
            firstResponse = new(
                answered, answered - after.OpenedAt,
                before.FirstAnsweredAt <= answered ? null : ElapsedIn(standings, SlaTarget.FirstResponse));
        }
    }

    private static Duration? ElapsedIn(IReadOnlyList<SlaStanding> standings, SlaTarget target) =>
        standings.FirstOrDefault(standing => standing.Target == target)?.Elapsed;

    private void NoteEnds(Recorded<TicketEvent> recorded)
    {
        switch (recorded.Event)
        {
            case TicketEvent.Closed { IsWithdrawn: true }:
                break;
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
                if (ReportFinality.Reaches(resolutions[^1].At, recorded.At))
                    lateReopenings.Add(recorded.At);
                else
                    resolutions[^1] = resolutions[^1] with { IsReopened = true };
                break;
            case TicketEvent.TakenBack { To: TicketStatus.Resolved } when resolutions.Count > 0:
                if (resolutions[^1].IsReopened)
                    resolutions[^1] = resolutions[^1] with { IsReopened = false };
                else if (lateReopenings.Count > 0)
                    lateReopenings.RemoveAt(lateReopenings.Count - 1);
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
}

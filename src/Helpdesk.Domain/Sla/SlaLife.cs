using Helpdesk.Domain.Sla.Calendars;
using NodaTime;

namespace Helpdesk.Domain.Sla;

/// <summary>Which part of a ticket's history belongs to a target, and what each stretch of it means.</summary>
internal static class SlaLife
{
    /// <returns><c>null</c>: not started, not promised, or the ticket is withdrawn.</returns>
    public static SlaTimeline? Of(SlaClock clock, SlaRules rules, SlaTarget target)
    {
        if (clock.IsWithdrawn || Span(clock, target) is not var (start, end))
            return null;

        var stretches = Stretches(clock, rules, target, start, end).ToList();
        return stretches[^1].Objective is null ? null : new(start, end, stretches);
    }

    private static (Instant Start, Instant? End)? Span(SlaClock clock, SlaTarget target) => target switch
    {
        SlaTarget.FirstResponse => (clock.OpenedAt, clock.FirstAnsweredAt),
        SlaTarget.NextResponse => clock.Wait is { } wait ? (wait.Since, wait.AnsweredAt) : null,
        _ => (clock.OpenedAt, clock.ResolvedAt),
    };

    private static IEnumerable<SlaStretch> Stretches(SlaClock clock, SlaRules rules, SlaTarget target, Instant start, Instant? end)
    {
        var changes = clock.Statuses.Select(span => span.From).Concat(clock.Eras.Select(era => era.From))
            .Where(at => at > start && (end is null || at < end))
            .Prepend(start).Distinct().Order().ToList();

        // Both lists are in order of time and are walked once: tickets with thousands of changes exist.
        var (spans, eras) = (0, 0);
        for (var at = 0; at < changes.Count; at++)
        {
            while (spans < clock.Statuses.Length && clock.Statuses[spans].From <= changes[at])
                spans++;
            while (eras < clock.Eras.Length && clock.Eras[eras].From <= changes[at])
                eras++;

            var status = clock.Statuses[spans - 1];
            var era = eras == 0 ? null : clock.Eras[eras - 1];
            var objective = era is null ? null : rules.Objective(era, target);
            yield return new(
                changes[at],
                at + 1 < changes.Count ? changes[at + 1] : null,
                Reason(rules, target, status, era, objective),
                objective is null ? BusinessCalendar.AlwaysOpen : rules.Calendar(era!.Terms, objective),
                era,
                objective);
        }
    }

    private static SegmentReason Reason(SlaRules rules, SlaTarget target, SlaStatusSpan status, SlaEra? era, SlaObjective? objective)
    {
        if (status.IsWithdrawn)
            return SegmentReason.Withdrawn;
        if (target == SlaTarget.Resolution && status.IsOver)
            return SegmentReason.Resolved;
        if (objective is null)
            return SegmentReason.NoTarget;

        return rules.Policy(era!.Terms).IsPaused(target, status.Status) ? SegmentReason.Paused : SegmentReason.Running;
    }
}

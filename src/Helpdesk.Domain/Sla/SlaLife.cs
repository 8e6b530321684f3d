using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>Which part of a ticket's history belongs to a target, and what each stretch of it means.</summary>
internal static class SlaLife
{
    /// <returns><c>null</c>: not started, not promised, or the ticket is withdrawn.</returns>
    public static SlaTimeline? Of(SlaClock clock, SlaRules rules, SlaTarget target)
    {
        if (clock.IsWithdrawn || Span(clock, target) is not var (start, end))
            return null;

        var stretches = Stretches(clock, rules, target, start, end);
        return stretches[^1].Objective is null ? null : new(start, end, stretches);
    }

    private static (Instant Start, Instant? End)? Span(SlaClock clock, SlaTarget target) => target switch
    {
        SlaTarget.FirstResponse => (clock.OpenedAt, clock.FirstAnsweredAt),
        SlaTarget.NextResponse => clock.Wait is { } wait ? (wait.Since, wait.AnsweredAt) : null,
        _ => (clock.OpenedAt, clock.ResolvedAt),
    };

    // Both lists are in order of time and are walked once: tickets with thousands of changes exist.
    private static List<SlaStretch> Stretches(SlaClock clock, SlaRules rules, SlaTarget target, Instant start, Instant? end)
    {
        var stretches = new List<SlaStretch>(1);
        var (spans, eras) = (0, 0);
        Instant? from = start;
        while (from is { } begins)
        {
            while (spans < clock.Statuses.Length && clock.Statuses[spans].From <= begins)
                spans++;
            while (eras < clock.Eras.Length && clock.Eras[eras].From <= begins)
                eras++;

            var to = NextChange(clock, spans, eras) is { } change && (end is null || change < end) ? change : (Instant?)null;
            stretches.Add(Stretch(rules, target, clock.Statuses[spans - 1], eras == 0 ? null : clock.Eras[eras - 1], begins, to));
            from = to;
        }

        return stretches;
    }

    private static Instant? NextChange(SlaClock clock, int span, int era)
    {
        Instant? status = span < clock.Statuses.Length ? clock.Statuses[span].From : null;
        Instant? promise = era < clock.Eras.Length ? clock.Eras[era].From : null;
        return status is { } one && promise is { } other ? Instant.Min(one, other) : status ?? promise;
    }

    private static SlaStretch Stretch(SlaRules rules, SlaTarget target, SlaStatusSpan status, SlaEra? era, Instant from, Instant? to)
    {
        var objective = era is null ? null : rules.Objective(era, target);
        return new(
            from, to, Reason(rules, target, status, era, objective),
            objective is null ? BusinessCalendar.AlwaysOpen : rules.Calendar(era!.Terms, objective), era, objective);
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

using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>A stretch that does not count, whatever the calendar says.</summary>
/// <param name="To">Exclusive.</param>
public readonly record struct PauseSpan(Instant From, Instant To);

/// <summary>Opened then: due when, and why. The counted segments sum exactly to the target.</summary>
/// <param name="Segments">From the opening to <paramref name="DueAt"/>, in order and without gaps.</param>
public sealed record SlaForecast(Instant DueAt, IReadOnlyList<SlaSegment> Segments, BusinessCalendar Calendar, string ZoneData);

/// <summary>What the stored policies would promise a ticket.</summary>
/// <param name="Why">Why this policy won.</param>
/// <param name="DueAt">The nearest of the targets; <c>null</c>: the policy promises nothing, or nothing that ever comes due.</param>
public sealed record SlaPromise(SlaPolicy Policy, string Why, Instant? DueAt, IReadOnlyList<SlaExplanation> Targets);

/// <summary>Answers without a ticket: tries a calendar that is not stored, or what the stored policies would promise.</summary>
public static class SlaPreview
{
    /// <param name="calendar"><see cref="BusinessCalendar.AlwaysOpen"/> for calendar time.</param>
    /// <param name="pauses">In any order; they may overlap each other and reach outside the target's life.</param>
    public static Result<SlaForecast> Of(Instant openedAt, Duration target, BusinessCalendar calendar, IReadOnlyList<PauseSpan> pauses)
    {
        if (Faults(openedAt, target, pauses).ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);

        var life = new SlaTimeline(openedAt, null, Stretches(openedAt, calendar, pauses));
        return life.When(target) is { } due
            ? new SlaForecast(due, life.Segments(due, due), calendar, TimeZones.Version)
            : Error.Invalid(SlaErrors.NeverDue("/target",
                "In zehn Jahren ist der Kalender nicht so lange offen.", "within ten years the calendar is not open for so long."));
    }

    /// <summary>What a book would promise a ticket that is opened then, for each target that starts with the opening.</summary>
    /// <param name="calendars">Those of the tenant, in their present versions.</param>
    /// <param name="pauses">As in the other form, for targets that the policy pauses.</param>
    public static Result<SlaPromise> Of(
        Instant openedAt,
        SlaFields ticket,
        SlaPolicyBook book,
        IReadOnlyDictionary<Guid, BusinessCalendar> calendars,
        IReadOnlyList<PauseSpan> pauses)
    {
        if (Faults(openedAt, null, pauses).ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);

        var terms = SlaTerms.Of(book, ticket, calendars.ToDictionary(pair => pair.Key, pair => pair.Value.Origin!.Value.Version));
        var clock = Imagined(openedAt, ticket, terms, pauses);
        var rules = new SlaRules([book], calendars.Values);
        var due = SlaEvaluation.Of(clock, rules, openedAt).DueAt;
        return new SlaPromise(rules.Policy(terms), terms.Why, due, SlaExplanation.Of(clock, rules, openedAt));
    }

    // A ticket whose future is known: it waits on the customer in every pause.
    private static SlaClock Imagined(Instant openedAt, SlaFields ticket, SlaTerms terms, IReadOnlyList<PauseSpan> pauses)
    {
        var clock = SlaClock.Apply(null, openedAt, new SlaFact.Opened(ticket));
        clock = SlaClock.Apply(clock, openedAt, new SlaFact.PolicyApplied(terms));
        foreach (var pause in Merge(pauses).Where(pause => pause.To > openedAt))
        {
            var paused = new SlaFact.StatusChanged(TicketStatuses.All.First(status => status.AwaitsCustomer()));
            clock = SlaClock.Apply(clock, Instant.Max(pause.From, openedAt), paused);
            clock = SlaClock.Apply(clock, pause.To, new SlaFact.StatusChanged(TicketStatus.InProgress));
        }

        return clock;
    }

    /// <summary>All that is wrong with a question, but for what calendars decide.</summary>
    public static IEnumerable<FieldError> Faults(Instant openedAt, Duration? target, IReadOnlyList<PauseSpan> pauses)
    {
        if (!IsInRange(openedAt))
            yield return SlaErrors.OutOfRange("/opened_at");
        if (target is { } within && SlaPolicyChecks.OfTarget(within, "/target") is { } fault)
            yield return fault;
        if (pauses.Count > SlaLimits.Pauses)
            yield return FieldError.TooMany("/pauses", SlaLimits.Pauses);

        foreach (var (pause, at) in pauses.Select((pause, at) => (pause, at)))
        {
            if (!IsInRange(pause.From) || !IsInRange(pause.To))
                yield return SlaErrors.OutOfRange($"/pauses/{at}");
            else if (pause.To <= pause.From)
                yield return FieldCode.BadPause.At($"/pauses/{at}");
        }
    }

    private static List<SlaStretch> Stretches(Instant openedAt, BusinessCalendar calendar, IReadOnlyList<PauseSpan> pauses)
    {
        var stretches = new List<SlaStretch>();
        var at = openedAt;
        foreach (var pause in Merge(pauses).Where(pause => pause.To > openedAt))
        {
            if (pause.From > at)
                stretches.Add(new(at, pause.From, SegmentReason.Running, calendar));
            stretches.Add(new(Instant.Max(pause.From, openedAt), pause.To, SegmentReason.Paused, calendar));
            at = pause.To;
        }

        return [.. stretches, new(at, null, SegmentReason.Running, calendar)];
    }

    private static List<PauseSpan> Merge(IReadOnlyList<PauseSpan> pauses)
    {
        var merged = new List<PauseSpan>();
        foreach (var pause in pauses.OrderBy(pause => pause.From))
        {
            if (merged.Count > 0 && pause.From <= merged[^1].To)
                merged[^1] = merged[^1] with { To = Instant.Max(merged[^1].To, pause.To) };
            else
                merged.Add(pause);
        }

        return merged;
    }

    private static bool IsInRange(Instant moment) => moment.InUtc().Year is >= SlaLimits.FirstYear and <= SlaLimits.LastYear;
}

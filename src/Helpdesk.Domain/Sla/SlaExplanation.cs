using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>Why a ticket is due when it is.</summary>
/// <param name="State"><c>null</c>: nothing is promised.</param>
/// <param name="DueAt">The nearest of the targets that run.</param>
public sealed record TicketSla(SlaState? State, Instant? DueAt, IReadOnlyList<SlaExplanation> Targets)
{
    /// <summary>
    /// When the first answer was written that counts as soon as its mail is accepted; <c>null</c>: none waits for that.
    /// </summary>
    public Instant? AwaitsMailSince { get; init; }

    /// <param name="clock"><c>null</c>: nothing was ever promised.</param>
    public static TicketSla Of(SlaClock? clock, SlaRules rules, Instant now)
    {
        if (clock is null)
            return new(null, null, []);
        var evaluation = SlaEvaluation.Of(clock, rules, now);
        return new(evaluation.State, evaluation.DueAt, SlaExplanation.Of(clock, rules, now));
    }
}

/// <summary>
/// Why a target is due when it is: every stretch of its life, counted or not, in order and without gaps. The counted segments that end by
/// <see cref="SlaStanding.DueAt"/> sum exactly to the target; those that end by now sum to <see cref="SlaStanding.Elapsed"/>.
/// </summary>
/// <param name="Terms">
/// The promise that holds now, with the reason why this policy won. Segments name the one that spoke at their time.
/// </param>
/// <param name="Calendar">What is counted by now.</param>
/// <param name="Segments">Until due, or until now when it is overdue or stands still; until its end when it has ended.</param>
/// <param name="ZoneData">Version of the time zone data that local times were turned into instants with.</param>
public sealed record SlaExplanation(
    SlaStanding Standing,
    SlaPolicy Policy,
    SlaTerms Terms,
    CalendarLabel Calendar,
    IReadOnlyList<SlaSegment> Segments,
    string ZoneData)
{
    /// <summary>One for each target that has started and is promised, in the order of <see cref="SlaTarget"/>.</summary>
    public static IReadOnlyList<SlaExplanation> Of(SlaClock clock, SlaRules rules, Instant now) =>
        [.. SlaEvaluation.Of(clock, rules, now).Targets.Select(standing => Of(clock, rules, standing, now))];

    private static SlaExplanation Of(SlaClock clock, SlaRules rules, SlaStanding standing, Instant now)
    {
        var life = SlaLife.Of(clock, rules, standing.Target)!;
        var terms = life.Last.Era!.Terms;
        var until = standing.EndedAt ?? (standing.IsPaused ? now : Instant.Max(now, standing.DueAt ?? now));
        return new(standing, rules.Policy(terms), terms, life.Last.Calendar.Label, life.Segments(until, standing.DueAt), TimeZones.Version);
    }
}

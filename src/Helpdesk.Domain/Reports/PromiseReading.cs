using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Reports;

/// <summary>
/// The promises of one ticket along its history, each decided once. A change of priority or policy moves due times, also to and from days
/// that are final: what was decided there stays so, and what such a change decides anew is decided by it, in its own month.
/// </summary>
internal sealed class PromiseReading(SlaRules rules)
{
    private readonly List<DecidedPromise> answered = [];
    private readonly Dictionary<(SlaTarget Target, int Cycle), DecidedPromise> kept = [];

    /// <returns>How the targets stand with the event; empty unless it answered something.</returns>
    public IReadOnlyList<SlaStanding> Note(SlaClock before, SlaClock after, Recorded<TicketEvent> recorded)
    {
        KeepFinal(before, after, recorded);
        var isFirst = after.FirstAnsweredAt is { } at && !(before.FirstAnsweredAt <= at);
        var isNext = before.Wait is { AnsweredAt: null, Cycle: var cycle } && after.Wait is { AnsweredAt: not null } answer
            && answer.Cycle == cycle;
        if (!isFirst && !isNext)
            return [];

        // An answer that was accepted before what ended the promise so far, and was reported only now.
        if (isFirst)
            answered.RemoveAll(promise => promise.Target == SlaTarget.FirstResponse);
        var standings = SlaEvaluation.Of(after, rules, recorded.At).Targets;
        answered.AddRange(standings
            .Where(standing => standing.Target switch
            {
                SlaTarget.FirstResponse => isFirst,
                SlaTarget.NextResponse => isNext,
                _ => false,
            })
            .Select(Decide).OfType<DecidedPromise>());
        return standings;
    }

    /// <summary>All that is decided, the targets that still run included.</summary>
    /// <param name="standings">As things stand; empty for a ticket that is withdrawn.</param>
    public IEnumerable<DecidedPromise> With(IReadOnlyList<SlaStanding> standings) => answered.Concat(standings
        .Where(standing => standing.Target == SlaTarget.Resolution || standing.EndedAt is null).Select(Decide).OfType<DecidedPromise>());

    private void KeepFinal(SlaClock before, SlaClock after, Recorded<TicketEvent> recorded)
    {
        // The clocks stand as they stood before: whatever was decided then is decided so.
        if (recorded.Event is TicketEvent.TakenBack)
            return;
        var mayMove = before.Eras.Length != after.Eras.Length
            || recorded.Event is TicketEvent.Reopened or TicketEvent.Merged or TicketEvent.Unmerged;
        if (!mayMove || !ReportFinality.Reaches(before.OpenedAt, recorded.At))
            return;

        foreach (var standing in Final(before, recorded.At))
            _ = kept.TryAdd((standing.Target, standing.Cycle), Decide(standing)!);
        // A solution that did not hold is promised once more.
        if (recorded.Event is TicketEvent.Reopened && kept.TryGetValue((SlaTarget.Resolution, 1), out var solved) && solved.IsMet)
            kept.Remove((SlaTarget.Resolution, 1));
        foreach (var standing in Final(after, recorded.At))
            _ = kept.TryAdd((standing.Target, standing.Cycle), Decide(standing)! with { At = recorded.At });
    }

    private IEnumerable<SlaStanding> Final(SlaClock clock, Instant at) => SlaEvaluation.Of(clock, rules, at).Targets
        .Where(standing => Decide(standing) is { } promise && ReportFinality.Reaches(promise.At, at));

    private DecidedPromise? Decide(SlaStanding standing) => kept.GetValueOrDefault((standing.Target, standing.Cycle)) ?? standing switch
    {
        { Verdict: SlaVerdict.Settled { Met: true }, EndedAt: { } ended } => new(standing.Target, ended, IsMet: true),
        { IsMissed: true, DueAt: { } due } => new(standing.Target, due, IsMet: false),
        _ => null,
    };
}

using Helpdesk.Contracts.Sla;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Feed;
using NodaTime;

namespace Helpdesk.Grains.Sla;

/// <summary>The explanation of a ticket's due times, as it travels.</summary>
internal static class SlaViews
{
    public static TicketSlaView Of(Ticket ticket, SlaSituation situation, Instant now)
    {
        if (ticket.Clock is not { } clock)
            return new(null, null, []);

        var evaluation = SlaEvaluation.Of(clock, situation.Rules, now);
        return new(evaluation.State, evaluation.DueAt.ToMessage(), [.. SlaExplanation.Of(clock, situation.Rules, now).Select(Of)]);
    }

    private static SlaTargetView Of(SlaExplanation why)
    {
        var standing = why.Standing;
        return new(
            standing.Target, standing.Cycle, WordOf(standing.Verdict), standing.Objective.Within.ToTimeSpan(), standing.Elapsed.ToTimeSpan(),
            standing.Remaining.ToTimeSpan(), standing.StartedAt.ToMessage(), standing.EndedAt.ToMessage(), standing.DueAt.ToMessage(), standing.IsPaused,
            why.Policy.Id, why.Policy.Name, why.Policy.Revision, why.Terms.Book, why.Terms.Why, why.Calendar.Origin?.Id, why.Calendar.Origin?.Version,
            why.Calendar.Name,
            [.. why.Segments.Select(part => new SlaSegmentView(part.From.ToMessage(), part.To.ToMessage(), part.Counts, part.Reason, part.Note))],
            why.ZoneData);
    }

    private static SlaVerdictWord WordOf(SlaVerdict verdict) => verdict switch
    {
        SlaVerdict.OnTrack => SlaVerdictWord.OnTrack,
        SlaVerdict.Warned => SlaVerdictWord.Warned,
        SlaVerdict.Breached => SlaVerdictWord.Breached,
        SlaVerdict.Paused => SlaVerdictWord.Paused,
        SlaVerdict.Settled { Met: true } => SlaVerdictWord.Met,
        _ => SlaVerdictWord.Missed,
    };
}

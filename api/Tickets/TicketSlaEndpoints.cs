using Helpdesk.Api.Sla;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Api.Tickets;

/// <summary>Why a ticket is due when it is.</summary>
internal static class TicketSlaEndpoints
{
    public static RouteGroupBuilder MapTicketSla(this RouteGroupBuilder tenant)
    {
        var ticket = tenant.MapGroup("/tickets/{id}/sla").WithTags("Sla");
        ticket.MapGet("", Explain).Named("ExplainSla").Answers<TicketSlaResponse>().Refuses(AccessErrors.StaffOnly);
        ticket.MapPost("/reevaluate", Reevaluate).Named("ReevaluateSla").Changes<TicketResponse>().Refuses(AccessErrors.AdminOnly);
        return ticket;
    }

    private static Task<IResult> Explain(string id, Ask ask) =>
        ask.Shows(ask.Grain<ITicketGrain>(Paths.Id(id)).Sla(ask.Caller, ask.Aborted), TicketSlaResponse.Of);

    private static Task<IResult> Reevaluate(string id, Command command) => TicketEndpoints.Changed(
        command, command.Grain<ITicketGrain>(Paths.Id(id)).Reevaluate(command.Caller, command.Id, command.Aborted));
}

/// <param name="SlaState"><c>null</c>: nothing is promised.</param>
/// <param name="DueAt">The nearest of the targets that run.</param>
public sealed record TicketSlaResponse(SlaState? SlaState, DateTimeOffset? DueAt, IReadOnlyList<SlaTargetResponse> Targets)
{
    internal static TicketSlaResponse Of(TicketSla sla) =>
        new(sla.State, sla.DueAt?.ToDateTimeOffset(), [.. sla.Targets.Select(SlaTargetResponse.Of)]);
}

public enum SlaVerdictWord
{
    OnTrack,
    Warned,
    Breached,
    Paused,
    Met,
    Missed,
}

/// <summary>One target. The counted segments that end by <c>due_at</c> sum exactly to <c>within</c>.</summary>
/// <param name="Cycle">For the next response the number of the customer's wait, else 1.</param>
/// <param name="Within">ISO 8601 duration, as are the next two.</param>
/// <param name="Remaining">Negative when overdue.</param>
/// <param name="PolicyBook">Version of the list of policies that the ticket keeps.</param>
/// <param name="Why">Why this policy and none above it.</param>
/// <param name="Calendar"><c>null</c>: 24/7.</param>
/// <param name="ZoneData">Version of the time zone data.</param>
public sealed record SlaTargetResponse(
    SlaTarget Target, int Cycle, SlaVerdictWord Verdict, string Within, string Elapsed, string Remaining, DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? DueAt, bool IsPaused, Guid Policy, string PolicyName, int PolicyRevision, int PolicyBook, string Why, Guid? Calendar,
    int? CalendarVersion, string CalendarName, IReadOnlyList<SegmentResponse> Segments, string ZoneData)
{
    internal static SlaTargetResponse Of(SlaExplanation why)
    {
        var (standing, policy, calendar) = (why.Standing, why.Policy, why.Calendar);
        return new(
            standing.Target, standing.Cycle, WordOf(standing.Verdict), SlaDuration.Format(standing.Objective.Within),
            SlaDuration.Format(standing.Elapsed), SlaDuration.Format(standing.Remaining), standing.StartedAt.ToDateTimeOffset(),
            standing.EndedAt?.ToDateTimeOffset(), standing.DueAt?.ToDateTimeOffset(), standing.IsPaused, policy.Id, policy.Name,
            policy.Revision, why.Terms.Book, why.Terms.Why, calendar.Origin?.Id, calendar.Origin?.Version, calendar.Name,
            [.. why.Segments.Select(SegmentResponse.Of)], why.ZoneData);
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

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
/// <param name="AwaitsMailSince">When the first answer was written that counts once its mail is accepted; <c>null</c>: none waits.</param>
public sealed record TicketSlaResponse(
    SlaState? SlaState, DateTimeOffset? DueAt, DateTimeOffset? AwaitsMailSince, IReadOnlyList<SlaTargetResponse> Targets)
{
    internal static TicketSlaResponse Of(TicketSla sla) => new(
        sla.State, sla.DueAt?.ToDateTimeOffset(), sla.AwaitsMailSince?.ToDateTimeOffset(), [.. sla.Targets.Select(SlaTargetResponse.Of)]);
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
public sealed record SlaTargetResponse
{
    public required SlaTarget Target { get; init; }

    /// <summary>For the next response the number of the customer's wait, else 1.</summary>
    public required int Cycle { get; init; }
    public required SlaVerdictWord Verdict { get; init; }

    /// <summary>ISO 8601 duration, as are the next two.</summary>
    public required string Within { get; init; }
    public required string Elapsed { get; init; }

    /// <summary>Negative when overdue.</summary>
    public required string Remaining { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required bool IsPaused { get; init; }
    public required Guid Policy { get; init; }
    public required string PolicyName { get; init; }
    public required int PolicyRevision { get; init; }

    /// <summary>Version of the list of policies that the ticket keeps.</summary>
    public required int PolicyBook { get; init; }

    /// <summary>Why this policy and none above it.</summary>
    public required string Why { get; init; }

    /// <summary><c>null</c>: 24/7.</summary>
    public required Guid? Calendar { get; init; }
    public required int? CalendarVersion { get; init; }
    public required string CalendarName { get; init; }
    public required IReadOnlyList<SegmentResponse> Segments { get; init; }

    /// <summary>Version of the time zone data.</summary>
    public required string ZoneData { get; init; }

    internal static SlaTargetResponse Of(SlaExplanation why)
    {
        var (standing, policy, calendar) = (why.Standing, why.Policy, why.Calendar);
        return new()
        {
            Target = standing.Target,
            Cycle = standing.Cycle,
            Verdict = WordOf(standing.Verdict),
            Within = SlaDuration.Format(standing.Objective.Within),
            Elapsed = SlaDuration.Format(standing.Elapsed),
            Remaining = SlaDuration.Format(standing.Remaining),
            StartedAt = standing.StartedAt.ToDateTimeOffset(),
            EndedAt = standing.EndedAt?.ToDateTimeOffset(),
            DueAt = standing.DueAt?.ToDateTimeOffset(),
            IsPaused = standing.IsPaused,
            Policy = policy.Id,
            PolicyName = policy.Name,
            PolicyRevision = policy.Revision,
            PolicyBook = why.Terms.Book,
            Why = why.Terms.Why,
            Calendar = calendar.Origin?.Id,
            CalendarVersion = calendar.Origin?.Version,
            CalendarName = calendar.Name,
            Segments = [.. why.Segments.Select(SegmentResponse.Of)],
            ZoneData = why.ZoneData,
        };
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

using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Contracts.Sla;

/// <param name="State"><c>null</c>: nothing is promised.</param>
/// <param name="DueAt">The nearest of the targets that run.</param>
[GenerateSerializer, Immutable, Alias("ticket-sla-view")]
public sealed record TicketSlaView(SlaState? State, DateTimeOffset? DueAt, IReadOnlyList<SlaTargetView> Targets);

public enum SlaVerdictWord
{
    OnTrack,
    Warned,
    Breached,
    Paused,
    Met,
    Missed,
}

/// <summary>One target. The counted segments that end by <paramref name="DueAt"/> sum exactly to <paramref name="Within"/>.</summary>
/// <param name="Book">Version of the list of policies that the ticket keeps.</param>
/// <param name="Why">Why this policy and none above it.</param>
/// <param name="Calendar"><c>null</c>: 24/7.</param>
/// <param name="ZoneData">Version of the time zone data.</param>
[GenerateSerializer, Immutable, Alias("sla-target-view")]
public sealed record SlaTargetView(
    SlaTarget Target, int Cycle, SlaVerdictWord Verdict, TimeSpan Within, TimeSpan Elapsed, TimeSpan Remaining, DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt, DateTimeOffset? DueAt, bool IsPaused, Guid Policy, string PolicyName, int PolicyRevision, int Book, string Why,
    Guid? Calendar, int? CalendarVersion, string CalendarName, IReadOnlyList<SlaSegmentView> Segments, string ZoneData);

/// <param name="To">Exclusive.</param>
/// <param name="Note">Name of the holiday or special day.</param>
[GenerateSerializer, Immutable, Alias("sla-segment-view")]
public sealed record SlaSegmentView(DateTimeOffset From, DateTimeOffset To, bool Counts, SegmentReason Reason, string? Note);

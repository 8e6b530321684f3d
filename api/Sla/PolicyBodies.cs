using System.Text.Json.Serialization;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Api.Sla;

/// <summary>For which tickets a policy speaks, what it promises, and what follows when that is at risk.</summary>
/// <param name="Conditions">Left out: it holds for every ticket, which only the last policy may.</param>
/// <param name="Targets">At most one for each target and priority.</param>
/// <param name="Pauses">Which statuses stop the clock of which target.</param>
/// <param name="Escalation">What happens before or after a target is due, beside the breach itself, which is always recorded.</param>
/// <param name="Position">
/// For a new policy: its place in the list, from 0; beyond the last one it is the last. Left out: above the last.
/// </param>
public sealed record PolicyBody(
    string? Name = null, ConditionsBody? Conditions =
        null, IReadOnlyList<TargetBody>? Targets = null, IReadOnlyList<PauseBody>? Pauses = null,
    IReadOnlyList<StepBody>? Escalation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] [Between(0, SlaLimits.Policies)]
    int? Position = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => PolicyReading.Faults(this, context.Now());
}

/// <summary>Each list that is not empty must have the ticket's value.</summary>
/// <param name="Category">Words as tickets take them. Upper and lower case are one, and so are <c>ß</c> and <c>ss</c>.</param>
/// <param name="Queue">The same for queues.</param>
/// <param name="RequesterGroup">One line of text each.</param>
public sealed record ConditionsBody(
    IReadOnlyList<string>? Category = null, IReadOnlyList<Priority>? Priority = null, IReadOnlyList<string>? Queue = null,
    IReadOnlyList<string>? RequesterGroup = null);

/// <param name="Within">ISO 8601 duration of fixed units, such as <c>PT8H</c>; more than zero, at most ten years.</param>
/// <param name="Calendar">Id; <c>null</c>: 24/7.</param>
public sealed record TargetBody(SlaTarget? Target = null, Priority? Priority = null, string? Within = null, Guid? Calendar = null);

public sealed record PauseBody(SlaTarget? Target = null, TicketStatus? Status = null);

/// <summary>At a share of the target, or a time before (negative) or after due: one of the two.</summary>
/// <param name="Key">Names the step within its policy, for good.</param>
/// <param name="Target">Left out: of every target.</param>
/// <param name="AtBasisPoints">8000 is 80 % of the counted time.</param>
/// <param name="FromDue">ISO 8601 duration, such as <c>-PT30M</c>.</param>
public sealed record StepBody(
    string? Key = null, SlaTarget? Target = null, int? AtBasisPoints =
        null, string? FromDue = null, IReadOnlyList<ActionBody>? Actions = null);

public enum EscalationActionKind
{
    NotifyAssignee,
    NotifyTeam,
    NotifyManager,
    NotifyEmail,
    RaisePriority,
    Reassign,
    AddTag,
}

/// <param name="Type">What is done.</param>
/// <param name="Value">
/// The e-mail address, team or tag; team and tag as tickets take them. A team is written to the ticket as the tenant's list spells it.
/// </param>
/// <param name="Priority">For <c>raise_priority</c>; never lowers.</param>
/// <param name="AnyTime">For notifications: also outside the recipient's hours.</param>
public sealed record ActionBody(EscalationActionKind? Type = null, string? Value = null, Priority? Priority = null, bool? AnyTime = null);

public sealed record ReorderBody(IReadOnlyList<Guid>? Ids = null);

/// <param name="Revision">Counts the changes of this policy.</param>
public sealed record PolicyResponse(
    Guid Id, int Revision, string Name, ConditionsBody Conditions, IReadOnlyList<TargetBody> Targets, IReadOnlyList<PauseBody> Pauses,
    IReadOnlyList<StepBody> Escalation);

/// <param name="Items">In order: the first whose conditions hold wins.</param>
/// <param name="Version">The version of the whole list; also in <c>ETag</c>. Tickets keep the one they were promised under.</param>
public sealed record PolicyListResponse(IReadOnlyList<PolicyResponse> Items, string? NextCursor, int Total, int Version);

using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Contracts.Sla;

/// <summary>For which tickets a policy speaks, what it promises, and what follows when that is at risk. As the domain's <c>SlaPolicy</c>.</summary>
[GenerateSerializer, Immutable, Alias("policy-message")]
public sealed record PolicyMessage(
    string Name, PolicyConditionMessage Condition, IReadOnlyList<ObjectiveMessage> Objectives, IReadOnlyList<PauseMessage> Pauses,
    IReadOnlyList<EscalationStepMessage> Steps);

/// <summary>Holds when each list that is not empty has the ticket's value.</summary>
[GenerateSerializer, Immutable, Alias("policy-condition")]
public sealed record PolicyConditionMessage(
    IReadOnlyList<string> Categories, IReadOnlyList<Priority> Priorities, IReadOnlyList<string> Queues, IReadOnlyList<string> RequesterGroups);

/// <param name="Calendar"><c>null</c>: 24/7.</param>
[GenerateSerializer, Immutable, Alias("objective")]
public sealed record ObjectiveMessage(SlaTarget Target, Priority Priority, TimeSpan Within, Guid? Calendar);

/// <summary>The clock of that target stands still in that status.</summary>
[GenerateSerializer, Immutable, Alias("pause")]
public sealed record PauseMessage(SlaTarget Target, TicketStatus Status);

/// <summary>At one of two points: a share of the target, or a time before or after due.</summary>
/// <param name="Key">Names the step within its policy, for good.</param>
/// <param name="Target"><c>null</c>: of every target.</param>
/// <param name="ShareBasisPoints">8000 is 80 % of the counted time.</param>
/// <param name="FromDue">Negative is before due.</param>
[GenerateSerializer, Immutable, Alias("escalation-step")]
public sealed record EscalationStepMessage(
    string Key, SlaTarget? Target, int? ShareBasisPoints, TimeSpan? FromDue, IReadOnlyList<EscalationActionMessage> Actions);

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

/// <param name="Value">The address, team or tag.</param>
/// <param name="Priority">For <see cref="EscalationActionKind.RaisePriority"/>.</param>
/// <param name="AnyTime">For notifications: also outside the recipient's hours.</param>
[GenerateSerializer, Immutable, Alias("escalation-action")]
public sealed record EscalationActionMessage(EscalationActionKind Kind, string? Value, Priority? Priority, bool AnyTime);

[GenerateSerializer, Immutable, Alias("policy-view")]
public sealed record PolicyView(Guid Id, int Revision, PolicyMessage Policy);

/// <param name="Version">Of the whole list; names it in <c>If-Match</c>.</param>
/// <param name="Policies">The first whose condition holds wins.</param>
[GenerateSerializer, Immutable, Alias("policy-book")]
public sealed record PolicyBookView(int Version, IReadOnlyList<PolicyView> Policies);

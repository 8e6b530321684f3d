namespace Helpdesk.Domain.Sla;

/// <summary>
/// One entry of a tenant's ordered list: for which tickets it speaks, what it promises them, and what follows when that is at risk.
/// </summary>
/// <param name="Revision">Counts the changes of this policy, from 1. People read it; what a ticket keeps is <see cref="SlaTerms"/>.</param>
/// <param name="Objectives">At most one for each target and priority. A pair without one is not promised.</param>
/// <param name="Pauses">Which statuses stop the clock of which target.</param>
/// <param name="Steps">What happens before or after a target is due, beside the breach itself, which is always recorded.</param>
public sealed record SlaPolicy(
    Guid Id,
    int Revision,
    string Name,
    SlaCondition Condition,
    IReadOnlyList<SlaObjective> Objectives,
    IReadOnlyList<SlaPause> Pauses,
    IReadOnlyList<EscalationStep> Steps)
{
    public SlaObjective? Objective(SlaTarget target, Priority priority)
    {
        foreach (var objective in Objectives)
        {
            if (objective.Target == target && objective.Priority == priority)
                return objective;
        }

        return null;
    }

    public bool IsPaused(SlaTarget target, TicketStatus status) => Pauses.Contains(new(target, status));

    public IEnumerable<EscalationStep> StepsOf(SlaTarget target) => Steps.Where(step => step.Target is null || step.Target == target);

    /// <summary>
    /// What a reached moment asks for. Nothing for a breach, which is no step, and for a step that the policy no longer has.
    /// </summary>
    public IReadOnlyList<EscalationAction> ActionsAt(SlaMoment moment) =>
        StepsOf(moment.Target).FirstOrDefault(step => step.Key == moment.Step)?.Actions ?? [];
}

/// <summary>A promise for tickets of one priority.</summary>
/// <param name="Within">Counted time; more than zero, whole seconds.</param>
/// <param name="Calendar">When it counts; <c>null</c> is 24/7.</param>
public sealed record SlaObjective(SlaTarget Target, Priority Priority, Duration Within, Guid? Calendar);

public readonly record struct SlaPause(SlaTarget Target, TicketStatus Status);

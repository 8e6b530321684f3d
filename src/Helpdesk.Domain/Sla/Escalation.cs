namespace Helpdesk.Domain.Sla;

/// <summary>
/// Something to be done at one point of a target's time. Each step happens at most once per target, and per wait for the next response.
/// </summary>
/// <param name="Key">Names the step within its policy, for good: what has happened is remembered by it.</param>
/// <param name="Target"><c>null</c>: the step is one of every target.</param>
public sealed record EscalationStep(string Key, SlaTarget? Target, EscalationPoint At, IReadOnlyList<EscalationAction> Actions);

/// <summary>When a step is reached.</summary>
public abstract record EscalationPoint
{
    private EscalationPoint() { }

    /// <summary>When this part of the target has been counted: stands still in pauses and outside hours like the target itself.</summary>
    /// <param name="BasisPoints">8000 is 80 %; 10000 is the moment at which it is due; more is after due.</param>
    public sealed record Share(int BasisPoints) : EscalationPoint;

    /// <summary>So long before (negative) or after due, by the clock on the wall, but never before the target started.</summary>
    public sealed record Offset(Duration FromDue) : EscalationPoint;
}

/// <summary>What a step asks for. <see cref="SlaBreach"/> decides what of it follows.</summary>
public abstract record EscalationAction
{
    private EscalationAction() { }

    /// <param name="AnyTime">Also outside the recipient's hours; otherwise the notification is held back until they begin.</param>
    public sealed record Notify(SlaAudience Audience, bool AnyTime = false) : EscalationAction;

    public sealed record RaisePriority(Priority To) : EscalationAction;

    public sealed record ReassignTo(string Team) : EscalationAction;

    public sealed record AddTag(string Tag) : EscalationAction;
}

/// <summary>Whom to tell.</summary>
public abstract record SlaAudience
{
    private SlaAudience() { }

    public sealed record Assignee : SlaAudience;

    public sealed record Team : SlaAudience;

    public sealed record Manager : SlaAudience;

    public sealed record Email(string Address) : SlaAudience;
}

namespace Helpdesk.Domain;

/// <summary>Ordered: a later one is more pressing.</summary>
public enum Priority
{
    Low,
    Medium,
    High,
    Urgent,
}

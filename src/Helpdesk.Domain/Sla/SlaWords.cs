namespace Helpdesk.Domain.Sla;

/// <summary>What is promised, each with a clock of its own.</summary>
public enum SlaTarget
{
    /// <summary>From the opening to the first public answer by a person. Once per ticket.</summary>
    FirstResponse,
    /// <summary>From the first customer comment that nobody has answered to the next public answer by a person. Again and again.</summary>
    NextResponse,
    /// <summary>From the opening to resolved; goes on, never from the start, after reopening.</summary>
    Resolution,
}

/// <summary>
/// How a ticket stands against its promises. The first that holds, in this order: breached, met, warned, on track, paused.
/// </summary>
public enum SlaState
{
    /// <summary>A target runs, and nothing was missed.</summary>
    OnTrack,
    /// <summary>A running target has reached a warning.</summary>
    Warned,
    /// <summary>A target was missed, whether or not it has been answered or resolved since.</summary>
    Breached,
    /// <summary>Every target has ended in time.</summary>
    Met,
    /// <summary>Every target that has not ended stands still.</summary>
    Paused,
}

/// <summary>Bounds, all inclusive.</summary>
public static class SlaLimits
{
    public const int Name = 100;
    public const int Word = 100;
    public const int Windows = 100;
    public const int SpecialDays = 500;
    public const int DaysOfOneRange = 366;
    public const int Policies = 100;
    public const int Conditions = 100;
    public const int Steps = 20;
    public const int Actions = 10;
    public const int Pauses = 1000;

    /// <summary>Ten times the target.</summary>
    public const int Share = 100_000;

    /// <summary>The most days that a step may lie before or after due.</summary>
    public const int OffsetDays = 366;

    /// <summary>
    /// Years in which anything may lie that calculates: enough for every file that is imported and every retention that is kept.
    /// </summary>
    public const int FirstYear = 1990;
    public const int LastYear = 2199;
}

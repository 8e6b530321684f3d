namespace Helpdesk.Domain.Sla;

/// <summary>What people call a target.</summary>
public static class SlaTargetWords
{
    public static string Name(this SlaTarget target, bool german) => (target, german) switch
    {
        (SlaTarget.FirstResponse, true) => "erste Antwort",
        (SlaTarget.NextResponse, true) => "nächste Antwort",
        (SlaTarget.Resolution, true) => "Lösung",
        (SlaTarget.FirstResponse, false) => "first response",
        (SlaTarget.NextResponse, false) => "next response",
        (SlaTarget.Resolution, false) => "resolution",
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "There are no words for this target."),
    };
}

namespace Helpdesk.Api.Reports;

/// <param name="LeftOut">Tickets of which something cannot be read.</param>
/// <param name="Unjudged">Tickets of which it cannot be read what was promised.</param>
internal sealed record ReportGaps(int LeftOut = 0, int Unjudged = 0)
{
    /// <summary>Once all can be read again, the figures are others.</summary>
    public bool AreThere => LeftOut + Unjudged > 0;
}

/// <summary>
/// What could not be counted because it cannot be read at present; 0 and 0 as a rule. Operators see it among the parked items.
/// </summary>
/// <param name="LeftOut">Tickets whose history cannot be read: they are in none of these figures.</param>
/// <param name="Unjudged">
/// Tickets whose promises cannot be read: they are in no figure of promises and in no clock of one, and in all others.
/// </param>
public sealed record ReportGapsResponse(int LeftOut, int Unjudged)
{
    internal static readonly string[] Columns = ["left_out", "unjudged"];

    internal IReadOnlyList<string?> Cells => [Cell.Of(LeftOut), Cell.Of(Unjudged)];

    internal static ReportGapsResponse Of(ReportGaps gaps) => new(gaps.LeftOut, gaps.Unjudged);
}

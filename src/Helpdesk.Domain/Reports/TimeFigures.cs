namespace Helpdesk.Domain.Reports;

/// <summary>How long something took, over many cases; whole seconds. <c>null</c>: there were none.</summary>
/// <param name="P90">Nine in ten took no longer.</param>
public sealed record TimeFigures(int Count, Duration? Median, Duration? P90)
{
    public static TimeFigures Of(IEnumerable<Duration> taken)
    {
        var seconds = taken.Select(time => time.TotalSeconds).Order().ToArray();
        return new(seconds.Length, Rounded(Percentile.Of(seconds, 50)), Rounded(Percentile.Of(seconds, 90)));
    }

    private static Duration? Rounded(double? seconds) =>
        seconds is { } value ? Duration.FromSeconds(Math.Round(value, MidpointRounding.AwayFromZero)) : null;
}

public static class Percentile
{
    /// <summary>
    /// Linear between the two nearest ranks: rank <c>(n - 1) · percent / 100</c> from 0. The rule of <c>percentile_cont</c> in SQL,
    /// <c>PERCENTILE.INC</c> in spreadsheets and type 7 in statistics; the median of an even number of values lies half-way between the
    /// middle two.
    /// </summary>
    /// <param name="sorted">In ascending order.</param>
    /// <param name="percent">0 to 100, inclusive.</param>
    /// <returns><c>null</c> for no values.</returns>
    public static double? Of(IReadOnlyList<double> sorted, int percent)
    {
        if (sorted.Count == 0)
            return null;

        var rank = (sorted.Count - 1) * percent / 100.0;
        var below = (int)Math.Floor(rank);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((rank - below) * (sorted[above] - sorted[below]));
    }
}

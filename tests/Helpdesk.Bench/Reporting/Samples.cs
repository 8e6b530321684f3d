using System.Diagnostics;

namespace Helpdesk.Bench.Reporting;

/// <summary>Times of single requests.</summary>
internal sealed class Samples
{
    private readonly List<long> ticks = [];
    private bool sorted;

    public int Count => ticks.Count;

    /// <param name="elapsed">In ticks of <see cref="Stopwatch"/>.</param>
    public void Add(long elapsed)
    {
        ticks.Add(elapsed);
        sorted = false;
    }

    public void AddAll(Samples others)
    {
        ticks.AddRange(others.ticks);
        sorted = false;
    }

    public void Clear() => ticks.Clear();

    /// <summary>The time within which that share of requests ended, in milliseconds (nearest rank); NaN when there were none.</summary>
    /// <param name="share">More than 0, at most 1.</param>
    public double Milliseconds(double share)
    {
        if (ticks.Count == 0)
            return double.NaN;
        if (!sorted)
            ticks.Sort();
        sorted = true;
        return ticks[Math.Max(0, (int)Math.Ceiling(share * ticks.Count) - 1)] * 1000.0 / Stopwatch.Frequency;
    }
}

internal static class Statistics
{
    /// <summary>The value at that share of the sorted ones, between two of them in proportion; NaN when there are none.</summary>
    public static double Quantile(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0)
            return double.NaN;
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }

    public static double Median(this IEnumerable<double> values) => values.Quantile(0.5);
}

namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>
/// The open time of one local year as instants, with running sums: how much is open until a moment, and at which moment so much was open,
/// are one binary search each. A year takes well under a millisecond to build.
/// </summary>
internal sealed class OpenYear
{
    private readonly Instant[] starts;
    private readonly Instant[] ends;
    private readonly Duration[] before;

    public OpenYear(int year, OpeningDays days)
    {
        var first = new LocalDate(year, 1, 1);
        Start = days.At(first, 0);
        var open = new List<Interval>();
        for (var date = first; date.Year == year; date = date.PlusDays(1))
        {
            foreach (var span in days.On(date).Open)
                Append(open, days.At(date, span.From), days.At(date, span.To));
        }

        starts = [.. open.Select(interval => interval.Start)];
        ends = [.. open.Select(interval => interval.End)];
        before = new Duration[open.Count];
        for (var at = 0; at < open.Count; at++)
        {
            before[at] = Total;
            Total += open[at].Duration;
        }
    }

    /// <summary>The first instant of the year.</summary>
    public Instant Start { get; }

    public Duration Total { get; }

    /// <summary>Open time of this year that lies before <paramref name="moment"/>.</summary>
    public Duration Until(Instant moment)
    {
        var at = LastStartBefore(moment);
        return at < 0 ? Duration.Zero : before[at] + (Instant.Min(moment, ends[at]) - starts[at]);
    }

    /// <summary>The earliest moment by which <paramref name="open"/> of this year was open: the inverse of <see cref="Until"/>.</summary>
    /// <param name="open">More than zero, at most <see cref="Total"/>.</param>
    public Instant At(Duration open)
    {
        var found = Array.BinarySearch(before, open);
        var at = (found >= 0 ? found : ~found) - 1;
        return starts[at] + (open - before[at]);
    }

    /// <summary>The first open moment at or after <paramref name="moment"/>; <c>null</c> when this year has none left.</summary>
    public Instant? NextOpen(Instant moment)
    {
        var at = LastStartBefore(moment);
        if (at >= 0 && moment < ends[at])
            return moment;

        return at + 1 < starts.Length ? starts[at + 1] : null;
    }

    private int LastStartBefore(Instant moment)
    {
        var found = Array.BinarySearch(starts, moment);
        return (found >= 0 ? found : ~found) - 1;
    }

    // A window that the change of clocks swallows is empty; days that meet at midnight are one.
    private static void Append(List<Interval> open, Instant start, Instant end)
    {
        if (start == end)
            return;
        if (open.Count > 0 && open[^1].End == start)
            open[^1] = new(open[^1].Start, end);
        else
            open.Add(new(start, end));
    }
}

namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>From (inclusive) to (exclusive), in minutes from the midnight at which a day starts; a night shift ends beyond 1440.</summary>
internal readonly record struct MinuteSpan(int From, int To);

/// <summary>The ordinary week, by day.</summary>
internal sealed class WeeklyHours
{
    private const int Day = 1440;
    private const int Week = 7 * Day;

    private readonly MinuteSpan[][] byDay;

    public WeeklyHours(IEnumerable<WeeklyWindow> windows)
    {
        var spans = windows.SelectMany(window => window.Days.Select(day => (day, span: Span(window)))).ToLookup(
            pair => pair.day, pair => pair.span);
        byDay = [.. Enum.GetValues<IsoDayOfWeek>().Select(day => spans[day].OrderBy(span => span.From).ToArray())];
    }

    /// <summary>Some moment of the week lies in two windows.</summary>
    public bool Overlaps
    {
        get
        {
            var ring = byDay.SelectMany((spans, day) => spans.Select(span => new MinuteSpan(day * Day + span.From, day * Day + span.To)))
                .OrderBy(span => span.From).ToArray();
            return ring.Where((span, at) => span.To > (at + 1 < ring.Length ? ring[at + 1].From : ring[0].From + Week)).Any();
        }
    }

    /// <summary>What of one day is open, in order and without touching spans.</summary>
    /// <param name="withNight">Whether a shift of the evening before may reach into it.</param>
    public List<MinuteSpan> On(LocalDate date, bool withNight)
    {
        var open = new List<MinuteSpan>();
        if (withNight)
        {
            foreach (var span in byDay[(int)date.PlusDays(-1).DayOfWeek].Where(span => span.To > Day))
                open.Add(new(Math.Max(0, span.From - Day), span.To - Day));
        }

        foreach (var span in byDay[(int)date.DayOfWeek])
            Append(open, new(span.From, Math.Min(span.To, Day)));
        return open;
    }

    private static MinuteSpan Span(WeeklyWindow window) =>
        new(window.From.MinuteOfDay, window.To.MinuteOfDay > window.From.MinuteOfDay ? window.To.MinuteOfDay : window.To.MinuteOfDay + Day);

    private static void Append(List<MinuteSpan> open, MinuteSpan span)
    {
        if (open.Count > 0 && open[^1].To == span.From)
            open[^1] = open[^1] with { To = span.To };
        else
            open.Add(span);
    }
}

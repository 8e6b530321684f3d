using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Reports;

/// <summary>How long first responses and resolutions took, by the wall and by the clock of the promise.</summary>
/// <param name="Unanswered">Tickets that ended without anybody having answered: no first response, so none of its times.</param>
public sealed record ResponseTimes(
    TimeFigures FirstCalendar, TimeFigures FirstClock, int Unanswered, TimeFigures ResolutionCalendar, TimeFigures ResolutionClock)
{
    public static ResponseTimes Of(IReadOnlyList<(bool IsFirst, ReachedTime Time)> reached)
    {
        var first = reached.Where(one => one is { IsFirst: true, Time.IsUnanswered: false }).ToList();
        var unanswered = reached.Count(one => one is { IsFirst: true, Time.IsUnanswered: true });
        var resolution = reached.Where(one => !one.IsFirst).ToList();
        return new(Calendar(first), Clock(first), unanswered, Calendar(resolution), Clock(resolution));

        static TimeFigures Calendar(List<(bool IsFirst, ReachedTime Time)> times) => TimeFigures.Of(times.Select(one => one.Time.Calendar));

        static TimeFigures Clock(List<(bool IsFirst, ReachedTime Time)> times) =>
            TimeFigures.Of(times.Select(one => one.Time.Clock).OfType<Duration>());
    }
}

/// <summary>How many promises were kept.</summary>
public sealed record KeptShare(int Met, int Missed)
{
    /// <summary>0 to 1; <c>null</c>: nothing was decided.</summary>
    public double? Share => Met + Missed == 0 ? null : Met / (double)(Met + Missed);

    public static KeptShare Of(IEnumerable<DecidedPromise> promises, SlaTarget? target = null)
    {
        var decided = promises.Where(promise => target is null || promise.Target == target).ToList();
        var met = decided.Count(promise => promise.IsMet);
        return new(met, decided.Count - met);
    }
}

/// <summary>What was open at one moment, and for how long.</summary>
/// <param name="Ages">
/// How many are younger than each bound of <see cref="Bounds"/> and not younger than the one before; at last those that are older.
/// </param>
public sealed record Backlog(int Open, IReadOnlyList<int> Ages, TimeFigures Age, Duration? Oldest)
{
    /// <summary>Exclusive.</summary>
    public static readonly IReadOnlyList<Duration> Bounds =
        [Duration.FromDays(1), Duration.FromDays(3), Duration.FromDays(7), Duration.FromDays(30)];

    public static Backlog Of(IReadOnlyList<Duration> ages)
    {
        var counts = new int[Bounds.Count + 1];
        foreach (var age in ages)
            counts[Bounds.TakeWhile(bound => age >= bound).Count()]++;
        return new(ages.Count, counts, TimeFigures.Of(ages), ages.Count == 0
            ? null : Duration.FromSeconds(Math.Floor(ages.Max().TotalSeconds)));
    }

    /// <summary>Open at the end of the period, or, month by month, at the end of each month and of the period.</summary>
    public static IEnumerable<ReportFact<Duration>> Facts(TicketFigures ticket, IEnumerable<Instant> moments) =>
        from moment in moments
        where ticket.Counted.Holds(moment) && ticket.Open.Any(span => span.Holds(moment))
        select new ReportFact<Duration>(ticket.Keys, moment, moment - ticket.OpenedAt);

    /// <summary>The last moment of each month in the period, in the tenant's zone, and of the period.</summary>
    public static IReadOnlyList<Instant> MonthEnds(ReportPeriod period, DateTimeZone zone) =>
        [.. ReportMonths.Of(period, zone).Select(month => Instant.Min(month.End, period.To) - Smallest)];

    /// <summary>Moments are whole microseconds.</summary>
    public static readonly Duration Smallest = Duration.FromTicks(10);
}

/// <summary>How often what was resolved had to be taken up again.</summary>
/// <param name="LateReopenings">Tickets taken up again whose resolution was final: they change nothing about it.</param>
public sealed record ReopenRate(int Resolutions, int Reopened, int LateReopenings)
{
    /// <summary>0 to 1; <c>null</c>: nothing was resolved.</summary>
    public double? Rate => Resolutions == 0 ? null : Reopened / (double)Resolutions;

    /// <param name="ends">Resolutions; <c>null</c> for each late reopening.</param>
    public static ReopenRate Of(IReadOnlyList<ReportedResolution?> ends)
    {
        var resolutions = ends.OfType<ReportedResolution>().ToList();
        return new(resolutions.Count, resolutions.Count(end => end.IsReopened), ends.Count - resolutions.Count);
    }

    public static IEnumerable<ReportFact<ReportedResolution?>> Facts(TicketFigures ticket) => ticket.Resolutions
        .Select(end => new ReportFact<ReportedResolution?>(ticket.Keys, end.At, end))
        .Concat(ticket.LateReopenings.Select(at => new ReportFact<ReportedResolution?>(ticket.Keys, at, null)));
}

/// <summary>What customers thought of closings.</summary>
/// <param name="Scores">How many gave 1, 2, 3, 4 and 5.</param>
public sealed record SatisfactionTrend(int Closings, int Ratings, IReadOnlyList<int> Scores)
{
    /// <summary>1 to 5; <c>null</c>: nobody answered.</summary>
    public double? Average => Ratings == 0 ? null : Scores.Select((count, at) => count * (at + 1)).Sum() / (double)Ratings;

    /// <summary>How many of the closings were rated: 0 to 1; <c>null</c>: there were none.</summary>
    public double? Answered => Closings == 0 ? null : Ratings / (double)Closings;

    public static SatisfactionTrend Of(IReadOnlyList<ReportedClosing> closings)
    {
        var scores = new int[5];
        foreach (var score in closings.Select(closing => closing.Score).OfType<int>())
            scores[score - 1]++;
        return new(closings.Count, scores.Sum(), scores);
    }
}

using NodaTime.Text;

namespace Helpdesk.Domain.Reports;

/// <summary>One month of a period.</summary>
/// <param name="Key">Such as <c>2026-11</c>.</param>
/// <param name="End">Exclusive: the beginning of the next one, which may lie behind the period.</param>
public sealed record ReportMonth(string Key, Instant End);

/// <summary>The months of a period, in the tenant's time zone.</summary>
public static class ReportMonths
{
    private static readonly YearMonthPattern Pattern = YearMonthPattern.CreateWithInvariantCulture("uuuu'-'MM");

    /// <summary>All that the period touches, in order.</summary>
    public static IReadOnlyList<ReportMonth> Of(ReportPeriod period, DateTimeZone zone)
    {
        var months = new List<ReportMonth>();
        var last = (period.To - Backlog.Smallest).InZone(zone).Date.ToYearMonth();
        for (var month = period.From.InZone(zone).Date.ToYearMonth(); month <= last; month = month.PlusMonths(1))
            months.Add(new(Pattern.Format(month), zone.AtStartOfDay(month.PlusMonths(1).OnDayOfMonth(1)).ToInstant()));
        return months;
    }

    public static string KeyOf(Instant at, DateTimeZone zone) => Pattern.Format(at.InZone(zone).Date.ToYearMonth());

    /// <summary>A month in which nothing happened is a row of zeros, not a row that is missing.</summary>
    /// <param name="groups">By month.</param>
    public static IReadOnlyList<ReportGroup<T>> Whole<T>(IReadOnlyList<ReportGroup<T>> groups, ReportPeriod period, DateTimeZone zone) =>
        [.. Of(period, zone).Select(month => groups.FirstOrDefault(group => group.Key == month.Key) ?? new(month.Key, IsRest: false, []))];
}

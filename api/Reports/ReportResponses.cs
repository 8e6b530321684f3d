using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Api.Reports;

/// <summary>Whole seconds; null where there is nothing.</summary>
/// <param name="Count">How many cases.</param>
/// <param name="P90Seconds">Nine in ten took no longer. Between two cases it is interpolated, as spreadsheets do (PERCENTILE.INC).</param>
public sealed record TimeFiguresResponse(int Count, long? MedianSeconds, long? P90Seconds)
{
    internal static readonly string[] Columns = ["count", "median_seconds", "p90_seconds"];

    internal IReadOnlyList<string?> Cells => [Cell.Of(Count), Cell.Of(MedianSeconds), Cell.Of(P90Seconds)];

    internal static TimeFiguresResponse Of(TimeFigures figures) =>
        new(figures.Count, Cell.Seconds(figures.Median), Cell.Seconds(figures.P90));
}

/// <summary>Each by the wall clock, and as the promise counts it: business hours where the policy has a calendar, without pauses.</summary>
/// <param name="FirstResponse">From the opening to the first public answer by a person of the staff.</param>
/// <param name="Unanswered">
/// Tickets that were resolved or closed in the period without such an answer, each once, where it ended last. They are in none of the times
/// of first responses. The promise of one counts as kept when the ticket ended in time, and its clock ends with the ticket: who is answered
/// only after a reopening has a first response, and no clock of it.
/// </param>
/// <param name="Resolution">
/// From the opening to the end. A ticket that is reopened within 45 days of 24 hours counts once, where it was resolved last; reopened
/// later, it counts once more, where it is resolved again.
/// </param>
public sealed record ResponseTimesFigures(
    TimeFiguresResponse FirstResponse, TimeFiguresResponse FirstResponseClock, TimeFiguresResponse Resolution,
    TimeFiguresResponse ResolutionClock, int Unanswered)
{
    internal static readonly string[] Columns =
    [
        .. new[] { "first_response", "first_response_clock", "resolution", "resolution_clock" }
            .SelectMany(name => TimeFiguresResponse.Columns.Select(column => $"{name}_{column}")),
        "unanswered",
    ];

    internal IReadOnlyList<string?> Cells =>
        [.. FirstResponse.Cells, .. FirstResponseClock.Cells, .. Resolution.Cells, .. ResolutionClock.Cells, Cell.Of(Unanswered)];

    internal static ResponseTimesFigures Of(ResponseTimes times) => new(
        TimeFiguresResponse.Of(times.FirstCalendar), TimeFiguresResponse.Of(times.FirstClock), TimeFiguresResponse.Of(
            times.ResolutionCalendar),
        TimeFiguresResponse.Of(times.ResolutionClock), times.Unanswered);
}

/// <param name="Key">What the row stands for; null: tickets without one.</param>
/// <param name="Rest">Teams of fewer than five people, together.</param>
/// <param name="Preliminary">As of the report; of a month, by its own end.</param>
public sealed record ResponseTimesItem(string? Key, bool Rest, bool Preliminary, ResponseTimesFigures Figures);

/// <summary>First responses and resolutions that were reached in the period.</summary>
/// <param name="To">Exclusive: for `to` as a day, the midnight after it.</param>
/// <param name="Preliminary">
/// The end of the period is less than 45 days of 24 hours ago: until then whatever happens to its tickets counts. Once it is false, nothing
/// that anybody does changes these figures. With gaps it is true, whenever the period ended.
/// </param>
public sealed record ResponseTimesReport(
    DateTimeOffset From, DateTimeOffset To, ReportGrouping? GroupBy, bool Preliminary, ReportGapsResponse Gaps,
    ResponseTimesFigures Overall, IReadOnlyList<ResponseTimesItem> Items)
{
    internal static ResponseTimesReport Of(Report<ResponseTimes> report) => new(
        report.From, report.To, report.Ask.By, report.IsPreliminary, ReportGapsResponse.Of(report.Gaps),
        ResponseTimesFigures.Of(report.Overall),
        [.. report.Rows.Select(row =>
            new ResponseTimesItem(row.Key, row.IsRest, row.IsPreliminary, ResponseTimesFigures.Of(row.Figures)))]);
}

/// <param name="Share">0 to 1; null: nothing was decided.</param>
public sealed record KeptShareResponse(int Met, int Missed, double? Share)
{
    internal static readonly string[] Columns = ["met", "missed", "share"];

    internal IReadOnlyList<string?> Cells => [Cell.Of(Met), Cell.Of(Missed), Cell.Of(Share)];

    internal static KeptShareResponse Of(KeptShare share) => new(share.Met, share.Missed, Cell.Rounded(share.Share));
}

/// <summary>Promises: all of them, and each target's.</summary>
public sealed record ComplianceFigures(
    KeptShareResponse All, KeptShareResponse FirstResponse, KeptShareResponse NextResponse, KeptShareResponse Resolution)
{
    internal static readonly string[] Columns =
    [
        .. new[] { "all", "first_response", "next_response", "resolution" }.SelectMany(
            name => KeptShareResponse.Columns.Select(column => $"{name}_{column}")),
    ];

    internal IReadOnlyList<string?> Cells => [.. All.Cells, .. FirstResponse.Cells, .. NextResponse.Cells, .. Resolution.Cells];

    internal static ComplianceFigures Of(IReadOnlyList<DecidedPromise> promises) => new(
        KeptShareResponse.Of(KeptShare.Of(promises)), KeptShareResponse.Of(KeptShare.Of(promises, SlaTarget.FirstResponse)),
        KeptShareResponse.Of(KeptShare.Of(promises, SlaTarget.NextResponse)), KeptShareResponse.Of(
            KeptShare.Of(promises, SlaTarget.Resolution)));
}

/// <param name="Key">What the row stands for; null: tickets without one.</param>
/// <param name="Rest">Teams of fewer than five people, together.</param>
/// <param name="Preliminary">As of the report; of a month, by its own end.</param>
public sealed record ComplianceItem(string? Key, bool Rest, bool Preliminary, ComplianceFigures Figures);

/// <summary>Promises that were decided in the period: kept when they ended in time, missed when they came due before.</summary>
/// <param name="To">Exclusive: for `to` as a day, the midnight after it.</param>
/// <param name="Preliminary">
/// The end of the period is less than 45 days of 24 hours ago: until then whatever happens to its tickets counts. Once it is false, nothing
/// that anybody does changes these figures. With gaps it is true, whenever the period ended.
/// </param>
public sealed record ComplianceReport(
    DateTimeOffset From, DateTimeOffset To, ReportGrouping? GroupBy, bool Preliminary, ReportGapsResponse Gaps,
    ComplianceFigures Overall, IReadOnlyList<ComplianceItem> Items)
{
    internal static ComplianceReport Of(Report<IReadOnlyList<DecidedPromise>> report) => new(
        report.From, report.To, report.Ask.By, report.IsPreliminary, ReportGapsResponse.Of(report.Gaps),
        ComplianceFigures.Of(report.Overall),
        [.. report.Rows.Select(row => new ComplianceItem(row.Key, row.IsRest, row.IsPreliminary, ComplianceFigures.Of(row.Figures)))]);
}

/// <param name="UnderOneDay">Younger than 24 hours.</param>
/// <param name="UnderThreeDays">Not younger than one day, and younger than three days of 24 hours.</param>
/// <param name="UnderSevenDays">Not younger than three, and younger than seven days of 24 hours.</param>
/// <param name="UnderThirtyDays">Not younger than seven, and younger than thirty days of 24 hours.</param>
public sealed record BacklogAges(int UnderOneDay, int UnderThreeDays, int UnderSevenDays, int UnderThirtyDays, int Older);

/// <param name="Open">Neither resolved nor closed at that moment.</param>
/// <param name="Age">Since the opening, by the wall clock.</param>
public sealed record BacklogFigures(int Open, BacklogAges Ages, TimeFiguresResponse Age, long? OldestSeconds)
{
    internal static readonly string[] Columns =
    [
        "open", "under_one_day", "under_three_days", "under_seven_days", "under_thirty_days", "older", "median_age_seconds",
            "p90_age_seconds",
        "oldest_seconds",
    ];

    internal IReadOnlyList<string?> Cells =>
    [
        Cell.Of(Open), Cell.Of(Ages.UnderOneDay), Cell.Of(Ages.UnderThreeDays), Cell.Of(Ages.UnderSevenDays), Cell.Of(Ages.UnderThirtyDays),
            Cell.Of(Ages.Older),
        Cell.Of(Age.MedianSeconds), Cell.Of(Age.P90Seconds), Cell.Of(OldestSeconds),
    ];

    internal static BacklogFigures Of(Backlog backlog) => new(
        backlog.Open, new(backlog.Ages[0], backlog.Ages[1], backlog.Ages[2], backlog.Ages[3], backlog.Ages[4]), TimeFiguresResponse.Of(
            backlog.Age),
        Cell.Seconds(backlog.Oldest));
}

/// <param name="Key">What the row stands for; null: tickets without one.</param>
/// <param name="Rest">Teams of fewer than five people, together.</param>
/// <param name="Preliminary">As of the report; of a month, by its own end.</param>
public sealed record BacklogItem(string? Key, bool Rest, bool Preliminary, BacklogFigures Figures);

/// <summary>What was open at the end of the period; by month: at the end of each month and of the period.</summary>
/// <param name="To">Exclusive: for `to` as a day, the midnight after it.</param>
/// <param name="Preliminary">
/// The end of the period is less than 45 days of 24 hours ago: until then whatever happens to its tickets counts. Once it is false, nothing
/// that anybody does changes these figures. With gaps it is true, whenever the period ended.
/// </param>
public sealed record BacklogReport(
    DateTimeOffset From, DateTimeOffset To, ReportGrouping? GroupBy, bool Preliminary, ReportGapsResponse Gaps,
    BacklogFigures Overall, IReadOnlyList<BacklogItem> Items)
{
    internal static BacklogReport Of(Report<Backlog> report) => new(
        report.From, report.To, report.Ask.By, report.IsPreliminary, ReportGapsResponse.Of(report.Gaps),
        BacklogFigures.Of(report.Overall),
        [.. report.Rows.Select(row => new BacklogItem(row.Key, row.IsRest, row.IsPreliminary, BacklogFigures.Of(row.Figures)))]);
}

/// <param name="Reopened">How many of the resolutions were taken up again within 45 days of 24 hours.</param>
/// <param name="Rate">0 to 1; null: nothing was resolved.</param>
/// <param name="LateReopenings">
/// Tickets that were taken up again in the period, more than 45 days of 24 hours after they were resolved. They change no earlier figure.
/// </param>
public sealed record ReopenRateFigures(int Resolutions, int Reopened, double? Rate, int LateReopenings)
{
    internal static readonly string[] Columns = ["resolutions", "reopened", "rate", "late_reopenings"];

    internal IReadOnlyList<string?> Cells => [Cell.Of(Resolutions), Cell.Of(Reopened), Cell.Of(Rate), Cell.Of(LateReopenings)];

    internal static ReopenRateFigures Of(ReopenRate rate) =>
        new(rate.Resolutions, rate.Reopened, Cell.Rounded(rate.Rate), rate.LateReopenings);
}

/// <param name="Key">What the row stands for; null: tickets without one.</param>
/// <param name="Rest">Teams of fewer than five people, together.</param>
/// <param name="Preliminary">As of the report; of a month, by its own end.</param>
public sealed record ReopenRateItem(string? Key, bool Rest, bool Preliminary, ReopenRateFigures Figures);

/// <summary>Resolutions of the period, and how many of them were taken up again within 45 days of 24 hours.</summary>
/// <param name="To">Exclusive: for `to` as a day, the midnight after it.</param>
/// <param name="Preliminary">
/// The end of the period is less than 45 days of 24 hours ago: until then whatever happens to its tickets counts. Once it is false, nothing
/// that anybody does changes these figures. With gaps it is true, whenever the period ended.
/// </param>
public sealed record ReopenRateReport(
    DateTimeOffset From, DateTimeOffset To, ReportGrouping? GroupBy, bool Preliminary, ReportGapsResponse Gaps,
    ReopenRateFigures Overall, IReadOnlyList<ReopenRateItem> Items)
{
    internal static ReopenRateReport Of(Report<ReopenRate> report) => new(
        report.From, report.To, report.Ask.By, report.IsPreliminary, ReportGapsResponse.Of(report.Gaps),
        ReopenRateFigures.Of(report.Overall),
        [.. report.Rows.Select(row => new ReopenRateItem(row.Key, row.IsRest, row.IsPreliminary, ReopenRateFigures.Of(row.Figures)))]);
}

/// <param name="Answered">Share of the closings that were rated: 0 to 1; null: there were none.</param>
/// <param name="Average">1 (worst) to 5 (best); null: nobody answered.</param>
/// <param name="Scores">How many gave 1, 2, 3, 4 and 5.</param>
public sealed record SatisfactionFigures(int Closings, int Ratings, double? Answered, double? Average, IReadOnlyList<int> Scores)
{
    internal static readonly string[] Columns =
        ["closings", "ratings", "answered", "average", "score_1", "score_2", "score_3", "score_4", "score_5"];

    internal IReadOnlyList<string?> Cells =>
        [Cell.Of(Closings), Cell.Of(Ratings), Cell.Of(Answered), Cell.Of(Average), .. Scores.Select(score => Cell.Of(score))];

    internal static SatisfactionFigures Of(SatisfactionTrend trend) => new(
        trend.Closings, trend.Ratings, Cell.Rounded(trend.Answered), Cell.Rounded(trend.Average), trend.Scores);
}

/// <param name="Key">What the row stands for; null: tickets without one.</param>
/// <param name="Rest">Teams of fewer than five people, together.</param>
/// <param name="Preliminary">As of the report; of a month, by its own end.</param>
public sealed record SatisfactionItem(string? Key, bool Rest, bool Preliminary, SatisfactionFigures Figures);

/// <summary>Closings of the period, and how they are rated by now: by what was said within 45 days of 24 hours.</summary>
/// <param name="To">Exclusive: for `to` as a day, the midnight after it.</param>
/// <param name="Preliminary">
/// The end of the period is less than 45 days of 24 hours ago: until then whatever happens to its tickets counts. Once it is false, nothing
/// that anybody does changes these figures. With gaps it is true, whenever the period ended.
/// </param>
public sealed record SatisfactionReport(
    DateTimeOffset From, DateTimeOffset To, ReportGrouping? GroupBy, bool Preliminary, ReportGapsResponse Gaps,
    SatisfactionFigures Overall, IReadOnlyList<SatisfactionItem> Items)
{
    internal static SatisfactionReport Of(Report<SatisfactionTrend> report) => new(
        report.From, report.To, report.Ask.By, report.IsPreliminary, ReportGapsResponse.Of(report.Gaps),
        SatisfactionFigures.Of(report.Overall),
        [.. report.Rows.Select(row => new SatisfactionItem(row.Key, row.IsRest, row.IsPreliminary, SatisfactionFigures.Of(row.Figures)))]);
}

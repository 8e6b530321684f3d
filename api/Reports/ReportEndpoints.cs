using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Reports;

namespace Helpdesk.Api.Reports;

/// <summary>How the work goes, counted from the events of tickets: for managers and admins, as JSON and as a table.</summary>
internal static class ReportEndpoints
{
    public static RouteGroupBuilder MapReports(this RouteGroupBuilder tenant)
    {
        var reports = tenant.MapGroup("/reports").WithTags("Reports").RequireRole(Role.Manager).Takes(ReportAsk.Parameters)
            .Heavy().Refuses(ReportErrors.PerPersonOff);
        reports.MapGet("/response-times", ShowResponseTimes).Named("ReportResponseTimes").Answers<ResponseTimesReport>().OrCsv();
        reports.MapGet("/compliance", ShowCompliance).Named("ReportCompliance").Answers<ComplianceReport>().OrCsv();
        reports.MapGet("/backlog", ShowBacklog).Named("ReportBacklog").Answers<BacklogReport>().OrCsv();
        reports.MapGet("/reopen-rate", ShowReopenRate).Named("ReportReopenRate").Answers<ReopenRateReport>().OrCsv();
        reports.MapGet("/satisfaction", ShowSatisfaction).Named("ReportSatisfaction").Answers<SatisfactionReport>().OrCsv();
        return tenant;
    }

    private static async Task<IResult> ShowResponseTimes(HttpContext context, ReportReading reports, TimeProvider time)
    {
        var ask = ReportAsk.Read(context, time.Now());
        var report = await reports.Make(
            ask, ticket => Facts(ticket, ticket.FirstResponse, isFirst: true).Concat(Facts(ticket, ticket.Unanswered, isFirst: true))
                .Concat(Facts(ticket, ticket.Resolution, isFirst: false)),
            ResponseTimes.Of, context.RequestAborted);
        return Shown(report, ResponseTimesReport.Of, "response-times", ResponseTimesFigures.Columns, figures =>
            ResponseTimesFigures.Of(figures).Cells);

        static IEnumerable<ReportFact<(bool IsFirst, ReachedTime Time)>> Facts(TicketFigures ticket, ReachedTime? reached, bool isFirst) =>
            reached is null ? [] : [new(ticket.Keys, reached.At, (isFirst, reached))];
    }

    private static async Task<IResult> ShowCompliance(HttpContext context, ReportReading reports, TimeProvider time)
    {
        var ask = ReportAsk.Read(context, time.Now());
        var report = await reports.Make(
            ask, ticket => ticket.Promises.Select(promise => new ReportFact<DecidedPromise>(ticket.Keys, promise.At, promise)),
            promises => promises, context.RequestAborted);
        return Shown(report, ComplianceReport.Of, "compliance", ComplianceFigures.Columns, figures => ComplianceFigures.Of(figures).Cells);
    }

    private static async Task<IResult> ShowBacklog(HttpContext context, ReportReading reports, TimeProvider time)
    {
        var ask = ReportAsk.Read(context, time.Now());
        var last = ask.Period.To - Backlog.Smallest;
        IReadOnlyList<Instant> moments = ask.By == ReportGrouping.Month ? Backlog.MonthEnds(ask.Period, ask.Zone) : [last];
        var report = await reports.Make(
            ask, ticket => Backlog.Facts(ticket, moments), Backlog.Of, context.RequestAborted, fact => fact.At == last);
        return Shown(report, BacklogReport.Of, "backlog", BacklogFigures.Columns, figures => BacklogFigures.Of(figures).Cells);
    }

    private static async Task<IResult> ShowReopenRate(HttpContext context, ReportReading reports, TimeProvider time)
    {
        var ask = ReportAsk.Read(context, time.Now());
        var report = await reports.Make(ask, ReopenRate.Facts, ReopenRate.Of, context.RequestAborted);
        return Shown(report, ReopenRateReport.Of, "reopen-rate", ReopenRateFigures.Columns, figures => ReopenRateFigures.Of(figures).Cells);
    }

    private static async Task<IResult> ShowSatisfaction(HttpContext context, ReportReading reports, TimeProvider time)
    {
        var ask = ReportAsk.Read(context, time.Now());
        var report = await reports.Make(
            ask, ticket => ticket.Closings.Select(closing => new ReportFact<ReportedClosing>(ticket.Keys, closing.At, closing)),
            SatisfactionTrend.Of, context.RequestAborted);
        return Shown(
            report, SatisfactionReport.Of, "satisfaction", SatisfactionFigures.Columns, figures => SatisfactionFigures.Of(figures).Cells);
    }

    private static IResult Shown<TFigures, TResponse>(
        Report<TFigures> report, Func<Report<TFigures>, TResponse> response, string name, IReadOnlyList<string> columns,
        Func<TFigures, IReadOnlyList<string?>> cells)
    {
        string[] all = ["row", "key", .. columns, "preliminary", .. ReportGapsResponse.Columns];
        return report.Ask.AsCsv ? new CsvFile($"{name}.csv", all, Rows()) : Json.Ok(response(report));

        IEnumerable<IReadOnlyList<string?>> Rows() => report.Rows
            .Select(row => (IReadOnlyList<string?>)[
                row.IsRest ? "rest" : "group", row.Key, .. cells(row.Figures), Cell.Of(row.IsPreliminary), null, null])
            .Prepend(
                ["overall", null, .. cells(report.Overall), Cell.Of(report.IsPreliminary), .. ReportGapsResponse.Of(report.Gaps).Cells]);
    }
}

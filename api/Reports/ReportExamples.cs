using Helpdesk.Domain.Reports;

namespace Helpdesk.Api.Reports;

internal sealed class ReportExamples : IExamples
{
    private static readonly DateTimeOffset From = new(2026, 9, 30, 22, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2026, 10, 31, 23, 0, 0, TimeSpan.Zero);
    private static readonly ReportGapsResponse None = new(0, 0);
    private static readonly TimeFiguresResponse Hours = new(112, 9_480, 41_220);
    private static readonly ResponseTimesFigures Times = new(
        Hours, new(112, 4_140, 16_200), new(97, 95_400, 310_020), new(97, 38_700, 121_500), Unanswered: 5);
    private static readonly ComplianceFigures Kept = new(new(188, 21, 0.8995), new(104, 8, 0.9286), new(0, 0, null), new(84, 13, 0.866));
    private static readonly BacklogFigures Open = new(43, new(6, 9, 11, 14, 3), new(43, 388_800, 2_160_000), 4_147_200);
    private static readonly ReopenRateFigures Again = new(97, 4, 0.0412, LateReopenings: 1);
    private static readonly SatisfactionFigures Content = new(91, 38, 0.4176, 4.2105, [1, 2, 4, 12, 19]);

    public IEnumerable<object> All =>
    [
        new ResponseTimesReport(From, To, ReportGrouping.Priority, Preliminary: false, None, Times, [new("high", false, false, Times)]),
        new ComplianceReport(From, To, ReportGrouping.Category, Preliminary: false, None, Kept, [new("it", false, false, Kept)]),
        new BacklogReport(From, To, ReportGrouping.Month, Preliminary: false, None, Open, [new("2026-10", false, false, Open)]),
        new ReopenRateReport(From, To, ReportGrouping.Team, Preliminary: false, None, Again, [new(null, true, false, Again)]),
        new SatisfactionReport(From, To, ReportGrouping.Month, Preliminary: false, None, Content, [new("2026-10", false, false, Content)]),
    ];
}

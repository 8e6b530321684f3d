using Helpdesk.Domain.Reports;

namespace Helpdesk.Domain.Tests.Reports;

public sealed class ReportMonthsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void A_month_in_which_nothing_happened_is_there()
    {
        var period = new ReportPeriod(Instant.FromUtc(2026, 9, 30, 22, 0), Instant.FromUtc(2027, 1, 31, 23, 0));
        var november = new ReportGroup<int>("2026-11", IsRest: false, [1, 2]);

        var rows = ReportMonths.Whole([november], period, Berlin);

        rows.Select(row => (row.Key, row.Values.Count)).ShouldBe([("2026-10", 0), ("2026-11", 2), ("2026-12", 0), ("2027-01", 0)]);
        ReopenRate.Of([]).ShouldBe(new ReopenRate(0, 0, 0));
        Backlog.Of([]).Ages.ShouldBe([0, 0, 0, 0, 0]);
    }

    [Fact]
    public void The_midnight_at_the_end_belongs_to_no_further_month()
    {
        var october = new ReportPeriod(Instant.FromUtc(2026, 9, 30, 22, 0), Instant.FromUtc(2026, 10, 31, 23, 0));

        ReportMonths.Of(october, Berlin).ShouldBe([new("2026-10", october.To)]);
    }
}

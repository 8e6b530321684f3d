using Helpdesk.Domain.Reports;

namespace Helpdesk.Domain.Tests.Reports;

public sealed class PercentileTests
{
    // As PERCENTILE.INC in spreadsheets and percentile_cont in PostgreSQL give them.
    [Theory]
    [InlineData(new double[] { 7 }, 50, 7)]
    [InlineData(new double[] { 1, 2 }, 50, 1.5)]
    [InlineData(new double[] { 1, 2, 3 }, 50, 2)]
    [InlineData(new double[] { 15, 20, 35, 40, 50 }, 40, 29)]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 90, 9.1)]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 90, 10)]
    [InlineData(new double[] { 3, 3, 3, 100 }, 90, 70.9)]
    [InlineData(new double[] { 1, 2, 3 }, 0, 1)]
    [InlineData(new double[] { 1, 2, 3 }, 100, 3)]
    public void Percentiles_lie_between_the_nearest_ranks(double[] sorted, int percent, double expected) =>
        Percentile.Of(sorted, percent)!.Value.ShouldBe(expected, 1e-9);

    [Fact]
    public void Nothing_has_no_percentile()
    {
        Percentile.Of([], 50).ShouldBeNull();
        TimeFigures.Of([]).ShouldBe(new TimeFigures(0, null, null));
    }

    [Fact]
    public void Times_need_no_order_and_become_whole_seconds() =>
        TimeFigures.Of([Duration.FromSeconds(4), Duration.FromSeconds(1), Duration.FromMilliseconds(2_500)])
            .ShouldBe(new TimeFigures(3, Duration.FromSeconds(3), Duration.FromSeconds(4)));

    [Fact]
    public void A_backlog_is_counted_by_age()
    {
        var backlog = Backlog.Of([.. new[] { 0.5, 1, 2.9, 3, 8, 30, 400 }.Select(days => Duration.FromDays(days))]);

        backlog.Ages.ShouldBe([1, 2, 1, 1, 2]);
        (backlog.Open, backlog.Age.Median, backlog.Oldest).ShouldBe((7, Duration.FromDays(3), Duration.FromDays(400)));
    }

    [Fact]
    public void Months_end_in_the_tenants_zone_and_the_last_one_with_the_period()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var ends = Backlog.MonthEnds(new(Instant.FromUtc(2026, 9, 15, 0, 0), Instant.FromUtc(2026, 11, 10, 12, 0)), berlin);

        ends.ShouldBe(
        [
            Instant.FromUtc(2026, 9, 30, 22, 0) - Backlog.Smallest, Instant.FromUtc(2026, 10, 31, 23, 0) - Backlog.Smallest,
            Instant.FromUtc(2026, 11, 10, 12, 0) - Backlog.Smallest,
        ]);
        Backlog.MonthEnds(new(Instant.FromUtc(2026, 9, 15, 0, 0), Instant.FromUtc(2026, 9, 30, 22, 0)), berlin).Count.ShouldBe(1);
    }
}

using Helpdesk.Domain.Staff;

namespace Helpdesk.Domain.Tests.Staff;

/// <summary>What time costs, to the smallest unit of money.</summary>
public sealed class TicketCostTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    /// <summary>Minutes × rate ÷ 60, half away from zero.</summary>
    [Theory]
    [InlineData(60, 8_550, 8_550)]
    [InlineData(45, 8_550, 6_413)] // 6412.5
    [InlineData(50, 8_555, 7_129)] // 7129.17
    [InlineData(1, 8_500, 142)] // 141.67
    [InlineData(1, 29, 0)] // 0.48
    [InlineData(1, 30, 1)] // 0.5
    [InlineData(30, 1, 1)] // 0.5
    [InlineData(30, 3, 2)] // 1.5
    [InlineData(1440, 1_000_000, 24_000_000)]
    [InlineData(1, 0, 0)]
    public void Time_is_priced_as_merchants_round(int minutes, long perHour, long cost) =>
        TicketCost.Price(minutes, new(perHour, "EUR")).ShouldBe(new Money(cost, "EUR"));

    [Fact]
    public void The_rate_of_the_day_counts_and_both_its_ends_belong_to_it()
    {
        var person = Some.Account();
        var rates = Rates(person, new(new(6_000, "EUR"), NewYear, new(2026, 6, 30)), new(new(9_000, "EUR"), new(2026, 7, 1), null));
        LocalDate[] days = [NewYear.PlusDays(-1), NewYear, new(2026, 6, 30), new(2026, 7, 1), new(2199, 12, 31)];

        var cost = TicketCost.Of(Sheet([.. days.Select(day => (person, new Work(60, day, null, true)))]), rates);

        cost.Lines.Select(line => line.Cost?.Minor).ShouldBe([null, 6_000, 6_000, 9_000, 9_000]);
        (cost.Minutes, cost.MinutesWithoutRate).ShouldBe((300, 60));
    }

    [Fact]
    public void Sums_add_what_was_rounded_and_never_two_currencies()
    {
        var (here, there) = (Some.Account(), Some.Account());
        var rates = Rates(here, new HourlyRate(new(8_500, "EUR"), NewYear, null))
            .Concat(Rates(there, new HourlyRate(new(9_000, "CHF"), NewYear, null))).ToDictionary();
        var minute = new Work(1, NewYear, null, Billable: true);

        var cost = TicketCost.Of(Sheet([(here, minute), (here, minute), (here, minute with { Billable = false }), (there, minute)]), rates);

        // 3 × 142, where 3 minutes at once are 425
        cost.Totals.ShouldBe([new(new(150, "CHF"), new(150, "CHF")), new(new(426, "EUR"), new(284, "EUR"))]);
        cost.BillableMinutes.ShouldBe(3);
    }

    private static Dictionary<AccountId, HourlyRates> Rates(AccountId person, params HourlyRate[] rates) =>
        new() { [person] = HourlyRates.None(person) with { Rates = [.. rates] } };

    private static TimeSheet Sheet(params (AccountId Person, Work Work)[] entries) => entries.Aggregate(
        TimeSheet.Empty,
        (sheet, entry) => TimeSheet.Apply(
            sheet, new Recorded<TimeSheetEvent>(sheet.Version + 1, Some.Moment(), entry.Person, new TimeSheetEvent.Recorded(
                Guid.CreateVersion7(), entry.Person, entry.Work))));
}

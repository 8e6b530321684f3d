namespace Helpdesk.Domain.Staff;

/// <summary>
/// What the time on a ticket cost. Follows from entries and rates, so a rate that is corrected later corrects the cost as well.
/// </summary>
/// <remarks>
/// The rule: minutes × rate ÷ 60 with the rate of the day on which the work was done, rounded for each entry to the smallest unit, half
/// away from zero (as merchants do). Sums add what was rounded, so that what is listed adds up. Currencies are never added to each other.
/// </remarks>
/// <param name="Totals">By currency, in alphabetical order.</param>
/// <param name="MinutesWithoutRate">Worked on days for which the person has no rate: in no total.</param>
public sealed record TicketCost(
    ImmutableArray<CostLine> Lines, ImmutableArray<CostTotal> Totals, int Minutes, int BillableMinutes, int MinutesWithoutRate)
{
    /// <param name="rates">The rates of the people who have any.</param>
    public static TicketCost Of(TimeSheet sheet, IReadOnlyDictionary<AccountId, HourlyRates> rates)
    {
        ImmutableArray<CostLine> lines = [.. sheet.Entries.Select(entry => Price(entry, rates.GetValueOrDefault(entry.Person)))];
        var totals = lines.Where(line => line.Cost is not null).GroupBy(line => line.Cost!.Value.Currency, StringComparer.Ordinal).OrderBy(
            group => group.Key, StringComparer.Ordinal)
            .Select(group => new CostTotal(
                new(group.Sum(line => line.Cost!.Value.Minor), group.Key),
                new(group.Where(line => line.Entry.Work.Billable).Sum(line => line.Cost!.Value.Minor), group.Key)));
        return new(
            lines, [.. totals], lines.Sum(line => line.Entry.Work.Minutes), lines.Where(line => line.Entry.Work.Billable).Sum(
                line => line.Entry.Work.Minutes),
            lines.Where(line => line.Cost is null).Sum(line => line.Entry.Work.Minutes));
    }

    /// <summary>In whole numbers: half a unit is added before the division cuts off.</summary>
    public static Money Price(int minutes, Money perHour) => perHour with { Minor = ((minutes * perHour.Minor * 2) + 60) / 120 };

    private static CostLine Price(TimeEntry entry, HourlyRates? rates) =>
        rates?.On(entry.Work.On) is { } rate ? new(entry, rate.PerHour, Price(entry.Work.Minutes, rate.PerHour)) : new(entry, null, null);
}

/// <param name="PerHour"><c>null</c>: there was no rate on that day.</param>
public sealed record CostLine(TimeEntry Entry, Money? PerHour, Money? Cost);

/// <param name="Billable">The part of the cost that is charged.</param>
public sealed record CostTotal(Money Cost, Money Billable);

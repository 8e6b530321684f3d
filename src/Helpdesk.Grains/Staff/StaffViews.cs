using Helpdesk.Contracts.Staff;
using Helpdesk.Domain.Staff;
using NodaTime;

namespace Helpdesk.Grains.Staff;

/// <summary>Between the rules' records and the messages.</summary>
internal static class StaffViews
{
    public static ExpertiseItem ToDomain(this ExpertiseItemMessage item) => new(item.Area, item.Level, item.Qualification, ToDomain(item.ValidUntil));

    public static ExpertiseItemMessage ToMessage(this ExpertiseItem item) => new(item.Area, item.Level, item.Qualification, ToMessage(item.ValidUntil));

    public static HourlyRate ToDomain(this HourlyRateMessage rate) =>
        new(new(rate.Minor, rate.Currency), LocalDate.FromDateOnly(rate.ValidFrom), ToDomain(rate.ValidTo));

    public static HourlyRateMessage ToMessage(this HourlyRate rate) =>
        new(rate.PerHour.Minor, rate.PerHour.Currency, rate.ValidFrom.ToDateOnly(), ToMessage(rate.ValidTo));

    public static Work ToDomain(this WorkMessage work) => new(work.Minutes, LocalDate.FromDateOnly(work.On), work.Note, work.Billable);

    public static Work Apply(this WorkChange change, Work work) => new(
        change.Minutes ?? work.Minutes, ToDomain(change.On) ?? work.On, change.Note.IsSet ? change.Note.Value : work.Note, change.Billable ?? work.Billable);

    public static TimeEntryView ToMessage(this TimeEntry entry) => new(
        entry.Id, entry.Person.Value, new(entry.Work.Minutes, entry.Work.On.ToDateOnly(), entry.Work.Note, entry.Work.Billable), entry.Revision);

    public static TicketCostView ToMessage(this TicketCost cost) => new(
        [.. cost.Lines.Select(line => new CostLineMessage(line.Entry.ToMessage(), ToMessage(line.PerHour), ToMessage(line.Cost)))],
        [.. cost.Totals.Select(total => new CostTotalMessage(ToMessage(total.Cost)!, ToMessage(total.Billable)!))],
        cost.Minutes, cost.BillableMinutes, cost.MinutesWithoutRate);

    private static MoneyMessage? ToMessage(Money? money) => money is { } amount ? new(amount.Minor, amount.Currency) : null;

    private static LocalDate? ToDomain(DateOnly? day) => day is { } date ? LocalDate.FromDateOnly(date) : null;

    private static DateOnly? ToMessage(LocalDate? day) => day?.ToDateOnly();
}

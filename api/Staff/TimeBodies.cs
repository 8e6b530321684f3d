using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Staff;

namespace Helpdesk.Api.Staff;

/// <param name="Minutes">1 to 1,440.</param>
/// <param name="WorkedOn">The day, such as 2026-11-18; default: today, in the municipality's zone. Never later.</param>
/// <param name="Note">At most 2,000 characters; never shown to customers.</param>
/// <param name="Billable">Default <c>true</c>.</param>
/// <param name="User">Whose time it was; default: yours. Others' is for managers and admins.</param>
public sealed record RecordTimeRequest(
    [Required, Between(1, TimeRules.MostMinutes)] int? Minutes = null, [Day] string? WorkedOn = null,
    [Lines(TimeRules.MostNoteLength)] string? Note = null,
    bool? Billable = null, Guid? User = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        var today = StaffDates.Today(context.Now(), context.Tenant().Settings.Zone);
        return TimeRules.Faults(ToDomain(today), today);
    }

    internal Work ToDomain(LocalDate today) =>
        new(Minutes ?? 0, Days.ReadOrNull(WorkedOn, "/worked_on") ?? today, Note, Billable ?? true);
}

/// <summary>Members that are left out stay as they are; <c>null</c> clears the note.</summary>
public sealed record CorrectTimeRequest(
    [Between(1, TimeRules.MostMinutes)] Change<int> Minutes = default, [Day] Change<string> WorkedOn = default,
    [Lines(TimeRules.MostNoteLength)] Change<string?> Note = default, Change<bool> Billable = default) : IJudged
{
    // What the change leaves as it is was judged when it was recorded.
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        var today = StaffDates.Today(context.Now(), context.Tenant().Settings.Zone);
        return TimeRules.Faults(ToDomain().Apply(new(Minutes: 1, today, Note: null, Billable: true)), today);
    }

    internal WorkChange ToDomain() => new(
        Minutes.IsSet ? Minutes.Value : null, Days.ReadOrNull(WorkedOn.Value, "/worked_on"), Note, Billable.IsSet ? Billable.Value : null);
}

/// <param name="Version">The entry's version: goes back as <c>If-Match</c>.</param>
public sealed record TimeEntryResponse(Guid Id, Guid User, int Minutes, string WorkedOn, string? Note, bool Billable, int Version)
{
    internal static TimeEntryResponse Of(TimeEntry entry) => new(
        entry.Id, entry.Person.Value, entry.Work.Minutes, Days.Write(entry.Work.On), entry.Work.Note, entry.Work.Billable, entry.Revision);
}

/// <param name="Items">In the order in which they were recorded: an agent's own, for managers and admins all.</param>
/// <param name="Minutes">The sum of all entries that the caller may read, not only of those on this page.</param>
public sealed record TimeEntryListResponse(IReadOnlyList<TimeEntryResponse> Items, string? NextCursor, int Total, int Minutes);

/// <param name="AmountMinor">In the smallest unit of the currency.</param>
public sealed record MoneyBody(long AmountMinor, string Currency)
{
    internal static MoneyBody? Of(Money? money) => money is { } amount ? new(amount.Minor, amount.Currency) : null;
}

/// <param name="PerHour">The person's rate on the day of the work; <c>null</c>: the person had no rate then.</param>
/// <param name="Cost">Minutes × rate ÷ 60, rounded to the smallest unit, half away from zero.</param>
public sealed record CostLineResponse(TimeEntryResponse Entry, MoneyBody? PerHour, MoneyBody? Cost);

/// <param name="Billable">The part of the cost that is charged.</param>
public sealed record CostTotalResponse(MoneyBody Cost, MoneyBody Billable);

/// <param name="Totals">Sums of the rounded lines, one for each currency.</param>
/// <param name="MinutesWithoutRate">In no total.</param>
public sealed record TicketCostResponse(
    IReadOnlyList<CostLineResponse> Items, IReadOnlyList<CostTotalResponse> Totals, int Minutes, int BillableMinutes,
    int MinutesWithoutRate)
{
    internal static TicketCostResponse Of(TicketCost cost) => new(
        [.. cost.Lines.Select(
            line => new CostLineResponse(TimeEntryResponse.Of(line.Entry), MoneyBody.Of(line.PerHour), MoneyBody.Of(line.Cost)))],
        [.. cost.Totals.Select(total => new CostTotalResponse(MoneyBody.Of(total.Cost)!, MoneyBody.Of(total.Billable)!))],
        cost.Minutes, cost.BillableMinutes, cost.MinutesWithoutRate);
}

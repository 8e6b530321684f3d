using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain;
using Helpdesk.Domain.Staff;

namespace Helpdesk.Contracts.Staff;

/// <summary>As <see cref="ExpertiseItem"/>.</summary>
[GenerateSerializer, Immutable, Alias("expertise-item")]
public sealed record ExpertiseItemMessage(string Area, int Level, string? Qualification, DateOnly? ValidUntil);

[GenerateSerializer, Immutable, Alias("expertise-view")]
public sealed record ExpertiseView(Guid Person, IReadOnlyList<ExpertiseItemMessage> Items, int Version, bool Replayed);

/// <summary>As <see cref="HourlyRate"/>.</summary>
[GenerateSerializer, Immutable, Alias("hourly-rate")]
public sealed record HourlyRateMessage(long Minor, string Currency, DateOnly ValidFrom, DateOnly? ValidTo);

[GenerateSerializer, Immutable, Alias("hourly-rates-view")]
public sealed record HourlyRatesView(Guid Person, IReadOnlyList<HourlyRateMessage> Rates, int Version, bool Replayed);

/// <summary>As <see cref="Work"/>.</summary>
[GenerateSerializer, Immutable, Alias("work")]
public sealed record WorkMessage(int Minutes, DateOnly On, string? Note, bool Billable);

/// <summary>What shall be different about some work; what is not set stays.</summary>
[GenerateSerializer, Immutable, Alias("work-change")]
public sealed record WorkChange(int? Minutes, DateOnly? On, Change<string> Note, bool? Billable);

[GenerateSerializer, Immutable, Alias("time-entry-view")]
public sealed record TimeEntryView(Guid Id, Guid Person, WorkMessage Work, int Revision);

/// <param name="Minutes">Of these entries together: a sum over more would tell an agent what a colleague's time was.</param>
[GenerateSerializer, Immutable, Alias("time-sheet-view")]
public sealed record TimeSheetView(IReadOnlyList<TimeEntryView> Entries, int Minutes);

/// <param name="Entry">As the command left it.</param>
[GenerateSerializer, Immutable, Alias("time-entry-outcome")]
public sealed record TimeEntryOutcome(TimeEntryView Entry, bool Replayed);

[GenerateSerializer, Immutable, Alias("money")]
public sealed record MoneyMessage(long Minor, string Currency);

[GenerateSerializer, Immutable, Alias("cost-line")]
public sealed record CostLineMessage(TimeEntryView Entry, MoneyMessage? PerHour, MoneyMessage? Cost);

[GenerateSerializer, Immutable, Alias("cost-total")]
public sealed record CostTotalMessage(MoneyMessage Cost, MoneyMessage Billable);

/// <summary>As <see cref="TicketCost"/>.</summary>
[GenerateSerializer, Immutable, Alias("ticket-cost-view")]
public sealed record TicketCostView(
    IReadOnlyList<CostLineMessage> Lines, IReadOnlyList<CostTotalMessage> Totals, int Minutes, int BillableMinutes, int MinutesWithoutRate);

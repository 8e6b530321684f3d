using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Helpdesk.Domain.Staff;
using NodaTime.Text;

namespace Helpdesk.Api.Staff;

/// <param name="Items">All of it, in place of what was declared before; at most 50.</param>
public sealed record DeclareExpertiseRequest([Required] IReadOnlyList<ExpertiseItemBody>? Items = null);

/// <param name="Area">A category or a tag that tickets have; at most 100 characters, upper and lower case alike.</param>
/// <param name="Level">1 (has seen it) to 5 (teaches it).</param>
/// <param name="Qualification">A certificate or an exam, at most 200 characters.</param>
/// <param name="ValidUntil">Last day on which it counts, such as 2027-12-31; <c>null</c>: without end.</param>
public sealed record ExpertiseItemBody(
    [Required, MaxLength(ExpertiseRules.MostAreaLength)] string? Area = null, [Required] int? Level = null,
    [MaxLength(ExpertiseRules.MostQualificationLength)] string? Qualification = null, string? ValidUntil = null)
{
    internal ExpertiseItem ToDomain(int index) =>
        new(Area ?? "", Required.Value(Level, $"/items/{index}/level"), Qualification, Days.ReadOrNull(
            ValidUntil, $"/items/{index}/valid_until"));

    internal static ExpertiseItemBody Of(ExpertiseItem item) => new(item.Area, item.Level, item.Qualification, Days.Write(item.ValidUntil));
}

public sealed record ExpertiseResponse(Guid User, IReadOnlyList<ExpertiseItemBody> Items, int Version)
{
    internal static ExpertiseResponse Of(Expertise expertise) =>
        new(expertise.Person.Value, [.. expertise.Items.Select(ExpertiseItemBody.Of)], expertise.Version);
}

/// <param name="Items">All of them, in place of those before; at most 100, and no day has two.</param>
public sealed record AgreeRatesRequest([Required] IReadOnlyList<RateBody>? Items = null);

/// <param name="AmountMinor">For an hour, in the smallest unit: 8550 is 85.50. 0 to 1,000,000.</param>
/// <param name="Currency">ISO 4217: CHF, CZK, DKK, EUR, GBP, PLN, SEK or USD.</param>
/// <param name="ValidFrom">First day, inclusive.</param>
/// <param name="ValidTo">Last day, inclusive; <c>null</c>: until further notice.</param>
public sealed record RateBody(
    [Required] long? AmountMinor = null, [Required] string? Currency = null, [Required] string? ValidFrom = null, string? ValidTo = null)
{
    internal HourlyRate ToDomain(int index) => new(
        new(Required.Value(AmountMinor, $"/items/{index}/amount_minor"), Currency ?? ""),
        Days.Read(ValidFrom, $"/items/{index}/valid_from"), Days.ReadOrNull(ValidTo, $"/items/{index}/valid_to"));

    internal static RateBody Of(HourlyRate rate) =>
        new(rate.PerHour.Minor, rate.PerHour.Currency, Days.Write(rate.ValidFrom), Days.Write(rate.ValidTo));
}

/// <param name="Items">Earliest first.</param>
public sealed record RatesResponse(Guid User, IReadOnlyList<RateBody> Items, int Version)
{
    internal static RatesResponse Of(HourlyRates rates) => new(rates.Person.Value, [.. rates.Rates.Select(RateBody.Of)], rates.Version);
}

/// <param name="Minutes">1 to 1,440.</param>
/// <param name="WorkedOn">The day, such as 2026-11-18; default: today, in the municipality's zone. Never later.</param>
/// <param name="Note">At most 2,000 characters; never shown to customers.</param>
/// <param name="Billable">Default <c>true</c>.</param>
/// <param name="User">Whose time it was; default: yours. Others' is for managers and admins.</param>
public sealed record RecordTimeRequest(
    [Required] int? Minutes = null, string? WorkedOn = null, [MaxLength(TimeRules.MostNoteLength)] string? Note = null,
    bool? Billable = null, Guid? User = null)
{
    internal Work ToDomain(LocalDate today) =>
        new(Required.Value(Minutes, "/minutes"), Days.ReadOrNull(WorkedOn, "/worked_on") ?? today, Note, Billable ?? true);
}

/// <summary>Members that are left out stay as they are; <c>null</c> clears the note.</summary>
public sealed record CorrectTimeRequest(
    int? Minutes = null, string? WorkedOn = null, [MaxLength(TimeRules.MostNoteLength)] Change<string?> Note = default,
    bool? Billable = null)
{
    internal WorkChange ToDomain() => new(Minutes, Days.ReadOrNull(WorkedOn, "/worked_on"), Note, Billable);
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

/// <param name="Points">The sum of those of the reasons; only their order means something.</param>
/// <param name="OpenTickets">Neither resolved nor closed.</param>
/// <param name="Why">What counted, and what it counted.</param>
public sealed record SuggestedAssigneeResponse(
    Guid User, string Name, Role Role, int Points, int OpenTickets, IReadOnlyList<SuggestionReasonResponse> Why)
{
    internal static SuggestedAssigneeResponse Of(SuggestedAssignee suggested) => new(
        suggested.Candidate.Account.Value, suggested.Candidate.Name, suggested.Candidate.Role, suggested.Points,
        suggested.Candidate.OpenTickets,
        [.. suggested.Reasons.Select(reason => new SuggestionReasonResponse(
            reason.Code, reason.Points, reason.About, reason.Amount, new(reason.Describe(german: true), reason.Describe(german: false))))]);
}

/// <param name="About">The category, the tag or the qualification.</param>
/// <param name="Amount">The level, or how many tickets.</param>
public sealed record SuggestionReasonResponse(SuggestionReasonCode Code, int Points, string? About, int? Amount, SuggestionWords Words);

public sealed record SuggestionWords(string De, string En);

/// <param name="Items">Best first.</param>
/// <param name="Total">How many people could take it.</param>
public sealed record SuggestedAssigneesResponse(IReadOnlyList<SuggestedAssigneeResponse> Items, string? NextCursor, int Total);

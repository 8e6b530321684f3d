using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Staff;

namespace Helpdesk.Api.Staff;

/// <param name="Items">All of it, in place of what was declared before; at most 50.</param>
public sealed record DeclareExpertiseRequest([Required] IReadOnlyList<ExpertiseItemBody>? Items = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => ExpertiseRules.Faults(ToDomain());

    internal ImmutableArray<ExpertiseItem> ToDomain() => [.. (Items ?? []).Select((item, index) => item.ToDomain(index))];
}

/// <param name="Area">A category or a tag that tickets have; at most 100 characters, upper and lower case alike.</param>
/// <param name="Level">1 (has seen it) to 5 (teaches it).</param>
/// <param name="Qualification">A certificate or an exam, at most 200 characters.</param>
/// <param name="ValidUntil">Last day on which it counts, such as 2027-12-31; <c>null</c>: without end.</param>
public sealed record ExpertiseItemBody(
    [Required, OneLine(ExpertiseRules.MostAreaLength)] string? Area = null,
    [Required, Between(ExpertiseItem.LeastLevel, ExpertiseItem.MostLevel)] int? Level = null,
    [OneLine(ExpertiseRules.MostQualificationLength)] string? Qualification = null, [Day] string? ValidUntil = null)
{
    internal ExpertiseItem ToDomain(int index) =>
        new(Area ?? "", Level ?? 0, Qualification, Days.ReadOrNull(
            ValidUntil, $"/items/{index}/valid_until"));

    internal static ExpertiseItemBody Of(ExpertiseItem item) => new(item.Area, item.Level, item.Qualification, Days.Write(item.ValidUntil));
}

public sealed record ExpertiseResponse(Guid User, IReadOnlyList<ExpertiseItemBody> Items, int Version)
{
    internal static ExpertiseResponse Of(Expertise expertise) =>
        new(expertise.Person.Value, [.. expertise.Items.Select(ExpertiseItemBody.Of)], expertise.Version);
}

/// <param name="Items">All of them, in place of those before; at most 100, and no day has two.</param>
public sealed record AgreeRatesRequest([Required] IReadOnlyList<RateBody>? Items = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => RateRules.Faults(ToDomain());

    internal ImmutableArray<HourlyRate> ToDomain() => [.. (Items ?? []).Select((rate, index) => rate.ToDomain(index))];
}

/// <param name="AmountMinor">For an hour, in the smallest unit: 8550 is 85.50. 0 to 1,000,000.</param>
/// <param name="Currency">ISO 4217: CHF, CZK, DKK, EUR, GBP, PLN, SEK or USD.</param>
/// <param name="ValidFrom">First day, inclusive.</param>
/// <param name="ValidTo">Last day, inclusive; <c>null</c>: until further notice.</param>
public sealed record RateBody(
    [Required, Between(0, RateRules.MostPerHour)] long? AmountMinor = null, [Required, Currency] string? Currency = null,
    [Required, Day] string? ValidFrom = null, [Day] string? ValidTo = null)
{
    internal HourlyRate ToDomain(int index) => new(
        new(Required.Value(AmountMinor), Currency ?? ""),
        Days.ReadOrNull(ValidFrom, $"/items/{index}/valid_from") ?? default, Days.ReadOrNull(ValidTo, $"/items/{index}/valid_to"));

    internal static RateBody Of(HourlyRate rate) =>
        new(rate.PerHour.Minor, rate.PerHour.Currency, Days.Write(rate.ValidFrom), Days.Write(rate.ValidTo));
}

/// <param name="Items">Earliest first.</param>
public sealed record RatesResponse(Guid User, IReadOnlyList<RateBody> Items, int Version)
{
    internal static RatesResponse Of(HourlyRates rates) => new(rates.Person.Value, [.. rates.Rates.Select(RateBody.Of)], rates.Version);
}

/// <param name="Points">
/// The sum of those of the reasons: 20 a level of the category, 8 a level of a tag, 10 for a certificate, −4 an open ticket down to −60.
/// They order those who know something of the ticket among each other, and those who do not; the latter come after the former, whatever the
/// points.
/// </param>
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

/// <param name="Items">
/// Who knows something of the ticket first, then by points, then who has fewer open tickets, then by name.
/// </param>
/// <param name="Total">How many people could take it.</param>
public sealed record SuggestedAssigneesResponse(IReadOnlyList<SuggestedAssigneeResponse> Items, string? NextCursor, int Total);

/// <summary>ISO 4217, of those that are kept.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class CurrencyAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) =>
        Money.Currencies.Contains(value) ? null : FieldError.OneOf(FieldCode.UnknownCurrency, pointer, Money.Currencies);
}

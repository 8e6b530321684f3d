using System.Collections.Immutable;

namespace Helpdesk.Domain.Staff;

/// <summary>What an hour costs is the business of managers and admins alone; not even the person reads it here.</summary>
public static class RateRules
{
    public const int MostRates = 100;

    /// <summary>10,000.00 an hour.</summary>
    public const long MostPerHour = 1_000_000;

    public static Error? Read(Member member) => member.Role is Role.Manager or Role.Admin ? null : AccessErrors.RoleRequired;

    public static Decision<HourlyRatesEvent> Agree(HourlyRates? present, AccountId person, ImmutableArray<HourlyRate> rates, Member member)
    {
        if (Read(member) is { } refusal)
            return refusal;
        if (Faults(rates).ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);

        ImmutableArray<HourlyRate> ordered = [.. rates.OrderBy(rate => rate.ValidFrom)];
        return (present?.Rates ?? []).SequenceEqual(ordered)
            ? Decision<HourlyRatesEvent>.Nothing : new HourlyRatesEvent.Agreed(person, ordered);
    }

    private static IEnumerable<FieldError> Faults(ImmutableArray<HourlyRate> rates) => rates.Length > MostRates
        ? [new("/items", "too-many", $"Must list at most {MostRates} rates.")]
        : rates.SelectMany(Faults).Concat(Overlaps(rates));

    private static IEnumerable<FieldError> Faults(HourlyRate rate, int index)
    {
        var at = $"/items/{index}";
        if (rate.PerHour.Minor is < 0 or > MostPerHour)
            yield return new($"{at}/amount_minor", "out-of-range", $"Must lie between 0 and {MostPerHour}.");
        if (!Money.Currencies.Contains(rate.PerHour.Currency))
            yield return new($"{at}/currency", "unknown-currency", $"Must be one of: {string.Join(", ", Money.Currencies)}.");
        if (!StaffDates.IsSensible(rate.ValidFrom))
            yield return new($"{at}/valid_from", "out-of-range", StaffDates.Expected);
        if (rate.ValidTo is { } last && (last < rate.ValidFrom || !StaffDates.IsSensible(last)))
            yield return new($"{at}/valid_to", "before-start", "Must not be before valid_from. " + StaffDates.Expected);
    }

    // When two rates meet, the one that begins later is named.
    private static IEnumerable<FieldError> Overlaps(ImmutableArray<HourlyRate> rates)
    {
        var ordered = rates.Select((rate, index) => (Rate: rate, Index: index)).OrderBy(one => one.Rate.ValidFrom)
            .ThenBy(one => one.Index).ToList();
        return ordered.Zip(ordered.Skip(1))
            .Where(pair => pair.First.Rate.ValidTo is not { } last || last >= pair.Second.Rate.ValidFrom)
            .Select(pair => new FieldError(
                $"/items/{pair.Second.Index}/valid_from", "overlapping", "Must lie after the last day of the rate before it."));
    }
}

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

    public static IEnumerable<FieldError> Faults(ImmutableArray<HourlyRate> rates) => rates.Length > MostRates
        ? [FieldError.TooMany("/items", MostRates)]
        : rates.SelectMany(Faults).Concat(Overlaps(rates));

    private static IEnumerable<FieldError> Faults(HourlyRate rate, int index)
    {
        var at = $"/items/{index}";
        if (rate.PerHour.Minor is < 0 or > MostPerHour)
            yield return FieldError.OutOfRange($"{at}/amount_minor", 0, MostPerHour);
        if (!Money.Currencies.Contains(rate.PerHour.Currency))
            yield return FieldError.OneOf(FieldCode.UnknownCurrency, $"{at}/currency", Money.Currencies);
        if (!StaffDates.IsSensible(rate.ValidFrom))
            yield return StaffDates.NotSensible($"{at}/valid_from");
        if (rate.ValidTo is { } last && (last < rate.ValidFrom || !StaffDates.IsSensible(last)))
            yield return FieldCode.BeforeStart.At($"{at}/valid_to",
                "Darf nicht vor valid_from liegen und muss ein Tag der Jahre 2000 bis 2199 sein.",
                "Must not be before valid_from, and be a day of the years 2000 to 2199.");
    }

    // When two rates meet, the one that begins later is named.
    private static IEnumerable<FieldError> Overlaps(ImmutableArray<HourlyRate> rates)
    {
        var ordered = rates.Select((rate, index) => (Rate: rate, Index: index)).Where(one => StaffDates.IsSensible(one.Rate.ValidFrom))
            .OrderBy(one => one.Rate.ValidFrom).ThenBy(one => one.Index).ToList();
        return ordered.Zip(ordered.Skip(1))
            .Where(pair => pair.First.Rate.ValidTo is not { } last || last >= pair.Second.Rate.ValidFrom)
            .Select(pair => FieldCode.Overlapping.At($"/items/{pair.Second.Index}/valid_from"));
    }
}

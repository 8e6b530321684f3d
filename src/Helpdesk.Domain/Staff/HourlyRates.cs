namespace Helpdesk.Domain.Staff;

/// <summary>What an hour of one person costs, and since when. Managers and admins only.</summary>
public sealed record HourlyRates : IAggregate<HourlyRates, HourlyRatesEvent>
{
    public static string Kind => "hourly_rates";

    public required AccountId Person { get; init; }

    /// <summary>Earliest first; no day has two.</summary>
    public ImmutableArray<HourlyRate> Rates { get; init; } = [];

    public int Version { get; init; }

    public Instant UpdatedAt { get; init; }

    public static HourlyRates None(AccountId person) => new() { Person = person };

    /// <returns><c>null</c>: none was agreed for that day.</returns>
    public HourlyRate? On(LocalDate day) => Rates.FirstOrDefault(rate => rate.Holds(day));

    public static HourlyRates Apply(HourlyRates? state, Recorded<HourlyRatesEvent> recorded) => recorded.Event switch
    {
        HourlyRatesEvent.Agreed agreed =>
            new() { Person = agreed.Person, Rates = agreed.Rates, Version = recorded.Version, UpdatedAt = recorded.At },
        var unknown => throw new InvalidOperationException($"Hourly rates cannot go on with {unknown.GetType().Name}."),
    };
}

/// <param name="PerHour">The price of 60 minutes.</param>
/// <param name="ValidFrom">First day, inclusive.</param>
/// <param name="ValidTo">Last day, inclusive; <c>null</c>: until further notice.</param>
public sealed record HourlyRate(Money PerHour, LocalDate ValidFrom, LocalDate? ValidTo)
{
    public bool Holds(LocalDate day) => day >= ValidFrom && (ValidTo is not { } last || day <= last);
}

/// <summary>An amount of money.</summary>
/// <param name="Minor">In the smallest unit of the currency: 8550 is 85.50 EUR. Never a floating point number.</param>
/// <param name="Currency">ISO 4217; one of <see cref="Currencies"/>.</param>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>Those whose smallest unit is a hundredth, of the countries around.</summary>
    public static readonly ImmutableSortedSet<string> Currencies = ImmutableSortedSet.Create(
        StringComparer.Ordinal, "CHF", "CZK", "DKK", "EUR", "GBP", "PLN", "SEK", "USD");
}

/// <summary>What can happen to somebody's rates. Stored for good.</summary>
public abstract record HourlyRatesEvent
{
    private HourlyRatesEvent() { }

    /// <param name="Rates">All of them, in place of those before.</param>
    public sealed record Agreed(AccountId Person, ImmutableArray<HourlyRate> Rates) : HourlyRatesEvent;
}

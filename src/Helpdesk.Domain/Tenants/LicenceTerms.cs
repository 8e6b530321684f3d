namespace Helpdesk.Domain.Tenants;

/// <summary>How a licence stands at a moment. Follows from the terms and the clock, never from a job.</summary>
public enum LicenceState
{
    /// <summary>None was granted yet: <see cref="LicenceTerms.Trial"/> counts.</summary>
    Trial,
    /// <summary>Begins later. Its seats count already, its features do not.</summary>
    Upcoming,
    Active,
    /// <summary>Past its end, within the days of grace: nothing changes yet.</summary>
    Grace,
    /// <summary>Everything can be read and exported, nothing can be written, nothing is lost.</summary>
    Expired,
}

/// <summary>What was agreed with a municipality.</summary>
/// <param name="Plan">Name of the plan, for people and for flags that are targeted by it.</param>
/// <param name="Seats">Most people in a counted role at a time, inclusive; see <see cref="Tenants.Seats"/>.</param>
/// <param name="Features">Words that flags ask for as their entitlement.</param>
/// <param name="ValidFrom">Inclusive.</param>
/// <param name="ValidTo">Exclusive; <c>null</c>: without end.</param>
/// <param name="GraceDays">Days of the tenant after <paramref name="ValidTo"/> in which everything still works.</param>
public sealed record LicenceTerms(
    string Plan, int Seats, ImmutableArray<string> Features, Instant ValidFrom, Instant? ValidTo, int GraceDays)
{
    public const int MostSeats = 1_000_000;
    public const int MostFeatures = 200;
    public const int MostGraceDays = 365;
    public const int LongestWord = 100;

    /// <summary>When nobody says otherwise.</summary>
    public const int DefaultGraceDays = 14;

    /// <summary>For terms that are being granted and name no beginning: they begin with the grant.</summary>
    public static readonly Instant FromNow = NodaTime.Instant.FromUnixTimeTicks(0);

    /// <summary>The terms of a tenant without a licence: enough to try the platform, for as long as the operators let it.</summary>
    public static readonly LicenceTerms Trial = new(
        "trial", Seats: 25, [], FromNow, ValidTo: null, GraceDays: 0);

    /// <summary>IANA name: whose days the days of grace are. The tenant's when the licence was granted; <c>null</c>: UTC.</summary>
    public string? Zone { get; init; }

    /// <summary>From when on (inclusive) nothing can be written; <c>null</c>: never.</summary>
    public Instant? ReadOnlyFrom => ValidTo is { } end ? LocalDays.After(end, GraceDays, Zone) : null;

    public LicenceState StateAt(Instant now)
    {
        if (now < ValidFrom)
            return LicenceState.Upcoming;
        if (now >= ReadOnlyFrom)
            return LicenceState.Expired;
        return now >= ValidTo ? LicenceState.Grace : LicenceState.Active;
    }

    public bool Equals(LicenceTerms? other) =>
        other is not null && Plan == other.Plan && Seats == other.Seats && Features.SequenceEqual(other.Features, StringComparer.Ordinal) &&
        ValidFrom == other.ValidFrom && ValidTo == other.ValidTo && GraceDays == other.GraceDays && Zone == other.Zone;

    public override int GetHashCode() => HashCode.Combine(Plan, Seats, Features.Length, ValidFrom, ValidTo, GraceDays, Zone);
}

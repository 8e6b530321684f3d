namespace Helpdesk.Domain.FeatureFlags;

/// <summary>All flags that one tenant decides about; the platform's own set counts for every tenant.</summary>
public sealed record FlagSet : IAggregate<FlagSet, FlagSetEvent>
{
    public static string Kind => "flag_set";

    /// <summary>Every tenant has one set, in a stream of this name.</summary>
    public static readonly Guid Stream = new("00000000-0000-7000-8000-0000000f1a65");

    public int Version { get; init; }

    public Instant UpdatedAt { get; init; }

    /// <summary>By key, archived ones too.</summary>
    public ImmutableDictionary<string, FeatureFlag> Flags { get; init; } = ImmutableDictionary<string, FeatureFlag>.Empty;

    [JsonIgnore]
    public IReadOnlyDictionary<string, Instant> Due =>
        FlagExpiry.NextLook(this) is { } next ? new Dictionary<string, Instant>(1) { [FlagExpiry.DueKind] = next } : NothingDue.Instance;

    public FeatureFlag? Find(string key) => Flags.GetValueOrDefault(key);

    public FeatureFlag? FindActive(string key) => Find(key) is { IsActive: true } flag ? flag : null;

    [JsonIgnore]
    public IEnumerable<FeatureFlag> Active => Flags.Values.Where(flag => flag.IsActive);

    public static FlagSet Apply(FlagSet? state, Recorded<FlagSetEvent> recorded)
    {
        var set = state ?? new FlagSet();
        var key = recorded.Event.Key;
        var flag = recorded.Event is FlagSetEvent.Defined defined ? FeatureFlag.Define(defined, recorded) : set.Flags[key].With(recorded);
        if (recorded.Event is not (FlagSetEvent.ExpiryWarned or FlagSetEvent.Expired))
            flag = flag with { Version = flag.Version + 1, UpdatedAt = recorded.At, UpdatedBy = recorded.Actor };

        return set with { Version = recorded.Version, UpdatedAt = recorded.At, Flags = set.Flags.SetItem(key, flag) };
    }
}

/// <param name="Flags">In ordinal order of keys.</param>
/// <param name="Total">How many flags the whole list has.</param>
public sealed record FlagPage(ImmutableArray<FeatureFlag> Flags, int Total)
{
    /// <param name="archived">Those that were archived, instead of those that count.</param>
    /// <param name="after">Key of the last one read; empty: from the beginning.</param>
    public static FlagPage Of(FlagSet set, bool archived, string after, int limit)
    {
        var all = set.Flags.Values.Where(flag => flag.IsActive != archived).ToList();
        var behind = all.Where(flag => string.CompareOrdinal(flag.Key, after) > 0).OrderBy(flag => flag.Key, StringComparer.Ordinal);
        return new([.. behind.Take(limit)], all.Count);
    }
}

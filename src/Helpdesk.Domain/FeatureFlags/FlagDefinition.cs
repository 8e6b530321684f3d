namespace Helpdesk.Domain.FeatureFlags;

/// <summary>What a flag is for; it decides how long it should live and who sees it.</summary>
public enum FlagKind
{
    /// <summary>Brings something new to people step by step; to be removed when it has.</summary>
    Release,
    /// <summary>Compares variants; to be removed when the answer is known.</summary>
    Experiment,
    /// <summary>Turns a part of the platform down or off in trouble; long-lived, and never shown to clients unless it says so.</summary>
    Operational,
    /// <summary>Gives some tenants what others do not have; long-lived.</summary>
    Permission,
}

/// <summary>
/// Everything that a person sets on a flag. Valid when it came through <see cref="FlagDocument"/> or <see cref="FlagRules"/>.
/// </summary>
[JsonConverter(typeof(FlagDefinitionConverter))]
public sealed record FlagDefinition
{
    public string Description { get; init; } = "";

    /// <summary>Is warned before the flag expires. <c>null</c> in a request: who creates it.</summary>
    public AccountId? Owner { get; init; }

    public FlagKind Kind { get; init; } = FlagKind.Release;

    public FlagEnvironments Enabled { get; init; } = FlagEnvironments.Nowhere;

    /// <summary>1 to 50, in ordinal order of their names, all of one type.</summary>
    public ImmutableArray<FlagVariant> Variants { get; init; } = [];

    /// <summary>Served where no strategy answers.</summary>
    public string DefaultVariant { get; init; } = "";

    /// <summary>
    /// Served whenever the flag must not decide: killed, disabled here, expired, not licensed, wrong version, or without the flags that it
    /// requires.
    /// </summary>
    public string SafeVariant { get; init; } = "";

    /// <summary>At most 100. Listed tenants come first, then the order given; the first that answers wins.</summary>
    public ImmutableArray<FlagStrategy> Strategies { get; init; } = [];

    /// <summary>Flags that must be on for this one to decide; of the same set, or of the platform. At most 20.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>From this moment on (inclusive) the safe variant is served. <c>null</c>: never.</summary>
    public Instant? ExpiresAt { get; init; }

    /// <summary>The feature that the tenant's licence must contain. <c>null</c>: any licence will do.</summary>
    public string? Entitlement { get; init; }

    /// <summary>Versions of the tenant's CMS that this works with, as <see cref="VersionRange"/>. <c>null</c>: any.</summary>
    public string? CmsVersions { get; init; }

    /// <summary>Changes act when a second person has approved them; the kill switch acts at once.</summary>
    public bool FourEyes { get; init; }

    /// <summary>
    /// Platform flags only: a tenant may define a flag of the same key, which then decides for that tenant behind this one's gates.
    /// </summary>
    public bool Overridable { get; init; }

    /// <summary>Never leaves the servers: clients are told that there is no such flag. By default so for operational flags.</summary>
    public bool ServerOnly { get; init; }

    /// <summary>
    /// What shuffles the buckets. Fixed when the flag is created; by default from the set and the key, so no two flags share it.
    /// </summary>
    public string Salt { get; init; } = "";

    public FlagVariant? Variant(string name)
    {
        foreach (var variant in Variants)
        {
            if (variant.Name == name)
                return variant;
        }

        return null;
    }

    /// <summary>The same in every member; lists are compared by content.</summary>
    public bool Equals(FlagDefinition? other) =>
        other is not null && (ReferenceEquals(this, other) || FlagDocument.Text(this) == FlagDocument.Text(other));

    public override int GetHashCode() => FlagDocument.Text(this).GetHashCode(StringComparison.Ordinal);
}

public sealed record FlagVariant(string Name, FlagValue Value);

/// <summary>Where a flag is on: a rule for every environment, and exceptions.</summary>
/// <param name="Elsewhere">Holds for every environment that <paramref name="Named"/> does not mention.</param>
/// <param name="Named">At most 10, in ordinal order.</param>
public sealed record FlagEnvironments(bool Elsewhere, ImmutableArray<NamedEnvironment> Named)
{
    public static readonly FlagEnvironments Everywhere = new(true, []);
    public static readonly FlagEnvironments Nowhere = new(false, []);

    public bool Contains(string environment)
    {
        foreach (var named in Named)
        {
            if (named.Name == environment)
                return named.Enabled;
        }

        return Elsewhere;
    }
}

public sealed record NamedEnvironment(string Name, bool Enabled);

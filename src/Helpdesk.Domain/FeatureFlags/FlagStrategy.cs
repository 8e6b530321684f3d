namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Whose side of the line counts: everybody of a tenant together, or each account.</summary>
public enum BucketBy
{
    Tenant,
    /// <summary>The targeting key of the evaluation, in its tenant. For cosmetic experiments.</summary>
    Account,
}

/// <summary>One way in which a flag answers. A strategy that does not apply leaves the answer to the next one.</summary>
/// <remarks>
/// The set of strategies is closed: stored for good, never renamed or given another meaning. Each has a file of its own
/// (<c>FlagStrategy.*.cs</c>) with all that makes it one: how it is read, written, checked and answered; and a row in
/// <see cref="FlagStrategyDocument"/>.
/// </remarks>
public abstract partial record FlagStrategy
{
    private FlagStrategy() { }

    /// <summary>Which tenants it applies to; all conditions must hold. Empty: all tenants.</summary>
    public ImmutableArray<FlagCondition> Where { get; init; } = [];

    /// <summary>Nobody is ever served by it.</summary>
    internal virtual bool ReachesNobody => false;

    /// <summary>Whoever fulfils <see cref="Where"/> gets one and the same variant.</summary>
    internal virtual bool ReachesEverybody => false;

    /// <summary>Everything but <see cref="Where"/>, <c>type</c> first.</summary>
    internal abstract void Write(Utf8JsonWriter json, ITenantNames tenants);

    /// <summary>Adds what is wrong with it, but for its conditions.</summary>
    /// <param name="pointer">To the strategy in its document.</param>
    internal abstract void Check(FlagDefinition flag, string pointer, List<FieldError> faults);

    /// <summary>For a flag without faults.</summary>
    internal abstract CompiledStrategy Compile(FlagDefinition flag);

    private protected static void CheckVariant(FlagDefinition flag, string name, string pointer, List<FieldError> faults)
    {
        if (FlagRules.UnknownVariant(flag, name, pointer) is { } fault)
            faults.Add(fault);
    }
}

public sealed record FlagArm(string Variant, int Weight);

/// <summary>What is known of a tenant that a condition can ask for.</summary>
public enum TenantAttribute
{
    /// <summary>The Land, as ISO 3166-2 without country: <c>BY</c>.</summary>
    State,
    /// <summary>Inhabitants.</summary>
    Size,
    /// <summary>The version of the tenant's CMS installation.</summary>
    CmsVersion,
    /// <summary>The licence's plan.</summary>
    Plan,
}

/// <summary>How a condition compares. There is no pattern matching: a rule must be cheap and readable.</summary>
public enum FlagOperator
{
    Equals,
    NotEquals,
    In,
    NotIn,
    /// <summary>At or above the value; sizes and versions.</summary>
    AtLeast,
    /// <summary>Below the value; sizes and versions.</summary>
    Below,
    /// <summary>Within a <see cref="VersionRange"/>; versions only.</summary>
    InRange,
}

/// <param name="Values">One, except 1 to 200 for the operators that name a list. Numbers are written as text here.</param>
public sealed record FlagCondition(TenantAttribute Attribute, FlagOperator Operator, ImmutableArray<string> Values);

/// <summary>What flags may know of a tenant. Comes from our own database, never from a request.</summary>
public sealed record FlagTenant
{
    public required TenantId Id { get; init; }
    public required string Slug { get; init; }
    public required string? State { get; init; }

    /// <summary>Inhabitants.</summary>
    public required long? Size { get; init; }
    public required SemanticVersion? CmsVersion { get; init; }
    public required string? Plan { get; init; }

    /// <summary>Features of the licence.</summary>
    public required ImmutableArray<string> Entitlements { get; init; }

    /// <summary>From when (inclusive) the licence holds; <c>null</c>: always has.</summary>
    public Instant? EntitledFrom { get; init; }

    /// <summary>Until when (exclusive), with its grace; <c>null</c>: for ever.</summary>
    public Instant? EntitledUntil { get; init; }

    /// <summary>A tenant of which nothing is known yet.</summary>
    public static FlagTenant Unknown(TenantId id) => new()
    {
        Id = id,
        Slug = "",
        State = null,
        Size = null,
        CmsVersion = null,
        Plan = null,
        Entitlements = [],
    };
}

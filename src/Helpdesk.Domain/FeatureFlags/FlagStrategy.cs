using System.Collections.Immutable;
using Helpdesk.Domain.Tenants;
using NodaTime;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Whose side of the line counts: everybody of a tenant together, or each account.</summary>
public enum BucketBy
{
    Tenant,
    /// <summary>The targeting key of the evaluation, in its tenant. For cosmetic experiments.</summary>
    Account,
}

/// <summary>One way in which a flag answers. A strategy that does not apply leaves the answer to the next one.</summary>
/// <remarks>The set of strategies is closed: stored for good, never renamed or given another meaning.</remarks>
public abstract record FlagStrategy
{
    private FlagStrategy() { }

    /// <summary>Which tenants it applies to; all conditions must hold. Empty: all tenants.</summary>
    public ImmutableArray<FlagCondition> Where { get; init; } = [];

    public sealed record Everyone(string Variant) : FlagStrategy;

    /// <summary>The tenants named, 1 to 5,000. Platform flags only.</summary>
    public sealed record Tenants(ImmutableArray<TenantId> Ids, string Variant) : FlagStrategy;

    /// <summary>The tenants that fulfil <see cref="FlagStrategy.Where"/>, which must not be empty here.</summary>
    public sealed record Segment(string Variant) : FlagStrategy;

    /// <param name="BasisPoints">0 (nobody) to 10,000 (everybody); 1 is 0.01 %. Sticky, and monotone in both directions.</param>
    public sealed record Percentage(int BasisPoints, BucketBy By, string Variant) : FlagStrategy;

    /// <summary>A share of everybody for each variant.</summary>
    /// <param name="Arms">In ordinal order of their variants; the weights are basis points and sum to 10,000.</param>
    public sealed record Weights(ImmutableArray<FlagArm> Arms, BucketBy By) : FlagStrategy;

    /// <summary>Unleash's strategy of the same name, bucket for bucket. A tenant's stickiness value is its slug, an account's the targeting key as it came.</summary>
    /// <param name="Rollout">Whole per cents, 0 to 100.</param>
    /// <param name="Group">Unleash's group id.</param>
    /// <param name="Arms">At least one; several are variants with Unleash's weights, in the order given there.</param>
    public sealed record UnleashRollout(int Rollout, string Group, BucketBy By, ImmutableArray<FlagArm> Arms) : FlagStrategy;
}

public sealed record FlagArm(string Variant, int Weight);

/// <summary>What is known of a tenant that a condition can ask for.</summary>
public enum TenantAttribute
{
    /// <summary>The Land, as ISO 3166-2 without country: <c>BY</c>.</summary>
    State,
    /// <summary>Inhabitants.</summary>
    Size,
    /// <summary>Of the tenant's CMS installation.</summary>
    CmsVersion,
    /// <summary>Of the licence.</summary>
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

/// <summary>What flags may know of a tenant. Comes from our own records, never from a request.</summary>
/// <param name="Size">Inhabitants.</param>
/// <param name="Entitlements">Features of the licence.</param>
/// <param name="EntitledFrom">From when (inclusive) the licence holds; <c>null</c>: always has.</param>
/// <param name="EntitledUntil">Until when (exclusive), with its grace; <c>null</c>: for ever.</param>
public sealed record FlagTenant(
    TenantId Id, string Slug, string? State, long? Size, SemanticVersion? CmsVersion, string? Plan, ImmutableArray<string> Entitlements,
    Instant? EntitledFrom = null, Instant? EntitledUntil = null)
{
    /// <summary>A tenant of which nothing is known yet.</summary>
    public static FlagTenant Unknown(TenantId id) => new(id, "", null, null, null, null, []);
}

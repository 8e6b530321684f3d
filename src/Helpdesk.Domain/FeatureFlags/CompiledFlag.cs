namespace Helpdesk.Domain.FeatureFlags;

/// <summary>A flag ready to answer.</summary>
internal sealed class CompiledFlag
{
    private readonly FlagEnvironments enabled;
    private readonly bool killed;
    private readonly Instant? expiry;
    private readonly string? entitlement;
    private readonly VersionRange? versions;
    private readonly bool needsVersion;
    private readonly FlagVariant standard;
    private readonly FlagVariant safe;
    private readonly CompiledStrategy[] strategies;

    public CompiledFlag(FeatureFlag flag)
    {
        var definition = flag.Definition;
        Key = flag.Key;
        enabled = definition.Enabled;
        killed = flag.IsKilled;
        expiry = definition.ExpiresAt;
        entitlement = definition.Entitlement;
        needsVersion = definition.CmsVersions is not null;
        _ = VersionRange.TryParse(definition.CmsVersions, out versions);
        standard = definition.Variant(definition.DefaultVariant)!;
        safe = definition.Variant(definition.SafeVariant)!;
        Requires = definition.Requires;
        Overridable = definition.Overridable;
        ServerOnly = definition.ServerOnly;
        // What a tenant was told by name goes before what it shares with others.
        strategies =
        [
            .. definition.Strategies.OrderBy(strategy => strategy is FlagStrategy.Tenants ? 0 : 1)
                .Select(strategy => CompiledStrategy.Of(strategy, definition)),
        ];
    }

    public string Key { get; }

    public ImmutableArray<string> Requires { get; }

    public bool Overridable { get; }

    public bool ServerOnly { get; }

    public FlagValueType Type => standard.Value.Type;

    /// <summary>Every flag of its own set that it requires, directly or through others; set once, when all of them are compiled.</summary>
    public CompiledFlag[] Ancestors { get; set; } = [];

    /// <summary>What it or its ancestors require of the platform.</summary>
    public string[] External { get; set; } = [];

    /// <summary>The first gate that is shut, in the order of decision; <c>null</c>: the flag may decide.</summary>
    public FlagReason? Shut(CompiledTenant tenant, string environment, Instant now)
    {
        if (killed)
            return FlagReason.Killed;
        if (!enabled.Contains(environment))
            return FlagReason.Disabled;
        if (expiry is { } end && now >= end)
            return FlagReason.Expired;
        if (entitlement is not null && !tenant.IsEntitled(entitlement, now))
            return FlagReason.Licence;
        if (needsVersion && (tenant.Facts.CmsVersion is not { } version || versions?.Contains(version) != true))
            return FlagReason.Version;

        return null;
    }

    public FlagAnswer Safe(FlagReason why) => Answer(safe, why);

    /// <summary>What its strategies say, with every gate open.</summary>
    public FlagAnswer Serve(CompiledTenant tenant, string? account, Instant now)
    {
        foreach (var strategy in strategies)
        {
            if (strategy.TryServe(tenant.Facts, account, now, out var variant, out var reason))
                return variant is not null ? Answer(variant, reason)
                    : new(standard, FlagReason.Error, FlagErrorCode.TargetingKeyMissing, IsOn(standard));
        }

        return Answer(standard, FlagReason.Default);
    }

    private FlagAnswer Answer(FlagVariant variant, FlagReason reason) => new(variant, reason, FlagErrorCode.None, IsOn(variant));

    private bool IsOn(FlagVariant variant) =>
        variant.Value.Type == FlagValueType.Boolean ? variant.Value.IsTrue : !ReferenceEquals(variant, safe);
}

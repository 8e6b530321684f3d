using System.Collections.Frozen;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>
/// What a snapshot is made of: a tenant and its set; for the platform's own flags, those of <see cref="TenantId.Platform"/>.
/// </summary>
/// <param name="Set"><c>null</c>: it has no flags of its own.</param>
public sealed record FlagSource(FlagTenant Tenant, FlagSet? Set);

/// <summary>
/// All flags of all tenants at one moment, compiled. Immutable: an evaluation never sees half a change, parents and children included.
/// Asking does no input or output, takes no lock, never throws and, for a tenant that is known, allocates nothing.
/// </summary>
/// <remarks>
/// One key, one meaning: the platform's flag goes before a tenant's own of the same key. Only where the platform's flag is overridable the
/// tenant's decides, and only behind the gates of the platform's.
/// </remarks>
public sealed class CompiledFlags
{
    public static readonly CompiledFlags Empty = new(
        CompiledTenant.Unknown(TenantId.Platform), FrozenDictionary<string, CompiledFlag>.Empty,
        FrozenDictionary<TenantId, CompiledTenant>.Empty);

    private readonly CompiledTenant home;
    private readonly FrozenDictionary<string, CompiledFlag> platform;
    private readonly FrozenDictionary<TenantId, CompiledTenant> tenants;

    private CompiledFlags(
        CompiledTenant home, FrozenDictionary<string, CompiledFlag> platform, FrozenDictionary<TenantId, CompiledTenant> tenants) =>
        (this.home, this.platform, this.tenants) = (home, platform, tenants);

    /// <summary>All tenants but the platform.</summary>
    public IEnumerable<FlagTenant> Tenants => tenants.Values.Select(tenant => tenant.Facts);

    /// <summary>What the flags were made of for this tenant; <c>null</c>: nothing is known of the tenant.</summary>
    public FlagSource? SourceOf(TenantId tenant) =>
        tenant == TenantId.Platform ? home.Source : tenants.GetValueOrDefault(tenant)?.Source;

    /// <summary>The snapshot with these tenants as they are now, and the others as they were.</summary>
    public CompiledFlags With(params IReadOnlyCollection<FlagSource> changed)
    {
        var above = changed.FirstOrDefault(source => source.Tenant.Id == TenantId.Platform);
        var nextPlatform = above is null ? platform : CompilePlatform(above);
        var nextHome = above is null ? home : CompiledTenant.Of(above, nextPlatform);
        var next = new Dictionary<TenantId, CompiledTenant>(tenants);
        if (above is not null)
        {
            foreach (var tenant in tenants.Values.Where(tenant => tenant.SharesKeysWith(platform) || tenant.SharesKeysWith(nextPlatform)))
                next[tenant.Facts.Id] = CompiledTenant.Of(tenant.Source, nextPlatform);
        }

        foreach (var source in changed.Where(source => source != above))
            next[source.Tenant.Id] = CompiledTenant.Of(source, nextPlatform);

        return new(nextHome, nextPlatform, next.ToFrozenDictionary());
    }

    /// <summary>The snapshot without these tenants: deleted ones.</summary>
    public CompiledFlags Without(params IReadOnlyCollection<TenantId> gone) =>
        new(home, platform, tenants.Where(pair => !gone.Contains(pair.Key)).ToFrozenDictionary());

    /// <param name="now">Expiry and licences are judged by it.</param>
    public FlagAnswer Evaluate(string key, in FlagContext context, Instant now)
    {
        var tenant = TenantOf(context.Tenant);
        return platform.TryGetValue(key, out var flag) || tenant.Own.TryGetValue(key, out flag)
            ? Answer(flag, tenant, context, now)
            : FlagAnswer.NotFound;
    }

    /// <summary>
    /// Whether a tenant's own flag of this key does not count, because the platform has one that may not be overridden by it.
    /// </summary>
    public bool IsSilent(string key, TenantId tenant) =>
        tenant != TenantId.Platform && platform.ContainsKey(key) && !TenantOf(tenant).Overrides.ContainsKey(key);

    /// <summary>Whether there is a flag of this key that may leave the servers.</summary>
    public bool IsOffered(string key, TenantId tenant) =>
        (platform.TryGetValue(key, out var flag) || TenantOf(tenant).Own.TryGetValue(key, out flag)) && !flag.ServerOnly;

    /// <summary>Every flag that clients of this tenant may see, in ordinal order of keys.</summary>
    public IEnumerable<KeyValuePair<string, FlagAnswer>> EvaluateOffered(FlagContext context, Instant now)
    {
        var tenant = TenantOf(context.Tenant);
        return platform.Values.Concat(tenant.Own.Values)
            .Where(flag => !flag.ServerOnly)
            .OrderBy(flag => flag.Key, StringComparer.Ordinal)
            .Select(flag => KeyValuePair.Create(flag.Key, Answer(flag, tenant, context, now)));
    }

    /// <summary>Keys of all flags that count in this tenant, hidden ones too: for our own code.</summary>
    public IEnumerable<string> KeysFor(TenantId tenant) => platform.Keys.Concat(TenantOf(tenant).Own.Keys);

    /// <summary>Flags of tenants that require this flag of the platform, such as <c>musterstadt: new-form</c>.</summary>
    public IEnumerable<string> DependentsOf(string key) =>
        from tenant in tenants.Values
        from flag in tenant.Own.Values
        where flag.Requires.Contains(key)
        orderby tenant.Facts.Slug, flag.Key
        select $"{tenant.Facts.Slug}: {flag.Key}";

    private CompiledTenant TenantOf(TenantId id) =>
        tenants.TryGetValue(id, out var tenant) ? tenant : id == TenantId.Platform ? home : CompiledTenant.Unknown(id);

    // The order of decision: kill switch, environment, expiry, licence, version; requirements; the tenant's override; strategies; default.
    private FlagAnswer Answer(CompiledFlag flag, CompiledTenant tenant, in FlagContext context, Instant now)
    {
        if (flag.Shut(tenant, context.Environment, now) is { } shut)
            return flag.Safe(shut);

        foreach (var ancestor in flag.Ancestors)
        {
            if (!IsOn(ancestor, tenant, context, now))
                return flag.Safe(FlagReason.ParentOff);
        }

        foreach (var key in flag.External)
        {
            if (!platform.TryGetValue(key, out var required) || !Answer(required, tenant, context, now).IsOn)
                return flag.Safe(FlagReason.ParentOff);
        }

        return Decide(flag, tenant, context, now);
    }

    // Its own requirements are in the list of ancestors, too.
    private static bool IsOn(CompiledFlag flag, CompiledTenant tenant, in FlagContext context, Instant now) =>
        flag.Shut(tenant, context.Environment, now) is null && Decide(flag, tenant, context, now).IsOn;

    private static FlagAnswer Decide(CompiledFlag flag, CompiledTenant tenant, in FlagContext context, Instant now)
    {
        if (!flag.Overridable || !tenant.Overrides.TryGetValue(flag.Key, out var own))
            return flag.Serve(tenant, context.TargetingKey, now);

        return own.Shut(tenant, context.Environment, now) is { } shut ? own.Safe(shut) : own.Serve(tenant, context.TargetingKey, now);
    }

    private static FrozenDictionary<string, CompiledFlag> CompilePlatform(FlagSource source)
    {
        var flags = (source.Set?.Active ?? []).Select(flag => new CompiledFlag(flag)).ToFrozenDictionary(
            flag => flag.Key, StringComparer.Ordinal);
        FlagAncestry.Resolve(flags);
        return flags;
    }
}

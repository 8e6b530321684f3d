using System.Collections.Frozen;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>A tenant as evaluation sees it: what is known of it, and its own flags next to the platform's.</summary>
internal sealed class CompiledTenant
{
    private readonly FrozenSet<string> entitlements;

    private CompiledTenant(FlagSource source, FrozenDictionary<string, CompiledFlag> own, FrozenDictionary<string, CompiledFlag> overrides)
    {
        Source = source;
        Own = own;
        Overrides = overrides;
        entitlements = source.Tenant.Entitlements.ToFrozenSet(StringComparer.Ordinal);
    }

    public FlagSource Source { get; }

    public FlagTenant Facts => Source.Tenant;

    /// <summary>Flags that the platform has none of the same key for.</summary>
    public FrozenDictionary<string, CompiledFlag> Own { get; }

    /// <summary>Flags that decide in the place of the platform's, behind its gates.</summary>
    public FrozenDictionary<string, CompiledFlag> Overrides { get; }

    /// <summary>The platform itself needs no licence.</summary>
    public bool IsEntitled(string feature, Instant now) =>
        Facts.Id == TenantId.Platform || (entitlements.Contains(feature) && !(now < Facts.EntitledFrom) && !(now >= Facts.EntitledUntil));

    public static CompiledTenant Unknown(TenantId tenant) =>
        new(new(FlagTenant.Unknown(tenant), null), FrozenDictionary<string, CompiledFlag>.Empty,
            FrozenDictionary<string, CompiledFlag>.Empty);

    public static CompiledTenant Of(FlagSource source, FrozenDictionary<string, CompiledFlag> platform)
    {
        if (source.Set is null || source.Tenant.Id == TenantId.Platform)
            return new(source, FrozenDictionary<string, CompiledFlag>.Empty, FrozenDictionary<string, CompiledFlag>.Empty);

        var flags = source.Set.Active.Select(flag => new CompiledFlag(flag)).ToList();
        var own = flags.Where(flag => !platform.ContainsKey(flag.Key)).ToFrozenDictionary(flag => flag.Key, StringComparer.Ordinal);
        FlagAncestry.Resolve(own);
        return new(
            source, own,
            flags.Where(flag => platform.TryGetValue(flag.Key, out var above) && MayOverride(above, flag)).ToFrozenDictionary(
                flag => flag.Key, StringComparer.Ordinal));
    }

    /// <summary>Whether these flags of the platform decide which of its own count.</summary>
    public bool SharesKeysWith(FrozenDictionary<string, CompiledFlag> platform) =>
        Source.Set?.Active.Any(flag => platform.ContainsKey(flag.Key)) == true;

    // The rules refuse these on saving; the platform's flag may have changed since.
    private static bool MayOverride(CompiledFlag above, CompiledFlag own) =>
        above.Overridable && above.Type == own.Type && own.Requires.IsEmpty;
}

/// <summary>Works out once what a flag requires through others, so that asking is one pass over a list.</summary>
internal static class FlagAncestry
{
    public static void Resolve(FrozenDictionary<string, CompiledFlag> set)
    {
        foreach (var flag in set.Values)
        {
            if (flag.Requires.IsEmpty)
                continue;

            var (ancestors, external) = (new HashSet<CompiledFlag>(), new HashSet<string>(StringComparer.Ordinal));
            Collect(flag, set, ancestors, external);
            flag.Ancestors = [.. ancestors];
            flag.External = [.. external];
        }
    }

    // Those seen before are skipped, so even a circle, which the rules refuse, ends.
    private static void Collect(
        CompiledFlag flag, FrozenDictionary<string, CompiledFlag> set, HashSet<CompiledFlag> ancestors, HashSet<string> external)
    {
        foreach (var key in flag.Requires)
        {
            if (!set.TryGetValue(key, out var parent))
                external.Add(key);
            else if (ancestors.Add(parent))
                Collect(parent, set, ancestors, external);
        }
    }
}

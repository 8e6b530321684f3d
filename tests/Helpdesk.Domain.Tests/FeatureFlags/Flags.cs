namespace Helpdesk.Domain.Tests.FeatureFlags;

/// <summary>Short ways from definitions to answers.</summary>
internal static class Flags
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 9, 0);

    public const string Production = "production";

    public static FlagSet Set(params (string Key, FlagDefinition Definition)[] flags) => new()
    {
        Flags = flags.ToDictionary(flag => flag.Key, flag => Flag(flag.Key, flag.Definition)).ToImmutable(),
    };

    public static FlagSet With(this FlagSet set, string key, Func<FeatureFlag, FeatureFlag> change) =>
        set with { Flags = set.Flags.SetItem(key, change(set.Flags[key])) };

    public static FeatureFlag Flag(string key, FlagDefinition definition) =>
        new() { Key = key, Definition = definition, CreatedAt = Now, ConfiguredAt = Now };

    public static FlagSource Platform(FlagSet set) => new(FlagTenant.Unknown(TenantId.Platform), set);

    public static CompiledFlags Snapshot(FlagSet platform, params FlagTenant[] tenants) =>
        CompiledFlags.Empty.With([Platform(platform), .. tenants.Select(tenant => new FlagSource(tenant, null))]);

    /// <summary>What a platform flag alone answers in some tenant.</summary>
    public static FlagAnswer Serve(FlagDefinition definition, string? account = null, FlagTenant? tenant = null, Instant? now = null)
    {
        tenant ??= Some.FlagTenant();
        return Snapshot(Set(("flag", definition)), tenant).Evaluate("flag", new(tenant.Id, Production, account), now ?? Now);
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, FeatureFlag> ToImmutable(
        this Dictionary<string, FeatureFlag> flags) =>
        System.Collections.Immutable.ImmutableDictionary.CreateRange(flags);
}

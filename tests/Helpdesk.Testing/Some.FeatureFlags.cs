using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Testing;

public static partial class Some
{
    /// <summary>A boolean flag that is enabled everywhere and serves <c>off</c> until a strategy says otherwise.</summary>
    public static FlagDefinition Flag(params FlagStrategy[] strategies) => new()
    {
        Description = Word(),
        Enabled = FlagEnvironments.Everywhere,
        Variants = [new("off", FlagValue.False), new("on", FlagValue.True)],
        DefaultVariant = "off",
        SafeVariant = "off",
        Strategies = [.. strategies],
        Salt = Word(),
    };

    /// <summary>A boolean flag that is on for everybody.</summary>
    public static FlagDefinition FlagOn() => Flag(new FlagStrategy.Everyone("on"));

    public static FlagTenant FlagTenant() => FlagTenant(Tenant());

    public static FlagTenant FlagTenant(TenantId id) =>
        new()
        {
            Id = id,
            Slug = $"town-{Number()}",
            State = "BY",
            Size = 12_000,
            CmsVersion = new SemanticVersion(5, 2, 0),
            Plan = "standard",
            Entitlements = ["mail"],
        };
}

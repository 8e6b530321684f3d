using System.Runtime.CompilerServices;
using Helpdesk.Domain.FeatureFlags;
using Microsoft.Extensions.Configuration;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Helpdesk.Grains.FeatureFlags.Management;

/// <summary>
/// Feeds Microsoft.FeatureManagement from the snapshot. A definition is made for the present targeting: the flag is decided here, by the
/// same code that decides it everywhere else, and the definition says no more than the outcome. Filters of that package have no part in it.
/// </summary>
public sealed class SnapshotDefinitions(ICurrentFlags snapshots, ITargetingContextAccessor targeting, TimeProvider time)
    : IFeatureDefinitionProvider
{
    // One definition for each variant and outcome, for as long as the snapshot that holds the variant lives.
    private readonly ConditionalWeakTable<FlagVariant, FeatureDefinition> whenOn = [];
    private readonly ConditionalWeakTable<FlagVariant, FeatureDefinition> whenOff = [];

    public async Task<FeatureDefinition> GetFeatureDefinitionAsync(string featureName) =>
        Define(featureName, FlagTarget.Of(await targeting.GetContextAsync()))!;

    public async IAsyncEnumerable<FeatureDefinition> GetAllFeatureDefinitionsAsync()
    {
        var target = FlagTarget.Of(await targeting.GetContextAsync());
        var snapshot = snapshots.Current;
        foreach (var key in snapshot.KeysFor(target.Tenant))
        {
            if (Define(key, target) is { } definition)
                yield return definition;
        }
    }

    // null is how a provider says that there is no such feature.
    private FeatureDefinition? Define(string key, FlagTarget target)
    {
        var answer = snapshots.Current.Evaluate(key, new(target.Tenant, snapshots.Environment, target.Account), time.Now());
        return answer.Variant is not { } variant ? null
            : answer.IsOn ? whenOn.GetValue(variant, served => Define(key, served, FeatureStatus.Conditional))
            : whenOff.GetValue(variant, served => Define(key, served, FeatureStatus.Disabled));
    }

    private static FeatureDefinition Define(string key, FlagVariant variant, FeatureStatus status) => new()
    {
        Name = key,
        Status = status,
        EnabledFor = [new FeatureFilterConfiguration { Name = "AlwaysOn" }],
        Variants = [new VariantDefinition { Name = variant.Name, ConfigurationValue = Section(variant.Value) }],
        Allocation = new() { DefaultWhenEnabled = variant.Name, DefaultWhenDisabled = variant.Name },
    };

    private static IConfigurationSection Section(FlagValue value)
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{"value":{{value.Json}}}"""));
        return new ConfigurationBuilder().AddJsonStream(json).Build().GetSection("value");
    }
}

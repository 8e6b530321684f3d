using System.Collections.Immutable;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Grains.FeatureFlags;
using Helpdesk.Grains.FeatureFlags.Management;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Helpdesk.Grains.Tests.FeatureFlags;

/// <summary>Microsoft's own manager, fed by our snapshot, says what the snapshot says.</summary>
public sealed class FlagManagementTests
{
    private static readonly FlagTenant Here = Some.FlagTenant();
    private static readonly FlagTenant There = Some.FlagTenant();

    private readonly Snapshots snapshots = new();
    private readonly IVariantFeatureManager manager;

    public FlagManagementTests()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<ICurrentFlags>(snapshots);
        manager = services.AddFlagManagement().BuildServiceProvider().GetRequiredService<IVariantFeatureManager>();
    }

    [Fact]
    public async Task A_flag_is_enabled_for_those_whom_it_reaches()
    {
        snapshots.Set("new-form", Some.Flag(new FlagStrategy.Tenants([Here.Id], "on")));

        (await IsEnabled("new-form", Here)).ShouldBeTrue();
        (await IsEnabled("new-form", There)).ShouldBeFalse();
        (await manager.IsEnabledAsync("new-form")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_targeting_that_is_passed_in_goes_before_the_one_in_the_air()
    {
        snapshots.Set("new-form", Some.Flag(new FlagStrategy.Tenants([Here.Id], "on")));

        using (FlagScope.Enter(new(There.Id, null)))
        {
            (await manager.IsEnabledAsync("new-form", new FlagTarget(Here.Id, null).ToContext())).ShouldBeTrue();
            (await manager.GetVariantAsync("new-form", (ITargetingContext)new FlagTarget(Here.Id, null).ToContext())).Name.ShouldBe("on");
            (await manager.IsEnabledAsync("new-form")).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_split_by_account_is_the_same_as_the_snapshots()
    {
        snapshots.Set("new-form", Some.Flag(new FlagStrategy.Percentage(5_000, BucketBy.Account, "on")));

        foreach (var account in Enumerable.Range(0, 100).Select(number => $"account-{number}"))
        {
            var expected = snapshots.Current.Evaluate(
                "new-form", new(Here.Id, snapshots.Environment, account), SystemClock.Instance.GetCurrentInstant());
            (await IsEnabled("new-form", Here, account)).ShouldBe(expected.IsOn);
        }
    }

    [Fact]
    public async Task A_variant_carries_its_value()
    {
        snapshots.Set("form", Some.Flag(new FlagStrategy.Everyone("large")) with
        {
            Variants = [new("large", Value("""{"steps":3,"names":["a","b"]}""")), new("small", Value("""{"steps":1}"""))],
            DefaultVariant = "small",
            SafeVariant = "small",
        });

        var variant = await manager.GetVariantAsync("form");

        variant.Name.ShouldBe("large");
        variant.Configuration["steps"].ShouldBe("3");
        variant.Configuration.GetSection("names").Get<string[]>().ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_flag_that_is_off_has_the_variant_that_it_serves_when_off()
    {
        snapshots.Set("form", Some.FlagOn() with { Enabled = FlagEnvironments.Nowhere });

        (await manager.IsEnabledAsync("form")).ShouldBeFalse();
        (await manager.GetVariantAsync("form")).Name.ShouldBe("off");
    }

    [Fact]
    public async Task A_flag_that_does_not_exist_is_off_and_has_no_variant()
    {
        (await manager.IsEnabledAsync("nothing")).ShouldBeFalse();
        (await manager.GetVariantAsync("nothing")).ShouldBeNull();
    }

    [Fact]
    public async Task A_change_counts_from_the_next_question_on()
    {
        snapshots.Set("new-form", Some.FlagOn());
        (await manager.IsEnabledAsync("new-form")).ShouldBeTrue();

        snapshots.Set("new-form", Some.Flag());

        (await manager.IsEnabledAsync("new-form")).ShouldBeFalse();
    }

    [Fact]
    public async Task All_flags_have_names()
    {
        snapshots.Set("new-form", Some.FlagOn());

        var names = new List<string>();
        await foreach (var name in manager.GetFeatureNamesAsync())
            names.Add(name);

        names.ShouldBe(["new-form"]);
    }

    private async Task<bool> IsEnabled(string key, FlagTenant tenant, string? account = null)
    {
        using (FlagScope.Enter(new(tenant.Id, account)))
            return await manager.IsEnabledAsync(key);
    }

    private static FlagValue Value(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return FlagValue.Of(document.RootElement)!;
    }

    private sealed class Snapshots : ICurrentFlags
    {
        public CompiledFlags Current { get; private set; } = CompiledFlags.Empty.With(
            new FlagSource(Here, null), new FlagSource(There, null));

        public Instant? InStepAt => null;

        public string Environment => "production";

        public Task CatchUp(CancellationToken cancellation) => Task.CompletedTask;

        public void Set(string key, FlagDefinition definition)
        {
            var flag = new FeatureFlag { Key = key, Definition = definition, CreatedAt = default, ConfiguredAt = default };
            var set = new FlagSet { Flags = ImmutableDictionary.CreateRange([KeyValuePair.Create(key, flag)]) };
            Current = Current.With(new FlagSource(FlagTenant.Unknown(TenantId.Platform), set));
        }
    }
}

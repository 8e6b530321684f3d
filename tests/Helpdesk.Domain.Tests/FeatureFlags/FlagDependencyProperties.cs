using FsCheck;
using FsCheck.Fluent;
using static Helpdesk.Domain.Tests.FeatureFlags.Flags;

namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class FlagDependencyProperties
{
    private static readonly FlagTenant[] Towns = [Some.FlagTenant(), Some.FlagTenant(), Some.FlagTenant()];

    [Fact]
    public void Who_has_a_child_has_its_parents_in_the_same_snapshot() => Prop.ForAll(Sets(), sets =>
    {
        var (platform, own) = sets;
        var snapshot = CompiledFlags.Empty.With([Platform(platform), .. Towns.Select(town => new FlagSource(town, own))]);
        foreach (var town in Towns)
        {
            foreach (var flag in platform.Active.Concat(own.Active.Where(flag => platform.FindActive(flag.Key) is null)))
            {
                var context = new FlagContext(town.Id, Production, "anna");
                if (snapshot.Evaluate(flag.Key, context, Now).IsOn)
                    flag.Definition.Requires.All(parent => snapshot.Evaluate(parent, context, Now).IsOn).ShouldBeTrue(flag.Key);
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Flags 0…7 of the platform, 4…11 of a tenant: some keys stand in both. A flag requires flags of lower numbers.
    private static Arbitrary<(FlagSet Platform, FlagSet Own)> Sets() =>
        (from platform in Gen.CollectToArray(Enumerable.Range(0, 8), number => Flag(number, mayBeOverridden: true))
         from own in Gen.CollectToArray(Enumerable.Range(4, 8), number => Flag(number, mayBeOverridden: false))
         select (Set(platform), Set(own))).ToArbitrary();

    private static Gen<(string, FlagDefinition)> Flag(int number, bool mayBeOverridden) =>
        from strategy in Gen.Elements<FlagStrategy>(
            new FlagStrategy.Everyone("on"), new FlagStrategy.Percentage(7_000, BucketBy.Tenant, "on"), new FlagStrategy.Percentage(
                7_000, BucketBy.Account, "on"))
        from enabled in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from overridable in Gen.Elements(mayBeOverridden, false)
        from requires in Gen.SubListOf(Enumerable.Range(0, Math.Max(number, 1)).Where(lower => lower != number))
        select ($"flag-{number}", Some.Flag(strategy) with
        {
            Enabled = enabled ? FlagEnvironments.Everywhere : FlagEnvironments.Nowhere,
            Overridable = overridable,
            Salt = $"flag-{number}",
            Requires = [.. requires.Take(2).Select(lower => $"flag-{lower}")],
        });
}

using System.Text;

namespace Helpdesk.Domain.Tests.FeatureFlags;

/// <summary>Golden vectors: what the client specification 6.1.0 of Unleash says about gradual rollouts and variants.</summary>
public sealed class UnleashBucketingTests
{
    [Theory]
    [InlineData("Feature.flexibleRollout.10", "174", 10)]
    [InlineData("Feature.flexibleRollout.10", "499", 32)]
    [InlineData("Feature.flexibleRollout.userId.55", "25", 55)]
    [InlineData("Feature.flexibleRollout.sessionId.42", "147", 42)]
    public void A_key_is_in_the_bucket_that_Unleash_computes(string group, string key, int bucket) =>
        UnleashBucketing.Rollout(Encoding.UTF8.GetBytes(group), key).ShouldBe(bucket);

    [Theory]
    [InlineData("AB12A", 100, "123", true)]
    [InlineData("AB12A", 100, null, false)]
    [InlineData("AB12A", 50, "122", true)]
    [InlineData("AB12A", 50, "155", false)]
    [InlineData("AB12A", 0, "122", false)]
    [InlineData("AB12A", 0, null, false)]
    [InlineData("Feature.flexibleRollout.10", 10, "174", true)]
    [InlineData("Feature.flexibleRollout.10", 10, "499", false)]
    [InlineData("Feature.flexibleRollout.userId.55", 55, "25", true)]
    [InlineData("Feature.flexibleRollout.userId.55", 55, null, false)]
    [InlineData("Feature.flexibleRollout.userId.55", 54, "25", false)]
    [InlineData("Feature.flexibleRollout.sessionId.42", 42, "147", true)]
    [InlineData("Feature.flexibleRollout.sessionId.42", 41, "147", false)]
    [InlineData("Feature.flexibleRollout.0", 0, "147", false)]
    [InlineData("Feature.flexibleRollout.0", 0, "12", false)]
    [InlineData("Feature.flexible.rollout.custom.stickiness_100", 100, "any_value", true)]
    [InlineData("Feature.flexible.rollout.custom.stickiness_50", 50, null, false)]
    [InlineData("Feature.flexible.rollout.custom.stickiness_50", 50, "402", false)]
    [InlineData("Feature.flexible.rollout.custom.stickiness_50", 50, "388", true)]
    [InlineData("Feature.flexible.rollout.custom.stickiness_50", 50, "39", true)]
    public void A_rollout_reaches_whom_it_reached_in_Unleash(string group, int percent, string? key, bool reached)
    {
        var flag = Some.Flag(new FlagStrategy.UnleashRollout(percent, group, BucketBy.Account, [new("on", 1)]));

        Flags.Serve(flag, key).IsOn.ShouldBe(reached);
    }

    [Theory]
    [InlineData("Feature.Variants.B", "2", "v2", 1, 1, 0, 0)]
    [InlineData("Feature.Variants.B", "0", "v1", 1, 1, 0, 0)]
    [InlineData("Feature.Variants.C", "232", "v1", 33, 33, 33, 0)]
    [InlineData("Feature.Variants.C", "607", "v2", 33, 33, 33, 0)]
    [InlineData("Feature.Variants.C", "656", "v3", 33, 33, 33, 0)]
    [InlineData("Feature.Variants.D", "712", "v1", 1, 49, 50, 0)]
    [InlineData("Feature.Variants.D", "525", "v2", 1, 49, 50, 0)]
    [InlineData("Feature.Variants.D", "537", "v3", 1, 49, 50, 0)]
    [InlineData("Feature.flexible.rollout.custom.stickiness_100", "616", "v1", 25, 25, 25, 25)]
    [InlineData("Feature.flexible.rollout.custom.stickiness_100", "503", "v2", 25, 25, 25, 25)]
    [InlineData("Feature.flexible.rollout.custom.stickiness_100", "438", "v3", 25, 25, 25, 25)]
    [InlineData("Feature.flexible.rollout.custom.stickiness_100", "44", "v4", 25, 25, 25, 25)]
    [InlineData("a", "5", "v1", 1, 1, 0, 0)]
    [InlineData("a", "0", "v2", 1, 1, 0, 0)]
    [InlineData("a", "1", "v1", 1, 1, 0, 0)]
    [InlineData("a", "2", "v2", 1, 1, 0, 0)]
    public void A_variant_goes_to_whom_it_went_in_Unleash(string group, string key, string variant, params int[] weights)
    {
        var arms = weights.Select((weight, index) => new FlagArm($"v{index + 1}", weight)).Where(arm => arm.Weight > 0).ToArray();
        var flag = Some.Flag(new FlagStrategy.UnleashRollout(100, group, BucketBy.Account, [.. arms])) with
        {
            Variants = [new("none", FlagValue.Of("none")), .. arms.Select(arm => new FlagVariant(arm.Variant, FlagValue.Of(arm.Variant)))],
            DefaultVariant = "none",
            SafeVariant = "none",
        };

        Flags.Serve(flag, key).Variant!.Name.ShouldBe(variant);
    }

    [Fact]
    public void Choosing_a_variant_does_not_follow_from_the_rollout()
    {
        var group = Encoding.UTF8.GetBytes("group");

        var inBoth = Enumerable.Range(0, 10_000).Count(
            i => UnleashBucketing.Rollout(group, $"{i}") <= 50 && UnleashBucketing.Variant(group, $"{i}", 100) <= 50);

        inBoth.ShouldBeInRange(2_350, 2_650);
    }

    [Fact]
    public void A_key_of_any_length_has_a_bucket() =>
        UnleashBucketing.Rollout("group"u8, new string('ü', 1_000_000)).ShouldNotBeNull().ShouldBeInRange(1, 100);
}

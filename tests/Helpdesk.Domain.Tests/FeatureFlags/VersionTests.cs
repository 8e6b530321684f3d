namespace Helpdesk.Domain.Tests.FeatureFlags;

public sealed class VersionTests
{
    [Fact]
    public void Versions_are_ordered_as_semver_orders_them()
    {
        string[] ordered =
        [
            "0.9.9", "1.0.0-0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
                "1.0.0-beta.11", "1.0.0-rc.1",
            "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0",
        ];
        var versions = ordered.Select(Version).ToList();

        for (var i = 1; i < versions.Count; i++)
            (versions[i - 1] < versions[i]).ShouldBeTrue($"{versions[i - 1]} < {versions[i]}");
    }

    [Fact]
    public void Build_metadata_has_no_part_in_the_order() => Version("1.0.0+one").ShouldBe(Version("1.0.0+two"));

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("v1.2.3")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.-3")]
    [InlineData("1.2.10000000000")]
    [InlineData("1.2.3-ä")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_not_a_version(string? text) => SemanticVersion.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(">=5.2.0 <6.0.0", "5.2.0", true)]
    [InlineData(">=5.2.0 <6.0.0", "5.99.1", true)]
    [InlineData(">=5.2.0 <6.0.0", "6.0.0", false)]
    [InlineData(">=5.2.0 <6.0.0", "5.1.9", false)]
    [InlineData("<5.0.0 || >=6.0.0", "4.0.0", true)]
    [InlineData("<5.0.0 || >=6.0.0", "5.0.0", false)]
    [InlineData("<5.0.0 || >=6.0.0", "6.0.0", true)]
    [InlineData("^5.2.0", "5.9.0", true)]
    [InlineData("^5.2.0", "6.0.0-rc.1", false)]
    [InlineData("^0.2.3", "0.3.0", false)]
    [InlineData("^0.0.3", "0.0.4", false)]
    [InlineData("~5.2.0", "5.2.9", true)]
    [InlineData("~5.2.0", "5.3.0", false)]
    [InlineData("5.2.0", "5.2.0", true)]
    [InlineData("=5.2.0", "5.2.1", false)]
    public void A_range_holds_what_it_says(string range, string version, bool holds)
    {
        VersionRange.TryParse(range, out var parsed).ShouldBeTrue();

        parsed!.Contains(Version(version)).ShouldBe(holds);
    }

    [Theory]
    [InlineData("5.x")]
    [InlineData(">=5.2")]
    [InlineData("=>5.2.0")]
    [InlineData(">=5.2.0 ||")]
    [InlineData("|| >=5.2.0")]
    [InlineData("(a+)+$")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Anything_else_is_not_a_range(string? text) => VersionRange.TryParse(text, out _).ShouldBeFalse();

    private static SemanticVersion Version(string text) =>
        SemanticVersion.TryParse(text, out var version) ? version : throw new ArgumentException(text, nameof(text));
}

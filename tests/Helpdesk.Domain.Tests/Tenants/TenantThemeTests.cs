using FsCheck;
using FsCheck.Fluent;

namespace Helpdesk.Domain.Tests.Tenants;

public sealed class TenantThemeTests
{
    [Theory]
    [InlineData("#ffed00", "#746b00", "#ffed00")]
    [InlineData("#e2001a", "#d50018", "#ff5c53")]
    [InlineData("#009ee0", "#0070a1", "#009ee0")]
    [InlineData("#00ff00", "#007b00", "#00ff00")]
    [InlineData("#000000", "#000000", "#949494")]
    [InlineData("#ffffff", "#6a6a6a", "#ffffff")]
    [InlineData("#004f9f", "#004f9f", "#5094ea")]
    [InlineData("#F39200", "#9a5b00", "#f39200")]
    public void One_colour_gives_an_accent_for_each_theme(string colour, string light, string dark)
    {
        var theme = TenantTheme.Of(colour);

        (theme.Brand, theme.Light.Accent, theme.Dark.Accent).ShouldBe((colour.ToLowerInvariant(), light, dark));
    }

    [Theory]
    [InlineData("#ffed00", "#ffffff", "#14171a")]
    [InlineData("#004f9f", "#ffffff", "#14171a")]
    [InlineData("#000000", "#ffffff", "#14171a")]
    public void Text_on_the_accent_is_white_where_that_can_be_read(string colour, string light, string dark)
    {
        var theme = TenantTheme.Of(colour);

        (theme.Light.OnAccent, theme.Dark.OnAccent).ShouldBe((light, dark));
    }

    [Fact]
    public void Every_colour_becomes_an_accent_that_can_be_read_on_every_surface_with_readable_text_on_it() => Prop.ForAll(
        Gen.Choose(0, 0xffffff).ToArbitrary(), value =>
        {
            var colour = $"#{value:x6}";
            var theme = TenantTheme.Of(colour);
            foreach (var (mode, colours) in ((ThemeMode, ThemeColours)[])[(ThemeMode.Light, theme.Light), (ThemeMode.Dark, theme.Dark)])
            {
                foreach (var surface in TenantTheme.Surfaces(mode))
                    Contrast.Ratio(colours.Accent, surface).ShouldBeGreaterThanOrEqualTo(4.5, $"{colour} on {surface}");
                Contrast.Ratio(colours.OnAccent, colours.Accent).ShouldBeGreaterThanOrEqualTo(4.5, $"text on {colour}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void What_is_measured_is_what_is_shown()
    {
        var light = TenantTheme.Of("#ffed00").Light;

        light.OnSurfaces.Select(one => one.Surface).ShouldBe(["#ffffff", "#f5f6f7", "#eceef0"]);
        light.OnSurfaces.Select(one => one.Contrast).ShouldBe(
            light.OnSurfaces.Select(one => Contrast.Ratio("#746b00", one.Surface)));
        light.OfText.ShouldBe(Contrast.Ratio("#ffffff", "#746b00"));
    }
}

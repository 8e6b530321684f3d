namespace Helpdesk.Domain.Tenants;

/// <summary>What a theme is drawn on: the colours of its surfaces, the same for every municipality.</summary>
public enum ThemeMode
{
    Light,
    Dark,
}

/// <summary>The accent of one theme and how well it can be read.</summary>
/// <param name="Accent">Links, buttons and marks: at least 4.5:1 on every surface of the theme.</param>
/// <param name="OnAccent">Text on it, at least 4.5:1.</param>
/// <param name="OnSurfaces">Contrast of the accent on each surface, the palest or darkest first; 1 to 21.</param>
/// <param name="OfText">Contrast of the text on the accent; 1 to 21.</param>
public sealed record ThemeColours(string Accent, string OnAccent, IReadOnlyList<SurfaceContrast> OnSurfaces, double OfText);

/// <param name="Contrast">1 to 21.</param>
public sealed record SurfaceContrast(string Surface, double Contrast);

/// <summary>
/// One colour in, readable ones out: the same hue and strength, as much darker or lighter as each theme's surfaces need.
/// </summary>
/// <param name="Brand">As the municipality gave it: for decoration, never for text.</param>
public sealed record TenantTheme(string Brand, ThemeColours Light, ThemeColours Dark)
{
    /// <summary>Where a municipality has chosen none, and at the desk and the console.</summary>
    public const string PlatformColour = "#005ea8";

    /// <summary>Stronger than what is needed, so that rounding to a screen's colours leaves enough.</summary>
    private const double Wanted = 4.6;
    private const double Step = 0.005;

    // Below it a colour counts as grey: its hue is noise, and would show once it is made darker.
    private const double LeastChroma = 0.02;

    // No light theme has an accent that is lighter.
    private const double LightestStart = 0.75;
    private const string DarkText = "#14171a";
    private const string White = "#ffffff";

    private static readonly string[] LightSurfaces = [White, "#f5f6f7", "#eceef0"];
    private static readonly string[] DarkSurfaces = [DarkText, "#1c2024", "#262b30"];

    /// <param name="colour">See <see cref="Contrast.IsColour"/>.</param>
    public static TenantTheme Of(string colour)
    {
        var brand = colour.ToLowerInvariant();
        return new(brand, Colours(brand, ThemeMode.Light), Colours(brand, ThemeMode.Dark));
    }

    public static IReadOnlyList<string> Surfaces(ThemeMode mode) => mode is ThemeMode.Light ? LightSurfaces : DarkSurfaces;

    private static ThemeColours Colours(string brand, ThemeMode mode)
    {
        var accent = Accent(brand, mode);
        var text = Contrast.Ratio(White, accent) >= Contrast.Least ? White : DarkText;
        return new(
            accent, text, [.. Surfaces(mode).Select(surface => new SurfaceContrast(surface, Contrast.Ratio(accent, surface)))],
            Contrast.Ratio(text, accent));
    }

    private static string Accent(string brand, ThemeMode mode)
    {
        if (IsReadable(brand, mode))
            return brand;
        var given = Oklch.Of(brand);
        var colour = given with { Chroma = given.Chroma < LeastChroma ? 0 : given.Chroma };
        colour = mode is ThemeMode.Light ? colour with { Lightness = Math.Min(colour.Lightness, LightestStart) } : colour;
        var step = mode is ThemeMode.Light ? -Step : Step;
        // It ends: black is readable on every light surface, white on every dark one.
        while (!IsReadable(colour.ToHex(), mode))
            colour = colour with { Lightness = Math.Clamp(colour.Lightness + step, 0, 1) };
        return colour.ToHex();
    }

    private static bool IsReadable(string colour, ThemeMode mode) =>
        Surfaces(mode).All(surface => Contrast.Ratio(colour, surface) >= Wanted);
}

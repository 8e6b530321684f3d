using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>The theme of a host as a stylesheet, and what would become of another colour.</summary>
internal static class ThemeEndpoints
{
    private static readonly QueryParameter Version = QueryParameter.Text(
        "v", "Its version, as `/appearance` names it. With it the answer may be kept for ever; without it, and with another one, a minute.");

    private static readonly QueryParameter Colour = QueryParameter.Text("colour", "#rrggbb, with the # as %23.") with
    {
        IsRequired = true,
        LongestText = null,
        Pattern = "^#[0-9A-Fa-f]{6}$",
        Example = "#ffed00",
    };

    public static void MapTheme(this IEndpointRouteBuilder host) => host.MapGet("/theme.css", Stylesheet).WithTags("Appearance")
        .AllowAnonymous().Named("ReadTheme").Takes(Version)
        .AnswersCached<string>("text/css", "`--brand`, `--accent` and `--on-accent`, light and dark: by the reader's system, and by "
            + "`data-theme` (`light`, `dark`) on the root.");

    public static void MapThemePreview(this RouteGroupBuilder appearance) => appearance.MapGet("/preview", Preview)
        .Named("PreviewTheme").Takes(Colour).Answers<ThemePreviewResponse>().Refuses(InputErrors.Invalid);

    private static IResult Stylesheet(HttpContext context)
    {
        var (at, query) = (context.Tenant(), new QueryReader(context.Request));
        var asked = query.Text(Version.Name);
        query.Done();
        var sheet = ThemeStylesheet.Of(at.Appearance.ColourOf(at.Settings));
        return new CachedAnswer(sheet.Content, "text/css; charset=utf-8", asked == sheet.Version);
    }

    private static IResult Preview(HttpContext context)
    {
        var query = new QueryReader(context.Request);
        var colour = query.Raw(Colour.Name);
        if (!Contrast.IsColour(colour))
            query.Fault(AppearanceRules.NotAColour(Colour.Name));
        query.Done();
        return Json.Ok(ThemePreviewResponse.Of(TenantTheme.Of(colour!)));
    }
}

/// <param name="Brand">As it was given.</param>
public sealed record ThemePreviewResponse(string Brand, ThemeColoursResponse Light, ThemeColoursResponse Dark)
{
    internal static ThemePreviewResponse Of(TenantTheme theme) =>
        new(theme.Brand, ThemeColoursResponse.Of(theme.Light), ThemeColoursResponse.Of(theme.Dark));
}

/// <param name="Accent">Links, buttons and marks: at least 4.5:1 on every surface.</param>
/// <param name="OnAccent">Text on it.</param>
/// <param name="AccentOnSurfaces">Measured on each surface of the theme.</param>
/// <param name="OnAccentContrast">Of the text on the accent; 1 to 21, cut to hundredths.</param>
public sealed record ThemeColoursResponse(
    string Accent, string OnAccent, IReadOnlyList<SurfaceContrastResponse> AccentOnSurfaces, double OnAccentContrast)
{
    internal static ThemeColoursResponse Of(ThemeColours colours) => new(
        colours.Accent, colours.OnAccent, [.. colours.OnSurfaces.Select(one => new SurfaceContrastResponse(one.Surface, Cut(one.Contrast)))],
        Cut(colours.OfText));

    private static double Cut(double contrast) => Math.Floor(contrast * 100) / 100;
}

/// <param name="Contrast">1 to 21, cut to hundredths.</param>
public sealed record SurfaceContrastResponse(string Surface, double Contrast);

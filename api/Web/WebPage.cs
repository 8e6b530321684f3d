namespace Helpdesk.Api.Web;

/// <summary>
/// The one page of the UI. What this device has chosen stands in it before the first paint, so that nothing flashes: language, colours,
/// density, from a cookie that holds nothing else.
/// </summary>
internal sealed class WebPage(string html)
{
    private const string Root = """<html lang="de" data-theme="system" data-density="comfortable">""";

    public string For(bool german, string? theme, string? density) =>
        html.Replace(Root, $"""
            <html lang="{(german ? "de" : "en")}" data-theme="{OneOf(theme, "system", "light", "dark")}" data-density="{OneOf(density, "comfortable", "compact")}">
            """, StringComparison.Ordinal);

    // A cookie holds what anybody wrote into it.
    private static string OneOf(string? value, params ReadOnlySpan<string> known)
    {
        foreach (var each in known)
        {
            if (each == value)
                return each;
        }

        return known[0];
    }
}

using System.Collections.Concurrent;
using System.Text;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>The colours of one theme as a page takes them: custom properties, by the reader's system and by what they chose.</summary>
internal sealed class ThemeStylesheet
{
    // Colours come from admins only, but there may be many of them in the long run.
    private const int MostKept = 10_000;

    private static readonly ConcurrentDictionary<string, ThemeStylesheet> Known = new(StringComparer.OrdinalIgnoreCase);

    private ThemeStylesheet(TenantTheme theme)
    {
        Theme = theme;
        var (light, dark) = (Properties(theme.Brand, theme.Light), Properties(theme.Brand, theme.Dark));
        // The reader's own choice stands on the root and comes after what the system says.
        Content = Encoding.UTF8.GetBytes($$"""
            :root { {{light}} }
            @media (prefers-color-scheme: dark) { :root { {{dark}} } }
            :root[data-theme="light"] { {{light}} }
            :root[data-theme="dark"] { {{dark}} }

            """);
        Version = CachedAnswer.VersionOf(Content);
    }

    public TenantTheme Theme { get; }

    public byte[] Content { get; }

    /// <summary>Follows from the content: other colours, and other ways to compute them, have another one.</summary>
    public string Version { get; }

    public static ThemeStylesheet Of(string colour)
    {
        if (Known.TryGetValue(colour, out var known))
            return known;
        if (Known.Count >= MostKept)
            Known.Clear();
        return Known[colour] = new(TenantTheme.Of(colour));
    }

    private static string Properties(string brand, ThemeColours colours) =>
        $"--brand: {brand}; --accent: {colours.Accent}; --on-accent: {colours.OnAccent};";
}

using Helpdesk.Api.Tests.Browser;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Needs the build of the pages. <c>./dev test</c> makes it where it can; in CI its absence is a failure.</summary>
public sealed class WebFactAttribute : FactAttribute
{
    public WebFactAttribute() => Skip = Missing;

    internal static string? Missing =>
        Sources is null && Environment.GetEnvironmentVariable("CI") is null ? "The pages are not built." : null;

    // The tests run from below the repository's root.
    internal static string? Sources { get; } = Above(AppContext.BaseDirectory).Select(static folder => Path.Combine(folder, "src", "web"))
        .FirstOrDefault(static web => File.Exists(Path.Combine(web, "dist", "index.html")));

    private static IEnumerable<string> Above(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
            yield return place.FullName;
    }
}

/// <summary>Needs the build of the pages, and a browser.</summary>
public sealed class WebPageFactAttribute : FactAttribute
{
    public WebPageFactAttribute() => Skip = WebFactAttribute.Missing ?? BrowserFactAttribute.Missing;
}

/// <inheritdoc cref="WebPageFactAttribute"/>
public sealed class WebPageTheoryAttribute : TheoryAttribute
{
    public WebPageTheoryAttribute() => Skip = WebFactAttribute.Missing ?? BrowserFactAttribute.Missing;
}

using Microsoft.Extensions.FileProviders;

namespace Helpdesk.Api.Web;

/// <summary>
/// The build of the UI: hashed files and one page. It lies beside the program when it was published, and under <c>src/web/dist</c> where
/// people work on it.
/// </summary>
internal sealed class WebBuild : IDisposable
{
    /// <summary>The folder of the build. Default: <c>web</c> beside the program, else <c>src/web/dist</c> of the sources.</summary>
    public const string Setting = "Helpdesk:Web:Folder";

    private const string Page = "index.html";

    private readonly PhysicalFileProvider files;
    private (DateTimeOffset Written, WebPage Page)? page;

    private WebBuild(string folder) => files = new(folder);

    public IFileProvider Files => files;

    /// <returns><c>null</c>: there is none; the API works without.</returns>
    public static WebBuild? Find(IConfiguration configuration, IHostEnvironment environment) =>
        Places(configuration, environment).FirstOrDefault(static place => File.Exists(Path.Combine(place, Page))) is { } folder
            ? new(Path.GetFullPath(folder)) : null;

    /// <summary>The page as the newest build has it: a build that is made anew beside a running program is served at once.</summary>
    public async ValueTask<WebPage> Read(CancellationToken cancellation)
    {
        var file = files.GetFileInfo(Page);
        if (page is { } known && known.Written == file.LastModified)
            return known.Page;
        var read = new WebPage(await File.ReadAllTextAsync(file.PhysicalPath!, cancellation));
        page = (file.LastModified, read);
        return read;
    }

    public void Dispose() => files.Dispose();

    private static IEnumerable<string> Places(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is { Length: > 0 } folder)
            return [folder];
        return
        [
            Path.Combine(AppContext.BaseDirectory, "web"),
            Path.Combine(environment.ContentRootPath, "src", "web", "dist"),
            Path.Combine(environment.ContentRootPath, "..", "src", "web", "dist"),
        ];
    }
}

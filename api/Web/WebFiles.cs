using System.Diagnostics.CodeAnalysis;
using Helpdesk.Api.People;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Web;

/// <summary>
/// Serves the UI at every host: its files under the names that the build gave them, and its page wherever a browser asks for a page that
/// the API does not have. Nothing in it is secret and nothing in it is a tenant's, so it comes before both are known.
/// </summary>
internal static class WebFiles
{
    /// <summary>Scripts, styles and pictures from this host only, and nothing inline.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Not pages of the UI, whatever a browser takes.
    private static readonly string[] Reserved = ["/api", "/openapi", "/health", "/problems", "/ofrep", "/.well-known", "/assets"];

    // The best first: what the build has prepared beside each file.
    private static readonly (string Coding, string Suffix)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    private static readonly FileExtensionContentTypeProvider Types = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".webmanifest"] = "application/manifest+json",
        [".woff2"] = "font/woff2",
    });

    public static WebApplication UseWeb(this WebApplication app)
    {
        if (WebBuild.Find(app.Configuration, app.Environment) is not { } build)
            return app;
        app.Lifetime.ApplicationStopped.Register(build.Dispose);
        app.Use(async (context, next) =>
        {
            if (IsPage(context))
                await SendPage(context, build);
            else
                await next(context);
        });
        app.Use(async (context, next) =>
        {
            var asked = context.Request.Path;
            if (!IsRead(context) || Prepared(context, build) is not { } prepared)
            {
                await next(context);
                return;
            }

            context.Request.Path = prepared;
            await next(context);
            context.Request.Path = asked;
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = build.Files,
            ContentTypeProvider = new PreparedTypes(),
            OnPrepareResponse = Prepare,
        });
        return app;
    }

    private static bool IsRead(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint() is null;

    private static bool IsPage(HttpContext context)
    {
        var path = context.Request.Path;
        return IsRead(context)
            && context.Request.Headers.Accept.Any(static types => types?.Contains("text/html", StringComparison.OrdinalIgnoreCase) ?? false)
            && !Reserved.Any(reserved => path.StartsWithSegments(reserved, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task SendPage(HttpContext context, WebBuild build)
    {
        var (theme, density, language) = LookCookie.Read(context.Request);
        var german = AskedLanguage.IsGerman(context, language is null ? [] : [language]);
        var page = await build.Read(context.RequestAborted);
        var response = context.Response;
        response.StatusCode = WebRoutes.Has(context.Request.Path) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        // Names of files change with every build, so the page that names them is asked for each time.
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept, Accept-Language, Cookie";
        AskedLanguage.Say(response, german);
        await response.WriteAsync(page.For(german, theme, density), context.RequestAborted);
    }

    private static string? Prepared(HttpContext context, WebBuild build)
    {
        if (context.Request.Path.Value is not { Length: > 1 } path || !build.Files.GetFileInfo(path).Exists)
            return null;
        foreach (var (coding, suffix) in Codings)
        {
            if (Takes(context.Request, coding) && build.Files.GetFileInfo(path + suffix).Exists)
                return path + suffix;
        }

        return null;
    }

    private static bool Takes(HttpRequest request, string coding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(each => each.Value == coding && each.Quality is not 0);

    private static void Prepare(StaticFileResponseContext served)
    {
        var headers = served.Context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (PreparedAs(served.File.Name) is { } coding)
            headers.ContentEncoding = coding;
        // A name under /assets is a name of one content; the others are asked about each time, and answered with 304.
        headers.CacheControl = served.Context.Request.Path.StartsWithSegments("/assets")
            ? "public, max-age=31536000, immutable" : "no-cache";
    }

    private static string? PreparedAs(string name) =>
        Codings.Where(each => name.EndsWith(each.Suffix, StringComparison.Ordinal)).Select(static each => each.Coding).FirstOrDefault();

    private sealed class PreparedTypes : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
            Types.TryGetContentType(PreparedAs(subpath) is null ? subpath : Path.ChangeExtension(subpath, null), out contentType);
    }
}

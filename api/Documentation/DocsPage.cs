using Helpdesk.Api.RateLimits;

namespace Helpdesk.Api.Documentation;

/// <summary>
/// The interactive documentation at <c>/api/docs</c>, at every host, from files that this program carries. Nothing is loaded from
/// elsewhere.
/// </summary>
internal static class DocsPage
{
    public const string Path = "/api/docs";

    // Swagger UI sets style attributes and draws its icons from data: addresses.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src "
            + "'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static WebApplication UseDocsPage(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path), docs =>
        {
            // Its files are answered here, before anybody is known: by the address alone.
            docs.UseRateLimits();
            docs.Use((context, next) =>
            {
                HttpLimits.Tell(context);
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return next(context);
            });
            docs.UseSwaggerUI(page =>
            {
                page.RoutePrefix = Path[1..];
                page.DocumentTitle = "Helpdesk API";
                page.SwaggerEndpoint(OpenApiEndpoints.Path, "Helpdesk API v1");
                page.EnableValidator(null);
                page.DisplayOperationId();
                page.EnableDeepLinking();
                page.EnableFilter();
            });
            // What is not a file of the page falls through to the API's own answer, under its own policy.
            docs.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = Http.SecurityHeaders.Policy;
                return next(context);
            });
        });
        return app;
    }
}

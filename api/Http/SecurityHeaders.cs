namespace Helpdesk.Api.Http;

/// <summary>
/// What every answer says to a browser: do not guess types, do not frame, do not tell others where one came from, do not keep.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>The content security policy for answers that are data. Pages set their own.</summary>
    public const string Policy = "default-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "private, no-store";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return next(context);
    }
}

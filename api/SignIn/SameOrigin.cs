using System.Security.Cryptography;
using System.Text;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// Writes with the cookie must come from our own pages. A sibling tenant's page is of the same site and gets the cookie sent along, so
/// <c>SameSite</c> does not help: the browser's word on the origin and a token bound to the session do.
/// </summary>
internal static class SameOrigin
{
    public const string Header = "X-Anti-Forgery";

    private const string FetchSite = "Sec-Fetch-Site";

    /// <returns><c>null</c>: a read, or a write of our own page.</returns>
    public static Error? Refusal(HttpContext context, SessionCookie cookie)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return null;
        if (!IsOwnPage(context))
            return SignInErrors.CrossSite;

        var token = request.Headers[Header];
        return token.Count == 1 && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(token[0]!), Encoding.UTF8.GetBytes(cookie.AntiForgeryToken))
            ? null
            : SignInErrors.AntiForgery;
    }

    /// <summary>For signing in, where there is no session yet: refused if the browser says that another site is behind it.</summary>
    public static Error? RefusalOfForeignPage(HttpContext context)
    {
        var headers = context.Request.Headers;
        return (headers.ContainsKey(FetchSite) || headers.Origin.Count > 0)
            && !IsOwnPage(context) && headers[FetchSite] != "none" ? SignInErrors.CrossSite : null;
    }

    /// <summary>
    /// For a form of a page of ours without script: where it comes from, and, once somebody is signed in, the token that stood in it.
    /// </summary>
    public static Error? RefusalOfForm(HttpContext context, SessionCookie? cookie = null, string? token = null)
    {
        if (!IsOwnPage(context))
            return SignInErrors.CrossSite;
        return cookie is null || CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(cookie.Value.AntiForgeryToken))
            ? null
            : SignInErrors.AntiForgery;
    }

    private static bool IsOwnPage(HttpContext context)
    {
        var site = context.Request.Headers[FetchSite];
        if (site.Count > 0)
            return site.Count == 1 && site[0] == "same-origin";

        // Browsers older than that header still name the origin with every write.
        var origin = context.Request.Headers.Origin;
        return origin.Count == 1 && Uri.TryCreate(origin[0], UriKind.Absolute, out var page) &&
            page.Scheme == context.Request.Scheme && string.Equals(page.Authority, context.Tenant().Host, StringComparison.Ordinal);
    }
}

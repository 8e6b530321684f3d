namespace Helpdesk.Api.Web;

/// <summary>Which addresses the UI has pages for: any other is answered with its page that says so, and 404.</summary>
internal static class WebRoutes
{
    /// <summary>As the UI's router names them; <c>$</c> begins what stands for any word.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "/", "/support-portal", "/login", "/sign-in", "/register", "/join", "/reset", "/rating/$token", "/accessibility",
        "/accessibility/feedback", "/privacy", "/imprint", "/easy-language", "/sign-language", "/tickets/new", "/tickets",
        "/tickets/$number",
        "/account", "/account/sessions", "/account/second-factor", "/account/passkeys", "/account/notifications",
        "/work", "/work/tickets/$number",
        "/t/$slug/tickets/$number", "/work/new", "/work/search", "/work/notifications",
    ];

    private static readonly string[][] Parts = [.. All.Select(PartsOf)];

    public static bool Has(PathString path)
    {
        var asked = PartsOf(path.Value ?? "");
        return Parts.Any(route => route.Length == asked.Length
            && route.Zip(asked).All(static pair => pair.First.StartsWith('$') || pair.First == pair.Second));
    }

    private static string[] PartsOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}

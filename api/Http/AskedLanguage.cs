using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Http;

/// <summary>
/// German or English: what the request asks for, else what the account speaks, else English for programs and German for pages. Whatever
/// <c>Accept-Language</c> holds, it is never a reason to refuse.
/// </summary>
internal static class AskedLanguage
{
    private static readonly object Key = new();

    /// <summary>Of whoever is signed in, as their membership says.</summary>
    public static void SetAccountsLanguage(this HttpContext context, string language) => context.Items[Key] = language;

    /// <summary>For what programs read.</summary>
    public static bool IsGermanAnswer(HttpContext context) => (OfHeader(context.Request) ?? context.Items[Key] as string) == "de";

    /// <summary>For what people see in a browser.</summary>
    /// <param name="first">What the address asks for, best first; it goes before the header.</param>
    public static bool IsGermanPage(HttpContext context, params IEnumerable<string> first) =>
        (first.Select(Primary).FirstOrDefault(IsOurs) ?? OfHeader(context.Request) ?? context.Items[Key] as string) != "en";

    /// <summary>Says which of the two it became, and for whom the answer may be kept.</summary>
    public static void Say(HttpResponse response, bool german)
    {
        response.Headers.ContentLanguage = german ? "de" : "en";
        if (!response.Headers.Vary.Any(names => names?.Contains(HeaderNames.AcceptLanguage, StringComparison.OrdinalIgnoreCase) ?? false))
            response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    // What cannot be read is left out, and what has the weight 0 is not wanted. Of equal weight the first: the sort keeps the order.
    private static string? OfHeader(HttpRequest request) =>
        request.Headers.AcceptLanguage.Count == 0 ? null : request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Primary(language.Value.ToString()))
            .FirstOrDefault(IsOurs);

    private static string Primary(string language) => language.Split('-')[0].ToLowerInvariant();

    private static bool IsOurs(string language) => language is "de" or "en";
}

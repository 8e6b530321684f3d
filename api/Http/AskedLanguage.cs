using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Http;

/// <summary>
/// German or English: what the request asks for, else what the account speaks, else English for programs, else what the municipality speaks
/// first, and German where there is none. Whatever <c>Accept-Language</c> holds, it is never a reason to refuse.
/// </summary>
internal static class AskedLanguage
{
    private static readonly object Key = new();

    /// <summary>The language of whoever is signed in, as their membership says.</summary>
    public static void SetAccountsLanguage(this HttpContext context, string language) => context.Items[Key] = language;

    /// <param name="first">What the address asks for, best first; it goes before the header.</param>
    public static bool IsGerman(HttpContext context, params IEnumerable<string> first) =>
        (first.Select(Primary).FirstOrDefault(IsOurs) ?? OfHeader(context.Request) ?? context.Items[Key] as string ?? OfPlace(context))
            != "en";

    /// <summary>The request itself says which of the two; who asks does not matter.</summary>
    public static bool IsAsked(HttpRequest request) => OfHeader(request) is not null;

    /// <summary>Says which of the two it became, and for whom the answer may be kept.</summary>
    public static void Say(HttpResponse response, bool german)
    {
        response.Headers.ContentLanguage = german ? "de" : "en";
        if (!response.Headers.Vary.Any(names => names?.Contains(HeaderNames.AcceptLanguage, StringComparison.OrdinalIgnoreCase) ?? false))
            response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static string? OfPlace(HttpContext context) => context.RequestServices?.GetService<IPlacesLanguage>()?.Of(context);

    // What cannot be read is left out, and what has the weight 0 is not wanted: then it is the other one. Of equal weight the first: the
    // sort keeps the order.
    private static string? OfHeader(HttpRequest request)
    {
        if (request.Headers.AcceptLanguage.Count == 0)
            return null;
        var known = request.GetTypedHeaders().AcceptLanguage
            .Select(language => (Word: Primary(language.Value.ToString()), Weight: language.Quality ?? 1))
            .Where(language => IsOurs(language.Word)).OrderByDescending(language => language.Weight).ToList();
        return known switch
        {
            [] => null,
            [{ Weight: 0 }, { Weight: 0 }, ..] => null,
            [{ Weight: 0, Word: var unwanted }] => unwanted == "de" ? "en" : "de",
            [{ Word: var wanted }, ..] => wanted,
        };
    }

    private static string Primary(string language) => language.Split('-')[0].ToLowerInvariant();

    internal static bool IsOurs(string language) => language is "de" or "en";
}

/// <summary>What is spoken first at the host of a request. Asked of refusals of all kinds, so it waits for nothing.</summary>
internal interface IPlacesLanguage
{
    /// <returns><c>null</c>: no municipality's host, or one that nothing is known of yet.</returns>
    string? Of(HttpContext context);
}

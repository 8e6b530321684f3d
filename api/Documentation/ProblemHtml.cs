using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Helpdesk.Api.Documentation;

/// <summary>Problem pages as HTML: no script, nothing from elsewhere, one style that the page's own policy names by its hash.</summary>
internal static class ProblemHtml
{
    private const string Style = """
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
        a { color: #0b4f8a } code { background: #eee; padding: .1rem .3rem } nav { margin-top: 2rem } li { margin: .3rem 0 }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri "
            + "'none'; form-action 'none'; frame-ancestors 'none'";

    public static IResult Page(Error problem, string language)
    {
        var german = language == "de";
        var title = german ? problem.Title : problem.EnglishTitle;
        var (own, foreign) = german ? (problem.De, problem.En) : (problem.En, problem.De);
        return new Html(Policy, Frame(language, title, $"""
            <h1>{Text(title)}</h1>
            <p><code>{Text(problem.Code)}</code> · HTTP {Problems.StatusOf(problem.Kind)}</p>
            <p>{Text(own)}</p>
            <p lang="{(german ? "en" : "de")}">{Text(foreign)}</p>
            <nav>{Other(german)} · <a href="/problems?lang={language}">{(german ? "Alle Meldungen" : "All problems")}</a></nav>
            """));
    }

    public static IResult List(IEnumerable<Error> problems, string language)
    {
        var german = language == "de";
        var title = german ? "Meldungen der Schnittstelle" : "Problems of the API";
        var items = problems.Select(problem =>
            $"""<li><a href="/problems/{problem.Code}?lang={language}"><code>{Text(problem.Code)}</code></a> {Text(german ? problem.Title : problem.EnglishTitle)}</li>""");
        return new Html(Policy, Frame(language, title, $"""
            <h1>{Text(title)}</h1>
            <ul>{string.Concat(items)}</ul>
            <nav>{Other(german)}</nav>
            """));
    }

    private static string Frame(string language, string title, string main) => $"""
        <!doctype html>
        <html lang="{language}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Text(title)} · Helpdesk</title><style>{Style}</style></head>
        <body><main>{main}</main></body>
        </html>
        """;

    private static string Other(bool german) =>
        german ? """<a href="?lang=en" lang="en">English</a>""" : """<a href="?lang=de" lang="de">Deutsch</a>""";

    private static string Text(string text) => Encoder.Encode(text);

    private sealed class Html(string policy, string page) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(page, context.RequestAborted);
        }
    }
}

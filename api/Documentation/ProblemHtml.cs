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

    public static IResult Page(Error problem, bool german)
    {
        var title = problem.TitleIn(german);
        var (own, foreign) = german ? (problem.De, problem.En) : (problem.En, problem.De);
        return new Html(german, Frame(german, title, $"""
            <h1>{Text(title)}</h1>
            <p><code>{Text(problem.Code)}</code> · HTTP {Problems.StatusOf(problem.Kind)}</p>
            <p>{Text(own)}</p>
            <p lang="{Word(!german)}">{Text(foreign)}</p>
            <nav>{Other(german)} · <a href="/problems?lang={Word(german)}">{(german ? "Alle Meldungen" : "All problems")}</a></nav>
            """));
    }

    public static IResult List(IEnumerable<Error> problems, bool german)
    {
        var title = german ? "Meldungen der Schnittstelle" : "Problems of the API";
        var items = problems.Select(problem =>
            Item($"/problems/{problem.Code}", problem.Code, problem.TitleIn(german), german));
        return new Html(german, Frame(german, title, $"""
            <h1>{Text(title)}</h1>
            <ul>{string.Concat(items)}</ul>
            <nav>{Other(german)} · <a href="/problems/fields?lang={Word(german)}">{FieldsTitle(german)}</a></nav>
            """));
    }

    public static IResult Fields(IEnumerable<FieldCode> fields, bool german) => new Html(german, Frame(german, FieldsTitle(german), $"""
        <h1>{FieldsTitle(german)}</h1>
        <ul>{string.Concat(fields.Select(field =>
            Item($"/problems/fields/{field.Code}", field.Code, german ? field.De : field.En, german)))}</ul>
        <nav>{Other(german)} · <a href="/problems?lang={Word(german)}">{(german ? "Alle Meldungen" : "All problems")}</a></nav>
        """));

    public static IResult Field(FieldProblemResponse field, bool german)
    {
        var (own, foreign) = german ? (field.Means.De, field.Means.En) : (field.Means.En, field.Means.De);
        return new Html(german, Frame(german, field.Code, $"""
            <h1><code>{Text(field.Code)}</code></h1>
            <p>{Text(own)}</p>
            <p lang="{Word(!german)}">{Text(foreign)}</p>
            <nav>{Other(german)} · <a href="/problems/fields?lang={Word(german)}">{FieldsTitle(german)}</a></nav>
            """));
    }

    private static string FieldsTitle(bool german) => german ? "Fehler einzelner Angaben" : "Faults of single members";

    private static string Item(string address, string code, string words, bool german) =>
        $"""<li><a href="{address}?lang={Word(german)}"><code>{Text(code)}</code></a> {Text(words)}</li>""";

    private static string Word(bool german) => german ? "de" : "en";

    private static string Frame(bool german, string title, string main) => $"""
        <!doctype html>
        <html lang="{Word(german)}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Text(title)} · Helpdesk</title><style>{Style}</style></head>
        <body><main>{main}</main></body>
        </html>
        """;

    private static string Other(bool german) =>
        german ? """<a href="?lang=en" lang="en">English</a>""" : """<a href="?lang=de" lang="de">Deutsch</a>""";

    private static string Text(string text) => Encoder.Encode(text);

    private sealed class Html(bool german, string page) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            AskedLanguage.Say(context.Response, german);
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(page, context.RequestAborted);
        }
    }
}

using Helpdesk.Api.Pages;

namespace Helpdesk.Api.Documentation;

/// <summary>Problem pages as HTML.</summary>
internal static class ProblemHtml
{
    public static IResult Page(Error problem, bool german)
    {
        var title = problem.TitleIn(german);
        var (own, foreign) = german ? (problem.De, problem.En) : (problem.En, problem.De);
        return Shown(german, title, $"""
            <p><code>{PageLayout.Text(problem.Code)}</code> · HTTP {Problems.StatusOf(problem.Kind)}</p>
            <p>{PageLayout.Text(own)}</p>
            <p lang="{Word(!german)}">{PageLayout.Text(foreign)}</p>
            <nav>{Other(german)} · <a href="/problems?lang={Word(german)}">{(german ? "Alle Meldungen" : "All problems")}</a></nav>
            """);
    }

    public static IResult List(IEnumerable<Error> problems, bool german)
    {
        var title = german ? "Meldungen der Schnittstelle" : "Problems of the API";
        var items = problems.Select(problem =>
            Item($"/problems/{problem.Code}", problem.Code, problem.TitleIn(german), german));
        return Shown(german, title, $"""
            <ul>{string.Concat(items)}</ul>
            <nav>{Other(german)} · <a href="/problems/fields?lang={Word(german)}">{FieldsTitle(german)}</a></nav>
            """);
    }

    public static IResult Fields(IEnumerable<FieldCode> fields, bool german) => Shown(german, FieldsTitle(german), $"""
        <ul>{string.Concat(fields.Select(field =>
            Item($"/problems/fields/{field.Code}", field.Code, german ? field.Title : field.EnglishTitle, german)))}</ul>
        <nav>{Other(german)} · <a href="/problems?lang={Word(german)}">{(german ? "Alle Meldungen" : "All problems")}</a></nav>
        """);

    public static IResult Field(FieldProblemResponse field, bool german)
    {
        var (own, foreign) = german ? (field.Means.De, field.Means.En) : (field.Means.En, field.Means.De);
        return Shown(german, german ? field.Title.De : field.Title.En, $"""
            <p><code>{PageLayout.Text(field.Code)}</code></p>
            <p>{PageLayout.Text(own)}</p>
            <p lang="{Word(!german)}">{PageLayout.Text(foreign)}</p>
            <nav>{Other(german)} · <a href="/problems/fields?lang={Word(german)}">{FieldsTitle(german)}</a></nav>
            """);
    }

    private static string FieldsTitle(bool german) => german ? "Fehler einzelner Angaben" : "Faults of single members";

    private static string Item(string address, string code, string words, bool german) =>
        $"""<li><a href="{address}?lang={Word(german)}"><code>{PageLayout.Text(code)}</code></a> {PageLayout.Text(words)}</li>""";

    private static string Word(bool german) => german ? "de" : "en";

    private static IResult Shown(bool german, string title, string main) =>
        PageLayout.Page(german, StatusCodes.Status200OK, title, main, tellsNoAddress: true);

    private static string Other(bool german) =>
        german ? """<a href="?lang=en" lang="en">English</a>""" : """<a href="?lang=de" lang="de">Deutsch</a>""";
}

using System.Text.RegularExpressions;

namespace Helpdesk.Domain.Mail;

/// <summary>
/// What HTML of a mail may hold. It is read as a short list of whole, plainly written tags and text: whatever else begins with a
/// <c>&lt;</c> is refused, so that no two programs can read the same mail differently.
/// </summary>
public static partial class MailHtml
{
    private static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "a", "strong", "em", "b", "i", "ul", "ol", "li", "h1", "h2", "h3", "span", "div", "hr", "blockquote",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    };

    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "align", "valign", "width", "border", "cellpadding", "cellspacing", "colspan", "rowspan",
    };

    private static readonly HashSet<string> Styles = new(StringComparer.OrdinalIgnoreCase)
    {
        "color", "background-color", "font-family", "font-size", "font-style", "font-weight", "line-height", "text-align",
        "text-decoration", "vertical-align", "width", "max-width", "margin", "margin-top", "margin-bottom", "margin-left", "margin-right",
        "padding", "padding-top", "padding-bottom", "padding-left", "padding-right", "border", "border-top", "border-bottom",
        "border-collapse",
    };

    /// <summary>
    /// In a template. A tag holds no conditions and no placeholders but links, so what is allowed here is so however it is filled.
    /// </summary>
    public static IEnumerable<TemplateFault> FaultsOf(string template, IReadOnlyList<MailPlaceholder> known) => Read(template, known);

    /// <summary>In a mail, with what people wrote in it.</summary>
    public static IEnumerable<TemplateFault> FaultsOf(string mail) => Read(mail, known: null);

    // known is null: a mail. There {{ is only what somebody wrote.
    private static IEnumerable<TemplateFault> Read(string html, IReadOnlyList<MailPlaceholder>? known)
    {
        for (var at = 0; at < html.Length;)
        {
            if (known is not null && PieceEnd(html, at) is { } end)
                at = end;
            else if (html[at] != '<')
                at++;
            else
            {
                var tag = Tag().Match(html, at);
                if (Fault(html, at, tag, known) is { } fault)
                    yield return fault;
                at += Math.Max(tag.Length, 1);
            }
        }
    }

    private static int? PieceEnd(string html, int at)
    {
        if (html[at] != '{' || at + 1 >= html.Length || html[at + 1] is not ('{' or '%'))
            return null;
        var end = html.IndexOf(html[at + 1] == '{' ? "}}" : "%}", at + 2, StringComparison.Ordinal);
        return end < 0 ? null : end + 2;
    }

    private static TemplateFault? Fault(string html, int at, Match tag, IReadOnlyList<MailPlaceholder>? known)
    {
        var name = Name().Match(html, at).Groups["name"].Value;
        if (name.Length > 0 && !Elements.Contains(name))
            return Said(html, at, "ist in einer Mail nicht erlaubt. Es gibt nur: " + string.Join(", ", Elements) + ".",
                "is not allowed in a mail. There are only: " + string.Join(", ", Elements) + ".");
        if (!tag.Success)
            return Said(html, at, "lässt sich nicht als HTML-Tag lesen: Attribute stehen in Anführungszeichen, {% … %} nie in einem Tag, "
                + "Kommentare gibt es nicht, und ein einzelnes < heißt &lt;.",
                "cannot be read as an HTML tag: attributes stand in quotation marks, {% … %} never inside a tag, there are no comments, "
                + "and a < alone is &lt;.");
        foreach (var (key, value) in tag.Groups["key"].Captures.Zip(tag.Groups["value"].Captures))
        {
            if (!IsAllowed(name, key.Value, value.Value, known))
                return Said(html, at, $"ist nicht erlaubt, wegen „{Short(key.Value)}“. Es gibt href nach http, https und mailto oder mit "
                    + "genau einem Platzhalter eines Links, style ohne url und Klammern, und die Maße von Tabellen.",
                    $"is not allowed, for its “{Short(key.Value)}”. There are href to http, https and mailto or with exactly one "
                    + "placeholder of a link, style without url and brackets, and the measures of tables.");
        }

        return null;
    }

    private static TemplateFault Said(string html, int at, string de, string en)
    {
        var end = html.IndexOf('>', at);
        var shown = Short(html[at..(end < 0 ? html.Length : end + 1)]);
        return new(html.AsSpan(0, at).Count('\n') + 1, $"„{shown}“ {de}", $"“{shown}” {en}");
    }

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    private static bool IsAllowed(string element, string key, string value, IReadOnlyList<MailPlaceholder>? known) =>
        key.Equals("href", StringComparison.OrdinalIgnoreCase) ? element is "a" or "A" && IsAddress(value, known)
        : key.Equals("style", StringComparison.OrdinalIgnoreCase) ? value.Split(';').All(IsStyle)
        : Plain.Contains(key) && PlainValue().IsMatch(value);

    private static bool IsAddress(string value, IReadOnlyList<MailPlaceholder>? known) =>
        known is not null && value.Contains("{{", StringComparison.Ordinal)
            ? Placeholder().Match(value) is { Success: true } one && IsLink(one.Groups["name"].Value, known)
            : Address().IsMatch(value);

    // Inside a loop over links the name is the author's own.
    private static bool IsLink(string name, IReadOnlyList<MailPlaceholder> known) =>
        known.Any(one => one.IsLink && (one.Name == name || one.Name.EndsWith("[]", StringComparison.Ordinal)))
        && !known.Any(one => one.Name == name && !one.IsLink);

    private static bool IsStyle(string style) => string.IsNullOrWhiteSpace(style)
        || (Style().Match(style) is { Success: true } one && Styles.Contains(one.Groups["name"].Value));

    [GeneratedRegex(@"\G</?(?<name>[a-zA-Z][a-zA-Z0-9-]*)")]
    private static partial Regex Name();

    [GeneratedRegex("""
        \G<(?:/[a-zA-Z][a-zA-Z0-9]*[ ]?|[a-zA-Z][a-zA-Z0-9]*
        (?:[ \t\r\n]+(?<key>[a-zA-Z-]+)=(?:"(?<value>[^"<>]*)"|'(?<value>[^'<>]*)'))*[ \t\r\n]*/?)>
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tag();

    // As it is written: nothing in it is decoded before it is judged, and what begins so leads nowhere else.
    [GeneratedRegex(@"\A(?:https?://|mailto:)[^\s{}<>""'\\\p{C}]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A\{\{-?\s*(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*-?\}\}\z")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\A\s*(?<name>[a-zA-Z-]+)\s*:[a-zA-Z0-9#%., \-'""]+\z")]
    private static partial Regex Style();

    [GeneratedRegex(@"\A[a-zA-Z0-9%]{1,20}\z")]
    private static partial Regex PlainValue();
}

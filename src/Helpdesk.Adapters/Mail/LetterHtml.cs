using System.Text;
using System.Text.Encodings.Web;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// A letter's text as HTML, for mailboxes that prefer it: the same words, with its own links to follow. Everything is escaped, and a link
/// to anywhere else stays text, since people wrote part of it. No pictures, no scripts, nothing that is loaded.
/// </summary>
internal static class LetterHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static string Of(Letter letter)
    {
        var body = new StringBuilder();
        foreach (var paragraph in letter.Text.Body.Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            body.Append(Paragraph(paragraph.Trim('\n'), letter.FromHost));
        return $"""
            <!doctype html>
            <html lang="{letter.Text.Language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
            <title>{Encoder.Encode(letter.Text.Subject)}</title></head>
            <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em; margin: 1em auto; padding: 0 1em">
            {body}</body>
            </html>

            """;
    }

    private static string Paragraph(string text, string host)
    {
        // What stands below the usual mark is a footer.
        var (tag, words) = text.StartsWith("-- \n", StringComparison.Ordinal) ? ("p style=\"font-size: 14px\"", text[4..]) : ("p", text);
        var lines = words.Split('\n').Select(line => string.Join(' ', line.Split(' ').Select(word => Word(word, host))));
        return $"<{tag}>{string.Join("<br>\n", lines)}</p>\n";
    }

    private static string Word(string word, string host)
    {
        var shown = Encoder.Encode(word);
        return Uri.TryCreate(word, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" && link.Host == host
            && link.UserInfo.Length == 0 ? $"<a href=\"{shown}\">{shown}</a>" : shown;
    }
}

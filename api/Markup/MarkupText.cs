using System.Buffers;
using System.Net;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Helpdesk.Api.Markup;

/// <summary>
/// Text with Markdown's marks as HTML that holds nothing but what the marks stand for: what looks like HTML is text, pictures are links
/// (to load one would tell a stranger who reads), and links lead to web pages, addresses and telephones only.
/// </summary>
internal static class MarkupText
{
    // A message stands below a heading of the third level on its page.
    private const int LevelsAbove = 3;
    private const int LowestLevel = 6;

    // Marks that are looked for in pairs cost their number squared: nobody writes so many by hand.
    private const int MostPairs = 4_000;

    private static readonly SearchValues<char> Paired = SearchValues.Create("[]*_~");

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    // Who presses Enter wants a new line. What is indented is no code: people indent.
    private static readonly MarkdownPipeline Pipeline = Made();

    public static string Html(string text)
    {
        if (CountOf(Paired, text) > MostPairs)
            return AsTyped(text);
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
                heading.Level = Math.Min(heading.Level + LevelsAbove, LowestLevel);
            foreach (var link in document.Descendants<LinkInline>().ToList())
                Mend(link);
            foreach (var address in document.Descendants<AutolinkInline>().ToList())
                Mend(address);
            return document.ToHtml(Pipeline).Trim();
        }
        catch (ArgumentException)
        {
            // Nested deeper than anybody writes. It is shown as it was typed.
            return AsTyped(text);
        }
    }

    private static int CountOf(SearchValues<char> signs, ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var next = text.IndexOfAny(signs); next >= 0; next = text.IndexOfAny(signs), count++)
            text = text[(next + 1)..];
        return count;
    }

    private static MarkdownPipeline Made()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseAutoLinks(new() { AllowDomainWithoutPeriod = false });
        builder.BlockParsers.RemoveAll(parser => parser is Markdig.Parsers.IndentedCodeBlockParser);
        return builder.Build();
    }

    private static void Mend(LinkInline link)
    {
        var leadsSomewhere = LeadsSomewhere(link.Url);
        if (leadsSomewhere && (!link.IsImage || link.FirstChild is not null))
        {
            link.IsImage = false;
            Mark(link);
            return;
        }

        // Its words stay, without leading anywhere.
        if (link.FirstChild is null)
            link.AppendChild(new LiteralInline(link.Url ?? ""));
        var place = (Inline)link;
        while (link.FirstChild is { } word)
        {
            word.Remove();
            place.InsertAfter(word);
            place = word;
        }

        link.Remove();
    }

    private static void Mend(AutolinkInline address)
    {
        if (address.IsEmail || LeadsSomewhere(address.Url))
            Mark(address);
        else
            address.ReplaceBy(new LiteralInline(address.Url));
    }

    private static bool LeadsSomewhere(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && Schemes.Contains(address.Scheme);

    private static void Mark(IMarkdownObject link)
    {
        var attributes = link.GetAttributes();
        attributes.AddPropertyIfNotExist("rel", "noopener noreferrer nofollow");
        attributes.AddPropertyIfNotExist("target", "_blank");
    }

    private static string AsTyped(string text) => string.Concat(text.ReplaceLineEndings("\n").Split("\n\n")
        .Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph.Trim('\n')).Replace("\n", "<br />\n", StringComparison.Ordinal)}</p>"));
}

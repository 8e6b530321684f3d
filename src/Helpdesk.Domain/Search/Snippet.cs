using System.Text;

namespace Helpdesk.Domain.Search;

/// <summary>
/// The piece of a text in which the words were found, as HTML: everything that the text itself brought is escaped, and the only element is
/// <c>mark</c>, around what was found.
/// </summary>
public static class Snippet
{
    /// <summary>
    /// How much of the text it shows, in UTF-16 units, before it is escaped; words are not cut, so it may be a few less. Only what was
    /// found and is longer by itself is cut.
    /// </summary>
    public const int Longest = 240;

    private const int Before = 60;

    /// <summary>Where nothing of it is found word by word, the beginning of the text.</summary>
    public static string Of(string text, SearchText asked)
    {
        var flat = VisibleText.Of(Flat(text));
        var words = SearchWords.In(flat);
        var found = Found(words, asked);
        var (from, to) = Window(flat, words, found);
        var snippet = new StringBuilder(from > 0 ? "… " : "");
        var at = from;
        foreach (var (start, whole) in found.Where(span => span.Start >= from && span.Start < to))
        {
            var end = Math.Min(whole, to);
            Escape(snippet, flat.AsSpan(at, start - at));
            snippet.Append("<mark>");
            Escape(snippet, flat.AsSpan(start, end - start));
            snippet.Append("</mark>");
            at = end;
        }

        Escape(snippet, flat.AsSpan(at, to - at));
        return snippet.Append(to < flat.Length ? " …" : "").ToString();
    }

    /// <summary>Whether any of it is found in this text, word by word.</summary>
    public static bool Shows(string text, SearchText asked) => Found(SearchWords.In(text), asked).Count > 0;

    // In order, and none over another.
    private static List<(int Start, int End)> Found(IReadOnlyList<TextWord> words, SearchText asked)
    {
        var found = new List<(int, int)>();
        for (var at = 0; at < words.Count;)
        {
            var length = asked.Terms.Where(term => Stands(term, words, at)).Select(term => term.Words.Length).DefaultIfEmpty().Max();
            if (length > 0)
                found.Add((words[at].Start, words[at + length - 1].Start + words[at + length - 1].Length));
            at += Math.Max(1, length);
        }

        return found;
    }

    private static bool Stands(SearchTerm term, IReadOnlyList<TextWord> words, int at) => at + term.Words.Length <= words.Count
        && Enumerable.Range(0, term.Words.Length).All(n => Fits(term, n, words[at + n].Key));

    private static bool Fits(SearchTerm term, int n, string there)
    {
        var asked = term.Words[n];
        if (n < term.Words.Length - 1 || term.IsWhole)
            return there == asked;
        return there.StartsWith(asked, StringComparison.Ordinal)
            || (term.IsOneWord && asked.Length >= SearchWords.ShortestInner && there.Contains(asked, StringComparison.Ordinal));
    }

    private static (int From, int To) Window(string text, IReadOnlyList<TextWord> words, List<(int Start, int End)> found)
    {
        var first = found.Count == 0 ? 0 : found[0].Start;
        var from = first <= Before ? 0 : words.First(word => word.Start >= first - Before).Start;
        if (text.Length - from <= Longest)
            return (from, text.Length);
        var cut = Whole(text, from + Longest);
        if (found.Count > 0 && found[0].End > cut)
            return (from, cut);
        var to = words.Select(word => word.Start + word.Length).TakeWhile(end => end <= cut).LastOrDefault();
        return (from, to > from ? to : cut);
    }

    // Never within a character.
    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static string Flat(string text) =>
        string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static void Escape(StringBuilder to, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => to.Append("&amp;"),
                '<' => to.Append("&lt;"),
                '>' => to.Append("&gt;"),
                '"' => to.Append("&quot;"),
                '\'' => to.Append("&#39;"),
                _ => to.Append(letter),
            };
        }
    }
}

using System.Collections.Immutable;

namespace Helpdesk.Domain.Search;

/// <summary>One thing that must stand somewhere: a word, or several words one behind the other.</summary>
/// <param name="Words">Keys; at least one.</param>
/// <param name="IsWhole">In quotation marks: the last word must end as it does here; else its beginning will do.</param>
/// <param name="Typed">As it was typed, without signs around it.</param>
public sealed record SearchTerm(ImmutableArray<string> Words, bool IsWhole, string Typed)
{
    /// <summary>The words with spaces between them, <c>*</c> at the end where a beginning will do: how adapters are told.</summary>
    public string Pattern => string.Join(' ', Words) + (IsWhole ? "" : "*");

    public bool IsOneWord => Words.Length == 1;

    /// <summary>As it would have been typed with these words in the place of others, by their keys; signs stay as they are.</summary>
    public string With(IReadOnlyDictionary<string, string> instead)
    {
        var (typed, at) = (new StringBuilder(), 0);
        foreach (var word in SearchWords.In(Typed))
        {
            var end = word.Start + word.Length;
            typed.Append(Typed, at, word.Start - at).Append(instead.GetValueOrDefault(word.Key) ?? Typed[word.Start..end]);
            at = end;
        }

        typed.Append(Typed, at, Typed.Length - at);
        return IsWhole ? $"\"{typed}\"" : typed.ToString();
    }
}

/// <summary>
/// What somebody asks for, in words. Everything that is typed is text: no sign means "not", "or" or "anything", and a hyphen in front of a
/// number is a hyphen. What stands without a space between is one term, whatever the signs in it: <c>BV-1234</c>, <c>3,5</c>, an address, a
/// file name. Quotation marks around several words keep them together as well.
/// </summary>
public sealed record SearchText(ImmutableArray<SearchTerm> Terms)
{
    /// <summary>Longest text that is taken, in code points, inclusive.</summary>
    public const int Longest = 200;

    /// <summary>Most words of one question, inclusive; each of a term with several counts.</summary>
    public const int MostWords = 20;

    private const string Quotes = "\"„“”«»‟";

    /// <summary>Nothing in it can be searched: it holds no letter and no digit.</summary>
    public bool IsEmpty => Terms.IsEmpty;

    public static SearchText Parse(string typed)
    {
        var terms = new List<SearchTerm>();
        var text = VisibleText.Of(Text.Composed(typed));
        for (var at = 0; at < text.Length;)
        {
            if (Closing(text, at) is var closing and > 0)
            {
                Add(terms, text[(at + 1)..closing], isWhole: true);
                at = closing + 1;
                continue;
            }

            var from = at++;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && Closing(text, at) < 0)
                at++;
            Add(terms, text[from..at], isWhole: false);
        }

        return new([.. terms.DistinctBy(term => term.Pattern)]);
    }

    /// <summary>What is wrong with it as the parameter <paramref name="name"/>; <c>null</c>: nothing.</summary>
    public FieldError? Fault(string name) => IsEmpty
        ? FieldCode.Required.At(name, "Muss einen Buchstaben oder eine Ziffer enthalten.", "Must hold a letter or a digit.")
        : TooManyWords(name);

    /// <summary>The fault of a text with more words than are looked for; <c>null</c>: it has not.</summary>
    public FieldError? TooManyWords(string name) =>
        Terms.Sum(term => term.Words.Length) > MostWords ? FieldError.TooMany(name, MostWords) : null;

    // The mark that closes those which open here, else -1. Right behind a letter or digit none opens: 19" are inches.
    private static int Closing(string text, int at) =>
        Quotes.Contains(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) ? text.IndexOfAny(Quotes.ToCharArray(), at + 1) : -1;

    private static void Add(List<SearchTerm> terms, string text, bool isWhole)
    {
        var words = SearchWords.In(text);
        if (words.Count == 0)
            return;
        var typed = text[words[0].Start..(words[^1].Start + words[^1].Length)];
        terms.Add(new([.. words.Select(word => word.Key)], isWhole, typed));
    }
}

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
}

/// <summary>
/// What somebody asks for, in words. Everything that is typed is text: no sign means "not", "or" or "anything", and a hyphen in front of a
/// number is a hyphen. Only quotation marks around several words keep them together.
/// </summary>
public sealed record SearchText(ImmutableArray<SearchTerm> Terms)
{
    /// <summary>Longest text that is taken, in code points, inclusive.</summary>
    public const int Longest = 200;

    /// <summary>Most terms of one question, inclusive.</summary>
    public const int MostTerms = 20;

    private const string Opening = "\"„“”«»‟";

    // What joins the parts of one name or number: BV-1234, 12/2024, DS-7604NI-E1/4P, max.muster@stadt.example, Plan_3.pdf.
    private const string Joining = "-‐‑‒–/\\._@+:#&'’";

    /// <summary>Nothing in it can be searched: it holds no letter and no digit.</summary>
    public bool IsEmpty => Terms.IsEmpty;

    public static SearchText Parse(string typed)
    {
        var terms = new List<SearchTerm>();
        var text = Text.Composed(typed);
        for (var at = 0; at < text.Length;)
        {
            var end = Opening.Contains(text[at]) ? text.IndexOfAny(Opening.ToCharArray(), at + 1) : -1;
            if (end > at)
            {
                Add(terms, text[(at + 1)..end], isWhole: true);
                at = end + 1;
                continue;
            }

            var from = at;
            while (at < text.Length && Belongs(text[at]))
                at++;
            Add(terms, text[from..at], isWhole: false);
            at = Math.Max(at, from + 1);
        }

        return new([.. terms.DistinctBy(term => term.Pattern)]);
    }

    /// <summary>What is wrong with it as the parameter <paramref name="name"/>; <c>null</c>: nothing.</summary>
    public FieldError? Fault(string name) => IsEmpty
        ? FieldCode.Required.At(name, "Muss einen Buchstaben oder eine Ziffer enthalten.", "Must hold a letter or a digit.")
        : Terms.Length > MostTerms ? FieldError.TooMany(name, MostTerms) : null;

    // Half of a character belongs to a word as the other half does.
    private static bool Belongs(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || Joining.Contains(letter)
        || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format;

    private static void Add(List<SearchTerm> terms, string text, bool isWhole)
    {
        var words = SearchWords.In(text);
        if (words.Count == 0)
            return;
        var typed = text[words[0].Start..(words[^1].Start + words[^1].Length)];
        terms.Add(new([.. words.Select(word => word.Key)], isWhole, typed));
    }
}

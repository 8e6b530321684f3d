using System.Globalization;

namespace Helpdesk.Domain.Search;

/// <summary>A word of an index: what it is, and at which place of its text, from 1.</summary>
/// <param name="Sort"><c>w</c>: a word; <c>i</c>: the ending of one.</param>
/// <param name="Shown">In small letters, as people read it.</param>
public readonly record struct IndexWord(char Sort, string Key, int Place, string Shown);

/// <summary>The words of a text as an index keeps them.</summary>
public static class IndexWords
{
    /// <summary>Places are counted up to here; words beyond it are found, but not as neighbours.</summary>
    public const int LastPlace = 16_383;

    public static IEnumerable<IndexWord> Of(SearchableText text)
    {
        var words = SearchWords.In(text.Text);
        for (var at = 0; at < words.Count; at++)
        {
            var (word, place) = (words[at], Math.Min(at + 1, LastPlace));
            var shown = VisibleText.Of(text.Text.Substring(word.Start, word.Length)).ToLowerInvariant();
            yield return new('w', word.Key, place, shown);
            // MUST-000123 is also said as 123.
            if (text.Part is SearchPart.Number && long.TryParse(word.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) is var plain && plain != word.Key)
                yield return new('w', plain, place, plain);
            if (text.Part is not SearchPart.Subject)
                continue;
            foreach (var ending in SearchWords.Inner(shown).Distinct())
                yield return new('i', ending, place, shown);
        }
    }
}

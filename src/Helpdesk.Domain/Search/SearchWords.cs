using System.Globalization;
using System.Text;

namespace Helpdesk.Domain.Search;

/// <summary>
/// What a word is, the same in a text and in what is asked for: a run of letters, digits and their marks. Whatever stands between two runs
/// is a sign and never searched, so <c>BV-1234</c> is two words, one behind the other.
/// </summary>
public static class SearchWords
{
    /// <summary>Words are compared up to this many characters of their key; what comes behind does not count.</summary>
    public const int Compared = 60;

    /// <summary>The shortest piece of a word that is found inside it, in the texts for which <see cref="Inner"/> is used.</summary>
    public const int ShortestInner = 3;

    /// <summary>Raised when a text yields other words than before: every index is then built anew.</summary>
    public const int Version = 2;

    /// <summary>In the order of the text.</summary>
    public static IReadOnlyList<TextWord> In(string text)
    {
        var words = new List<TextWord>();
        var start = -1;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (start < 0 ? IsLetter(rune) : Continues(rune))
                start = start < 0 ? at : start;
            else if (start >= 0)
            {
                Add(words, text, start, at);
                start = -1;
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0)
            Add(words, text, start, text.Length);
        return words;
    }

    /// <summary>
    /// Upper and lower case are one, and so are the two ways of writing German letters (<c>Müller</c>, <c>Mueller</c>; <c>Straße</c>,
    /// <c>Strasse</c>), letters with and without accents, and composed and decomposed ones. Empty: it holds no letter and no digit.
    /// </summary>
    public static string Key(string word)
    {
        if (Ascii.IsValid(word) && word.All(char.IsAsciiLetterOrDigit))
            return Cut(Vowels(word.ToLowerInvariant()));
        var key = new StringBuilder(word.Length);
        foreach (var rune in NameKey.Of(Whole(word)).EnumerateRunes())
        {
            if (IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark)
                key.Append(Plain(rune));
        }

        return Cut(Vowels(key.ToString()));
    }

    /// <summary>
    /// Keys of the endings of a word from its second letter on, so that <c>drucker</c> finds <c>Netzwerkdrucker</c>. Each from its own
    /// letters: cut out of the key, <c>Bauelement</c> would have no <c>element</c>.
    /// </summary>
    public static IEnumerable<string> Inner(string word)
    {
        var letters = Whole(word);
        for (var from = 1; from <= letters.Length - ShortestInner; from++)
        {
            if (char.IsLowSurrogate(letters[from]))
                continue;
            if (Key(letters[from..]) is { Length: > 0 } key)
                yield return key;
        }
    }

    // A half of a character cannot be normalised.
    private static string Whole(string word)
    {
        var whole = word.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar)
            ? string.Concat(word.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar)) : word;
        return Text.Composed(whole);
    }

    private static void Add(List<TextWord> words, string text, int start, int end)
    {
        if (Key(text[start..end]) is { Length: > 0 } key)
            words.Add(new(start, end - start, key));
    }

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune);

    // A soft hyphen, a joiner: nobody sees them, and they part no word.
    private static bool Continues(Rune rune) => IsLetter(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    // Letters that are one with their plain form in how people type them, and have no mark that could be taken off.
    private static string Plain(Rune rune) => rune.Value switch
    {
        'æ' => "a",
        'œ' or 'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        _ => rune.ToString(),
    };

    private static string Vowels(string key) => key.Replace("ae", "a").Replace("oe", "o").Replace("ue", "u");

    private static string Cut(string key)
    {
        if (key.Length <= Compared)
            return key;
        return key[..(char.IsHighSurrogate(key[Compared - 1]) ? Compared - 1 : Compared)];
    }
}

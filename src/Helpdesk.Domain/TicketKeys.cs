using System.Text.RegularExpressions;

namespace Helpdesk.Domain;

/// <summary>
/// Words that stand on tickets and in addresses: keys of categories, queues and teams, and tags. Letters of any language, digits, and
/// between them space, dot, underscore and hyphen. The same at every door: what one stores, all others find.
/// </summary>
public static partial class TicketKeys
{
    public const int MostLetters = 100;

    /// <summary>For the OpenAPI document; ECMA with the flag <c>u</c>.</summary>
    public const string Pattern = @"^[\p{L}\p{N}]([\p{L}\p{N}\p{M} ._\-]{0,98}[\p{L}\p{N}\p{M}])?$";

    /// <summary>
    /// What makes two spellings one word: upper and lower case do not count, nor whether <c>ß</c> or <c>ss</c> is written, since both are
    /// <c>SS</c> in capitals; the same goes for the two small letters of <c>Σ</c>, and for the Turkish <c>i</c> with and without its dot.
    /// The database has the same as <c>word_key</c>.
    /// </summary>
    public static string Fold(string word)
    {
        var folded = string.Create(word.Length, word, static (folded, word) =>
        {
            for (var at = 0; at < word.Length; at++)
                folded[at] = Fold(word[at]);
        }).Replace("ß", "ss", StringComparison.Ordinal);
        return Ascii.IsValid(folded) ? folded : Text.Composed(folded).Replace("i\u0307", "i", StringComparison.Ordinal);
    }

    /// <summary>They are one word, or both none.</summary>
    public static bool AreSame(string? one, string? other) =>
        one is null || other is null ? one is null && other is null : string.Equals(Fold(one), Fold(other), StringComparison.Ordinal);

    /// <summary>Compares as <see cref="AreSame"/> does.</summary>
    public static readonly IEqualityComparer<string?> Comparer = EqualityComparer<string?>.Create(
        AreSame, static word => Fold(word!).GetHashCode(StringComparison.Ordinal));

    // Latin, Greek, Cyrillic and Armenian letters that come in pairs. Neither culture nor locale has a say, so that program and database
    // agree.
    private static char Fold(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => (char)(letter | 0x20),
        < '\u00C0' => letter,
        '\u1E9E' => '\u00DF',
        '\u0130' or '\u0131' => 'i',
        '\u03C2' => '\u03C3',
        < '\u0250' or (>= '\u0370' and < '\u0400') or (>= '\u0400' and < '\u0530') or (>= '\u0531' and < '\u0557')
            or (>= '\u1E00' and < '\u1F00')
            when char.ToUpperInvariant(char.ToLowerInvariant(letter)) == letter => char.ToLowerInvariant(letter),
        _ => letter,
    };

    /// <summary>
    /// What looks like another word is none: full-width letters, ligatures and the like (what NFKC changes), and capitals of scripts that
    /// <see cref="Fold(string)"/> does not know.
    /// </summary>
    public static bool IsKey(string? value) => value is not null && Key().IsMatch(value)
        && WithUsualVowels(value).IsNormalized(NormalizationForm.FormKC) && IsFoldedWhole(value);

    /// <param name="value"><c>null</c> is none, and no key.</param>
    public static FieldError? Fault(string? value, string pointer) => IsKey(value)
        ? null
        : FieldCode.BadKey.At(pointer,
            $"Muss 1 bis {MostLetters} Buchstaben und Ziffern in gewöhnlicher Form haben, dazwischen auch Leerzeichen, Punkt, Unterstrich "
                + "und Bindestrich.",
            $"Must have 1 to {MostLetters} letters and digits in their usual form, between them also space, dot, underscore and hyphen.");

    /// <summary>The same for a word that need not be there.</summary>
    public static FieldError? FaultIfAny(string? value, string pointer) => value is null ? null : Fault(value, pointer);

    // The Thai and Lao vowel AM is one letter on every keyboard, and two for NFKC.
    private static string WithUsualVowels(string value) => value.Replace('\u0E33', '\u0E32').Replace('\u0EB3', '\u0EB2');

    private static bool IsFoldedWhole(string value)
    {
        foreach (var rune in Fold(value).EnumerateRunes())
        {
            if (Rune.ToLowerInvariant(rune) != rune)
                return false;
        }

        return true;
    }

    /// <summary>
    /// A key for something that was only given a name: <c>Bürgerbüro Nord</c> becomes <c>buergerbuero-nord</c>. May be empty.
    /// </summary>
    public static string From(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().Normalize(NormalizationForm.FormC))
        {
            _ = letter switch
            {
                'ä' => key.Append("ae"),
                'ö' => key.Append("oe"),
                'ü' => key.Append("ue"),
                'ß' => key.Append("ss"),
                _ when char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark =>
                    key.Append(letter),
                _ when key.Length > 0 && key[^1] != '-' => key.Append('-'),
                _ => key,
            };
        }

        return key.ToString(0, Math.Min(key.Length, MostLetters)).Trim('-');
    }

    // In .NET $ lets a last line break pass.
    private const string Whole = @"\A(?:" + Pattern + @")\z";

    [GeneratedRegex(Whole, RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}

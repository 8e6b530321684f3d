using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Helpdesk.Domain;

/// <summary>
/// Words that stand on tickets and in addresses: keys of categories, queues and teams, and tags. Letters of any language, digits, and
/// between them space, dot, underscore and hyphen.
/// </summary>
public static partial class TicketKeys
{
    public const int MostLetters = 100;

    /// <summary>For the OpenAPI document; ECMA with the flag <c>u</c>.</summary>
    public const string Pattern = @"^[\p{L}\p{N}]([\p{L}\p{N}\p{M} ._\-]{0,98}[\p{L}\p{N}\p{M}])?$";

    /// <summary>
    /// What makes two spellings one word: upper and lower case do not count. The database has the same as <c>fold_key</c>.
    /// </summary>
    public static string Fold(string word) => string.Create(word.Length, word, static (folded, word) =>
    {
        for (var at = 0; at < word.Length; at++)
            folded[at] = Fold(word[at]);
    });

    /// <summary>They are one word, or both none.</summary>
    public static bool AreSame(string? one, string? other) =>
        one is null || other is null ? one is null && other is null : string.Equals(Fold(one), Fold(other), StringComparison.Ordinal);

    /// <summary>Compares as <see cref="AreSame"/> does.</summary>
    public static readonly IEqualityComparer<string?> Comparer = EqualityComparer<string?>.Create(
        AreSame, static word => Fold(word!).GetHashCode(StringComparison.Ordinal));

    // Latin, Greek and Cyrillic letters that come in pairs. Neither culture nor locale has a say, so that program and database agree.
    private static char Fold(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => (char)(letter | 0x20),
        < '\u00C0' => letter,
        '\u1E9E' => '\u00DF',
        < '\u0180' or (>= '\u0370' and < '\u03D0') or (>= '\u0400' and < '\u0460')
            when char.ToUpperInvariant(char.ToLowerInvariant(letter)) == letter => char.ToLowerInvariant(letter),
        _ => letter,
    };

    public static bool IsKey(string? value) => value is not null && Key().IsMatch(value) && value.IsNormalized(NormalizationForm.FormC);

    public static FieldError? Fault(string? value, string pointer) => IsKey(value)
        ? null
        : FieldCode.BadKey.At(pointer,
            $"Muss 1 bis {MostLetters} Buchstaben und Ziffern haben, dazwischen auch Leerzeichen, Punkt, Unterstrich und Bindestrich.",
            $"Must have 1 to {MostLetters} letters and digits, between them also space, dot, underscore and hyphen.");

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

    [GeneratedRegex(Pattern, RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}

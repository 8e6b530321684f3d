using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Helpdesk.Domain.Categories;

/// <summary>
/// Words that stand on tickets and in addresses: keys of categories, queues and teams, and tags. Letters of any language, digits, and
/// between them space, dot, underscore and hyphen.
/// </summary>
public static partial class TicketKeys
{
    public const int MostLetters = 100;

    /// <summary>For the OpenAPI document; ECMA with the flag <c>u</c>.</summary>
    public const string Pattern = @"^[\p{L}\p{N}]([\p{L}\p{N}\p{M} ._\-]{0,98}[\p{L}\p{N}\p{M}])?$";

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

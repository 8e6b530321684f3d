using System.Text;
using System.Text.RegularExpressions;

namespace Helpdesk.Domain.SignIn;

/// <summary>
/// Digits and signs that stand for letters: <c>Must3rst4dt-2026</c>. Programs try these spellings of each word first, so they protect
/// nothing.
/// </summary>
internal static partial class LookAlikes
{
    private const string Signs = "0134567892@$!€+§";

    // 1 and ! are an i as often as an l.
    private static readonly string[] Meanings = ["oieasgtbgzasiets", "oleasgtbgzaslets"];

    /// <summary>
    /// The password, and how it reads where digits and signs in words are letters. Figures by themselves, and at the ends of a word, are
    /// figures in one reading and letters in another; years are years.
    /// </summary>
    public static IEnumerable<string> Readings(string password) => password.IndexOfAny(Signs.ToCharArray()) < 0
        ? [password]
        : Meanings.SelectMany(meaning => (string[])[
            Inside().Replace(password, word => Read(word.Value, meaning)), Whole().Replace(password, word => Read(word.Value, meaning)),
            Whole().Replace(password, word => ReadBeforeSigns(word.Value, meaning))])
            .Prepend(password).Distinct();

    /// <summary>The readings of which few letters are figures: of what is mostly figures, any reading is a word by chance.</summary>
    public static IEnumerable<string> LikelyReadings(string password) => Readings(password).Where(reading =>
        3 * reading.Where((letter, at) => at < password.Length && letter != password[at]).Count() <= reading.Count(char.IsLetter));

    /// <summary>
    /// The password with years as figures where letters stand in them: <c>2O26</c>, <c>l984</c>, <c>ZO26</c>. One figure at least must be
    /// there, or it is a word.
    /// </summary>
    public static string WithYears(string password) => Yearly().Replace(
        password, year => year.Value.Any(char.IsAsciiDigit) ? string.Concat(year.Value.Select(Figure)) : year.Value);

    private static char Figure(char sign) => YearSigns.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? YearFigures[at] : sign;

    private const string YearSigns = "OoQDlIi|!ZzESs$GbTBgqP";
    private const string YearFigures = "0000111112235556678999";

    // Signs that stand after a word are signs as often as letters: "4lt3nst4d7!!".
    private static string ReadBeforeSigns(string word, string meaning)
    {
        var end = word.Length;
        while (end > 0 && !char.IsLetterOrDigit(word[end - 1]))
            end--;
        return Read(word[..end], meaning) + word[end..];
    }

    private static string Read(string word, string meaning)
    {
        var read = new StringBuilder(word);
        for (var at = 0; at < read.Length; at++)
        {
            if (Signs.IndexOf(read[at], StringComparison.Ordinal) is >= 0 and var sign)
                read[at] = meaning[sign];
        }

        return read.ToString();
    }

    [GeneratedRegex(@"(?<![0-9])(?:[1lIi|!][9gqP]|[2Zz][0OoQD])[0-9OoQDlIi|!ZzESs$GbTBgqP]{2}(?![0-9])", RegexOptions.None,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Yearly();

    // From the first letter of a word to its last.
    [GeneratedRegex(@"\p{L}[\p{L}0-9@$!€+§]*\p{L}", RegexOptions.NonBacktracking)]
    private static partial Regex Inside();

    // With figures at its ends, apart from a year.
    [GeneratedRegex(@"(?!(19|20)[0-9]{2}(?![0-9]))[0-9@$€+§]{0,3}\p{L}[\p{L}0-9@$!€+§]*?(?=(19|20)[0-9]{2}(?![0-9])|[^\p{L}0-9@$!€+§]|\z)",
        RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Whole();
}

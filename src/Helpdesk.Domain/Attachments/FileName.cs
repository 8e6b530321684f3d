using System.Globalization;
using System.Text;

namespace Helpdesk.Domain.Attachments;

/// <summary>
/// What an attachment is called. The name is told and shown, never used as a path: letters, quotes, commas and emoji stay as they are.
/// </summary>
public static class FileName
{
    /// <summary>In Unicode code points, inclusive.</summary>
    public const int Longest = 200;

    /// <summary>What has no name that could be shown.</summary>
    public const string Nameless = "file";

    // An end that is longer is no ending, and goes with the rest.
    private const int LongestEnding = 16;

    /// <summary>As the sender called it, without folders, signs that nobody sees, and ends that Windows takes off.</summary>
    /// <param name="told"><c>null</c>: it has no name.</param>
    public static string Clean(string? told)
    {
        var whole = Text.Composed(Paired(told ?? ""));
        var name = whole[(whole.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.EnumerateRunes().Where(IsShown).Select(rune => rune.ToString())).Trim().TrimEnd('.', ' ');
        name = Text.Composed(name);
        if (Text.OneLine(name, "", int.MaxValue) is not null || name.All(letter => letter is '.' or ' '))
            return Nameless;
        return Cut(IsDevice(name) ? $"_{name}" : name);
    }

    // A half of a pair is no text.
    private static string Paired(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    // Joiners stay: emoji and some languages are written with them. What turns the direction of writing hides an ending.
    private static bool IsShown(Rune rune) => rune.Value is 0x200C or 0x200D
        || (rune.Value is not (0xFEFF or (>= 0xFDD0 and <= 0xFDEF)) && (rune.Value & 0xFFFE) != 0xFFFE
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned));

    // Windows opens these as devices, whatever their ending.
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL"
            || (stem.Length == 4 && stem[..3] is "COM" or "LPT" && stem.Length == 4 && char.IsAsciiDigit(stem[3]));
    }

    private static string Cut(string name)
    {
        if (Length(name) <= Longest)
            return name;
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && Length(name[dot..]) <= LongestEnding ? name[dot..] : "";
        var (stem, room) = (new StringBuilder(), Longest - Length(ending));
        var signs = StringInfo.GetTextElementEnumerator(name[..^ending.Length]);
        while (signs.MoveNext() && Length(signs.GetTextElement()) is var more && more <= room)
        {
            stem.Append(signs.GetTextElement());
            room -= more;
        }

        return stem.Length == 0 ? Nameless + ending : stem.ToString().TrimEnd() + ending;
    }

    private static int Length(string text) => text.EnumerateRunes().Count();
}

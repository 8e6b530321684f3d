using System.Text.RegularExpressions;

namespace Helpdesk.Testing;

/// <summary>Small words by which a text gives away that it is in the other language. The number of a ticket is none.</summary>
public static partial class ForeignWords
{
    public static IReadOnlyList<string> In(string text, bool german) =>
        [.. (german ? English() : German()).Matches(text).Select(word => $"{word.Value}: {text}")];

    [GeneratedRegex(
        @"\b(the|must(?!-[0-9])|not|with|which|has|have|than|does|cannot|are|this|there|only|from the|of a)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(
        @"\b(der|das|muss|nicht|mit|und|oder|hat|ist|sein|kein|keine|dieser|dieses|eine|nur)\b|[äöüß„]", RegexOptions.IgnoreCase)]
    private static partial Regex German();
}

namespace Helpdesk.Domain.Search;

/// <summary>
/// Text without signs that nobody sees and that could make it look like another one: soft hyphens, spaces without width, and those that
/// turn the direction of what follows. Joiners stay: scripts need them. No word becomes another one by it.
/// </summary>
public static class VisibleText
{
    public static string Of(string text) =>
        text.Any(IsInvisible) ? string.Concat(text.Where(letter => !IsInvisible(letter))) : text;

    private static bool IsInvisible(char letter) =>
        letter is '\u00AD' or '\u200B' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

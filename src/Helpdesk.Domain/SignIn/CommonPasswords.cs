using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Helpdesk.Domain.SignIn;

/// <summary>
/// Passwords that programs try first. Offline: a list that travels with the program, and the patterns that lists cannot hold.
/// </summary>
internal static partial class CommonPasswords
{
    private static readonly string[] Runs =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertzuiopü", "asdfghjklöä", "yxcvbnm", "qwertyuiop", "asdfghjkl",
            "zxcvbnm", "1q2w3e4r5t6z7u8i9o0p", "1qay2wsx3edc4rfv5tgb6zhn7ujm"];

    private static readonly FrozenSet<string> Listed = Read();

    /// <summary>Whether it is on the list, with or without digits and signs around it, or a repetition or a run of keys.</summary>
    public static bool Include(string password) => LookAlikes.Readings(password).Any(IncludeReading);

    private static bool IncludeReading(string password)
    {
        var essence = Essence(password);
        return essence.Length < 4 || Listed.Contains(essence)
            || Listed.Contains(password.ToLowerInvariant()) || IsPattern(essence) || IsPattern(password.ToLowerInvariant());
    }

    /// <summary>
    /// One word and a year, with signs, or the word once more: <c>Donaueschingen-2026!</c>. Programs try each word of the language and each
    /// name of a place like that; a second word is what they do not have the time for.
    /// </summary>
    public static bool IsWordWithYear(string password) =>
        Year().IsMatch(password) && LookAlikes.LikelyReadings(password).Any(reading => Words(reading) == 1);

    private static int Words(string text) =>
        text.ToLowerInvariant().Split(NotLetters(text)).Where(word => word.Length > 0).Distinct().Count();

    private static char[] NotLetters(string password) =>
        [.. password.Where(sign => !char.IsLetter(sign) && !char.IsSurrogate(sign) && !char.IsControl(sign)).Distinct(), '\0'];

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Year();

    /// <summary>
    /// Lower case, without the digits, signs and spaces at both ends that are added to satisfy rules: <c>!Passwort2026</c> is
    /// <c>passwort</c>.
    /// </summary>
    public static string Essence(string text)
    {
        var lower = text.ToLowerInvariant();
        var start = 0;
        var end = lower.Length;
        while (start < end && !char.IsLetter(lower[start]) && !char.IsSurrogate(lower[start]))
            start++;
        while (end > start && !char.IsLetter(lower[end - 1]) && !char.IsSurrogate(lower[end - 1]))
            end--;
        return lower[start..end];
    }

    private static bool IsPattern(string text) => IsRepetition(text) || IsRun(text);

    // "abcabcabcabc", "passwordpassword": one short piece over and over, with a part of it at the end.
    private static bool IsRepetition(string text)
    {
        for (var piece = 1; piece <= Math.Min(text.Length / 2, 12); piece++)
        {
            if (text.AsSpan(piece).SequenceEqual(text.AsSpan(0, text.Length - piece)))
                return true;
        }

        return false;
    }

    // Keys or letters in their own order, forwards or backwards, several rows one after the other: "abcdefghijklmnop", "qwertzuiopasdfghj".
    private static bool IsRun(string text)
    {
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var taken = LongestRun(rest);
            if (taken < 4)
                return false;
            rest = rest[taken..];
        }

        return text.Length > 0;
    }

    private static int LongestRun(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var run in Runs)
            longest = Math.Max(longest, Math.Max(Follows(text, run, 1), Follows(text, run, -1)));
        return longest;
    }

    private static int Follows(ReadOnlySpan<char> text, string run, int step)
    {
        var at = run.IndexOf(text[0]);
        var length = 0;
        while (length < text.Length && at >= 0 && at < run.Length && run[at] == text[length])
            (length, at) = (length + 1, at + step);
        return length;
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                listed.UnionWith(line.Split(' '));
        }

        return listed.ToFrozenSet(StringComparer.Ordinal);
    }
}

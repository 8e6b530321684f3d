using System.Text;

namespace Helpdesk.Domain.Attachments;

/// <summary>
/// The header <c>Content-Disposition</c> (RFC 6266): the whole name in UTF-8 (RFC 8187), and before it one in ASCII for programs that read
/// no other.
/// </summary>
public static class FileDisposition
{
    /// <summary>Saved, never shown.</summary>
    public static string Attachment(string name) => Of("attachment", name);

    /// <summary>For what was made here and is safe to be shown.</summary>
    public static string Inline(string name) => Of("inline", name);

    private static string Of(string kind, string name)
    {
        var plain = string.Concat(name.EnumerateRunes().Select(Plain));
        return plain == name ? $"{kind}; filename=\"{plain}\"" : $"{kind}; filename=\"{plain}\"; filename*=UTF-8''{Encoded(name)}";
    }

    // A percent sign is decoded by some and not by others; quotes and backslashes are read in three ways.
    private static string Plain(Rune rune) =>
        rune.Value is >= ' ' and <= '~' and not ('"' or '\\' or '%') ? rune.ToString() : "_";

    private static string Encoded(string name)
    {
        var text = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || "!#$&+-.^_`|~".Contains((char)one))
                text.Append((char)one);
            else
                text.Append('%').Append(one.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}

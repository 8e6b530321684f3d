using System.Text;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// Text of a header in encoded words (RFC 2047), all of it. What a person typed may look like an encoded word itself; travelling as it is,
/// mailboxes would show something else than was typed.
/// </summary>
internal static class EncodedWords
{
    // An encoded word has at most 75 characters: 12 for what stands around the text, and four for each three bytes.
    private const int MostBytes = 45;

    public static bool AreIn(string text) => text.Contains("=?", StringComparison.Ordinal);

    public static string Of(string text)
    {
        var words = new List<string>();
        var bytes = new List<byte>(MostBytes);
        Span<byte> letter = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(letter);
            if (bytes.Count + count > MostBytes)
                Flush();
            bytes.AddRange(letter[..count]);
        }

        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }
}

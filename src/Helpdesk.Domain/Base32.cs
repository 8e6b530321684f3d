namespace Helpdesk.Domain;

/// <summary>RFC 4648 without padding: text that people can read out and type.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        var (buffer, bits) = (0, 0);
        foreach (var octet in bytes)
        {
            (buffer, bits) = ((buffer << 8) | octet, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0)
            text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>What was encoded, in upper or lower case: mail servers may change that.</summary>
    /// <returns><c>null</c>: no text that <see cref="Encode"/> could have made.</returns>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0 || !char.IsAscii(letter))
                return null;
            (buffer, bits) = ((buffer << 5) | value, bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
            buffer &= (1 << bits) - 1;
        }

        return bits < 5 && buffer == 0 ? bytes : null;
    }
}

using System.Security.Cryptography;

namespace Helpdesk.Domain.SignIn;

/// <summary>Codes on paper for the day the phone is gone. Each works once; only hashes are kept.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    /// <summary>Random bytes behind one code: 80 bits, too many to try, so one plain hash is enough.</summary>
    public const int BytesEach = 10;

    /// <summary>Four groups of four: <c>abcd-efgh-ijkl-mnop</c>.</summary>
    public static string Text(ReadOnlySpan<byte> random)
    {
        var letters = Base32.Encode(random).ToLowerInvariant();
        return string.Join('-', letters.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>The hash of a code as people type it: case, spaces and hyphens do not matter.</summary>
    public static byte[] Hash(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()));
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace Helpdesk.Domain.Access;

/// <summary>Codes that change with time (RFC 6238): SHA-1, six digits, 30 seconds, which is what every authenticator app does.</summary>
public static class Totp
{
    /// <summary>Of a secret, in bytes; as long as the hash, which RFC 4226 recommends.</summary>
    public const int SecretLength = 20;

    private const int StepSeconds = 30;
    private const int Digits = 1_000_000;

    /// <summary>The step that <paramref name="code"/> belongs to: the present one or a neighbour, since clocks differ.</summary>
    /// <param name="lastUsed">The latest step whose code was accepted before; codes up to it are used up.</param>
    /// <returns><c>null</c>: wrong, too old, or used before.</returns>
    public static long? Match(ReadOnlySpan<byte> secret, string? code, Instant now, long lastUsed)
    {
        if (code is not { Length: 6 } || !code.All(char.IsAsciiDigit))
            return null;

        var present = StepAt(now);
        long? matched = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(Ascii(code), Ascii(Code(secret, step)));
            if (same && step > lastUsed)
                matched ??= step;
        }

        return matched;
    }

    public static long StepAt(Instant now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & int.MaxValue;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What authenticator apps read from a picture.</summary>
    public static string Uri(ReadOnlySpan<byte> secret, string issuer, string account)
    {
        var label = $"{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}";
        return $"otpauth://totp/{label}?secret={Base32.Encode(secret)}&issuer={System.Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits=6&period={StepSeconds}";
    }

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}

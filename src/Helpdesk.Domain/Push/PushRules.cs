using System.Buffers.Text;
using System.Security.Cryptography;

namespace Helpdesk.Domain.Push;

/// <summary>What a browser says of itself must be something that can be sent to.</summary>
public static class PushRules
{
    public const int LongestEndpoint = 2_000;

    /// <summary>Characters of a key, inclusive.</summary>
    public const int LongestKey = 200;

    private const int PointLength = 65;
    private const int SecretLength = 16;
    private const byte Uncompressed = 4;

    /// <returns><c>null</c>: at least one of them is not good.</returns>
    public static PushTarget? Target(string endpoint, string p256dh, string auth) =>
        Point(p256dh) is { } point && Secret(auth) is { } secret ? new(endpoint, point, secret) : null;

    /// <summary>What is wrong with members that are given.</summary>
    public static IEnumerable<FieldError> Faults(string? endpoint, string? p256dh, string? auth, IOutboundTargets targets)
    {
        if (endpoint is { Length: > 0 and <= LongestEndpoint } && OutboundAddress.Fault(endpoint, targets) is { } fault)
            yield return fault.At("/endpoint");
        if (p256dh is { Length: > 0 and <= LongestKey } && Point(p256dh) is null)
            yield return FieldCode.Format.At(
                "/p256dh", "Das ist kein Schlüssel, wie ihn ein Browser nennt.", "This is not a key as browsers give it.");
        if (auth is { Length: > 0 and <= LongestKey } && Secret(auth) is null)
            yield return FieldCode.Format.At(
                "/auth", "Das ist kein Geheimnis, wie es ein Browser nennt.", "This is not a secret as browsers give it.");
    }

    // A point that is not on the curve could give away the key that is made for it.
    private static byte[]? Point(string text)
    {
        if (Decoded(text, PointLength) is not { } point || point[0] != Uncompressed)
            return null;
        try
        {
            using var curve = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new() { X = point[1..33], Y = point[33..] },
            });
            return point;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? Secret(string text) => Decoded(text, SecretLength);

    private static byte[]? Decoded(string text, int length) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { } bytes && bytes.Length == length ? bytes : null;
}

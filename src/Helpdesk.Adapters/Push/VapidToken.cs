using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.Domain.Push;

namespace Helpdesk.Adapters.Push;

/// <summary>Says to a push service who sends (RFC 8292): a token that is good for its origin alone.</summary>
internal static class VapidToken
{
    // Half of what the standard allows, so that clocks may differ.
    private static readonly Duration Good = Duration.FromHours(12);

    private static readonly string Head = Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8);

    /// <returns>What stands behind <c>vapid</c> in the header <c>Authorization</c>.</returns>
    public static string Of(string endpoint, PushKey key, string contact, Instant now)
    {
        var claims = new Dictionary<string, object>
        {
            ["aud"] = new Uri(endpoint).GetLeftPart(UriPartial.Authority),
            ["exp"] = (now + Good).ToUnixTimeSeconds(),
            ["sub"] = contact,
        };
        var signed = $"{Head}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        using var signing = ECDsa.Create();
        signing.ImportPkcs8PrivateKey(key.PrivateKey, out _);
        var signature = signing.SignData(
            System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"t={signed}.{Base64Url.EncodeToString(signature)}, k={Base64Url.EncodeToString(key.PublicKey)}";
    }
}

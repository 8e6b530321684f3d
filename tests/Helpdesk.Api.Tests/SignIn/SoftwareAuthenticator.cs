using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Helpdesk.Api.Tests.SignIn;

/// <summary>A device as WebAuthn describes it, in a few lines: one key, which signs whatever it is asked at its host.</summary>
internal sealed class SoftwareAuthenticator(string host) : IDisposable
{
    private const byte UserPresent = 0x01, UserVerified = 0x04, BackupEligible = 0x08, BackedUp = 0x10, Attested = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private uint count;
    private string user = "";

    /// <summary>What the page says that it is.</summary>
    public string Origin { get; set; } = $"http://{host}";

    /// <summary>It has asked for a finger, a face or its own code.</summary>
    public bool Verifies { get; set; } = true;

    public void Dispose() => key.Dispose();

    public void CountBackTo(uint signatures) => count = signatures;

    /// <returns>What a browser would give as JSON.</returns>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        user = (string)asked["user"]!["id"]!;
        var client = Client("webauthn.create", (string)asked["challenge"]!);
        byte[] data = [.. Data(Attested), .. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey()];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(data)];
        return Credential(new()
        {
            ["attestationObject"] = Encoded(attestation),
            ["clientDataJSON"] = Encoded(client),
            ["transports"] = new JsonArray(),
        });
    }

    /// <inheritdoc cref="Make"/>
    public string Sign(string options)
    {
        count++;
        var client = Client("webauthn.get", (string)JsonNode.Parse(options)!["challenge"]!);
        var data = Data(0);
        var signature = key.SignData(
            [.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new()
        {
            ["authenticatorData"] = Encoded(data),
            ["clientDataJSON"] = Encoded(client),
            ["signature"] = Encoded(signature),
            ["userHandle"] = user,
        });
    }

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Encoded(id),
        ["rawId"] = Encoded(id),
        ["type"] = "public-key",
        ["response"] = response,
        ["clientExtensionResults"] = new JsonObject(),
    }.ToJsonString();

    private byte[] Client(string type, string challenge) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = challenge,
        ["origin"] = Origin,
        ["crossOrigin"] = false,
    }.ToJsonString());

    private byte[] Data(byte more)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, count);
        var flags = (byte)(UserPresent | (Verifies ? UserVerified : 0) | BackupEligible | BackedUp | more);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(host.Split(':')[0])), flags, .. counter];
    }

    // COSE: an elliptic curve key (2) for ES256 (-7) on P-256 (1).
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => bytes.Length < 256
        ? [0x58, (byte)bytes.Length, .. bytes] : [0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}

/// <summary>The addresses of passkeys, as short as their meaning.</summary>
internal static class PasskeyCalls
{
    public const string Passkeys = "/api/v1/auth/passkeys";

    /// <returns>The passkey.</returns>
    public static async Task<JsonNode> AddPasskey(this HttpClient client, SoftwareAuthenticator device, string name = "Diensthandy")
    {
        var asked = await client.Post($"{Passkeys}/begin", new { password = ApiFixture.Password }).Json();
        return await client.Post(
            Passkeys, new { credential = device.Make((string)asked["options"]!), state = (string)asked["state"]!, name })
            .Json(HttpStatusCode.Created);
    }

    public static async Task<HttpResponseMessage> SignInWith(this HttpClient client, SoftwareAuthenticator device)
    {
        var asked = await client.Post($"{Passkeys}/sign-in/begin").Json();
        return await client.Post(
            $"{Passkeys}/sign-in", new { credential = device.Sign((string)asked["options"]!), state = (string)asked["state"]! });
    }
}

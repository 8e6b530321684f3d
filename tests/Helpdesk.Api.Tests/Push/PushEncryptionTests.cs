using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Helpdesk.Adapters.Push;
using Helpdesk.Domain.Push;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.Api.Tests.Push;

/// <summary>What is sent is what the standards say.</summary>
public sealed class PushEncryptionTests
{
    // RFC 8291, appendix A.
    private const string Plain = "When I grow up, I want to be a watermelon";
    private const string SenderPublic = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private const string SenderPrivate = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private const string BrowserPublic = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private const string Secret = "BTBZMqHH6r4Tts7J_aSIgg";
    private const string Salt = "DGv6ra1nlYgDCS1FRnbzlw";
    private const string Encrypted =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    [Fact]
    public void The_example_of_the_standard_is_encrypted_as_it_says()
    {
        var point = Base64Url.DecodeFromChars(SenderPublic);
        using var sender = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Base64Url.DecodeFromChars(SenderPrivate),
            Q = new() { X = point[1..33], Y = point[33..] },
        });
        var to = new PushTarget("https://push.example/p", Base64Url.DecodeFromChars(BrowserPublic), Base64Url.DecodeFromChars(Secret));

        var body = PushEncryption.Encrypt(to, Encoding.UTF8.GetBytes(Plain), sender, Base64Url.DecodeFromChars(Salt));

        Base64Url.EncodeToString(body).ShouldBe(Encrypted);
    }

    [Fact]
    public void Twice_the_same_is_encrypted_differently()
    {
        var to = new PushTarget("https://push.example/p", Base64Url.DecodeFromChars(BrowserPublic), Base64Url.DecodeFromChars(Secret));

        PushEncryption.Encrypt(to, "Hallo"u8).ShouldNotBe(PushEncryption.Encrypt(to, "Hallo"u8));
    }

    [Fact]
    public async Task A_push_service_can_check_who_sends()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        var key = new PushKey([4, .. point.X!, .. point.Y!], pair.ExportPkcs8PrivateKey());
        var now = Instant.FromUtc(2026, 11, 18, 12, 0);

        var said = VapidToken.Of("https://push.example:8443/p/abc", key, "mailto:betrieb@helpdesk.example", now);

        var parts = said.Split(", ").Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        parts["k"].ShouldBe(Base64Url.EncodeToString(key.PublicKey));
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(parts["t"], new()
        {
            IssuerSigningKey = new ECDsaSecurityKey(pair),
            ValidAudience = "https://push.example:8443",
            ValidateIssuer = false,
            ValidateLifetime = false,
        });
        checkedToken.IsValid.ShouldBeTrue(checkedToken.Exception?.Message);
        checkedToken.Claims["sub"].ShouldBe("mailto:betrieb@helpdesk.example");
        (Convert.ToInt64(checkedToken.Claims["exp"], null) - now.ToUnixTimeSeconds()).ShouldBeInRange(1, 86_400);
    }
}

using System.Security.Cryptography;
using Helpdesk.Domain.SignIn;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.Api.Tests.SignIn;

/// <summary>
/// What an attacker makes of a token that is right: each is refused, and the right one shows that the reason is the forgery.
/// </summary>
public sealed class ForgedTokenTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> Forgeries => [.. All.Keys];

    private static readonly Dictionary<string, Func<Forge, Task<string>>> All = new()
    {
        ["alg none, no signature"] = forge => forge.Unsigned("none"),
        ["alg None in other letters"] = forge => forge.Unsigned("nOnE"),
        ["HS256 with the public key as the secret"] = forge => forge.SignedWithPublicKeyAsSecret(),
        ["a key of one's own under our id"] = forge => forge.Signed(Forge.OwnKey),
        ["an unknown key id"] = forge => forge.Signed(Forge.OwnKey, header => header["kid"] = "unknown"),
        ["a path as key id"] = forge => forge.Signed(Forge.OwnKey, header => header["kid"] = "../../../../dev/null"),
        ["SQL as key id"] = forge => forge.Signed(Forge.OwnKey, header => header["kid"] = "x' union select 'key' --"),
        ["no key id"] = forge => forge.Signed(forge.RightKey, header => header.Remove("kid")),
        ["own key brought along as jwk"] = forge =>
            forge.Signed(Forge.OwnKey, header => (header["jwk"], header["kid"]) = (Forge.OwnJwk(), "own")),
        ["own keys at a jku"] = forge => forge.Signed(
            Forge.OwnKey, header => (header["jku"], header["kid"]) = ("https://evil.example/jwks.json", "own")),
        ["own certificate at an x5u"] = forge =>
            forge.Signed(Forge.OwnKey, header => (header["x5u"], header["kid"]) = ("https://evil.example/cert.pem", "own")),
        ["an ID token"] = forge => forge.Signed(forge.RightKey, header => header["typ"] = "JWT"),
        ["a critical extension"] = forge => forge.Signed(
            forge.RightKey, header => (header["crit"], header["b64"]) = (new JsonArray("b64"), true)),
        ["over"] = forge => forge.Signed(forge.RightKey, payload: claims => claims["exp"] = forge.Now - 31),
        ["not yet"] = forge => forge.Signed(forge.RightKey, payload: claims => claims["nbf"] = forge.Now + 60),
        ["with its end as text"] = forge => forge.Signed(
            forge.RightKey, payload: claims => claims["exp"] = $"{forge.Now + 600}"),
        ["with its beginning as text"] = forge => forge.Signed(
            forge.RightKey, payload: claims => claims["nbf"] = $"{forge.Now - 600}"),
        ["without an end"] = forge => forge.Signed(forge.RightKey, payload: claims => claims.Remove("exp")),
        ["of another issuer"] = forge => forge.Signed(forge.RightKey, payload: claims => claims["iss"] = "https://evil.example"),
        ["for another host"] = forge => forge.Signed(forge.RightKey, payload: claims => claims["aud"] = "beispielburg.localhost"),
        ["for two hosts"] = forge => forge.Signed(
            forge.RightKey, payload: claims => claims["aud"] = new JsonArray("musterstadt.localhost", "beispielburg.localhost")),
        ["of another tenant"] = forge => forge.Signed(forge.RightKey, payload: claims => claims["tid"] = forge.OtherTenant),
        ["of another account"] = forge => forge.Signed(forge.RightKey, payload: claims => claims["sub"] = Guid.NewGuid().ToString()),
        ["of no session"] = forge => forge.Signed(forge.RightKey, payload: claims => claims["sid"] = Guid.NewGuid().ToString()),
        ["a changed payload under the old signature"] = forge => forge.Tampered(),
        ["a signature of zeros"] = forge => forge.WithSignature(new byte[64]),
        ["a signature in DER"] = forge => forge.Signed(forge.RightKey, format: DSASignatureFormat.Rfc3279DerSequence),
        ["cut off"] = forge => Task.FromResult(forge.Right[..^1]),
        ["five parts"] = forge => Task.FromResult(forge.Right + ".a.b"),
        ["empty"] = _ => Task.FromResult("x"),
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Is_refused(string forgery)
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Admin, email);
        var forge = new Forge(api, (await api.Tokens("musterstadt", email)).AccessToken);

        await api.Client("musterstadt", forge.Right).Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
        await api.Client("musterstadt", await forge.Signed(forge.RightKey)).Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
        var answer = await api.Client("musterstadt").Get("/api/v1/me", ("Authorization", $"Bearer {await All[forgery](forge)}"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("bearer hdk_aaaaaaaa_aaaaaaaaaaaa")]
    [InlineData("Negotiate x")]
    public async Task Other_authorizations_are_refused(string header) =>
        await api.Client("musterstadt").Get("/api/v1/me", ("Authorization", header)).ShouldAnswer(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_token_in_the_address_is_no_credential()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Admin, email);
        var token = (await api.Tokens("musterstadt", email)).AccessToken;

        foreach (var name in new[] { "access_token", "api_key", "token" })
            await api.Client("musterstadt").Get($"/api/v1/me?{name}={token}").ShouldRefuse(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_token_lasts_ten_minutes_and_the_skew_of_clocks()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Admin, email);
        var client = await api.SignedIn("musterstadt", email);

        api.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(20));
        await client.Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(11));
        await client.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task The_public_keys_are_published_and_verify_our_tokens()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Admin, email);
        var parts = (await api.Tokens("musterstadt", email)).AccessToken.Split('.');
        var header = JsonNode.Parse(Base64UrlEncoder.DecodeBytes(parts[0]))!;

        var keys = (await api.Client("beispielburg").Get("/.well-known/jwks.json").Json())["keys"]!.AsArray();

        ((string)header["alg"]!).ShouldBe("ES256");
        ((string)header["typ"]!).ShouldBe("at+jwt");
        var key = keys.Single(each => (string)each!["kid"]! == (string)header["kid"]!)!;
        key.AsObject().ContainsKey("d").ShouldBeFalse();
        using var pair = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = Base64UrlEncoder.DecodeBytes((string)key["x"]!), Y = Base64UrlEncoder.DecodeBytes((string)key["y"]!) },
        });
        pair.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64UrlEncoder.DecodeBytes(parts[2]), HashAlgorithmName.SHA256)
            .ShouldBeTrue();
    }

    /// <summary>Takes a right token apart and puts others together.</summary>
    private sealed class Forge(ApiFixture api, string right)
    {
        public static readonly ECDsa OwnKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public string Right => right;

        public string OtherTenant => api.Beispielburg.ToString();

        public long Now => api.Time.GetUtcNow().ToUnixTimeSeconds();

        /// <summary>The platform's own: shows that each refusal is due to what was changed, not to a broken signature.</summary>
        public ECDsa RightKey
        {
            get
            {
                var keys = api.Get<ISigningKeys>().Load(NodaTime.Instant.FromDateTimeOffset(api.Time.GetUtcNow()), default)
                    .GetAwaiter().GetResult();
                var pair = ECDsa.Create();
                pair.ImportPkcs8PrivateKey(keys.Single(key => key.Times.Id == (string)Header["kid"]!).PrivateKey, out _);
                return pair;
            }
        }

        private JsonObject Header => Part(0);

        private JsonObject Payload => Part(1);

        public static JsonObject OwnJwk()
        {
            var point = OwnKey.ExportParameters(false).Q;
            return new()
            { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y) };
        }

        public Task<string> Signed(
            ECDsa key, Action<JsonObject>? header = null, Action<JsonObject>? payload = null,
            DSASignatureFormat format = DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
        {
            var (head, claims) = (Header, Payload);
            header?.Invoke(head);
            payload?.Invoke(claims);
            var text = $"{Encode(head)}.{Encode(claims)}";
            return Task.FromResult(
                $"{text}.{Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, format))}");
        }

        public Task<string> Unsigned(string algorithm)
        {
            var head = Header;
            head["alg"] = algorithm;
            return Task.FromResult($"{Encode(head)}.{Encode(Payload)}.");
        }

        public async Task<string> SignedWithPublicKeyAsSecret()
        {
            var published = await api.Client("musterstadt").Get("/.well-known/jwks.json").Json();
            var secret = Encoding.UTF8.GetBytes(published["keys"]![0]!.ToJsonString());
            var head = Header;
            head["alg"] = "HS256";
            var text = $"{Encode(head)}.{Encode(Payload)}";
            return $"{text}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(text)))}";
        }

        public Task<string> Tampered()
        {
            var claims = Payload;
            claims["exp"] = Now + 1_000_000;
            return Task.FromResult($"{right.Split('.')[0]}.{Encode(claims)}.{right.Split('.')[2]}");
        }

        public Task<string> WithSignature(byte[] signature) =>
            Task.FromResult($"{right[..right.LastIndexOf('.')]}.{Base64UrlEncoder.Encode(signature)}");

        private JsonObject Part(int index) => JsonNode.Parse(Base64UrlEncoder.DecodeBytes(right.Split('.')[index]))!.AsObject();

        private static string Encode(JsonObject part) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(part.ToJsonString()));
    }
}

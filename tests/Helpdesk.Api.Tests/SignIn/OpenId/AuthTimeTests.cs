using Microsoft.IdentityModel.JsonWebTokens;

namespace Helpdesk.Api.Tests.SignIn.OpenId;

/// <summary>When the person gave their credentials, which tells a program whether that is recent enough (OpenID Connect Core 2).</summary>
[Collection(SharedHosts.MovedForPeople)]
public sealed class AuthTimeTests(ApiFixture api)
{
    private readonly string email = Some.Email();

    [Theory]
    [InlineData(null)]
    [InlineData("3600")]
    public async Task The_id_token_says_when_the_person_signed_in_and_not_when_it_was_made(string? maxAge)
    {
        var program = await OidcProgram.Create(api);
        var (cookie, account) = await program.Person();
        api.Time.Advance(TimeSpan.FromMinutes(5));
        var request = program.Request();
        request["max_age"] = maxAge;

        var tokens = await program.Exchange(await program.Code(cookie, request)).Json();

        var signedIn = await SignedInAt(account);
        AuthTime(tokens).ShouldBe(signedIn);
        Identity(tokens).GetPayloadValue<long>("iat").ShouldBeGreaterThanOrEqualTo(signedIn + 300);
    }

    [Fact]
    public async Task A_refresh_is_no_new_sign_in()
    {
        var program = await OidcProgram.Create(api);
        var tokens = await program.Tokens((await program.Person()).Cookie);
        api.Time.Advance(TimeSpan.FromHours(2));

        var refreshed = await program.Refresh((string)tokens["refresh_token"]!).Json();
        var again = await program.Refresh((string)refreshed["refresh_token"]!).Json();

        AuthTime(refreshed).ShouldBe(AuthTime(tokens));
        AuthTime(again).ShouldBe(AuthTime(tokens));
    }

    [Theory]
    [InlineData("prompt", "login")]
    [InlineData("max_age", "60")]
    [InlineData("max_age", "0")]
    public async Task Who_has_to_prove_it_again_has_proved_it_later(string parameter, string value)
    {
        var program = await OidcProgram.Create(api);
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var (cookie, first) = await SignIn(program, program.Request());
        api.Time.Advance(TimeSpan.FromMinutes(10));
        var request = program.Request();
        request[parameter] = value;
        (await (await program.Authorize(cookie, request)).Content.ReadAsStringAsync()).ShouldContain("current-password");

        var (_, second) = await SignIn(program, request);

        second.ShouldBeGreaterThanOrEqualTo(first + 600);
    }

    [Theory]
    [InlineData("9223372036854775807", HttpStatusCode.Redirect)]
    [InlineData("99999999999", HttpStatusCode.Redirect)]
    [InlineData("-1", HttpStatusCode.BadRequest)]
    [InlineData("soon", HttpStatusCode.BadRequest)]
    [InlineData("1.5", HttpStatusCode.BadRequest)]
    [InlineData("99999999999999999999", HttpStatusCode.BadRequest)]
    public async Task An_age_is_a_number_of_seconds(string age, HttpStatusCode status)
    {
        var program = await OidcProgram.Create(api);
        var (cookie, _) = await program.Person();
        await program.Code(cookie);
        var request = program.Request();
        request["max_age"] = age;

        (await program.Authorize(cookie, request)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task It_stands_in_the_id_token_alone_and_discovery_names_it()
    {
        var program = await OidcProgram.Create(api);
        var tokens = await program.Tokens((await program.Person()).Cookie);
        var access = (string)tokens["access_token"]!;

        new JsonWebToken(access).TryGetPayloadValue<object>("auth_time", out _).ShouldBeFalse();
        (await api.Client("musterstadt", access).Get("/api/v1/auth/userinfo").Json()).AsObject().ContainsKey("auth_time").ShouldBeFalse();
        foreach (var token in new[] { access, (string)tokens["refresh_token"]! })
            (await program.Ask("introspect", new() { ["token"] = token }).Json()).AsObject().ContainsKey("auth_time").ShouldBeFalse();
        var told = await api.Client("musterstadt").Get("/.well-known/openid-configuration").Json();
        told["claims_supported"]!.AsArray().Select(claim => (string)claim!).ShouldContain("auth_time");
    }

    // How somebody signed in is not kept with the session, so nothing is said about it rather than something wrong.
    [Fact]
    public async Task No_level_or_method_is_claimed()
    {
        var program = await OidcProgram.Create(api);

        var identity = Identity(await program.Tokens((await program.Person()).Cookie));

        identity.TryGetPayloadValue<object>("acr", out _).ShouldBeFalse();
        identity.TryGetPayloadValue<object>("amr", out _).ShouldBeFalse();
    }

    private async Task<(string Cookie, long AuthTime)> SignIn(OidcProgram program, Dictionary<string, string?> request)
    {
        var html = await (await program.Authorize(cookie: null, request)).Content.ReadAsStringAsync();
        var signedIn = await program.SubmitSignIn(html, email, ApiFixture.Password);
        var cookie = signedIn.SetCookie("__Host-helpdesk")!.Split(';')[0];
        var page = await program.Browse(HttpMethod.Get, signedIn.Headers.Location!.ToString(), cookie);
        var answer = page.StatusCode is HttpStatusCode.OK ? await program.Decide(page, cookie) : page;
        return (cookie, AuthTime(await program.Exchange(OidcProgram.Parameters(answer)["code"]!).Json()));
    }

    private async Task<long> SignedInAt(Guid account) => long.Parse((await api.Column(
        $"select floor(extract(epoch from proven_at))::bigint from session where account_id = '{account}' and kind = 'cookie'")).Single());

    private static JsonWebToken Identity(JsonNode tokens) => new((string)tokens["id_token"]!);

    private static long AuthTime(JsonNode tokens) => Identity(tokens).GetPayloadValue<long>("auth_time");
}

namespace Helpdesk.Api.Tests.SignIn.OpenId;

/// <summary>OpenIddict's addresses stand behind the same layers as all others.</summary>
public sealed class SameRulesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("desk")]
    [InlineData("console")]
    public async Task There_are_none_where_no_program_can_be_registered(string host)
    {
        await api.Client(host).Get("/.well-known/openid-configuration").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await api.Plain(host).GetAsync("/connect/authorize")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_host_has_no_issuer() =>
        await api.Client("niemandsstadt").Get("/.well-known/openid-configuration").ShouldRefuse(HttpStatusCode.NotFound, "tenant-unknown");

    [Fact]
    public async Task Each_host_is_an_issuer_of_its_own()
    {
        foreach (var host in new[] { "musterstadt", "beispielburg" })
        {
            var told = await api.Client(host).Get("/.well-known/openid-configuration").Json();
            ((string)told["issuer"]!).ShouldBe($"http://{host}.localhost/");
            ((string)told["token_endpoint"]!).ShouldBe($"http://{host}.localhost/api/v1/auth/token");
            told["code_challenge_methods_supported"]!.AsArray().Select(method => (string)method!).ShouldBe(["S256"]);
            told["grant_types_supported"]!.AsArray().Select(grant => (string)grant!).ShouldBe(
                ["authorization_code", "refresh_token", "client_credentials"], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task While_the_database_is_away_they_say_so_and_the_public_keys_are_there_all_the_same()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, _) = await program.Person();
        var tokens = await program.Tokens(cookie);

        await using (await StoppedDatabase.Of(api.Postgres))
        {
            await program.Ask("token", new() { ["grant_type"] = "client_credentials" }).ShouldRefuse(
                HttpStatusCode.ServiceUnavailable, "storage-unavailable");
            await program.Refresh((string)tokens["refresh_token"]!).ShouldRefuse(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
            await api.Client("musterstadt").Get("/.well-known/jwks.json").ShouldAnswer(HttpStatusCode.OK);
        }

        await program.Refresh((string)tokens["refresh_token"]!).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_that_is_too_much_is_refused_before_anybody_looks_at_it()
    {
        var program = await OidcProgram.Create(api);

        await program.Ask("token", new() { ["grant_type"] = new string('a', 9_000) }).ShouldRefuse(
            HttpStatusCode.BadRequest, "invalid-request");
        await program.Ask("token", Enumerable.Range(0, 40).ToDictionary(number => $"p{number}", _ => "x")).ShouldRefuse(
            HttpStatusCode.BadRequest, "invalid-request");
    }
}

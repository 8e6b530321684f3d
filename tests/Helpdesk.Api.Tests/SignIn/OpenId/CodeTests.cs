using Microsoft.IdentityModel.JsonWebTokens;

namespace Helpdesk.Api.Tests.SignIn.OpenId;

[Collection(SharedHosts.MovedForPeople)]
public sealed class CodeTests(ApiFixture api)
{
    [Fact]
    public async Task A_program_gets_tokens_in_the_name_of_somebody_who_allows_it_and_they_do_what_was_allowed_and_no_more()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, account) = await program.Person();

        var tokens = await program.Tokens(cookie);

        ((string)tokens["token_type"]!, (int)tokens["expires_in"]!, (string)tokens["scope"]!).ShouldBe(
            ("Bearer", 600, OidcProgram.AllScopes));
        var identity = new JsonWebToken((string)tokens["id_token"]!);
        (identity.Subject, identity.Audiences.Single(), identity.GetClaim("nonce").Value).ShouldBe((account.ToString(), program.Id, "n0"));
        identity.Issuer.ShouldBe("http://musterstadt.localhost/");
        identity.GetClaim("name").Value.ShouldBe("Erika Mustermann");
        var inTheirName = api.Client("musterstadt", (string)tokens["access_token"]!);
        await inTheirName.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
        await inTheirName.Post("/api/v1/tickets", new { subject = "Nein", description = "Nein" }).ShouldRefuse(
            HttpStatusCode.Forbidden, "scope-missing");
        await inTheirName.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
        await inTheirName.Post("/api/v1/auth/logout").ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
    }

    [Fact]
    public async Task An_id_token_is_no_access_token()
    {
        var program = await OidcProgram.Create(api);
        var tokens = await program.Tokens((await program.Person()).Cookie);

        await api.Client("musterstadt", (string)tokens["id_token"]!).Get("/api/v1/tickets").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("musterstadt", (string)tokens["id_token"]!).Get("/api/v1/auth/userinfo").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("musterstadt", (string)tokens["refresh_token"]!).Get("/api/v1/tickets").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task A_code_that_is_used_twice_is_refused_and_ends_the_session_with_an_entry_in_the_record()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, account) = await program.Person();
        var code = await program.Code(cookie);
        var tokens = await program.Exchange(code).Json();

        var refused = await program.Exchange(code).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-grant");

        ((string)refused["error"]!).ShouldBe("invalid_grant");
        await program.Refresh((string)tokens["refresh_token"]!).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-grant");
        api.Time.Advance(TimeSpan.FromSeconds(5));
        await api.Client("musterstadt", (string)tokens["access_token"]!).Get("/api/v1/tickets").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        (await api.Column($"select data ->> 'why' from event where stream_id = '{account}' and kind = 'account.session_ended'")).ShouldBe(
            ["code_reused"]);
        // The browser's own session is another one.
        await program.Browse(HttpMethod.Get, "/api/v1/me", cookie).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_five_who_exchange_one_code_at_once_one_gets_tokens()
    {
        var program = await OidcProgram.Create(api);
        var code = await program.Code((await program.Person()).Cookie);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => program.Exchange(code)));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBeLessThanOrEqualTo(1);
        answers.Where(answer => !answer.IsSuccessStatusCode).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_code_is_worth_nothing_at_another_host()
    {
        var program = await OidcProgram.Create(api);
        var neighbour = await OidcProgram.Create(api, host: "beispielburg");
        var code = await program.Code((await program.Person()).Cookie);

        await program.Exchange(code, at: "beispielburg").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-client");
        await neighbour.Exchange(code, form => form["code_verifier"] = program.Verifier).ShouldRefuse(
            HttpStatusCode.BadRequest, "invalid-grant");
        await program.Exchange(code).ShouldAnswer(HttpStatusCode.OK);
    }

    public static TheoryData<string, string, string> WrongExchanges => new()
    {
        { "code_verifier", "", "invalid-request" },
        { "code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "invalid-grant" },
        { "redirect_uri", "https://app.example/other", "invalid-grant" },
        { "redirect_uri", "", "invalid-request" },
        { "code", "nonsense", "invalid-grant" },
        { "code", "", "invalid-request" },
    };

    [Theory]
    [MemberData(nameof(WrongExchanges))]
    public async Task What_is_missing_or_wrong_at_the_exchange_is_refused(string parameter, string value, string code)
    {
        var program = await OidcProgram.Create(api);
        var granted = await program.Code((await program.Person()).Cookie);

        await program.Exchange(granted, form =>
        {
            if (value.Length > 0)
                form[parameter] = value;
            else
                form.Remove(parameter);
        }).ShouldRefuse(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_code_of_one_client_is_worth_nothing_to_another()
    {
        var (program, other) = (await OidcProgram.Create(api), await OidcProgram.Create(api));
        var code = await program.Code((await program.Person()).Cookie);

        await other.Exchange(code, form => form["code_verifier"] = program.Verifier).ShouldRefuse(
            HttpStatusCode.BadRequest, "invalid-grant");
        await program.Exchange(code, form => form["client_secret"] = "hdc_wrong").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-client");
    }

    [Fact]
    public async Task A_code_is_good_for_a_minute()
    {
        var program = await OidcProgram.Create(api);
        var code = await program.Code((await program.Person()).Cookie);

        api.Time.Advance(TimeSpan.FromSeconds(65));

        await program.Exchange(code).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-grant");
    }

    [Theory]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("scope", "openid tickets:write")]
    [InlineData("scope", "openid all:things")]
    [InlineData("response_type", "token")]
    [InlineData("response_mode", "form_post")]
    [InlineData("redirect_uri", "https://evil.example/")]
    [InlineData("redirect_uri", "https://app.example/callback/")]
    [InlineData("redirect_uri", null)]
    [InlineData("client_id", "0198c0de-7a11-7000-8000-00000000002a")]
    [InlineData("client_id", "x")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.")]
    public async Task Without_PKCE_by_S256_or_with_anything_that_the_client_may_not_ask_nobody_is_asked_and_sent_nowhere(
        string parameter, string? value)
    {
        var program = await OidcProgram.Create(api);
        var request = program.Request();
        if (value is null)
            request.Remove(parameter);
        else
            request[parameter] = value;

        var answer = await program.Authorize((await program.Person()).Cookie, request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Location.ShouldBeNull();
        (await answer.Content.ReadAsStringAsync()).ShouldContain("role=\"alert\" data-code=\"invalid-request\"");
    }

    [Fact]
    public async Task A_public_client_has_no_secret_and_signs_people_in_all_the_same()
    {
        var program = await OidcProgram.Create(api, isPublic: true, redirect: "org.example.app:/callback");
        program.Secret.ShouldBeNull();

        var tokens = await program.Tokens((await program.Person()).Cookie);

        await api.Client("musterstadt", (string)tokens["access_token"]!).Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
        await program.Refresh((string)tokens["refresh_token"]!).ShouldAnswer(HttpStatusCode.OK);
        await program.Ask("token", new() { ["grant_type"] = "client_credentials" }).ShouldAnswer(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_revokes_a_client_ends_what_it_does_in_the_name_of_people()
    {
        var program = await OidcProgram.Create(api);
        var tokens = await program.Tokens((await program.Person()).Cookie);

        await (await api.As("musterstadt", Role.Admin)).Delete($"/api/v1/api-clients/{program.Id}").ShouldAnswer(HttpStatusCode.NoContent);

        api.Time.Advance(TimeSpan.FromSeconds(5));
        await api.Client("musterstadt", (string)tokens["access_token"]!).Get("/api/v1/tickets").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        await program.Refresh((string)tokens["refresh_token"]!).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-client");
    }
}

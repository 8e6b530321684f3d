using Helpdesk.Domain.Feed;
using Microsoft.AspNetCore.WebUtilities;

namespace Helpdesk.Api.Tests.SignIn.OpenId;

/// <summary>A token counts as long as its session does, whoever asks.</summary>
[Collection(SharedHosts.MovedForPeople)]
public sealed class TokenLifeTests(ApiFixture api)
{
    [Fact]
    public async Task A_client_learns_what_a_token_of_its_own_says_and_of_others_nothing()
    {
        var (program, other) = (await OidcProgram.Create(api), await OidcProgram.Create(api));
        var (cookie, account) = await program.Person();
        var tokens = await program.Tokens(cookie);

        foreach (var kind in new[] { "access_token", "refresh_token" })
        {
            var told = await Introspect(program, (string)tokens[kind]!);
            ((bool)told["active"]!, (string)told["sub"]!, (string)told["client_id"]!).ShouldBe((true, account.ToString(), program.Id));
            (await Introspect(other, (string)tokens[kind]!)).AsObject().Select(member => member.Key).ShouldBe(["active"]);
        }

        (await Introspect(program, "nonsense")).ToJsonString().ShouldBe("""{"active":false}""");
        await program.Ask("introspect", new() { ["token"] = "x", ["client_secret"] = "hdc_wrong" }).ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-client");
        await program.Ask("introspect", []).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-request");
    }

    [Fact]
    public async Task After_the_session_has_ended_nothing_says_any_more_that_its_tokens_are_good()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, account) = await program.Person();
        var tokens = await program.Tokens(cookie);
        var inTheirName = api.Client("musterstadt", (string)tokens["access_token"]!);
        await inTheirName.Get("/api/v1/auth/userinfo").ShouldAnswer(HttpStatusCode.OK);
        ((bool)(await Introspect(program, (string)tokens["access_token"]!))["active"]!).ShouldBeTrue();

        await api.Column($"update session set ended_at = now() where account_id = '{account}' and client_id is not null");
        api.Time.Advance(TimeSpan.FromSeconds(5));

        await inTheirName.Get("/api/v1/auth/userinfo").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await inTheirName.Get("/api/v1/tickets").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        foreach (var kind in new[] { "access_token", "refresh_token" })
            ((bool)(await Introspect(program, (string)tokens[kind]!))["active"]!).ShouldBeFalse(kind);
        await program.Refresh((string)tokens["refresh_token"]!).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-grant");
    }

    [Fact]
    public async Task Userinfo_says_what_the_scopes_allow()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, account) = await program.Person();
        var some = (string)(await program.Exchange(await program.Code(cookie, program.Request("openid profile"))).Json())["access_token"]!;
        var all = (string)(await program.Exchange(await program.Code(cookie, program.Request("openid profile email")))
            .Json())["access_token"]!;

        (await UserInfo(some)).AsObject().Select(member => member.Key).ShouldBe(["sub", "name", "locale"]);
        var told = await UserInfo(all);
        ((string)told["sub"]!, (string)told["name"]!, (bool)told["email_verified"]!).ShouldBe(
            (account.ToString(), "Erika Mustermann", true));
        await api.Client("musterstadt").Get("/api/v1/auth/userinfo").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    public async Task Who_gives_a_token_back_ends_the_session(string kind)
    {
        var program = await OidcProgram.Create(api);
        var (cookie, account) = await program.Person();
        var tokens = await program.Tokens(cookie);
        await api.Client("musterstadt", (string)tokens["access_token"]!).Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);

        await program.Ask("revoke", new() { ["token"] = (string)tokens[kind]! }).ShouldAnswer(HttpStatusCode.OK);

        await api.Client("musterstadt", (string)tokens["access_token"]!).Get("/api/v1/tickets").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        await program.Refresh((string)tokens["refresh_token"]!).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-grant");
        (await api.Column($"select data ->> 'why' from event where stream_id = '{account}' and kind = 'account.session_ended'")).ShouldBe(
            ["ended_by_client"]);
    }

    [Fact]
    public async Task Nobody_gives_back_what_is_another_clients()
    {
        var (program, other) = (await OidcProgram.Create(api), await OidcProgram.Create(api));
        var tokens = await program.Tokens((await program.Person()).Cookie);

        await other.Ask("revoke", new() { ["token"] = (string)tokens["refresh_token"]! }).ShouldAnswer(HttpStatusCode.OK);
        await other.Ask("revoke", new() { ["token"] = "nonsense" }).ShouldAnswer(HttpStatusCode.OK);

        await program.Refresh((string)tokens["refresh_token"]!).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_with_the_id_token_ends_the_programs_session_and_the_browsers_and_leads_back()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, _) = await program.Person();
        var tokens = await program.Tokens(cookie);

        var answer = await program.Browse(HttpMethod.Get, QueryHelpers.AddQueryString("/connect/signout", new Dictionary<string, string?>
        {
            ["id_token_hint"] = (string)tokens["id_token"]!,
            ["post_logout_redirect_uri"] = "https://app.example/bye",
            ["state"] = "s1",
        }), cookie);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("https://app.example/bye?state=s1");
        answer.SetCookie("__Host-helpdesk").ShouldNotBeNull().ShouldContain("expires=Thu, 01 Jan 1970");
        await api.Client("musterstadt", (string)tokens["access_token"]!).Get("/api/v1/tickets").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        (await program.Browse(HttpMethod.Get, "/api/v1/me", cookie)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_it_the_person_is_asked_and_no_other_page_can_say_yes_for_them()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, _) = await program.Person();
        var page = await (await program.Browse(HttpMethod.Get, "/connect/signout", cookie)).Content.ReadAsStringAsync();
        page.ShouldContain("Abmelden?");
        var form = OidcProgram.FormOf(page);
        form["signout"] = "yes";

        (await program.Browse(HttpMethod.Post, "/connect/signout", cookie, form, site: "cross-site")).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden);
        (await program.Browse(HttpMethod.Get, "/api/v1/me", cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.Browse(HttpMethod.Post, "/connect/signout", cookie, form)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.Browse(HttpMethod.Get, "/api/v1/me", cookie)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Nobody_is_led_to_an_address_that_the_client_did_not_name()
    {
        var program = await OidcProgram.Create(api);

        var answer = await program.Browse(HttpMethod.Get,
            $"/connect/signout?client_id={program.Id}&post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F", cookie: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_over_is_forgotten_and_what_is_used_up_and_could_still_come_back_is_not()
    {
        var email = Some.Email();
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);
        var first = await api.Tokens("musterstadt", email);
        await api.Client("musterstadt").Post("/api/v1/auth/refresh", new { refresh_token = first.RefreshToken }).ShouldAnswer(
            HttpStatusCode.OK);
        var purge = api.Get<IEnumerable<IPurge>>().Single(one => one.What == "tokens");

        await purge.Purge(Now(), 5_000, default);
        (await Rows()).ShouldBe(["redeemed", "valid"], ignoreOrder: true);

        await purge.Purge(Now() + Duration.FromDays(15), 1, default);
        (await purge.Purge(Now() + Duration.FromDays(15), 5_000, default)).ShouldBeGreaterThan(0);
        (await Rows()).ShouldBeEmpty();

        Instant Now() => Instant.FromDateTimeOffset(api.Time.GetUtcNow());
        Task<IReadOnlyList<string>> Rows() => api.Column(
            $"select t.status from oidc_token t join session s on s.id = t.session_id where s.account_id = '{account}'");
    }

    private static async Task<JsonNode> Introspect(OidcProgram program, string token) =>
        await program.Ask("introspect", new() { ["token"] = token }).Json();

    private async Task<JsonNode> UserInfo(string token) => await api.Client("musterstadt", token).Get("/api/v1/auth/userinfo").Json();
}

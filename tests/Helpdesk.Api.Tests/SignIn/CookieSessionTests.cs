namespace Helpdesk.Api.Tests.SignIn;

[Collection(SharedHosts.MovedForPeople)]
public sealed class CookieSessionTests(ApiFixture api)
{
    private static readonly (string, string) SameOrigin = ("Sec-Fetch-Site", "same-origin");

    [Fact]
    public async Task The_browser_gets_a_cookie_that_no_script_and_no_other_host_can_touch()
    {
        var answer = await SignIn();

        var cookie = answer.SetCookie("__Host-helpdesk")!;
        cookie.ShouldContain("; httponly", Case.Insensitive);
        cookie.ShouldContain("; secure", Case.Insensitive);
        cookie.ShouldContain("; samesite=lax", Case.Insensitive);
        cookie.ShouldContain("; path=/", Case.Insensitive);
        foreach (var any in answer.Headers.GetValues("Set-Cookie"))
            any.ShouldNotContain("domain", Case.Insensitive);
        var body = await answer.Content.ReadAsStringAsync();
        body.ShouldNotContain("token\":\"ey");
        body.ShouldNotContain(cookie.Split(';')[0].Split('.')[1]);
    }

    [Fact]
    public async Task Reading_needs_the_cookie_alone_writing_the_header_and_the_own_page()
    {
        var (cookie, token) = await Session();
        var client = api.Client("musterstadt");

        await client.Get("/api/v1/me", cookie).ShouldAnswer(HttpStatusCode.OK);
        await Rename(cookie, ("X-Anti-Forgery", token), SameOrigin).ShouldAnswer(HttpStatusCode.OK);
        await Rename(cookie, ("X-Anti-Forgery", token), ("Origin", "http://musterstadt.localhost")).ShouldAnswer(HttpStatusCode.OK);
        await Rename(cookie, SameOrigin).ShouldRefuse(HttpStatusCode.Forbidden, "anti-forgery-token-invalid");
        await Rename(cookie, SameOrigin, ("X-Anti-Forgery", "guess")).ShouldRefuse(HttpStatusCode.Forbidden, "anti-forgery-token-invalid");
        await Rename(cookie, ("X-Anti-Forgery", token)).ShouldRefuse(HttpStatusCode.Forbidden, "cross-site-request");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://beispielburg.localhost")]
    [InlineData("Origin", "http://musterstadt.localhost.evil.example")]
    [InlineData("Origin", "https://musterstadt.localhost")]
    [InlineData("Origin", "http://musterstadt.localhost:81")]
    [InlineData("Origin", "null")]
    public async Task Pages_of_others_cannot_write(string header, string value)
    {
        var (cookie, token) = await Session();

        await Rename(cookie, ("X-Anti-Forgery", token), (header, value)).ShouldRefuse(HttpStatusCode.Forbidden, "cross-site-request");
        await api.Client("musterstadt").Get("/api/v1/me", cookie, (header, value)).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_token_of_one_session_does_not_fit_another()
    {
        var (one, two) = (await Session(), await Session());

        await Rename(one.Cookie, ("X-Anti-Forgery", two.Token), SameOrigin).ShouldRefuse(
            HttpStatusCode.Forbidden, "anti-forgery-token-invalid");
    }

    [Fact]
    public async Task A_page_that_is_opened_later_learns_the_token()
    {
        var (cookie, token) = await Session();

        var status = await api.Client("musterstadt").Get("/api/v1/auth/status", cookie).Json();

        ((string)status["anti_forgery_token"]!).ShouldBe(token);
    }

    [Fact]
    public async Task Only_the_protected_cookie_counts()
    {
        var (cookie, _) = await Session();
        var value = cookie.Value["__Host-helpdesk=".Length..];
        var client = api.Client("musterstadt");

        await client.Get("/api/v1/me", ("Cookie", $"helpdesk={value}")).ShouldRefuse(HttpStatusCode.Unauthorized, "not-signed-in");
        await client.Get("/api/v1/me", ("Cookie", $"helpdesk=x; {cookie.Value}; helpdesk=y")).ShouldAnswer(HttpStatusCode.OK);
        await client.Get("/api/v1/me", ("Cookie", cookie.Value[..^3] + "xyz")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await client.Get("/api/v1/me", ("Cookie", "__Host-helpdesk=garbage")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("beispielburg").Get("/api/v1/me", cookie).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_takes_the_cookie_back()
    {
        var (cookie, token) = await Session();

        var answer = await api.Client("musterstadt").Post("/api/v1/auth/logout", null, cookie, ("X-Anti-Forgery", token), SameOrigin);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.SetCookie("__Host-helpdesk")!.ShouldContain("expires=Thu, 01 Jan 1970", Case.Insensitive);
        await api.Client("musterstadt").Get("/api/v1/me", cookie).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task An_idle_session_is_over()
    {
        var (cookie, _) = await Session();

        api.Time.Advance(TimeSpan.FromHours(12));

        await api.Client("musterstadt").Get("/api/v1/me", cookie).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_a_page_of_others()
    {
        var login = new { email = Some.Email(), password = ApiFixture.Password, session = true };

        await api.Client("musterstadt").Post("/api/v1/auth/login", login, ("Sec-Fetch-Site", "same-site")).ShouldRefuse(
            HttpStatusCode.Forbidden, "cross-site-request");
        await api.Client("musterstadt").Post("/api/v1/auth/login", login, ("Origin", "http://evil.example")).ShouldRefuse(
            HttpStatusCode.Forbidden, "cross-site-request");
    }

    private Task<HttpResponseMessage> Rename(params (string, string)[] headers) =>
        api.Client("musterstadt").Patch("/api/v1/me", new { name = "New Name" }, headers);

    private async Task<((string Name, string Value) Cookie, string Token)> Session()
    {
        var answer = await SignIn();
        var token = (string)System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["anti_forgery_token"]!;
        return (("Cookie", answer.SetCookie("__Host-helpdesk")!.Split(';')[0]), token);
    }

    private async Task<HttpResponseMessage> SignIn()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var answer = await api.Client("musterstadt").Post(
            "/api/v1/auth/login", new { email, password = ApiFixture.Password, session = true });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer;
    }
}

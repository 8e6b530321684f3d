using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Domain.Programs;

namespace Helpdesk.Api.Tests.SignIn.OpenId;

[Collection(SharedHosts.MovedForPeople)]
public sealed class AuthorizePagesTests(ApiFixture api)
{
    [Theory]
    [InlineData("de", "<html lang=\"de\">", "Bürger-App zulassen?", "Tickets lesen, die Sie lesen dürfen")]
    [InlineData("en", "<html lang=\"en\">", "Allow Bürger-App?", "read tickets that you may read")]
    public async Task Somebody_who_is_signed_in_is_asked_in_their_language_and_told_what_the_program_wants(
        string language, params string[] told)
    {
        var program = await OidcProgram.Create(api);

        var page = await program.Authorize((await program.Person()).Cookie, language: language);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await page.Content.ReadAsStringAsync();
        foreach (var text in told)
            html.ShouldContain(text);
        html.ShouldNotContain("<script");
        html.ShouldContain("width=device-width");
        html.ShouldContain("prefers-color-scheme: dark");
    }

    [Fact]
    public async Task The_page_lets_no_script_run_and_its_form_lead_nowhere_but_here_and_to_the_client()
    {
        var program = await OidcProgram.Create(api);

        var policy = (await program.Authorize((await program.Person()).Cookie)).Headers.GetValues("Content-Security-Policy").Single();

        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldContain("form-action 'self' https://app.example; frame-ancestors 'none'");
    }

    [Fact]
    public void Everything_that_a_program_can_ask_for_is_explained() =>
        PersonScopes.All.Concat(ApiScopes.All).Select(ConsentPage.Describe).ShouldAllBe(
            words => words.De.Length > 0 && words.En.Length > 0);

    [Fact]
    public async Task Who_says_no_is_sent_back_with_that()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, _) = await program.Person();

        var answer = await program.Decide(await program.Authorize(cookie), cookie, "deny");

        answer.Headers.Location!.GetLeftPart(UriPartial.Path).ShouldBe(OidcProgram.Redirect);
        var told = OidcProgram.Parameters(answer);
        (told["error"], told["state"], told["iss"]).ShouldBe(("access_denied", "s-t/a~t+e", "http://musterstadt.localhost/"));
    }

    [Fact]
    public async Task A_yes_counts_only_from_our_own_page_and_with_the_token_that_stood_in_it()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, _) = await program.Person();
        var (stranger, _) = await program.Person();
        var page = await program.Authorize(cookie);

        (await program.Decide(page, cookie, site: "same-site")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.Decide(page, cookie, site: "cross-site")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.Decide(page, cookie, change: form => form["anti_forgery"] = "x")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.Decide(page, cookie, change: form => form.Remove("anti_forgery"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.Decide(page, stranger)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.Decide(page, cookie)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_program_that_keeps_a_secret_is_remembered_and_asks_again_for_more_or_when_it_wants_to()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, _) = await program.Person();
        await program.Code(cookie, program.Request("openid tickets:read"));

        (await program.Authorize(cookie, program.Request("openid tickets:read"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await program.Authorize(cookie, program.Request("openid email tickets:read"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var asking = program.Request("openid tickets:read");
        asking["prompt"] = "consent";
        (await program.Authorize(cookie, asking)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_that_keeps_none_asks_every_time()
    {
        var program = await OidcProgram.Create(api, isPublic: true, redirect: "http://127.0.0.1/callback");
        var (cookie, _) = await program.Person();
        await program.Code(cookie);

        (await program.Authorize(cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // Browsers pass over addresses of IPv6 in such a policy, so there it names the scheme alone.
    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:49152")]
    [InlineData("[::1]", "http:")]
    public async Task A_program_on_a_desk_listens_on_whatever_port_it_gets(string address, string target)
    {
        var program = await OidcProgram.Create(api, isPublic: true, redirect: $"http://{address}/callback");
        var request = program.Request();
        request["redirect_uri"] = $"http://{address}:49152/callback";

        var page = await program.Authorize((await program.Person()).Cookie, request);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"form-action 'self' {target};");
    }

    [Theory]
    [InlineData(false, "login_required")]
    [InlineData(true, "consent_required")]
    public async Task Who_must_not_be_asked_is_not_asked(bool signedIn, string error)
    {
        var program = await OidcProgram.Create(api);
        var request = program.Request();
        request["prompt"] = "none";

        var answer = await program.Authorize(signedIn ? (await program.Person()).Cookie : null, request);

        OidcProgram.Parameters(answer)["error"].ShouldBe(error);
    }

    [Fact]
    public async Task Who_is_not_signed_in_signs_in_first_and_goes_on_where_the_program_began()
    {
        var program = await OidcProgram.Create(api);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var html = await (await program.Authorize(cookie: null)).Content.ReadAsStringAsync();
        html.ShouldContain("<label for=\"password\">Passwort</label>");

        var wrong = await program.SubmitSignIn(html, email, "not the password");
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var again = await wrong.Content.ReadAsStringAsync();
        again.ShouldContain("data-code=\"invalid-credentials\"");
        again.ShouldNotContain("not the password");
        wrong.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self' https://app.example;");
        var right = await program.SubmitSignIn(again, email, ApiFixture.Password);

        right.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var cookie = right.SetCookie("__Host-helpdesk")!.Split(';')[0];
        var page = await program.Browse(HttpMethod.Get, right.Headers.Location!.ToString(), cookie);
        (await program.Decide(page, cookie)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("cross-site", null, HttpStatusCode.Forbidden)]
    [InlineData("same-site", null, HttpStatusCode.Forbidden)]
    [InlineData("same-origin", "https://evil.example/", HttpStatusCode.BadRequest)]
    [InlineData("same-origin", "//evil.example/connect/authorize?", HttpStatusCode.BadRequest)]
    [InlineData("same-origin", "/connect/signout?x=1", HttpStatusCode.BadRequest)]
    public async Task Signing_in_counts_only_from_our_own_page_and_leads_to_no_other(string site, string? returnTo, HttpStatusCode status)
    {
        var program = await OidcProgram.Create(api);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var html = await (await program.Authorize(cookie: null)).Content.ReadAsStringAsync();

        var answer = await program.SubmitSignIn(html, email, ApiFixture.Password, site, returnTo);

        answer.StatusCode.ShouldBe(status);
        answer.SetCookie("__Host-helpdesk").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_the_field_that_it_is_about_and_in_the_language_that_the_program_asked_for()
    {
        var program = await OidcProgram.Create(api);
        var request = program.Request();
        request["ui_locales"] = "en";
        var html = await (await program.Authorize(cookie: null, request)).Content.ReadAsStringAsync();
        html.ShouldContain("At <strong>Musterstadt</strong> (musterstadt.localhost), to go on.");
        html.ShouldNotContain("aria-invalid=");

        var again = await (await program.SubmitSignIn(html, Some.Email(), "not the password")).Content.ReadAsStringAsync();

        again.ShouldContain("<html lang=\"en\">");
        again.ShouldContain("<title>Error: Sign in");
        again.ShouldContain("<div role=\"alert\" tabindex=\"-1\" autofocus data-code=\"invalid-credentials\">");
        again.ShouldContain("autocomplete=\"current-password\" required aria-invalid=\"true\" aria-describedby=\"why\"");
    }

    [Theory]
    [InlineData("/connect/authorize?")]
    [InlineData("/connect/authorize?client_id=x&client_id=y&ui_locales=%00")]
    public async Task A_wrong_password_is_just_that_wherever_the_form_says_it_would_lead(string returnTo)
    {
        var program = await OidcProgram.Create(api);
        var html = await (await program.Authorize(cookie: null)).Content.ReadAsStringAsync();

        var answer = await program.SubmitSignIn(html, Some.Email(), "not the password", returnTo: returnTo);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self'; ");
    }

    [Fact]
    public async Task Who_wants_to_be_somebody_else_or_proved_it_too_long_ago_signs_in_again()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, _) = await program.Person();
        var (anew, old) = (program.Request(), program.Request());
        (anew["prompt"], old["max_age"]) = ("login", "60");

        (await (await program.Authorize(cookie, anew)).Content.ReadAsStringAsync()).ShouldContain("autocomplete=\"current-password\"");
        (await (await program.Authorize(cookie, old)).Content.ReadAsStringAsync()).ShouldNotContain("autocomplete=\"current-password\"");
        api.Time.Advance(TimeSpan.FromSeconds(61));
        (await (await program.Authorize(cookie, old)).Content.ReadAsStringAsync()).ShouldContain("autocomplete=\"current-password\"");
    }

    [Theory]
    [InlineData("login", null, false)]
    [InlineData("consent", null, true)]
    [InlineData("login consent", null, true)]
    [InlineData(null, "0", false)]
    public async Task Who_has_signed_in_is_not_sent_round_in_circles_and_asked_for_consent_if_the_program_wants_that(
        string? prompt, string? age, bool isAsked)
    {
        var program = await OidcProgram.Create(api);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var request = program.Request();
        await SignInAnd(form => program.Decide(form.Page, form.Cookie));
        (request["prompt"], request["max_age"]) = (prompt, age);

        await SignInAnd(async again =>
        {
            again.Page.StatusCode.ShouldBe(isAsked ? HttpStatusCode.OK : HttpStatusCode.Redirect);
            return again.Page;
        });

        async Task SignInAnd(Func<(HttpResponseMessage Page, string Cookie), Task<HttpResponseMessage>> then)
        {
            var html = await (await program.Authorize(cookie: null, request)).Content.ReadAsStringAsync();
            var signedIn = await program.SubmitSignIn(html, email, ApiFixture.Password);
            var cookie = signedIn.SetCookie("__Host-helpdesk")!.Split(';')[0];
            var page = await program.Browse(HttpMethod.Get, signedIn.Headers.Location!.ToString(), cookie);
            (await page.Content.ReadAsStringAsync()).ShouldNotContain("current-password");
            await then((page, cookie));
        }
    }

    [Fact]
    public async Task What_a_client_calls_itself_is_text_and_nothing_else()
    {
        var created = await (await api.As("musterstadt", Role.Admin)).Post("/api/v1/api-clients", new
        {
            name = "<script>alert(1)</script>",
            scopes = Array.Empty<string>(),
            redirect_uris = new[] { OidcProgram.Redirect },
        }).Json(HttpStatusCode.Created);
        var program = new OidcProgram(api, created, "musterstadt", OidcProgram.Redirect);

        var html = await (await program.Authorize((await program.Person()).Cookie, program.Request("openid"))).Content.ReadAsStringAsync();

        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<script>");
    }
}

namespace Helpdesk.Api.Tests.SignIn.OpenId;

/// <summary>What no page of ours sends: each gets an answer that a person can read, and nothing happens.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class OddPageInputTests(ApiFixture api)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Return = "return=%2Fconnect%2Fauthorize%3Fx%3D1";

    private static readonly string[] Pages =
    [
        "/connect/authorize", "/connect/signin", "/connect/signout", "/forgot-password", "/reset-password", "/invitation",
        "/register/confirm", "/email/confirm",
    ];

    private static readonly (string? Type, string Body)[] Odd =
    [
        (Form, ""), (Form, "%"), (Form, "&&=&=x"), (Form, "a=%00"), (Form, "a=%ff%fe"),
        (Form, "token=%ED%A0%80&password=%ED%A0%80"),
        (Form, $"{Return}&email=a@b.example&email=c@d.example&password=x"),
        (Form, $"{Return}&{Return}&email=a@b.example&password=x"),
        (Form, $"{Return}&email=a@b.example&password=%00&code=%00"), (Form, $"{Return}&email[]=x&password[]=y"),
        (Form, $"{Return}&email={new string('a', 9_000)}@b.example&password={new string('p', 9_000)}&code={new string('1', 9_000)}"),
        (Form, $"token={new string('t', 20_000)}&password={new string('p', 9_000)}"),
        (Form, "token=x&password="), (Form, "token=&password=%00"),
        (Form, $"token=%00&password=ein+langer+Satz+zum+Merken"),
        (Form, string.Concat(Enumerable.Range(0, 2_000).Select(number => $"p{number}=x&"))),
        (Form, "return=%2Fconnect%2Fauthorize%3Fa%3D%0D%0ASet-Cookie%3A%20x%3Dy&email=a@b.example&password=x"),
        (Form, "return=%2Fconnect%2Fauthorize%3Fa%3D%C3%BC&email=a@b.example&password=x"),
        ($"{Form}; charset=utf-7", $"{Return}&email=a@b.example&password=x"), ($"{Form}; charset=nonsense", $"{Return}&email=x&password=x"),
        ("application/json", """{"email":"a@b.example","password":"x"}"""), ("text/plain", $"{Return}&email=a@b.example"),
        ("nonsense", "x"), (null, "x"),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"email\"; filename=\"e\"\r\n\r\nx\r\n--x--\r\n"),
        ("multipart/form-data", "--x--"), ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data"),
    ];

    public static TheoryData<string> Paths => [.. Pages];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Whatever_is_sent_to_a_page_is_answered_by_a_page(string path)
    {
        foreach (var (type, body) in Odd)
        {
            using var answer = await Post(path, type, body);
            await ShouldBeAPage(answer, $"{path} {type} {body[..Math.Min(80, body.Length)]}");
            answer.SetCookie("__Host-helpdesk").ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("/connect/authorize")]
    [InlineData("/connect/authorize?")]
    [InlineData("/connect/authorize?client_id=x&client_id=y")]
    [InlineData("/connect/authorize?state=%00&ui_locales=%00")]
    [InlineData("/connect/authorize?consent=allow&anti_forgery=x")]
    [InlineData("/connect/signout?signout=yes&signout=yes")]
    [InlineData("/connect/signout?id_token_hint=x")]
    [InlineData("/connect/signout?id_token_hint=x&id_token_hint=y&ui_locales=%ff")]
    [InlineData("/connect/signout?post_logout_redirect_uri=javascript:alert(1)")]
    [InlineData("/forgot-password?return=//evil.example/connect/authorize?")]
    [InlineData("/forgot-password?return=/connect/authorize?a&return=/connect/authorize?b")]
    [InlineData("/forgot-password?return=/connect/authorize?ui_locales=%2500%26ui_locales=en")]
    [InlineData("/forgot-password?return=/connect/authorize?%0d%0aX:y")]
    [InlineData("/reset-password?token=x&token=%00")]
    [InlineData("/invitation?token=%ff")]
    public async Task Whatever_stands_in_the_address_is_answered_by_a_page(string address)
    {
        using var answer = await api.Plain("musterstadt").GetAsync(address);

        var html = await ShouldBeAPage(answer, address);
        html.ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task Asked_for_twice_a_parameter_of_the_request_is_refused()
    {
        var program = await OidcProgram.Create(api);
        var (cookie, _) = await program.Person();
        foreach (var name in new[] { "state", "scope", "redirect_uri", "nonce", "prompt", "max_age" })
        {
            var request = program.Request();
            request.TryAdd(name, "1");
            var address = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
                "/connect/authorize", request.Append(KeyValuePair.Create(name, request[name])));

            using var answer = await program.Browse(HttpMethod.Get, address, cookie);

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, name);
            await ShouldBeAPage(answer, name);
        }
    }

    [Theory]
    [InlineData("/forgot-password")]
    [InlineData("/reset-password")]
    [InlineData("/invitation")]
    [InlineData("/register/confirm")]
    [InlineData("/email/confirm")]
    public async Task Another_sites_form_does_nothing(string path)
    {
        foreach (var site in new[] { "cross-site", "same-site", "none", null })
        {
            using var answer = await Post(path, Form, "email=a@b.example&token=x&password=x", site);

            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, site);
            (await ShouldBeAPage(answer, path)).ShouldContain("data-code=\"cross-site-request\"");
        }
    }

    [Fact]
    public async Task Who_decided_with_the_token_of_a_session_that_is_over_begins_again_and_gets_a_page_that_says_so()
    {
        var program = await OidcProgram.Create(api);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var (before, now) = (await Browser(), await Browser());
        var page = await program.Authorize(before);

        using var answer = await program.Decide(page, now);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var html = await ShouldBeAPage(answer, "decision");
        html.ShouldContain("data-code=\"anti-forgery-token-invalid\"");
        html.ShouldContain("beginnen Sie dort noch einmal");

        async Task<string> Browser()
        {
            var login = new { email, password = ApiFixture.Password, session = true };
            return (await api.Client("musterstadt").Post("/api/v1/auth/login", login)).SetCookie("__Host-helpdesk")!.Split(';')[0];
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_does_no_harm()
    {
        var program = await OidcProgram.Create(api);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var html = await (await program.Authorize(cookie: null)).Content.ReadAsStringAsync();

        var signedIn = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => program.SubmitSignIn(html, email, ApiFixture.Password)));
        signedIn.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.SeeOther);
        var cookie = signedIn[1].SetCookie("__Host-helpdesk")!.Split(';')[0];
        var page = await program.Authorize(cookie);
        var decided = await Task.WhenAll(program.Decide(page, cookie), program.Decide(page, cookie));
        foreach (var answer in decided)
            await program.Exchange(OidcProgram.Parameters(answer)["code"]!).ShouldAnswer(HttpStatusCode.OK);

        await Post("/forgot-password", Form, $"email={Uri.EscapeDataString(email)}");
        var token = (await api.Mail(email))!.Token!;
        var chosen = await Task.WhenAll(Choose(), Choose());
        chosen.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        chosen.Single(answer => answer.StatusCode != HttpStatusCode.OK).StatusCode.ShouldBe(HttpStatusCode.Gone);

        Task<HttpResponseMessage> Choose() => Post("/reset-password", Form, $"token={token}&password=ein+langer+Satz+zum+Merken");
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_page_and_only_the_known_one_mail()
    {
        var (known, unknown) = (Some.Email(), Some.Email());
        await api.Enrol(api.Musterstadt, Role.Customer, known);

        var answers = await Task.WhenAll(
            new[] { known, unknown }.Select(email => Post("/forgot-password", Form, $"email={Uri.EscapeDataString(email)}")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await answers[0].Content.ReadAsStringAsync()).ShouldBe(await answers[1].Content.ReadAsStringAsync());
        (await api.Mail(known))!.Template.ShouldBe("reset_password");
        (await api.Mail(unknown)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_of_one_municipality_or_for_something_else_is_worth_nothing()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        await Post("/forgot-password", Form, $"email={Uri.EscapeDataString(email)}");
        var body = $"token={(await api.Mail(email))!.Token}&password=ein+langer+Satz+zum+Merken";

        (await Post("/reset-password", Form, body, at: "beispielburg")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await Post("/invitation", Form, body)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await Post("/reset-password", Form, body)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("console")]
    public async Task People_of_the_platform_get_a_new_password_at_their_own_hosts(string host)
    {
        var email = Some.Email();
        await api.Enrol(TenantId.Platform, Role.Agent, email);

        (await Post("/forgot-password", Form, $"email={Uri.EscapeDataString(email)}", at: host)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = (await api.Mail(email))!.Token;
        var done = await Post("/reset-password", Form, $"token={token}&password=ein+langer+Satz+zum+Merken", at: host);

        done.StatusCode.ShouldBe(HttpStatusCode.OK, await done.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_of_a_link_lets_only_its_own_script_run_and_the_others_none()
    {
        var client = api.Plain("musterstadt");

        (await Policy("/reset-password")).ShouldMatch(
            "^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; " +
            "base-uri 'none'; form-action 'self'; frame-ancestors 'none'$");
        (await Policy("/forgot-password")).ShouldNotContain("script-src");

        async Task<string> Policy(string path) => (await client.GetAsync(path)).Headers.GetValues("Content-Security-Policy").Single();
    }

    private async Task<HttpResponseMessage> Post(
        string path, string? type, string body, string? site = "same-origin", string at = "musterstadt")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        return await api.Plain(at).SendAsync(request);
    }

    private static async Task<string> ShouldBeAPage(HttpResponseMessage answer, string of)
    {
        var html = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBeLessThan(500, of);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/html", $"{of}: {(int)answer.StatusCode} {html}");
        html.ShouldContain("<h1>", Case.Sensitive, of);
        return html;
    }
}

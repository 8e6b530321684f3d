namespace Helpdesk.Api.Tests.SignIn;

[Collection(SharedHosts.MovedForPeople)]
public sealed class PasswordTests(ApiFixture api)
{
    private const string Reset = "/api/v1/auth/password/reset";
    private const string New = "ein langer Satz zum Merken";

    private readonly string email = Some.Email();

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_ends_all_other_sessions()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var (here, other) = (await api.SignedIn("musterstadt", email), await api.SignedIn("musterstadt", email));

        await here.Post("/api/v1/auth/password", new { current_password = "wrong", new_password = New }).ShouldRefuse(
            HttpStatusCode.Forbidden, "wrong-password");
        await here.Post("/api/v1/auth/password", new { current_password = ApiFixture.Password, new_password = "kurz" }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        await here.Post("/api/v1/auth/password", new { current_password = ApiFixture.Password, new_password = New }).ShouldAnswer(
            HttpStatusCode.NoContent);
        api.Time.Advance(TimeSpan.FromSeconds(5));

        await here.Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
        await other.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await Login(ApiFixture.Password).ShouldAnswer(HttpStatusCode.Unauthorized);
        await Login(New).ShouldAnswer(HttpStatusCode.OK);
        (await api.Mail(email))!.Template.ShouldBe("password_changed");
    }

    [Fact]
    public async Task Guessing_the_old_password_with_a_stolen_session_is_slowed_down()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var stolen = await api.SignedIn("musterstadt", email);

        for (var i = 0; i < 5; i++)
            await stolen.Post("/api/v1/auth/password", new { current_password = "guess", new_password = New }).ShouldRefuse(
                HttpStatusCode.Forbidden, "wrong-password");
        await stolen.Post("/api/v1/auth/password", new { current_password = ApiFixture.Password, new_password = New }).ShouldRefuse(
            HttpStatusCode.TooManyRequests, "too-many-tries");
    }

    [Fact]
    public async Task Names_of_the_municipalities_that_somebody_serves_are_no_password_anywhere()
    {
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var desk = await api.SignedIn("desk", email);

        foreach (var named in new[] { "Beispielburg-Rathaus-27", "musterstadt&BEISPIELBURG", "Donaueschingen-2026!" })
        {
            var refused = await desk.Post("/api/v1/auth/password", new { current_password = ApiFixture.Password, new_password = named })
                .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string)refused["errors"]![0]!["code"]!).ShouldBe("too-common", named);
        }
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_link_that_works_once()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var session = await api.SignedIn("musterstadt", email);

        await Ask(email).ShouldAnswer(HttpStatusCode.Accepted);
        var token = (await api.Mail(email))!.Token!;
        await Confirm(token, "kurz").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        var answer = await Confirm(token, New);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        await Confirm(token, New).ShouldRefuse(HttpStatusCode.Gone, "link-void");
        api.Time.Advance(TimeSpan.FromSeconds(5));
        await session.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await Login(New).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_is_over_after_an_hour()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        await Ask(email);

        api.Time.Advance(TimeSpan.FromMinutes(60));

        await Confirm((await api.Mail(email))!.Token!, New).ShouldRefuse(HttpStatusCode.Gone, "link-void");
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answer_and_only_the_known_one_mail()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var unknown = Some.Email();

        var answers = await Task.WhenAll(Ask(email), Ask(unknown));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Accepted);
        Array.ForEach(answers, answer => answer.Headers.Date = null); // a second may end between the two
        answers[0].Headers.ToString().ShouldBe(answers[1].Headers.ToString());
        (await answers[0].Content.ReadAsStringAsync()).ShouldBe(await answers[1].Content.ReadAsStringAsync());
        (await api.Mail(email)).ShouldNotBeNull();
        (await api.Mail(unknown)).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"email":["v@example.org","e@example.org"]}""", 422)]
    [InlineData("""{"email":"v@example.org,e@example.org"}""", 422)]
    [InlineData("""{"email":"v@example.org\nBcc: e@example.org"}""", 422)]
    [InlineData("""{"email":"v@example.org","email":"e@example.org"}""", 400)]
    [InlineData("""{"email":"v@example.org","host":"evil.example"}""", 422)]
    [InlineData("""{"email":{"x":"v@example.org"}}""", 422)]
    public async Task Mail_goes_to_one_stored_address_or_nowhere(string body, int status) =>
        await api.Client("musterstadt").Post(Reset, body).ShouldAnswer((HttpStatusCode)status);

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("' or true --")]
    public async Task An_unknown_link_is_void(string token) => await Confirm(token, New).ShouldRefuse(HttpStatusCode.Gone, "link-void");

    [Fact]
    public async Task A_reset_does_not_get_round_the_second_factor()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        await SecondFactorTests.SwitchOn(api, await api.SignedIn("musterstadt", email));
        await Ask(email);

        await Confirm((await api.Mail(email))!.Token!, New).ShouldAnswer(HttpStatusCode.NoContent);

        await Login(New).ShouldRefuse(HttpStatusCode.Unauthorized, "second-factor-required");
    }

    [Fact]
    public async Task A_new_address_is_proven_by_a_link_before_it_counts()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var me = await api.SignedIn("musterstadt", email);
        var (next, taken) = (Some.Email(), Some.Email());
        await api.Enrol(api.Musterstadt, Role.Customer, taken);
        await Ask(email);
        var reset = (await api.Mail(email))!.Token!;

        await me.Post("/api/v1/me/email", new { email = next, password = "wrong" }).ShouldRefuse(
            HttpStatusCode.Forbidden, "wrong-password");
        await me.Post("/api/v1/me/email", new { email = taken, password = ApiFixture.Password }).ShouldAnswer(HttpStatusCode.Accepted);
        (await api.Mail(taken)).ShouldBeNull();
        await me.Post("/api/v1/me/email", new { email = next, password = ApiFixture.Password }).ShouldAnswer(HttpStatusCode.Accepted);
        ((string)(await me.Get("/api/v1/me").Json())["email"]!).ShouldBe(email);
        await api.Client("musterstadt").Post("/api/v1/auth/email/confirm", new { token = (await api.Mail(next))!.Token! }).ShouldAnswer(
            HttpStatusCode.NoContent);

        ((string)(await me.Get("/api/v1/me").Json())["email"]!).ShouldBe(next);
        await Login(ApiFixture.Password).ShouldAnswer(HttpStatusCode.Unauthorized);
        await api.Tokens("musterstadt", next);
        await Confirm(reset, New).ShouldRefuse(HttpStatusCode.Gone, "link-void");
        (await api.Mail(email))!.Template.ShouldBe("email_changed", "the old address is told");
    }

    private Task<HttpResponseMessage> Ask(string address) => api.Client("musterstadt").Post(Reset, new { email = address });

    private Task<HttpResponseMessage> Confirm(string token, string password) =>
        api.Client("musterstadt").Post($"{Reset}/confirm", new { token, password });

    private Task<HttpResponseMessage> Login(string password) =>
        api.Client("musterstadt").Post("/api/v1/auth/login", new { email, password });
}

using Helpdesk.Postgres.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpdesk.Api.Tests.SignIn;

[Collection(SharedHosts.MovedForPeople)]
public sealed class SignInTests(ApiFixture api)
{
    [Fact]
    public async Task A_right_password_is_never_too_many_however_many_come_at_once()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => At(email, ApiFixture.Password)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_many_wrong_passwords_at_once_only_five_are_looked_at()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => At(email, "wrong")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(5);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(15);
    }

    private Task<HttpResponseMessage> At(string email, string password) =>
        api.Client("musterstadt").Post("/api/v1/auth/login", new { email, password });

    private const string Login = "/api/v1/auth/login";
    private const string Status = "/api/v1/auth/status";

    private readonly string email = Some.Email();

    [Fact]
    public async Task The_right_password_gets_tokens_that_work_at_once()
    {
        var account = await api.Enrol(api.Musterstadt, Role.Manager, email);

        var answer = await api.Client("musterstadt").Post(Login, new { email, password = ApiFixture.Password }).Json();

        answer.AsObject().Select(member => member.Key).ShouldBe(["access_token", "refresh_token", "token_type", "expires_in"]);
        ((string)answer["token_type"]!).ShouldBe("Bearer");
        ((int)answer["expires_in"]!).ShouldBe(600);
        var status = await api.Client("musterstadt", (string)answer["access_token"]!).Get(Status).Json();
        ((bool)status["authenticated"]!).ShouldBeTrue();
        ((string)status["account"]!["id"]!).ShouldBe(account.ToString());
        ((string)status["role"]!).ShouldBe("manager");
        status["abilities"]!.AsArray().Select(word => (string)word!).ShouldContain("users.invite.agent");
    }

    [Fact]
    public async Task Who_is_not_signed_in_learns_how_to_get_in()
    {
        var status = await api.Client("musterstadt").Get(Status).Json();

        ((bool)status["authenticated"]!).ShouldBeFalse();
        ((string)status["registration"]!).ShouldBe("open");
        await api.Client("musterstadt").Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Unknown_and_wrong_are_answered_alike()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);

        var wrong = await api.Client("musterstadt").Post(Login, new { email, password = "not the password" }).ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-credentials");
        var unknown = await api.Client("musterstadt").Post(Login, new { email = Some.Email(), password = "not the password" }).ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-credentials");
        var elsewhere = await api.Client("beispielburg").Post(Login, new { email, password = ApiFixture.Password }).ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-credentials");

        foreach (var other in new[] { unknown, elsewhere })
        {
            other["detail"]!.ToString().ShouldBe(wrong["detail"]!.ToString());
            other.AsObject().Count.ShouldBe(wrong.AsObject().Count);
        }
    }

    [Fact]
    public async Task For_an_unknown_address_a_password_is_hashed_all_the_same()
    {
        var hasher = new CountingHasher();
        await using var host = api.NewHost(services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<AccountUser>>(hasher)));
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var client = api.Client("musterstadt", of: host);

        await client.Post(Login, new { email, password = "not the password" });
        var known = hasher.Verified;
        await client.Post(Login, new { email = Some.Email(), password = "not the password" });
        var unknown = hasher.Verified - known;
        await client.Post(Login, new { email = Some.Email(), password = new string('x', 5000) });

        known.ShouldBe(1);
        unknown.ShouldBe(1);
        hasher.Verified.ShouldBe(3);
    }

    [Fact]
    public async Task The_sixth_wrong_password_has_to_wait_whoever_it_is()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        foreach (var address in new[] { email, Some.Email() })
        {
            for (var i = 0; i < 5; i++)
                await Try(address, "wrong").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-credentials");
            await Try(address, ApiFixture.Password).ShouldRefuse(HttpStatusCode.TooManyRequests, "too-many-tries");
            await Try(address, ApiFixture.Password, ("X-Forwarded-For", "198.51.100.77")).ShouldRefuse(
                HttpStatusCode.TooManyRequests, "too-many-tries");
        }

        await Try(email, ApiFixture.Password, ("Test-Address", "198.51.100.9")).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Waiting_helps()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        for (var i = 0; i < 6; i++)
            await Try(email, "wrong");

        api.Time.Advance(TimeSpan.FromSeconds(31));

        await Try(email, ApiFixture.Password).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_device_that_signed_in_before_is_not_locked_out_by_a_guesser()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var first = await Try(email, ApiFixture.Password);
        var device = first.SetCookie("__Host-helpdesk-device")!.Split(';')[0];
        for (var i = 0; i < 20; i++)
            await Try(email, "guess");

        await Try(email, ApiFixture.Password).ShouldRefuse(HttpStatusCode.TooManyRequests, "too-many-tries");
        await Try(email, ApiFixture.Password, ("Cookie", device)).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Guesses_from_everywhere_keep_nobody_out_who_comes_with_the_right_password_or_a_link_from_their_mailbox()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        for (var i = 0; i < 55; i++)
            await Try(email, "guess", ("Test-Address", $"192.0.2.{i + 10}"));

        await Try(email, ApiFixture.Password, ("Test-Address", "203.0.113.51")).ShouldAnswer(HttpStatusCode.OK);

        // Whoever guesses on hears "wait" after three, and a link lets in there as well.
        for (var i = 0; i < 3; i++)
            await Try(email, "guess", ("Test-Address", "203.0.113.52")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-credentials");
        await Try(email, "guess", ("Test-Address", "203.0.113.52")).ShouldRefuse(HttpStatusCode.TooManyRequests, "too-many-tries");
        const string New = "ein langer Satz zum Merken";
        await api.Client("musterstadt").Post("/api/v1/auth/password/reset", new { email }).ShouldAnswer(HttpStatusCode.Accepted);
        await api.Client("musterstadt").Send(HttpMethod.Post, "/api/v1/auth/password/reset/confirm",
            new { token = (await api.Mail(email))!.Token, password = New }, ("Test-Address", "203.0.113.52")).ShouldAnswer(
            HttpStatusCode.NoContent);
        await Try(email, New, ("Test-Address", "203.0.113.52")).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_suspended_learns_it_only_with_the_right_password()
    {
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);
        await api.Column($"update membership set status = 'suspended' where account_id = '{account}'");

        await Try(email, "wrong").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-credentials");
        await Try(email, ApiFixture.Password).ShouldRefuse(HttpStatusCode.Forbidden, "membership-suspended");
    }

    [Theory]
    [InlineData("musterstadt", 200)]
    [InlineData("beispielburg", 401)]
    [InlineData("desk", 200)]
    [InlineData("console", 401)]
    public async Task Service_staff_get_in_where_they_serve_and_at_the_desk(string host, int status)
    {
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent));

        await api.Client(host).Post(Login, new { email, password = ApiFixture.Password }).ShouldAnswer((HttpStatusCode)status);
    }

    [Theory]
    [InlineData("musterstadt", 401)]
    [InlineData("desk", 401)]
    [InlineData("console", 200)]
    public async Task Operators_get_in_at_the_console(string host, int status) =>
        await api.Client(host).Post(Login, new { email = api.OperatorEmail, password = ApiFixture.Password }).ShouldAnswer(
            (HttpStatusCode)status);

    [Fact]
    public async Task At_the_desk_the_tenants_served_are_named()
    {
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Manager));

        var status = await (await api.SignedIn("desk", email)).Get(Status).Json();

        status["tenants"]!.AsArray().Select(tenant => $"{tenant!["slug"]} {tenant["role"]}").ShouldBe(
            ["beispielburg manager", "musterstadt agent"]);
    }

    [Fact]
    public async Task A_credential_is_worth_nothing_at_another_host()
    {
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var tokens = await api.Tokens("musterstadt", email);

        await api.Client("musterstadt", tokens.AccessToken).Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
        foreach (var host in new[] { "beispielburg", "desk", "console" })
        {
            await api.Client(host, tokens.AccessToken).Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
            await api.Client(host).Post("/api/v1/auth/refresh", new { refresh_token = tokens.RefreshToken }).ShouldRefuse(
                HttpStatusCode.Unauthorized, "invalid-refresh-token");
        }

        await api.Client("beispielburg", tokens.AccessToken).Get(
            "/api/v1/me", ("X-Forwarded-Host", "musterstadt.localhost"), ("X-Tenant-Id", api.Musterstadt.ToString()))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task Refresh_tokens_rotate_and_one_that_comes_back_ends_the_session()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var first = await api.Tokens("musterstadt", email);
        var client = api.Client("musterstadt");

        var second = await client.Post("/api/v1/auth/refresh", new { refresh_token = first.RefreshToken }).Json();
        await api.Client("musterstadt", (string)second["access_token"]!).Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(31));
        await client.Post("/api/v1/auth/refresh", new { refresh_token = first.RefreshToken }).ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-refresh-token");

        await client.Post("/api/v1/auth/refresh", new { refresh_token = (string)second["refresh_token"]! }).ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-refresh-token");
        api.Time.Advance(TimeSpan.FromSeconds(5));
        await api.Client("musterstadt", (string)second["access_token"]!).Get("/api/v1/me").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var (one, two) = (await api.SignedIn("musterstadt", email), await api.SignedIn("musterstadt", email));

        var sessions = (await one.Get("/api/v1/auth/sessions").Json())["items"]!.AsArray();
        sessions.Count.ShouldBe(2);
        var other = (string)sessions.Single(session => !(bool)session!["current"]!)!["id"]!;
        await one.Delete($"/api/v1/auth/sessions/{other}").ShouldAnswer(HttpStatusCode.NoContent);

        await two.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await one.Get("/api/v1/me").ShouldAnswer(HttpStatusCode.OK);
        var stranger = await api.As("musterstadt", Role.Admin);
        var mine = (string)sessions.Single(session => (bool)session!["current"]!)!["id"]!;
        await stranger.Delete($"/api/v1/auth/sessions/{mine}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("""{"email":["v@example.org","e@example.org"],"password":"x"}""", 422)]
    [InlineData("""{"email":"v@example.org","email":"e@example.org","password":"x"}""", 400)]
    [InlineData("""{"email":"v@example.org\nBcc: e@example.org","password":"x"}""", 422)]
    [InlineData("""{"email":"v@example.org","password":"x","role":"admin"}""", 422)]
    [InlineData("""{"email":"v@example.org","password":"x","session":"true"}""", 422)]
    [InlineData("""{"email":"v@example.org","password":null}""", 422)]
    [InlineData("""{"password":"x"}""", 422)]
    public async Task Strange_bodies_are_refused(string body, int status) =>
        await api.Client("musterstadt").Post(Login, body).ShouldAnswer((HttpStatusCode)status);

    [Fact]
    public async Task What_happened_is_on_record_with_where_from()
    {
        var account = await api.Enrol(api.Musterstadt, Role.Customer, email);
        await Try(email, "wrong", ("Test-Address", "198.51.100.23"));
        await Try(email, ApiFixture.Password, ("Test-Address", "198.51.100.23"));

        var events = await api.Column(
            $"select kind || ' ' || coalesce(origin, '') from event where stream_id = '{account}' order by version");

        events.ShouldContain("account.sign_in_refused 198.51.100.23 login");
        events.ShouldContain("account.signed_in 198.51.100.23 login");
    }

    private Task<HttpResponseMessage> Try(string address, string password, params (string, string)[] headers) =>
        api.Client("musterstadt").Post(Login, new { email = address, password }, headers);

    private sealed class CountingHasher : IPasswordHasher<AccountUser>
    {
        private readonly PasswordHasher<AccountUser> inner = new(
            Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        private int verified;

        public int Verified => verified;

        public string HashPassword(AccountUser user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(AccountUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref verified);
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

namespace Helpdesk.Api.Tests.SignIn;

/// <summary>A token of one municipality, shown at another's host.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class ForeignTokenTests(ApiFixture api)
{
    private const string Tickets = "/api/v1/tickets";

    [Fact]
    public async Task Is_refused_and_the_log_of_the_tenant_whose_it_is_says_where_and_from_where_once()
    {
        var (own, neighbour) = (await api.As("musterstadt", Role.Admin), await api.As("beispielburg", Role.Admin));
        var email = Some.Email();
        var person = await api.Enrol(api.Musterstadt, Role.Agent, email);
        var token = (await api.Tokens("musterstadt", email)).AccessToken;

        for (var i = 0; i < 3; i++)
            await api.Client("beispielburg", token).Get(Tickets, ("Test-Address", "198.51.100.77"))
                .ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");

        var entries = await Entries(own, person);
        var entry = entries.ShouldHaveSingleItem()!;
        ((string?)entry["details"]!["host"]).ShouldBe("beispielburg.localhost");
        ((string?)entry["origin"]!["address"]).ShouldBe("198.51.100.77");
        (await Entries(neighbour, person)).ShouldBeEmpty("who it is concerns nobody there");
    }

    [Fact]
    public async Task What_we_did_not_sign_or_what_is_over_leaves_no_entry()
    {
        var own = await api.As("musterstadt", Role.Admin);
        var email = Some.Email();
        var person = await api.Enrol(api.Musterstadt, Role.Agent, email);
        var token = (await api.Tokens("musterstadt", email)).AccessToken;
        var forged = token[..^8] + (token[^8] == 'A' ? 'B' : 'A') + token[^7..];

        await api.Client("beispielburg", forged).Get(Tickets).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("musterstadt", token).Post("/api/v1/auth/logout").ShouldAnswer(HttpStatusCode.NoContent);
        await api.Client("beispielburg", token).Get(Tickets).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");

        (await Entries(own, person)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("X-API-Key")]
    public async Task An_API_key_at_a_foreign_host_is_told_like_a_token(string header)
    {
        var (own, neighbour) = (await api.As("musterstadt", Role.Admin), await api.As("beispielburg", Role.Admin));
        var made = await own.Post("/api/v1/api-keys", new { name = "Anlage", scopes = new[] { "tickets:read" } }).Json(
            HttpStatusCode.Created);
        var (key, id) = ((string)made["key"]!, Guid.Parse((string)made["id"]!));
        (string, string) shown = (header, header == "Authorization" ? $"Bearer {key}" : key);
        var wrong = (header, shown.Item2[..^4] + "AAAA");

        for (var i = 0; i < 3; i++)
            await api.Client("beispielburg").Get(Tickets, shown, ("Test-Address", "198.51.100.78")).ShouldRefuse(
                HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("beispielburg").Get(Tickets, wrong).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("musterstadt").Get(Tickets, shown).ShouldAnswer(HttpStatusCode.OK);

        var entry = (await Entries(own, id)).ShouldHaveSingleItem()!;
        ((string?)entry["details"]!["host"]).ShouldBe("beispielburg.localhost");
        ((string?)entry["origin"]!["address"]).ShouldBe("198.51.100.78");
        (await Entries(neighbour, id)).ShouldBeEmpty();

        await own.Delete($"/api/v1/api-keys/{id}").ShouldAnswer(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task So_are_a_refresh_token_and_a_cookie()
    {
        var (own, email) = (await api.As("musterstadt", Role.Admin), Some.Email());
        var person = await api.Enrol(api.Musterstadt, Role.Agent, email);
        var tokens = await api.Tokens("musterstadt", email);
        var signedIn = await api.Client("musterstadt").Post(
            "/api/v1/auth/login", new { email, password = ApiFixture.Password, session = true });
        var cookie = signedIn.SetCookie("__Host-helpdesk").ShouldNotBeNull().Split('=', 2)[1].Split(';')[0];
        var (there, from) = (api.Client("beispielburg"), ("Test-Address", "198.51.100.79"));

        for (var i = 0; i < 2; i++)
        {
            await there.Post("/api/v1/auth/refresh", new { refresh_token = tokens.RefreshToken }, from).ShouldRefuse(
                HttpStatusCode.Unauthorized, "invalid-refresh-token");
            await there.Get(Tickets, ("Cookie", $"__Host-helpdesk={cookie}"), from).ShouldRefuse(
                HttpStatusCode.Unauthorized, "invalid-token");
        }

        await there.Get(Tickets, ("Cookie", $"__Host-helpdesk={cookie[..^4]}AAAA"), from).ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
        await there.Post("/api/v1/auth/refresh", new { refresh_token = tokens.RefreshToken[..^4] + "AAAA" }, from).ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-refresh-token");
        var entries = await Entries(own, person);
        entries.Count.ShouldBe(2, "each once, and none for what we did not give out");
        entries.ShouldAllBe(entry => (string?)entry!["details"]!["host"] == "beispielburg.localhost"
            && (string?)entry["origin"]!["address"] == "198.51.100.79");
        await api.Client("musterstadt").Post("/api/v1/auth/refresh", new { refresh_token = tokens.RefreshToken }).ShouldAnswer(
            HttpStatusCode.OK);
        (await Entries(own, person)).Count.ShouldBe(2, "at home it is none");
    }

    [Fact]
    public async Task So_is_the_secret_of_a_client()
    {
        var own = await api.As("musterstadt", Role.Admin);
        var made = await own.Post("/api/v1/api-clients", new { name = "Anlage", scopes = new[] { "tickets:read" } }).Json(
            HttpStatusCode.Created);
        var (id, secret) = (Guid.Parse((string)made["id"]!), (string)made["client_secret"]!);

        foreach (var (host, shown, status) in new[]
        {
            ("beispielburg", secret, HttpStatusCode.Unauthorized), ("beispielburg", secret, HttpStatusCode.Unauthorized),
            ("beispielburg", secret[..^4] + "aaaa", HttpStatusCode.Unauthorized),
            ("musterstadt", secret[..^4] + "aaaa", HttpStatusCode.Unauthorized), ("musterstadt", secret, HttpStatusCode.OK),
        })
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = $"{id}",
                ["client_secret"] = shown,
            });
            using var answer = await api.Client(host).PostAsync("/api/v1/auth/token", form);
            answer.StatusCode.ShouldBe(status);
        }

        ((string?)(await Entries(own, id)).ShouldHaveSingleItem()!["details"]!["host"]).ShouldBe("beispielburg.localhost");
        await own.Delete($"/api/v1/api-clients/{id}").ShouldAnswer(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task At_its_own_host_it_leaves_none()
    {
        var own = await api.As("musterstadt", Role.Admin);
        var email = Some.Email();
        var person = await api.Enrol(api.Musterstadt, Role.Agent, email);

        await (await api.SignedIn("musterstadt", email)).Get(Tickets).ShouldAnswer(HttpStatusCode.OK);

        (await Entries(own, person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_host_that_it_is_tried_at_is_told_by_itself_and_no_more_of_them_than_can_be_read()
    {
        var own = await api.As("musterstadt", Role.Admin);
        var email = Some.Email();
        var person = await api.Enrol(api.Musterstadt, Role.Agent, email);
        var token = (await api.Tokens("musterstadt", email)).AccessToken;

        for (var i = 0; i < 2; i++)
        {
            foreach (var host in (string[])["beispielburg", "console", "desk"])
                await api.Client(host, token).Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        }

        (await Entries(own, person)).Select(entry => (string?)entry!["details"]!["host"]).Order().ShouldBe(
            ["beispielburg.localhost", "console.localhost", "desk.localhost"]);

        // Whoever owns an account has new tokens whenever they like.
        for (var i = 0; i < 60; i++)
        {
            var next = (await api.Tokens("musterstadt", email)).AccessToken;
            await api.Client("beispielburg", next).Get(Tickets).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        }

        (await Entries(own, person, "&limit=200")).Count.ShouldBe(50);
    }

    private static async Task<JsonArray> Entries(HttpClient admin, Guid person, string more = "") =>
        (await admin.Get($"/api/v1/audit?subject={person}&kind=account.foreign_use{more}").Json())["items"]!.AsArray();
}

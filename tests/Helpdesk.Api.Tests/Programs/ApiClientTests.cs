using System.Net.Http.Headers;

namespace Helpdesk.Api.Tests.Programs;

[Collection(SharedHosts.MovedForPeople)]
public sealed class ApiClientTests(ApiFixture api)
{
    private const string Clients = "/api/v1/api-clients";
    private const string Token = "/api/v1/auth/token";

    [Fact]
    public async Task A_client_exchanges_its_secret_for_a_token_that_may_do_what_its_scopes_say_and_no_more()
    {
        var client = await Create("users:read", "tickets:read");

        var answer = await Ask(InForm(client)).Json(HttpStatusCode.OK);

        ((string)answer["token_type"]!, (int)answer["expires_in"]!, (string)answer["scope"]!).ShouldBe(
            ("Bearer", 600, "users:read tickets:read"));
        var program = api.Client("musterstadt", (string)answer["access_token"]!);
        await program.Get("/api/v1/users").ShouldAnswer(HttpStatusCode.OK);
        await program.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
        await program.Post("/api/v1/tickets", new { subject = "Nein", description = "Nein" }).ShouldRefuse(
            HttpStatusCode.Forbidden, "scope-missing");
        await program.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
        await program.Get(Clients).ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
    }

    [Fact]
    public async Task It_may_say_who_it_is_in_the_header_and_ask_for_less()
    {
        var client = await Create("users:read", "tickets:read");

        var answer = await Ask(new() { ["grant_type"] = "client_credentials", ["scope"] = "tickets:read" }, Basic(client)).Json(
            HttpStatusCode.OK);

        ((string)answer["scope"]!).ShouldBe("tickets:read");
        var program = api.Client("musterstadt", (string)answer["access_token"]!);
        await program.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
        await program.Get("/api/v1/users").ShouldRefuse(HttpStatusCode.Forbidden, "scope-missing");
    }

    [Fact]
    public async Task A_token_is_never_stored_by_caches_and_worth_nothing_at_another_host()
    {
        using var answer = await Ask(InForm(await Create("tickets:read")));

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var token = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!;
        await api.Client("beispielburg", token).Get("/api/v1/tickets").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("desk", token).Get("/api/v1/tenants/musterstadt/tickets").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task A_client_ends_by_itself_and_its_tokens_with_it()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var client = await admin.Post(Clients, new
        {
            name = "Bauamt",
            scopes = new[] { "users:read" },
            expires_at = api.Time.GetUtcNow()
            .AddMinutes(5)
        }).Json(HttpStatusCode.Created);
        var program = api.Client("musterstadt", (string)(await Ask(InForm(client)).Json(HttpStatusCode.OK))["access_token"]!);
        await program.Get("/api/v1/users").ShouldAnswer(HttpStatusCode.OK);

        api.Time.Advance(TimeSpan.FromMinutes(5));

        await program.Get("/api/v1/users").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await Ask(InForm(client)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-client");
    }

    [Fact]
    public async Task A_token_ends_after_ten_minutes()
    {
        var program = api.Client(
            "musterstadt", (string)(await Ask(InForm(await Create("users:read"))).Json(HttpStatusCode.OK))["access_token"]!);
        await program.Get("/api/v1/users").ShouldAnswer(HttpStatusCode.OK);

        api.Time.Advance(TimeSpan.FromMinutes(11));

        await program.Get("/api/v1/users").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task Unknown_wrong_foreign_and_malformed_clients_hear_the_same()
    {
        var client = await Create("users:read");
        var foreign = await (await api.As("beispielburg", Role.Admin))
            .Post(Clients, new { name = "Nachbar", scopes = new[] { "users:read" } }).Json(HttpStatusCode.Created);
        var wrong = InForm(client);
        wrong["client_secret"] = "hdc_aaaa";
        var unknown = InForm(client);
        unknown["client_id"] = Guid.NewGuid().ToString("D");
        var malformed = InForm(client);
        malformed["client_id"] = "; drop table";
        var silent = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };

        var answers = new List<string>();
        foreach (var form in (Dictionary<string, string>[])[wrong, unknown, malformed, silent, InForm(foreign)])
        {
            using var answer = await Ask(form);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Basic");
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
            body.Remove("trace_id");
            answers.Add(body.ToJsonString());
        }

        answers.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Guesses_are_slowed_down_from_the_sixth_and_the_right_secret_gets_in_all_the_same()
    {
        var client = await Create("users:read");
        var guess = InForm(client);
        guess["client_secret"] = "hdc_guessed";
        for (var i = 0; i < 5; i++)
            await Ask(guess).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-client");

        await Ask(guess).ShouldRefuse(HttpStatusCode.TooManyRequests, "too-many-tries");

        await Ask(InForm(client)).ShouldAnswer(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("grant_type=password&username=x&password=y", "unsupported-grant-type", "unsupported_grant_type")]
    [InlineData("scope=users:read", "invalid-request", "invalid_request")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", "invalid-request", "invalid_request")]
    [InlineData("grant_type=client_credentials&scope=users:write", "invalid-scope", "invalid_scope")]
    [InlineData("grant_type=client_credentials&scope=%00", "invalid-request", "invalid_request")]
    [InlineData("", "invalid-request", "invalid_request")]
    public async Task Strange_requests_are_refused_in_the_words_of_the_standard_and_in_ours(string form, string code, string error)
    {
        var answer = await Send(form, Basic(await Create("users:read"))).ShouldRefuse(HttpStatusCode.BadRequest, code);

        ((string)answer["error"]!).ShouldBe(error);
        ((string)answer["error_description"]!).ShouldBe(((string)answer["detail"]!).Replace('"', '\''));
    }

    [Fact]
    public async Task A_browser_in_German_gets_the_standards_words_in_ASCII_all_the_same()
    {
        var http = api.Client("musterstadt");
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = "x", ["client_id"] = "x" });

        var answer = await http.PostAsync(Token, form);

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        ((string)problem["error_description"]!).ShouldMatch(@"^[\x20-\x21\x23-\x5B\x5D-\x7E]+$");
        ForeignWords.In((string)problem["error_description"]!, german: false).ShouldBeEmpty();
        ForeignWords.In((string)problem["detail"]!, german: true).ShouldBeEmpty();
        answer.Content.Headers.ContentLanguage.ShouldBe(["de"]);
    }

    [Fact]
    public async Task Saying_in_two_ways_who_it_is_is_refused()
    {
        var client = await Create("users:read");

        await Ask(InForm(client), Basic(client)).ShouldRefuse(HttpStatusCode.BadRequest, "invalid-request");
        await Ask(new() { ["grant_type"] = "client_credentials", ["client_id"] = Guid.NewGuid().ToString("D") }, Basic(client))
            .ShouldRefuse(HttpStatusCode.BadRequest, "invalid-request");
    }

    [Theory]
    [InlineData("application/json", """{"grant_type":"client_credentials"}""")]
    [InlineData("text/plain", "grant_type=client_credentials")]
    public async Task Only_a_form_is_read(string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);

        await api.Client("musterstadt").PostAsync(Token, content).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task Libraries_that_accept_plain_JSON_only_get_it_as_such()
    {
        using var plain = api.Plain("musterstadt");
        plain.DefaultRequestHeaders.Accept.Add(new("application/json"));
        using var content = new StringContent("", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await plain.PostAsync(Token, content);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task What_a_client_did_is_on_record_under_its_own_name_and_its_secret_nowhere()
    {
        var client = await Create("users:write");
        var token = (string)(await Ask(InForm(client)).Json(HttpStatusCode.OK))["access_token"]!;
        var invited = await api.Client("musterstadt", token)
            .Post("/api/v1/users", new { email = Helpdesk.Testing.Some.Email(), name = "Max Muster", role = "customer" }).Json(
                HttpStatusCode.Created);

        (await api.Column($"select actor || ' ' || origin from event where stream_id = '{invited["id"]}' and kind = 'membership.granted'"))
            .ShouldBe([$"{client["id"]} 192.0.2.1 client"]);
        (await api.Column($"select kind from event where stream_id = '{client["id"]}'")).ShouldBe(["api_client.created"]);
        var secret = (string)client["client_secret"]!;
        string.Concat(await api.Column("select oidc_application::text from oidc_application")).ShouldNotContain(secret[4..]);
        var listed = await (await api.As("musterstadt", Role.Admin)).Get(Clients).Json();
        listed.ToJsonString().ShouldNotContain(secret);
        listed["items"]!.AsArray().ShouldContain(each => (string)each!["id"]! == (string)client["id"]! && each["last_used_at"] != null);
    }

    [Theory]
    [InlineData("""{"name":"x","scopes":[]}""", "/scopes")]
    [InlineData("""{"name":"x","scopes":["users:read","all:things"]}""", "/scopes/1")]
    [InlineData("""{"name":"","scopes":["users:read"]}""", "/name")]
    [InlineData("""{"name":"x","scopes":["users:read"],"expires_at":"2020-01-01T00:00:00Z"}""", "/expires_at")]
    public async Task Strange_clients_are_refused(string body, string pointer)
    {
        var problem = await (await api.As("musterstadt", Role.Admin)).Post(Clients, body).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");

        ((string)problem["errors"]![0]!["pointer"]!).ShouldBe(pointer);
    }

    [Theory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Manager)]
    public async Task Clients_are_the_admins_business(Role role) =>
        await (await api.As("musterstadt", role)).Post(Clients, new { name = "x", scopes = new[] { "users:read" } }).ShouldRefuse(
            HttpStatusCode.Forbidden, "role-required");

    private async Task<JsonNode> Create(params string[] scopes) =>
        await (await api.As("musterstadt", Role.Admin)).Post(Clients, new { name = "Bauamt", scopes }).Json(HttpStatusCode.Created);

    private static Dictionary<string, string> InForm(JsonNode client) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = (string)client["client_id"]!,
        ["client_secret"] = (string)client["client_secret"]!,
    };

    private static AuthenticationHeaderValue Basic(JsonNode client) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client["client_id"]}:{client["client_secret"]}")));

    private async Task<HttpResponseMessage> Ask(Dictionary<string, string> form, AuthenticationHeaderValue? authorization = null)
    {
        using var content = new FormUrlEncodedContent(form);
        return await Send(await content.ReadAsStringAsync(), authorization);
    }

    private async Task<HttpResponseMessage> Send(string form, AuthenticationHeaderValue? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Token)
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
            Headers = { Authorization = authorization },
        };
        request.Headers.AcceptLanguage.ParseAdd("en"); // the language of the standard
        return await api.Client("musterstadt").SendAsync(request);
    }
}

namespace Helpdesk.Api.Tests.Programs;

[Collection(SharedHosts.MovedForPeople)]
public sealed class ApiKeyTests(ApiFixture api)
{
    private const string Keys = "/api/v1/api-keys";

    [Fact]
    public async Task A_key_does_what_its_scopes_allow_and_no_more()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var key = await Create(admin, "users:read");
        var program = api.Client("musterstadt", (string)key["key"]!);

        await program.Get("/api/v1/users").ShouldAnswer(HttpStatusCode.OK);
        await program.Post("/api/v1/users", new { email = Some.Email(), name = "Max Muster", role = "customer" }).ShouldRefuse(
            HttpStatusCode.Forbidden, "scope-missing");
        await program.Get("/api/v1/tickets").ShouldRefuse(HttpStatusCode.Forbidden, "scope-missing");
        await program.Get("/api/v1/me").ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
        await program.Get(Keys).ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
        await program.Post("/api/v1/auth/password", new { current_password = "x", new_password = "y" }).ShouldRefuse(
            HttpStatusCode.Forbidden, "person-required");
    }

    [Fact]
    public async Task What_a_key_did_is_on_record_under_its_own_name()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var key = await Create(admin, "users:write");
        var invited = await api.Client("musterstadt", (string)key["key"]!)
            .Post("/api/v1/users", new { email = Some.Email(), name = "Max Muster", role = "customer" }).Json(HttpStatusCode.Created);

        var record = await api.Column(
            $"select actor || ' ' || origin from event where stream_id = '{invited["id"]}' and kind = 'membership.granted'");

        record.ShouldBe([$"{key["id"]} 192.0.2.1 api-key:{key["api_key"]!["prefix"]}"]);
    }

    [Fact]
    public async Task A_key_is_worth_nothing_at_another_host_or_in_another_place()
    {
        var key = (string)(await Create(await api.As("musterstadt", Role.Admin), "users:read"))["key"]!;

        await api.Client("beispielburg", key).Get("/api/v1/users").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("desk", key).Get("/api/v1/tenants/musterstadt/users").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await api.Client("musterstadt").Get($"/api/v1/users?api_key={key}").ShouldRefuse(HttpStatusCode.Unauthorized, "not-signed-in");
        await api.Client("musterstadt", key[..^1] + (key[^1] == 'a' ? 'b' : 'a')).Get("/api/v1/users").ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task A_key_ends_by_itself()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var key = await admin.Post(Keys, new
        {
            name = "CMS",
            scopes = new[] { "users:read" },
            expires_at = api.Time.GetUtcNow()
            .AddHours(1)
        }).Json(HttpStatusCode.Created);
        var program = api.Client("musterstadt", (string)key["key"]!);
        await program.Get("/api/v1/users").ShouldAnswer(HttpStatusCode.OK);

        api.Time.Advance(TimeSpan.FromHours(1));

        await program.Get("/api/v1/users").ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task The_key_is_shown_once_and_only_its_hash_is_kept()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var key = await Create(admin, "flags:evaluate", "production");

        var listed = await admin.Get(Keys).Json();
        var mine = listed["items"]!.AsArray().Single(each => (string)each!["id"]! == (string)key["id"]!)!;
        ((string)mine["environment"]!).ShouldBe("production");
        ((string)key["key"]!).ShouldStartWith((string)mine["prefix"]!);
        listed.ToJsonString().ShouldNotContain((string)key["key"]!);
        string.Concat(await api.Column("select api_key::text from api_key")).ShouldNotContain(((string)key["key"]!)[14..]);
    }

    [Theory]
    [InlineData("""{"name":"x","scopes":[]}""", "/scopes")]
    [InlineData("""{"name":"x"}""", "/scopes")]
    [InlineData("""{"name":"x","scopes":["users:read","all:things"]}""", "/scopes/1")]
    [InlineData("""{"name":"","scopes":["users:read"]}""", "/name")]
    [InlineData("""{"name":"x","scopes":["users:read"],"environment":"Prod uction"}""", "/environment")]
    [InlineData("""{"name":"x","scopes":["users:read"],"expires_at":"2020-01-01T00:00:00Z"}""", "/expires_at")]
    [InlineData("""{"name":"x","scopes":"users:read"}""", "/scopes")]
    public async Task Strange_keys_are_refused(string body, string pointer)
    {
        var problem = await (await api.As("musterstadt", Role.Admin)).Post(Keys, body).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");

        ((string)problem["errors"]![0]!["pointer"]!).ShouldBe(pointer);
    }

    [Theory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Manager)]
    public async Task Keys_are_the_admins_business(Role role) =>
        await (await api.As("musterstadt", role)).Post(Keys, new { name = "x", scopes = new[] { "users:read" } }).ShouldRefuse(
            HttpStatusCode.Forbidden, "role-required");

    private static async Task<JsonNode> Create(HttpClient admin, string scope, string? environment = null) =>
        await admin.Post(Keys, new { name = "CMS", scopes = new[] { scope }, environment }).Json(HttpStatusCode.Created);
}

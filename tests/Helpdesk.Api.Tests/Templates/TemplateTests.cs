using Helpdesk.Api.Tests.FeatureFlags;
using Helpdesk.Api.Tests.Tenants;

namespace Helpdesk.Api.Tests.Templates;

[Collection(SharedHosts.ManyTowns)]
public sealed class TemplateTests(ApiFixture api)
{
    private const string Templates = "/api/v1/tenant-templates";

    [Fact]
    public async Task The_standard_one_is_there_and_a_tenant_begins_with_all_of_it()
    {
        var console = await api.SignedIn("console", api.OperatorEmail);
        var standard = await console.Get($"{Templates}/standard").Json();
        ((int)standard["version"]!).ShouldBe(0);

        var admin = await Begun(console, new { slug = $"town{Some.Number()}", name = "Stadt", template = "standard" });

        Keys(await admin.Get("/api/v1/categories").Json()).ShouldBe(["it", "website", "formulare", "sonstiges"]);
        Keys(await admin.Get("/api/v1/queues").Json()).ShouldBe(["support"]);
        ((string?)(await admin.Get("/api/v1/categories/it").Json())["queue"]).ShouldBe("support");
        ((string?)(await admin.Get("/api/v1/sla/calendars").Json())["items"]![0]!["name"]).ShouldBe("Öffnungszeiten");
    }

    [Fact]
    public async Task One_that_an_operator_wrote_gives_settings_policies_with_their_calendars_and_flags()
    {
        var (console, key, flag) =
            (await api.SignedIn("console", api.OperatorEmail), $"eigene-{Some.Number()}", $"from-template-{Some.Number()}");
        var calendar = Guid.CreateVersion7();
        var content = new JsonObject
        {
            ["settings"] = new JsonObject
            {
                ["registration"] = "open",
                ["languages"] = new JsonArray("de"),
                ["zone"] = "Europe/Vienna",
                ["provider_access"] = "on_request"
            },
            ["calendars"] = new JsonArray(new JsonObject
            {
                ["id"] = calendar,
                ["calendar"] = JsonNode.Parse(
                    """{"name":"Früh","zone":"Europe/Vienna","windows":[{"days":["mon","tue"],"from":"06:00","to":"12:00"}]}"""),
            }),
            ["policies"] = new JsonArray(JsonNode.Parse($$"""
                {"name":"Eilig","conditions":{"priority":["urgent"]},"targets":[{"target":"resolution","priority":"urgent","within":"PT2H","calendar":"{{calendar}}"}]}
                """)),
            ["flags"] = new JsonObject { [flag] = FlagCalls.FlagOn() },
        };
        var made = await console.Post(Templates, new JsonObject { ["key"] = key, ["name"] = "Eigene", ["content"] = content }
            .ToJsonString()).Json(HttpStatusCode.Created);
        ((int)made["version"]!).ShouldBe(1);
        await console.Post(Templates, new JsonObject { ["key"] = key, ["name"] = "Noch einmal" }.ToJsonString()).ShouldRefuse(
            HttpStatusCode.Conflict, "template-exists");

        var admin = await Begun(console, new { slug = $"town{Some.Number()}", name = "Stadt", template = key });

        ((string?)(await admin.Get("/api/v1/settings").Json())["zone"]).ShouldBe("Europe/Vienna");
        var policies = (await admin.Get("/api/v1/sla/policies").Json())["items"]!.AsArray();
        policies.Select(policy => (string?)policy!["name"]).ShouldBe(["Eilig", "Standard"]);
        var own = (string?)(await admin.Get("/api/v1/sla/calendars").Json())["items"]![0]!["id"];
        own.ShouldNotBe(calendar.ToString());
        ((string?)policies[0]!["targets"]![0]!["calendar"]).ShouldBe(own);
        ((string?)(await admin.Get($"/api/v1/flags/{flag}").Json())["description"]).ShouldBe("Test");
    }

    [Fact]
    public async Task One_is_taken_from_a_tenant_without_its_people()
    {
        var console = await api.SignedIn("console", api.OperatorEmail);
        var town = await TestTown.New(api);
        var me = (string)(await town.Admin.Get("/api/v1/me").Json())["id"]!;
        await town.Admin.Post("/api/v1/teams", new
        {
            key = "bauhof",
            name = new { de = "Bauhof" },
            members = new[] { me },
            email = "bauhof@town.example"
        }).ShouldAnswer(HttpStatusCode.Created);
        await town.Admin.Post("/api/v1/queues", new { key = "strassen", name = new { de = "Straßen" }, team = "bauhof" }).ShouldAnswer(
            HttpStatusCode.Created);
        var (key, flag) = ($"wie-{Some.Number()}", $"copied-{Some.Number()}");
        await town.Admin.Create(flag, FlagCalls.FlagOn()).ShouldAnswer(HttpStatusCode.Created);

        var made = await console.Post(Templates, new { key, name = "Wie diese Stadt", from_tenant = town.Slug }).Json(
            HttpStatusCode.Created);
        made.ToJsonString().ShouldNotContain(me);
        made.ToJsonString().ShouldNotContain("bauhof@");
        var admin = await Begun(console, new { slug = $"town{Some.Number()}", name = "Andere Stadt", template = key });

        ((string?)(await admin.Get("/api/v1/queues/strassen").Json())["team"]).ShouldBe("bauhof");
        ((string?)(await admin.Get($"/api/v1/flags/{flag}").Json())["description"]).ShouldBe("Test");
        await console.Post(Templates, new { key = "x", name = "x", from_tenant = "nirgendwo" }).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_retry_with_the_same_key_makes_one_tenant_and_a_refused_one_makes_none()
    {
        var console = await api.SignedIn("console", api.OperatorEmail);
        var (slug, key) = ($"town{Some.Number()}", $"\"{Guid.CreateVersion7()}\"");
        var once = await console.Post("/api/v1/tenants", new { slug, name = "Stadt", template = "standard" }, ("Idempotency-Key", key))
            .Json(HttpStatusCode.Created);
        var again = await console.Post("/api/v1/tenants", new { slug, name = "Stadt", template = "standard" }, ("Idempotency-Key", key))
            .Json(HttpStatusCode.Created);
        ((string?)again["id"]).ShouldBe((string?)once["id"]);

        await console.Post("/api/v1/tenants", new { slug, name = "Zweite", template = "standard" }).ShouldRefuse(
            HttpStatusCode.Conflict, "slug-taken");
        var found = (await console.Get($"/api/v1/tenants?q={slug.ToUpperInvariant()}").Json())["items"]!.AsArray();
        ((string)found.ShouldHaveSingleItem()!["slug"]!).ShouldBe(slug);
        (await console.Get($"/api/v1/tenants?q={slug}x").Json())["items"]!.AsArray().ShouldBeEmpty();
        await console.Post("/api/v1/tenants", new { slug = "www", name = "Zweite", template = "standard" }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        await console.Post("/api/v1/tenants", new { slug = $"town{Some.Number()}", name = "Stadt", template = "nirgends" }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Two_operators_who_save_at_once_see_each_other_and_what_is_wrong_is_named()
    {
        var (console, key) = (await api.SignedIn("console", api.OperatorEmail), $"v-{Some.Number()}");
        await console.Post(Templates, new { key, name = "Eins" }).ShouldAnswer(HttpStatusCode.Created);
        await console.Send(HttpMethod.Put, $"{Templates}/{key}", new { name = "Zwei", content = new { } }, ("If-Match", "\"1\""))
            .ShouldAnswer(HttpStatusCode.OK);
        await console.Send(HttpMethod.Put, $"{Templates}/{key}", new { name = "Drei", content = new { } }, ("If-Match", "\"1\""))
            .ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");

        foreach (var (content, pointer) in new[]
        {
            ("""{"settings":{"registration":"open","languages":["de"],"zone":"Mars/Stadt"}}""", "/settings/zone"),
            ("""{"flags":{"x":{"variants":{"on":true}}}}""", "/flags/x"),
            ("""{"teams":[{"name":{"de":"Wir"},"members":["0198c0de-7a11-7000-8000-0000000000a1"]}]}""", "/teams"),
            ("""{"policies":[{"name":"P","targets":[{"target":"resolution","priority":"low","within":"PT1H","calendar":"0198c0de-7a11-7000-8000-0000000000a1"}]}]}""", "/policies/0"),
        })
        {
            var refused = await console.Send(
                HttpMethod.Put, $"{Templates}/{key}", $$"""{"name":"Vier","content":{{content}}}""", ("If-Match", "\"2\""))
                .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string?)refused["errors"]![0]!["pointer"])!.ShouldStartWith("/content" + pointer);
        }

        await console.Delete($"{Templates}/{key}").ShouldAnswer(HttpStatusCode.NoContent);
        await console.Get($"{Templates}/{key}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await console.Get(Templates).Json())["items"]!.AsArray().ShouldNotContain(template => (string?)template!["key"] == key);
        await (await api.As("musterstadt", Role.Admin)).Get(Templates).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    private static IEnumerable<string?> Keys(JsonNode list) => list["items"]!.AsArray().Select(entry => (string?)entry!["key"]);

    private async Task<HttpClient> Begun(HttpClient console, object request)
    {
        var tenant = await console.Post("/api/v1/tenants", request).Json(HttpStatusCode.Created);
        var email = Some.Email();
        await api.Enrol(new TenantId((Guid)tenant["id"]!), Role.Admin, email);
        return await api.SignedIn((string)tenant["slug"]!, email);
    }
}

namespace Helpdesk.Api.Tests.Tenants;

[Collection(SharedHosts.MovedForTowns)]
public sealed class ProviderAccessTests(ApiFixture api)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Without_a_grant_an_operator_sees_nothing_that_belongs_to_a_tenant()
    {
        var town = await TestTown.New(api);
        var ticket = await Ticket(town);

        await town.Console.Get($"/api/v1/tenants/{town.Slug}/tickets").ShouldRefuse(HttpStatusCode.Forbidden, "provider-access-required");
        await town.Console.Get($"/api/v1/tenants/{town.Slug}/tickets/{ticket}").ShouldRefuse(
            HttpStatusCode.Forbidden, "provider-access-required");
        await town.Console.Post($"/api/v1/tenants/{town.Slug}/tickets/{ticket}/comments", new { body = "Hallo", visibility = "public" })
            .ShouldRefuse(HttpStatusCode.Forbidden, "provider-access-required");
    }

    [Theory]
    [InlineData("""{"minutes":60}""", "/reason")]
    [InlineData("""{"reason":"   "}""", "/reason")]
    [InlineData("""{"reason":"Prüfung","minutes":4}""", "/minutes")]
    [InlineData("""{"reason":"Prüfung","minutes":481}""", "/minutes")]
    public async Task Without_a_reason_and_a_limit_there_is_none(string body, string pointer)
    {
        var console = await api.SignedIn("console", api.OperatorEmail);

        var refused = await console.Post("/api/v1/tenants/beispielburg/provider-access", body).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");

        ((string?)refused["errors"]![0]!["pointer"]).ShouldBe(pointer);
    }

    [Fact]
    public async Task A_stay_has_a_reason_shows_in_the_tenants_own_log_and_ends_by_itself()
    {
        var town = await TestTown.New(api);
        var ticket = await Ticket(town);
        await town.Console.Get($"/api/v1/tenants/{town.Slug}/tickets/{ticket}").ShouldRefuse(
            HttpStatusCode.Forbidden, "provider-access-required");

        var grant = await Enter(town, 60);
        ((string?)grant["status"]).ShouldBe("active");

        await town.Console.Get($"/api/v1/tenants/{town.Slug}/tickets/{ticket}").ShouldAnswer(HttpStatusCode.OK);
        await town.Console.Post(
            $"/api/v1/tenants/{town.Slug}/tickets/{ticket}/comments", new { body = "Wir schauen nach.", visibility = "internal" })
            .ShouldAnswer(HttpStatusCode.Created);

        var act = (await town.Admin.Get("/api/v1/audit?kind=ticket.commented").Json())["items"]![0]!;
        ((string?)act["origin"]!["provider_access"]).ShouldBe((string?)grant["id"]);
        ((string?)act["actor"]!["kind"]).ShouldBe("operator");
        var history = (await town.Admin.Get($"/api/v1/audit?subject={grant["id"]}").Json())["items"]!.AsArray();
        history.Select(entry => (string?)entry!["kind"]).ShouldBe(["provider_access.granted", "provider_access.requested"]);
        ((string?)history[1]!["details"]!["reason"]).ShouldBe("Anhang lässt sich nicht öffnen.");
        var listed = (await town.Admin.Get("/api/v1/provider-access").Json())["items"]![0]!;
        ((string?)listed["operator_name"]).ShouldBe("Erika Mustermann");

        api.Time.Advance(TimeSpan.FromMinutes(60));
        await (await api.SignedIn("console", api.OperatorEmail)).Get($"/api/v1/tenants/{town.Slug}/tickets/{ticket}")
            .ShouldRefuse(HttpStatusCode.Forbidden, "provider-access-required");
        var later = await town.AdminAgain(api);
        await Eventually.Holds(async () => (string?)(await later.Get("/api/v1/provider-access").Json())["items"]![0]!["status"] == "ended");
    }

    [Fact]
    public async Task Inside_an_operator_is_an_agent_and_changes_no_people_keys_or_settings()
    {
        var town = await TestTown.New(api);
        var ticket = await Ticket(town);
        var citizen = (await town.Admin.Get("/api/v1/me").Json())["id"];
        await Enter(town, 30);
        api.Time.Advance(Freshness);
        var inside = $"/api/v1/tenants/{town.Slug}";

        await town.Console.Delete($"{inside}/tickets/{ticket}").ShouldAnswer(HttpStatusCode.Forbidden);
        await town.Console.Post($"{inside}/sla/calendars", new { name = "x" }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await town.Console.Patch($"{inside}/users/{citizen}", new { role = "customer" }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
        await town.Console.Post($"{inside}/users", new { email = Some.Email(), name = "Ich selbst", role = "admin" })
            .ShouldRefuse(HttpStatusCode.Conflict, "tenant-has-admin");
        await api.Client(town.Slug, town.Console.DefaultRequestHeaders.Authorization!.Parameter).Get("/api/v1/tickets")
            .ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
    }

    [Fact]
    public async Task On_request_an_admin_agrees_first_and_can_take_it_back_within_seconds()
    {
        var town = await TestTown.New(api);
        await Choose(town, "on_request");
        var ticket = await Ticket(town);
        var grant = await Enter(town, 60);
        ((string?)grant["status"]).ShouldBe("requested");
        api.Time.Advance(Freshness);
        await town.Console.Get($"/api/v1/tenants/{town.Slug}/tickets/{ticket}").ShouldRefuse(
            HttpStatusCode.Forbidden, "provider-access-required");

        ((string?)(await town.Admin.Post($"/api/v1/provider-access/{grant["id"]}/approve").Json())["status"]).ShouldBe("active");
        api.Time.Advance(Freshness);
        await town.Console.Get($"/api/v1/tenants/{town.Slug}/tickets/{ticket}").ShouldAnswer(HttpStatusCode.OK);

        ((string?)(await town.Admin.Post($"/api/v1/provider-access/{grant["id"]}/revoke").Json())["status"]).ShouldBe("revoked");
        api.Time.Advance(Freshness);
        await town.Console.Get($"/api/v1/tenants/{town.Slug}/tickets/{ticket}").ShouldRefuse(
            HttpStatusCode.Forbidden, "provider-access-required");
        await town.Admin.Post($"/api/v1/provider-access/{grant["id"]}/approve").ShouldRefuse(
            HttpStatusCode.Conflict, "provider-access-over");
    }

    [Fact]
    public async Task Never_means_never_also_for_a_stay_that_has_begun()
    {
        var town = await TestTown.New(api);
        var ticket = await Ticket(town);
        await Enter(town, 60);
        api.Time.Advance(Freshness);
        await town.Console.Get($"/api/v1/tenants/{town.Slug}/tickets/{ticket}").ShouldAnswer(HttpStatusCode.OK);

        await Choose(town, "never");
        api.Time.Advance(Freshness);

        await town.Console.Get($"/api/v1/tenants/{town.Slug}/tickets/{ticket}").ShouldRefuse(
            HttpStatusCode.Forbidden, "provider-access-required");
        await town.Console.Post($"/api/v1/tenants/{town.Slug}/provider-access", new { reason = "Noch einmal" })
            .ShouldRefuse(HttpStatusCode.Forbidden, "provider-access-refused");
    }

    [Fact]
    public async Task Another_operators_grant_and_another_tenants_grant_open_nothing()
    {
        var (one, two) = (await TestTown.New(api), await TestTown.New(api));
        await Enter(one, 60);
        var (ticket, other) = (await Ticket(one), await api.As("console", Role.Operator));
        var foreign = await Ticket(two);
        api.Time.Advance(Freshness);

        await other.Get($"/api/v1/tenants/{one.Slug}/tickets/{ticket}").ShouldRefuse(HttpStatusCode.Forbidden, "provider-access-required");
        await one.Console.Get($"/api/v1/tenants/{two.Slug}/tickets/{foreign}").ShouldRefuse(
            HttpStatusCode.Forbidden, "provider-access-required");
        await (await api.As("musterstadt", Role.Manager)).Get("/api/v1/provider-access").ShouldRefuse(
            HttpStatusCode.Forbidden, "role-required");
    }

    [Fact]
    public async Task An_operator_who_is_done_leaves()
    {
        var town = await TestTown.New(api);
        var grant = await Enter(town, 60);

        ((string?)(await town.Console.Post($"/api/v1/tenants/{town.Slug}/provider-access/{grant["id"]}/leave").Json())["status"])
            .ShouldBe("ended");
        await town.Console.Post($"/api/v1/tenants/{town.Slug}/provider-access/{grant["id"]}/leave").ShouldRefuse(
            HttpStatusCode.Conflict, "provider-access-over");
    }

    private static Task<JsonNode> Enter(TestTown town, int minutes) => town.Console
        .Post($"/api/v1/tenants/{town.Slug}/provider-access", new { reason = "Anhang lässt sich nicht öffnen.", minutes }).Json(
            HttpStatusCode.Created);

    private static async Task<string> Ticket(TestTown town) =>
        (string)(await town.Admin.Post("/api/v1/tickets", new { subject = "Laterne", description = "Dunkel." })
            .Json(HttpStatusCode.Created))["id"]!;

    private static async Task Choose(TestTown town, string setting)
    {
        var read = await town.Admin.Get("/api/v1/settings");
        var settings = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        settings["provider_access"] = setting;
        await town.Admin.Send(HttpMethod.Put, "/api/v1/settings", settings.ToJsonString(), ("If-Match", read.Headers.ETag!.ToString()))
            .ShouldAnswer(HttpStatusCode.OK);
    }
}

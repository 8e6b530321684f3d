namespace Helpdesk.Api.Tests.Tenants;

/// <summary>Nobody appoints himself: what a municipality set decides over whom operators bring in, and its admins hear of each.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class AppointmentsTests(ApiFixture api)
{
    [Fact]
    public async Task An_operator_invites_one_first_admin_at_a_time()
    {
        var (console, slug) = (await api.SignedIn("console", api.OperatorEmail), Some.Word());
        await console.Post("/api/v1/tenants", new { slug, name = "Neustadt" }).ShouldAnswer(HttpStatusCode.Created);
        var users = $"/api/v1/tenants/{slug}/users";
        var first = await console.Post(users, Admin()).Json(HttpStatusCode.Created);
        await console.Post(users, Admin()).ShouldRefuse(HttpStatusCode.Conflict, "tenant-has-admin");

        await console.Delete($"{users}/{first["id"]}").ShouldAnswer(HttpStatusCode.NoContent);
        await console.Post(users, Admin()).ShouldAnswer(HttpStatusCode.Created);

        static object Admin() => new { email = Some.Email(), name = "Erika Mustermann", role = "admin" };
    }

    [Fact]
    public async Task With_never_an_operator_brings_nobody_in_and_does_not_change_that()
    {
        var town = await TestTown.New(api);
        await Set(town.Admin, "/api/v1/settings", "never").ShouldAnswer(HttpStatusCode.OK);

        await Appoint(town, await Staff(), "agent").ShouldRefuse(HttpStatusCode.Forbidden, "provider-access-refused");
        await Appoint(town, api.OperatorEmail, "admin").ShouldRefuse(HttpStatusCode.Forbidden, "operator-account");
        await Set(town.Console, $"/api/v1/tenants/{town.Slug}/settings", "allowed").ShouldRefuse(HttpStatusCode.Forbidden, "admin-only");
    }

    [Fact]
    public async Task On_request_an_appointment_takes_a_stay_that_an_admin_agreed_to()
    {
        var town = await TestTown.New(api);
        await Set(town.Admin, "/api/v1/settings", "on_request").ShouldAnswer(HttpStatusCode.OK);
        var email = await Staff();
        await Appoint(town, email, "agent").ShouldRefuse(HttpStatusCode.Forbidden, "provider-access-required");

        var stay = await town.Console.Post($"/api/v1/tenants/{town.Slug}/provider-access", new { reason = "Vertretung einsetzen." }).Json(
            HttpStatusCode.Created);
        await Appoint(town, email, "agent").ShouldRefuse(HttpStatusCode.Forbidden, "provider-access-required");
        await town.Admin.Post($"/api/v1/provider-access/{stay["id"]}/approve").ShouldAnswer(HttpStatusCode.OK);

        await Appoint(town, email, "admin").ShouldRefuse(HttpStatusCode.Conflict, "tenant-has-admin");
        await Appoint(town, email, "agent").ShouldAnswer(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Admins_hear_of_each_appointment_and_of_whom_an_operator_brings_back()
    {
        var town = await TestTown.New(api);
        var served = await Appoint(town, await Staff(), "agent").Json(HttpStatusCode.Created);
        var path = $"/api/v1/tenants/{town.Slug}/users/{served["id"]}";
        await town.Console.Patch(path, new { status = "suspended" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        await town.Console.Patch(path, new { status = "active" }, ("If-Match", "\"2\"")).ShouldAnswer(HttpStatusCode.OK);

        IReadOnlyList<JsonNode> told = [];
        await Eventually.Holds(async () => (told = await Notices(town.Admin)).Count == 2);

        told.ShouldAllBe(notice => (string?)notice["event"] == "membership.appointed" && (string?)notice["details"]!["role"] == "agent"
            && (string?)notice["details"]!["account"] == (string?)served["id"]);
    }

    [Fact]
    public async Task Whom_the_municipality_suspended_an_operator_does_not_bring_back_where_nobody_agreed()
    {
        var town = await TestTown.New(api);
        var served = await Appoint(town, await Staff(), "agent").Json(HttpStatusCode.Created);
        await Set(town.Admin, "/api/v1/settings", "never").ShouldAnswer(HttpStatusCode.OK);
        await town.Admin.Patch($"/api/v1/users/{served["id"]}", new { status = "suspended" }, ("If-Match", "\"1\"")).ShouldAnswer(
            HttpStatusCode.OK);

        await town.Console.Patch(
            $"/api/v1/tenants/{town.Slug}/users/{served["id"]}", new { status = "active" }, ("If-Match", "\"2\"")).ShouldRefuse(
            HttpStatusCode.Forbidden, "provider-access-refused");
    }

    private async Task<string> Staff()
    {
        var email = Some.Email();
        await api.Enrol(TenantId.Platform, Role.Agent, email);
        return email;
    }

    private static Task<HttpResponseMessage> Appoint(TestTown town, string email, string role) =>
        town.Console.Post($"/api/v1/tenants/{town.Slug}/service-staff", new { email, role });

    private static async Task<HttpResponseMessage> Set(HttpClient by, string path, string access)
    {
        var present = await by.Get(path);
        var settings = JsonNode.Parse(await present.Content.ReadAsStringAsync())!.AsObject();
        settings["provider_access"] = access;
        return await by.Send(HttpMethod.Put, path, settings, ("If-Match", present.Headers.ETag!.Tag));
    }

    private static async Task<IReadOnlyList<JsonNode>> Notices(HttpClient who) =>
    [
        .. from told in (await who.Get("/api/v1/notifications/items").Json())["items"]!.AsArray()
           where (string?)told["kind"] == "provider_access"
           from notice in told["notices"]!.AsArray()
           select notice,
    ];
}

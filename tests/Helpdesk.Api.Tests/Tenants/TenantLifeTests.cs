namespace Helpdesk.Api.Tests.Tenants;

[Collection(SharedHosts.MovedForTowns)]
public sealed class TenantLifeTests(ApiFixture api)
{
    [Fact]
    public async Task Deleting_takes_two_operators_and_can_be_taken_back_for_thirty_days()
    {
        var (slug, one) = await NewTown();
        var other = await api.As("console", Role.Operator);
        var tenant = $"/api/v1/tenants/{slug}";
        await one.Post($"{tenant}/deletion/confirm").ShouldRefuse(HttpStatusCode.Conflict, "tenant-deletion-not-requested");
        await one.Post($"{tenant}/deletion", new { reason = "Eingemeindet." }).ShouldAnswer(HttpStatusCode.OK);
        await one.Post($"{tenant}/deletion/confirm").ShouldRefuse(HttpStatusCode.Forbidden, "tenant-deletion-same-person");

        ((string?)(await other.Post($"{tenant}/deletion/confirm").Json())["status"]).ShouldBe("deleted");
        api.Time.Advance(TimeSpan.FromSeconds(3));
        await api.Client(slug).Get("/api/v1/auth/status").ShouldRefuse(HttpStatusCode.NotFound, "tenant-unknown");
        await other.Post("/api/v1/tenants", new { slug, name = "Nachfolgerin" }).ShouldRefuse(HttpStatusCode.Conflict, "slug-taken");
        await other.Get($"{tenant}/settings").ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        ((string?)(await one.Post($"{tenant}/restore").Json())["status"]).ShouldBe("active");
        api.Time.Advance(TimeSpan.FromSeconds(3));
        await api.Client(slug).Get("/api/v1/auth/status").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_overview_tells_how_each_tenant_is()
    {
        var (slug, console) = await NewTown();

        var items = (await console.Get("/api/v1/tenants?limit=200").Json())["items"]!.AsArray();

        var town = items.Single(item => (string?)item!["slug"] == slug)!;
        ((int)town["open_tickets"]!).ShouldBe(0);
        ((int)town["members"]!).ShouldBe(0);
        ((string?)town["licence_state"]).ShouldBe("trial");
        town["concerns"]!.AsArray().Select(concern => (string?)concern).ShouldBe(["no_admin"]);
    }

    [Fact]
    public async Task Settings_are_the_admins_and_the_operators_to_change()
    {
        var (slug, console) = await NewTown();
        var admin = await Admin(slug, console);
        var (etag, settings) = await Read(admin, "/api/v1/settings");
        settings["branding"] = new JsonObject { ["primary"] = "#005a9c", ["on_primary"] = "#ffffff" };
        settings["auto_close_days"] = null;

        var changed = await admin.Send(HttpMethod.Put, "/api/v1/settings", settings.ToJsonString(), ("If-Match", etag)).Json();
        ((string?)changed["branding"]!["primary"]).ShouldBe("#005a9c");
        await admin.Send(HttpMethod.Put, "/api/v1/settings", settings.ToJsonString(), ("If-Match", etag)).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");

        var (next, seen) = await Read(console, $"/api/v1/tenants/{slug}/settings");
        seen.ToJsonString().ShouldBe(changed.ToJsonString());
        seen["auto_close_days"].ShouldBeNull();
        seen["zone"] = "Europe/Vienna";
        ((string?)(await console.Send(HttpMethod.Put, $"/api/v1/tenants/{slug}/settings", seen.ToJsonString(), ("If-Match", next))
            .Json())["zone"]).ShouldBe("Europe/Vienna");
    }

    [Fact]
    public async Task Unreadable_colours_are_refused_with_their_contrast()
    {
        var (slug, console) = await NewTown();
        var (etag, settings) = await Read(console, $"/api/v1/tenants/{slug}/settings");
        settings["branding"] = new JsonObject { ["primary"] = "#ffff00", ["on_primary"] = "#ffffff" };

        var refused = await console.Send(HttpMethod.Put, $"/api/v1/tenants/{slug}/settings", settings.ToJsonString(), ("If-Match", etag))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        ((string?)refused["errors"]![0]!["pointer"]).ShouldBe("/branding/on_primary");
        ((string?)refused["errors"]![0]!["detail"])!.ShouldContain("1,07:1");
    }

    [Fact]
    public async Task Agents_neither_see_nor_change_settings()
    {
        var agent = await api.As("musterstadt", Role.Agent);

        await agent.Get("/api/v1/settings").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await agent.Send(HttpMethod.Put, "/api/v1/settings", new { zone = "Europe/Vienna" }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.Forbidden, "role-required");
    }

    private async Task<(string Slug, HttpClient Console)> NewTown()
    {
        var slug = $"town{Some.Number()}";
        var console = await api.SignedIn("console", api.OperatorEmail);
        await console.Post("/api/v1/tenants", new { slug, name = "Stadt" }).ShouldAnswer(HttpStatusCode.Created);
        return (slug, console);
    }

    private async Task<HttpClient> Admin(string slug, HttpClient console)
    {
        var id = new TenantId((Guid)(await console.Get($"/api/v1/tenants/{slug}").Json())["id"]!);
        var email = Some.Email();
        await api.Enrol(id, Role.Admin, email);
        return await api.SignedIn(slug, email);
    }

    private static async Task<(string ETag, JsonObject Settings)> Read(HttpClient by, string path)
    {
        var answer = await by.Get(path);
        return (answer.Headers.ETag!.ToString(), (await Task.FromResult(answer).Json()).AsObject());
    }
}

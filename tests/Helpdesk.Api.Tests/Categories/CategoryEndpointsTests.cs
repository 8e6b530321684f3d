namespace Helpdesk.Api.Tests.Categories;

/// <summary>Categories, queues and teams over HTTP, and what they mean to tickets.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class CategoryEndpointsTests(ApiFixture api)
{
    [Fact]
    public async Task An_admin_adds_changes_archives_and_removes_a_category()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var key = Some.Word();
        var added = await admin.Post("/api/v1/categories", new { key, name = new { de = "Hallenbad", en = "Indoor pool" }, position = 0 });
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        added.Headers.Location!.ToString().ShouldBe($"/api/v1/categories/{key}");

        await admin.Put(key, 1, new { name = new { de = "Bäder" }, archived = true }).Json();
        var read = await admin.Get($"/api/v1/categories/{key}").Json();
        ((string)read["name"]!["en"]!, (bool)read["archived"]!, (int)read["position"]!, (int)read["version"]!).ShouldBe(
            ("Bäder", true, 0, 2));

        await admin.Put(key, 1, new { name = new { de = "Bäder" } }).ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");
        await admin.Post("/api/v1/categories", new { key, name = new { de = "Noch eines" } }).ShouldRefuse(
            HttpStatusCode.Conflict, "key-taken");
        await admin.Delete($"/api/v1/categories/{key}", ("If-Match", "\"2\"")).ShouldAnswer(HttpStatusCode.NoContent);
        await admin.Get($"/api/v1/categories/{key}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_category_that_a_ticket_carries_is_archived_and_not_removed()
    {
        var (admin, customer) = (await api.As("musterstadt", Role.Admin), await api.As("musterstadt", Role.Customer));
        var key = Some.Word();
        await admin.Post("/api/v1/categories", new { key, name = new { de = "Friedhof" } }).ShouldAnswer(HttpStatusCode.Created);
        var ticket = await customer.Post(TicketCalls.Tickets, new { subject = "Tor klemmt", description = "Seit gestern.", category = key })
            .Json(HttpStatusCode.Created);

        await admin.Delete($"/api/v1/categories/{key}").ShouldRefuse(HttpStatusCode.Conflict, "category-in-use");
        await admin.Put(key, 1, new { name = new { de = "Friedhof" }, archived = true }).Json();

        ((string)(await customer.Read(ticket.Id()))["category"]!).ShouldBe(key);
        (await customer.Get("/api/v1/categories").Json())["items"]!.AsArray().Select(item => (string)item!["key"]!).ShouldNotContain(key);
        (await admin.Get("/api/v1/categories").Json())["items"]!.AsArray().Select(item => (string)item!["key"]!).ShouldContain(key);
    }

    [Fact]
    public async Task Customers_see_categories_and_nothing_of_how_staff_are_organised()
    {
        var (customer, agent) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));

        (await customer.Get("/api/v1/categories").Json())["items"]!.AsArray().Count.ShouldBeGreaterThan(3);
        await customer.Get("/api/v1/queues").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await customer.Get("/api/v1/teams").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await agent.Get("/api/v1/queues").Json();
        await agent.Post("/api/v1/queues", new { key = Some.Word(), name = new { de = "x" } }).ShouldRefuse(
            HttpStatusCode.Forbidden, "role-required");
    }

    [Fact]
    public async Task A_ticket_moved_to_a_queue_goes_to_the_queues_team()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (client, agent) = await api.Person("musterstadt", Role.Agent);
        var (team, queue) = (Some.Word(), Some.Word());
        var made = await admin.Post("/api/v1/teams", new
        {
            key = team,
            name = new { de = "Technik" },
            members = new[] { agent },
            email = "technik@musterstadt.example"
        }).Json(HttpStatusCode.Created);
        ((string)made["members"]![0]!).ShouldBe(agent);
        await admin.Post("/api/v1/queues", new { key = queue, name = new { de = "Netz" }, team }).ShouldAnswer(HttpStatusCode.Created);
        await admin.Delete($"/api/v1/teams/{team}").ShouldRefuse(HttpStatusCode.Conflict, "team-in-use");

        var ticket = await client.Open();
        var moved = await client.Change(ticket.Id(), ticket.Version(), new { queue }).Json();

        ((string)moved["team"]!).ShouldBe(team);
    }

    [Fact]
    public async Task A_team_is_made_of_staff_of_this_tenant()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (_, customer) = await api.Person("musterstadt", Role.Customer);
        var (_, foreign) = await api.Person("beispielburg", Role.Agent);
        foreach (var stranger in new[] { customer, foreign, Guid.CreateVersion7().ToString() })
        {
            var refused = await admin.Post(
                "/api/v1/teams", new { key = Some.Word(), name = new { de = "x" }, members = new[] { stranger } })
                .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string)refused["errors"]![0]!["code"]!).ShouldBe("not-staff");
        }
    }

    [Fact]
    public async Task What_another_municipality_listed_is_not_there()
    {
        var (ours, theirs) = (await api.As("musterstadt", Role.Admin), await api.As("beispielburg", Role.Admin));
        foreach (var list in new[] { "categories", "queues", "teams" })
        {
            var key = Some.Word();
            await theirs.Post($"/api/v1/{list}", new { key, name = new { de = "Geheim" } }).ShouldAnswer(HttpStatusCode.Created);

            await ours.Get($"/api/v1/{list}/{key}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            await ours.Send(HttpMethod.Put, $"/api/v1/{list}/{key}", new { name = new { de = "Unser" } }, ("If-Match", "\"1\""))
                .ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            await ours.Delete($"/api/v1/{list}/{key}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            (await ours.Get($"/api/v1/{list}").Json()).ToJsonString().ShouldNotContain(key);
            ((int)(await theirs.Get($"/api/v1/{list}/{key}").Json())["version"]!).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Strict_tenants_take_only_what_they_listed()
    {
        var (admin, customer) = (await api.As("beispielburg", Role.Admin), await api.As("beispielburg", Role.Customer));
        await customer.Post(TicketCalls.Tickets, new { subject = "a", description = "b", category = "login" }).ShouldAnswer(
            HttpStatusCode.Created);

        await Strict(admin, true);
        try
        {
            await customer.Post(TicketCalls.Tickets, new { subject = "a", description = "b", category = "cms" }).ShouldAnswer(
                HttpStatusCode.Created);
            var refused = await customer.Post(TicketCalls.Tickets, new { subject = "a", description = "b", category = "login" })
                .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string)refused["errors"]![0]!["code"]!).ShouldBe("unknown-category");
        }
        finally
        {
            await Strict(admin, false);
        }
    }

    // What a tenant changed may take a moment to show; the fixture's clock moves on instead of the test waiting.
    private async Task Strict(HttpClient admin, bool strict)
    {
        var settings = await admin.Get("/api/v1/settings").Json();
        var version = (await admin.Get("/api/v1/settings")).Headers.ETag!.Tag;
        settings["strict_categories"] = strict;
        await admin.Send(HttpMethod.Put, "/api/v1/settings", settings.ToJsonString(), ("If-Match", version)).ShouldAnswer(
            HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(6));
    }
}

internal static class CategoryCalls
{
    public static Task<HttpResponseMessage> Put(this HttpClient client, string key, int version, object body) =>
        client.Send(HttpMethod.Put, $"/api/v1/categories/{key}", body, ("If-Match", $"\"{version}\""));
}

namespace Helpdesk.Api.Tests.Staff;

/// <summary>Expertise, suggested assignees, rates, time and cost over HTTP, and who does not get to see them.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class StaffTests(ApiFixture api)
{
    [Fact]
    public async Task Whoever_knows_the_category_is_suggested_first_with_the_reasons()
    {
        var (category, manager) = (Some.Word(), await api.As("musterstadt", Role.Manager));
        var (expert, expertId) = await Staff(Role.Agent);
        await Staff(Role.Agent);
        var ticket = await Ticket(manager, category);
        var declared = await expert.Put(
            $"/api/v1/users/{expertId}/expertise",
            new
            {
                items = new object[] { new { area = category, level = 4, qualification = "ITIL 4", valid_until = "2199-12-31" },
                new { area = "alt", level = 5, valid_until = "2020-01-01" } }
            }).Json();
        ((int)declared["version"]!).ShouldBe(1);
        JsonNode.DeepEquals(declared, await manager.Get($"/api/v1/users/{expertId}/expertise").Json()).ShouldBeTrue();
        await expert.Post("/api/v1/tickets", new { subject = "Eigenes", description = "In Arbeit.", assignee = "me" }).ShouldAnswer(
            HttpStatusCode.Created);

        var suggested = (await manager.Get($"/api/v1/tickets/{ticket}/suggested-assignees?limit=200").Json())["items"]!.AsArray();

        ((string)suggested[0]!["user"]!, (int)suggested[0]!["points"]!, (int)suggested[0]!["open_tickets"]!).ShouldBe(
            (expertId, 80 + 10 - 4, 1));
        suggested[0]!["why"]!.AsArray().Select(reason => (string)reason!["code"]!).ShouldBe(["category", "qualification", "workload"]);
        suggested.ShouldContain(one => (string)one!["user"]! != expertId && (int)one["points"]! <= 0,
            "who knows nothing of it comes behind");
        var first = (await manager.Get($"/api/v1/tickets/{ticket}/suggested-assignees?limit=1").Json())["items"]!.AsArray();
        JsonNode.DeepEquals(first.ShouldHaveSingleItem(), suggested[0]).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_suspended_is_not_suggested()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (_, agent) = await Staff(Role.Agent);
        var ticket = await Ticket(admin, "it");
        await admin.Patch($"/api/v1/users/{agent}", new { status = "suspended" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);

        var suggested = (await admin.Get($"/api/v1/tickets/{ticket}/suggested-assignees?limit=200").Json())["items"]!.AsArray();

        suggested.Select(one => (string)one!["user"]!).ShouldNotContain(agent);
    }

    [Fact]
    public async Task Expertise_is_staffs_own_matter_and_two_who_change_it_see_each_other()
    {
        var (agent, id) = await Staff(Role.Agent);
        var (colleague, _) = await Staff(Role.Agent);
        var customer = await api.As("musterstadt", Role.Customer);
        var person = await api.Enrol(api.Musterstadt, Role.Customer, Some.Email());
        var expertise = $"/api/v1/users/{id}/expertise";

        ((int)(await agent.Get(expertise).Json())["version"]!).ShouldBe(0);
        await agent.Put(expertise, new { items = new[] { new { area = "it", level = 2 } } }, ("If-Match", "\"0\"")).ShouldAnswer(
            HttpStatusCode.OK);
        await agent.Put(expertise, new { items = Array.Empty<object>() }, ("If-Match", "\"0\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        await colleague.Put(expertise, new { items = Array.Empty<object>() }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await customer.Get(expertise).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await agent.Get($"/api/v1/users/{person}/expertise").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await agent.Put(expertise, new { items = new[] { new { area = "it", level = 9 } } }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        await agent.Put(expertise, new { items = new[] { new { area = "it", level = 3, valid_until = "31.12.2027" } } }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Time_costs_what_an_hour_cost_on_that_day_and_only_managers_learn_it()
    {
        var (manager, _) = await Staff(Role.Manager);
        var (agent, id) = await Staff(Role.Agent);
        var (colleague, _) = await Staff(Role.Agent);
        var (customer, ticket) = await Customers();
        var (rates, entries, cost) =
            ($"/api/v1/users/{id}/rates", $"/api/v1/tickets/{ticket}/time-entries", $"/api/v1/tickets/{ticket}/cost");
        await manager.Put(rates, new
        {
            items = new[]
            {
                new { amount_minor = 6_000, currency = "EUR", valid_from = "2025-01-01", valid_to = (string?)"2025-12-31" },
                new { amount_minor = 8_550, currency = "EUR", valid_from = "2026-01-01", valid_to = (string?)null },
            },
        }).ShouldAnswer(HttpStatusCode.OK);

        var entry = await agent.Post(entries, new { minutes = 45, worked_on = "2026-01-02", note = "Geprüft" }).Json(
            HttpStatusCode.Created);
        await agent.Post(entries, new { minutes = 60, worked_on = "2025-12-31", billable = false }).ShouldAnswer(HttpStatusCode.Created);
        await colleague.Post(entries, new { minutes = 10 }).ShouldAnswer(HttpStatusCode.Created);

        var costs = await manager.Get(cost).Json();
        ((long)costs["totals"]![0]!["cost"]!["amount_minor"]!, (long)costs["totals"]![0]!["billable"]!["amount_minor"]!).ShouldBe(
            (12_413, 6_413));
        ((int)costs["minutes"]!, (int)costs["minutes_without_rate"]!).ShouldBe((115, 10));

        var seen = await colleague.Get(entries).Json();
        (seen["items"]!.AsArray().Count, (int)seen["total"]!, (int)seen["minutes"]!).ShouldBe((1, 1, 10));
        (await manager.Get($"{entries}?limit=2").Json())["next_cursor"].ShouldNotBeNull();
        await colleague.Get($"{entries}/{entry["id"]}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await colleague.Patch($"{entries}/{entry["id"]}", new { minutes = 1 }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
        await colleague.Post(entries, new { minutes = 5, user = id }).ShouldRefuse(HttpStatusCode.Forbidden, "own-time-only");

        await agent.Patch($"{entries}/{entry["id"]}", new { minutes = 60 }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        await agent.Patch($"{entries}/{entry["id"]}", new { minutes = 50 }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        ((long)(await manager.Get(cost).Json())["totals"]![0]!["billable"]!["amount_minor"]!).ShouldBe(8_550);
        await manager.Delete($"{entries}/{entry["id"]}", ("If-Match", "\"2\"")).ShouldAnswer(HttpStatusCode.NoContent);
        ((int)(await manager.Get(cost).Json())["minutes"]!).ShouldBe(70);

        foreach (var path in new[] { rates, cost })
        {
            await agent.Get(path).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
            await customer.Get(path).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        }

        await customer.Get(entries).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        var read = (await customer.Get($"/api/v1/tickets/{ticket}").Json())
            .ToJsonString() + (await customer.Get($"/api/v1/tickets/{ticket}/timeline").Json()).ToJsonString();
        read.ShouldNotContain("minutes");
        read.ShouldNotContain("Geprüft");
        ((int)(await customer.Get($"/api/v1/tickets/{ticket}").Json())["version"]!).ShouldBe(1);
    }

    [Fact]
    public async Task The_audit_log_shows_that_time_was_recorded_and_not_how_much()
    {
        var (admin, _) = await Staff(Role.Admin);
        var entries = $"/api/v1/tickets/{await Ticket(admin, "it")}/time-entries";
        var entry = await admin.Post(entries, new { minutes = 7, note = "Nur für die Leitung" }).Json(HttpStatusCode.Created);
        await admin.Patch($"{entries}/{entry["id"]}", new { minutes = 8 }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);

        var logged = (await admin.Get("/api/v1/audit?kind=time_sheet").Json()).ToJsonString();

        logged.ShouldContain("time_sheet.corrected");
        logged.ShouldNotContain("minutes");
        logged.ShouldNotContain("Nur für die Leitung");
    }

    [Fact]
    public async Task A_repeated_request_records_time_once()
    {
        var (agent, _) = await Staff(Role.Agent);
        var (entries, key) = ($"/api/v1/tickets/{await Ticket(agent, "it")}/time-entries", ("Idempotency-Key", Some.Word()));

        var first = await agent.Post(entries, new { minutes = 5 }, key).Json(HttpStatusCode.Created);
        var again = await agent.Post(entries, new { minutes = 5 }, key);

        again.Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
        ((string)(await Task.FromResult(again).Json(HttpStatusCode.Created))["id"]!).ShouldBe((string)first["id"]!);
        ((int)(await agent.Get(entries).Json())["minutes"]!).ShouldBe(5);
    }

    private async Task<(HttpClient Client, string Id)> Staff(Role role)
    {
        var email = Some.Email();
        var id = await api.Enrol(api.Musterstadt, role, email);
        return (await api.SignedIn("musterstadt", email), id.ToString());
    }

    private async Task<(HttpClient Client, string Ticket)> Customers()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        return (customer, await Ticket(customer, "it"));
    }

    private static async Task<string> Ticket(HttpClient by, string category) =>
        (string)(await by.Post("/api/v1/tickets", new { subject = "Drucker", description = "Druckt nicht.", category })
            .Json(HttpStatusCode.Created))["id"]!;
}

file static class Puts
{
    public static Task<HttpResponseMessage> Put(
        this HttpClient client, string path, object body, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Put, path, body, headers);
}

namespace Helpdesk.Api.Tests.People;

/// <summary>What the history says about a person, who may read how much of it, and what is in it for nobody.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class ActivityTests(ApiFixture api)
{
    [Fact]
    public async Task A_person_and_admins_read_everything_and_managers_not_when_somebody_came_and_went()
    {
        var (agent, id) = await Staff(Role.Agent);
        var (admin, _) = await Staff(Role.Admin);
        var (manager, _) = await Staff(Role.Manager);
        await admin.Patch($"/api/v1/users/{id}", new { status = "suspended" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        await admin.Patch($"/api/v1/users/{id}", new { status = "active" }, ("If-Match", "\"2\"")).ShouldAnswer(HttpStatusCode.OK);

        var forAdmin = Items(await admin.Get(Of(id)).Json());
        forAdmin.Select(item => (string)item["kind"]!).ShouldBe(
            ["membership.reactivated", "membership.suspended", "account.signed_in", "membership.granted", "account.registered"]);
        ((string)forAdmin[0]["actor_name"]!, (string)forAdmin[0]["address"]!, (string)forAdmin[0]["words"]!["de"]!).ShouldBe(
            ("Erika Mustermann", "192.0.2.1", "Zugang wieder freigegeben"));

        var forManager = Items(await manager.Get(Of(id)).Json());
        forManager.Select(item => (string)item["kind"]!).ShouldBe(["membership.reactivated", "membership.suspended", "membership.granted"]);
        forManager.ShouldAllBe(item => item["address"] == null);
        agent.Dispose();
    }

    [Fact]
    public async Task What_a_person_did_to_others_is_in_it_and_their_work_on_tickets_is_not()
    {
        var (admin, id) = await Staff(Role.Admin);
        var other = await admin.Post("/api/v1/users", new { email = Some.Email(), name = "Max", role = "agent" }).Json(
            HttpStatusCode.Created);
        await admin.Post("/api/v1/api-keys", new { name = "CMS", scopes = new[] { "tickets:read" } }).ShouldAnswer(HttpStatusCode.Created);
        var ticket = (string)(await admin.Post("/api/v1/tickets", new { subject = "Drucker", description = "Druckt nicht." })
            .Json(HttpStatusCode.Created))["id"]!;
        await admin.Post($"/api/v1/tickets/{ticket}/time-entries", new { minutes = 5 }).ShouldAnswer(HttpStatusCode.Created);

        var items = Items(await admin.Get(Of(id)).Json());

        items.Select(item => (string)item["kind"]!).Take(2).ShouldBe(["api_key.created", "membership.granted"]);
        ((string)items[1]["subject"]!, (string)items[1]["words"]!["en"]!).ShouldBe(
            ((string)other["id"]!, "For somebody else: Membership granted or invitation sent"));
        items.Select(item => (string)item["kind"]!).ShouldNotContain(kind => kind.StartsWith("ticket.") || kind.StartsWith("time_sheet."));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var (admin, id) = await Staff(Role.Admin);
        for (var i = 0; i < 4; i++)
            await admin.Patch("/api/v1/me", new { name = $"Name {i}" }).ShouldAnswer(HttpStatusCode.OK);
        var all = Items(await admin.Get(Of(id)).Json()).Select(item => item.ToJsonString()).ToList();

        var (paged, cursor) = (new List<string>(), "");
        do
        {
            var page = await admin.Get($"{Of(id)}?limit=2{cursor}").Json();
            paged.AddRange(Items(page).Select(item => item.ToJsonString()));
            cursor = (string?)page["next_cursor"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);

        paged.ShouldBe(all);
    }

    [Fact]
    public async Task Others_learn_nothing_of_it()
    {
        var (agent, _) = await Staff(Role.Agent);
        var (_, colleague) = await Staff(Role.Agent);
        var customer = await api.As("musterstadt", Role.Customer);
        var foreign = await api.As("beispielburg", Role.Admin);

        await agent.Get(Of(colleague)).ShouldRefuse(HttpStatusCode.Forbidden, "role-not-grantable");
        await customer.Get(Of(colleague)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await foreign.Get(Of(colleague)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        Items(await customer.Get(Of((string)(await customer.Get("/api/v1/me").Json())["id"]!)).Json()).ShouldNotBeEmpty();
    }

    private static string Of(string person) => $"/api/v1/users/{person}/activity";

    private static List<JsonNode> Items(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!)];

    private async Task<(HttpClient Client, string Id)> Staff(Role role)
    {
        var email = Some.Email();
        var id = await api.Enrol(api.Musterstadt, role, email);
        return (await api.SignedIn("musterstadt", email), id.ToString());
    }
}

namespace Helpdesk.Api.Tests.Tickets;

[Collection(SharedHosts.TwoTowns)]
public sealed class ViewTests(ApiFixture api)
{
    private const string Views = "/api/v1/views";

    [Fact]
    public async Task A_view_is_its_owners_until_a_manager_shares_it_and_others_may_not_change_it()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (other, _) = await api.Person("musterstadt", Role.Agent);
        var (manager, _) = await api.Person("musterstadt", Role.Manager);

        var own = await agent.Post(
            Views, new { name = "Drucker", filters = "status=open&category=it", sort = "-due_at", columns = new[] { "number", "subject" } })
            .Json(HttpStatusCode.Created);
        var shared = await manager.Post(Views, new { name = "Alle dringenden", filters = "priority=urgent", shared_with = "staff" })
            .Json(HttpStatusCode.Created);

        (await Keys(agent)).ShouldContain((string)own["key"]!);
        ((string?)own["owner"], (bool)own["can_change"]!, (int)own["version"]!).ShouldBe((agentId, true, 1));
        await other.Get($"{Views}/{own["key"]}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await manager.Get($"{Views}/{own["key"]}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        ((bool)(await other.Get($"{Views}/{shared["key"]}").Json())["can_change"]!).ShouldBeFalse();
        await Put(other, shared, new { name = "Meine" }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await other.Delete($"{Views}/{shared["key"]}", ("If-Match", "\"1\"")).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await Put(agent, own, new { name = "Drucker", shared_with = "staff" }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await (await api.As("musterstadt", Role.Customer)).Get(Views).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");

        var changed = await Put(agent, own, new { name = "Drucker und Plotter", filters = "category=it" }).Json();
        ((string?)changed["name"], (int)changed["version"]!).ShouldBe(("Drucker und Plotter", 2));
        await Put(agent, own, new { name = "Alt" }).ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");
        await agent.Delete($"{Views}/{own["key"]}", ("If-Match", "\"2\"")).ShouldAnswer(HttpStatusCode.NoContent);
        await agent.Get($"{Views}/{own["key"]}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_is_shared_with_a_team_is_seen_by_whoever_belongs_to_it()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (other, _) = await api.Person("musterstadt", Role.Agent);
        var team = Some.Word();
        await admin.Post("/api/v1/teams", new { key = team, name = new { de = team }, members = new[] { agentId } })
            .ShouldAnswer(HttpStatusCode.Created);

        var view = await admin.Post(Views, new { name = "Unsere", shared_with = "teams", teams = new[] { team } })
            .Json(HttpStatusCode.Created);

        await agent.Get($"{Views}/{view["key"]}").ShouldAnswer(HttpStatusCode.OK);
        await other.Get($"{Views}/{view["key"]}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("status=schlafend", "status")]
    [InlineData("sort=due_at", "sort")]
    [InlineData("queue=!", "queue")]
    [InlineData("unread=true&unread=true", "unread")]
    public async Task Filters_are_judged_as_the_list_judges_them(string filters, string about)
    {
        var agent = await api.As("musterstadt", Role.Agent);

        var refused = await agent.Post(Views, new { name = "Falsch", filters }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        var fault = refused["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)fault["pointer"]).ShouldBe("/filters");
        ((string)fault["detail"]!).ShouldStartWith($"{about}: ");
    }

    [Fact]
    public async Task A_view_of_a_queue_that_is_gone_goes_on_and_says_so()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var queue = Some.Word();
        var made = await admin.Post("/api/v1/queues", new { key = queue, name = new { de = queue } }).Json(HttpStatusCode.Created);
        var view = await admin.Post(Views, new { name = "Weg", filters = $"queue={queue}" }).Json(HttpStatusCode.Created);
        view["unlisted"]!.AsArray().ShouldBeEmpty();
        made.ShouldNotBeNull();
        await admin.Delete($"/api/v1/queues/{queue}", ("If-Match", $"\"{made["revision"] ?? made["version"]}\""))
            .ShouldAnswer(HttpStatusCode.NoContent);

        await Eventually.Holds(async () => (await admin.Get($"{Views}/{view["key"]}").Json())["unlisted"]!.AsArray()
            .Select(name => (string)name!).SequenceEqual(["queue"]), "the lists are remembered for seconds");
        (await Counts(admin)).ShouldContainKey((string)view["key"]!);
    }

    [Fact]
    public async Task A_retry_makes_no_second_view_and_another_one_under_the_same_key_is_refused()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var key = ("Idempotency-Key", Some.Word());

        var first = await agent.Post(Views, new { name = "Eine" }, key).Json(HttpStatusCode.Created);
        var again = await agent.Post(Views, new { name = "Eine" }, key).Json(HttpStatusCode.Created);

        ((string?)again["key"]).ShouldBe((string?)first["key"]);
        await agent.Post(Views, new { name = "Andere" }, key).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Everybody_has_the_built_in_views_orders_them_and_counts_all_in_one_go()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (customer, customerId) = await api.Person("musterstadt", Role.Customer);
        var ticket = await customer.Open();
        await customer.Open();
        await agent.Change(ticket.Id(), 1, new { assignee = agentId }).ShouldAnswer(HttpStatusCode.OK);
        var own = await agent.Post(Views, new { name = "Von ihr", filters = $"requester={customerId}" }).Json(HttpStatusCode.Created);
        string[] order = ["all_open", (string)own["key"]!, "my_open"];

        (await Keys(agent)).Take(2).ShouldBe(["my_open", "unassigned"]);
        await agent.Send(HttpMethod.Put, $"{Views}/order", new { keys = order }).ShouldAnswer(HttpStatusCode.OK);

        (await Keys(agent)).Take(3).ShouldBe(order);
        var counts = await Counts(agent);
        (counts["my_open"], counts[order[1]]).ShouldBe((1, 2));
        var items = (await agent.Get(Views).Json())["items"]!.AsArray();
        var overdue = items.Single(view => (string)view!["key"]! == "overdue")!;
        ((string?)overdue["words"]!["de"], (string?)overdue["words"]!["en"], (bool)overdue["built_in"]!).ShouldBe(
            ("Überfällig", "Overdue", true));
        foreach (var view in items.Where(view => (bool)view!["built_in"]!))
            await agent.Get($"{TicketCalls.Tickets}?{view!["filters"]}&sort={view["sort"]}").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task At_the_desk_views_are_the_agents_own_and_count_over_all_tenants_served()
    {
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var desk = await api.SignedIn("desk", email);
        var subject = Some.Word();
        foreach (var town in (string[])["musterstadt", "beispielburg"])
            await (await api.As(town, Role.Customer)).Open(subject);
        await desk.Finds(subject, 2);

        var view = await desk.Post(Views, new { name = "Beide", filters = $"text={subject}" }).Json(HttpStatusCode.Created);

        (await Counts(desk))[(string)view["key"]!].ShouldBe(2);

        // One municipality; one that is not served has nothing, and that is nobody's fault.
        foreach (var (town, count) in new[] { ("beispielburg", 1), ("beispielburg,musterstadt", 2), ("nirgendwo", 0) })
        {
            var narrow = await desk.Post(Views, new { name = town, filters = $"text={subject}&tenant={town}" })
                .Json(HttpStatusCode.Created);
            ((string)narrow["filters"]!).ShouldContain($"tenant={town}");
            (await Counts(desk))[(string)narrow["key"]!].ShouldBe(count, town);
            var list = await desk.Get($"{TicketCalls.Tickets}?{narrow["filters"]}").Json();
            (list.Ids().Count(), (int)list["total"]!).ShouldBe((count, count), town);
        }

        var only = await desk.Get($"{TicketCalls.Tickets}?text={subject}&tenant=beispielburg").Json();
        ((string)only["items"]![0]!["tenant"]!, (string)only["items"]![0]!["tenant_name"]!).ShouldBe(("beispielburg", "beispielburg"));
        var facets = await desk.Get($"{TicketCalls.Tickets}/facets?text={subject}&tenant=beispielburg").Json();
        facets["tenant"]!.AsArray().Select(one => ((string)one!["value"]!, (string?)one["name"], (int)one["count"]!)).ShouldBe(
            [("beispielburg", "beispielburg", 1), ("musterstadt", "musterstadt", 1)], ignoreOrder: true);
        facets["status"]!.AsArray().Select(one => (int)one!["count"]!).ShouldBe([1]);

        // A municipality by itself has one, and no such facet.
        var agent = await api.As("musterstadt", Role.Agent);
        (await agent.Get($"{TicketCalls.Tickets}/facets?text={subject}").Json()).AsObject().ContainsKey("tenant").ShouldBeFalse();
        (await agent.Get($"{TicketCalls.Tickets}?text={subject}&tenant=musterstadt").Json()).Ids().Count().ShouldBe(1);
        (await agent.Get($"{TicketCalls.Tickets}?text={subject}&tenant=beispielburg").Json()).Ids().ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> Put(HttpClient who, JsonNode view, object body) =>
        who.Send(HttpMethod.Put, $"{Views}/{view["key"]}", body, ("If-Match", $"\"{view["version"]}\""));

    private static async Task<string[]> Keys(HttpClient who) =>
        [.. (await who.Get(Views).Json())["items"]!.AsArray().Select(view => (string)view!["key"]!)];

    private static async Task<Dictionary<string, int>> Counts(HttpClient who) =>
        (await who.Get($"{Views}/counts").Json())["items"]!.AsArray().ToDictionary(one => (string)one!["key"]!, one => (int)one!["count"]!);
}

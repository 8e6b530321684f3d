namespace Helpdesk.Api.Tests.Tickets;

[Collection(SharedHosts.TwoTowns)]
public sealed class BulkTests(ApiFixture api)
{
    private const string Bulk = $"{TicketCalls.Tickets}/bulk";

    [Fact]
    public async Task Each_ticket_is_judged_by_itself_and_a_refused_one_keeps_none_of_the_others()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var customer = await api.As("musterstadt", Role.Customer);
        var (fine, stale, closed) = ((await customer.Open()).Id(), (await customer.Open()).Id(), (await customer.Open()).Id());
        await customer.Say(stale, "Noch etwas.").ShouldAnswer(HttpStatusCode.Created);
        await agent.Post($"{TicketCalls.Tickets}/{closed}/close", new { resolution_text = "Fertig." }).ShouldAnswer(HttpStatusCode.OK);
        var foreign = (await (await api.As("beispielburg", Role.Customer)).Open()).Id();
        var nowhere = Guid.CreateVersion7().ToString();
        var items = new object[]
        {
            new { ticket = fine, version = 1 }, new { ticket = stale, version = 1 }, new { ticket = closed },
            new { ticket = foreign }, new { ticket = nowhere },
        };

        var preview = await agent.Post($"{Bulk}/preview", new { items, change = new { assignee = "me", status = "in_progress" } }).Json();
        ((string?)(await agent.Read(fine))["status"]).ShouldBe("open");
        var answer = await agent.Post(Bulk, new { items, change = new { assignee = "me", status = "in_progress" } }).Json();

        Statuses(answer).ShouldBe([(200, null), (412, "stale-version"), (409, "ticket-closed"), (404, "not-found"), (404, "not-found")]);
        Statuses(preview).ShouldBe(Statuses(answer));
        ((int)answer["done"]!, (int)answer["refused"]!).ShouldBe((1, 4));
        var changed = await agent.Read(fine);
        ((string?)changed["status"], (string?)changed["assignee"], changed.Version()).ShouldBe(
            ("in_progress", agentId, (int)answer["items"]![0]!["version"]!));
        preview["items"]![0]!["effects"]!.AsArray().Select(effect => $"{effect!["field"]}: {effect["from"]} > {effect["to"]}").ShouldBe(
            ["status: open > in_progress", $"assignee:  > {agentId}"]);
        preview["groups"]!.AsArray().Select(group => ((string?)group!["code"], group["tickets"]!.AsArray().Count)).ShouldBe(
            [("not-found", 2), (null, 1), ("stale-version", 1), ("ticket-closed", 1)], ignoreOrder: true);
        var (hidden, absent) = (answer["items"]![3]!.AsObject(), answer["items"]![4]!.AsObject());
        hidden.Remove("ticket");
        absent.Remove("ticket");
        JsonNode.DeepEquals(hidden, absent).ShouldBeTrue();
    }

    [Fact]
    public async Task Repeated_under_its_key_an_act_happens_once_on_each_ticket_also_on_some_of_them_only()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var customer = await api.As("musterstadt", Role.Customer);
        var tickets = new[] { (await customer.Open()).Id(), (await customer.Open()).Id() };
        var key = ("Idempotency-Key", Some.Word());
        var comment = new { body = "Wir sind dran.", visibility = "public" };

        await agent.Post(Bulk, new { items = tickets.Select(ticket => new { ticket }), comment }, key).ShouldAnswer(HttpStatusCode.OK);
        var again = await agent.Post(Bulk, new { items = new[] { new { ticket = tickets[1] } }, comment }, key).Json();

        Statuses(again).ShouldBe([(200, null)]);
        foreach (var ticket in tickets)
            (await agent.Read(ticket)).Bodies().ShouldBe(["Wir sind dran."]);
        var other = await agent.Post(
            Bulk, new { items = new[] { new { ticket = tickets[0] } }, comment = new { body = "Etwas anderes." } }, key).Json();
        Statuses(other).ShouldBe([(422, "idempotency-key-reused")]);
    }

    [Fact]
    public async Task Tags_come_and_go_and_tickets_are_closed_with_a_text()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var customer = await api.As("musterstadt", Role.Customer);
        var items = new[] { new { ticket = (await customer.Open()).Id() }, new { ticket = (await customer.Open()).Id() } };

        await agent.Post(Bulk, new { items, add_tag = "drucker" }).ShouldAnswer(HttpStatusCode.OK);
        var nothing = await agent.Post($"{Bulk}/preview", new { items, add_tag = "Drucker" }).Json();
        var removing = await agent.Post($"{Bulk}/preview", new { items, remove_tag = "drucker" }).Json();
        await agent.Post(Bulk, new { items, close = new { resolution_text = "Erledigt." } }).ShouldAnswer(HttpStatusCode.OK);
        var twice = await agent.Post(Bulk, new { items, close = new { resolution_text = "Erledigt." } }).Json();

        nothing["groups"]!.AsArray().ShouldHaveSingleItem()!["effects"]!.AsArray().ShouldBeEmpty();
        ((string?)removing["groups"]![0]!["effects"]![0]!["from"]).ShouldBe("drucker");
        Statuses(twice).ShouldBe([(409, "ticket-already-closed"), (409, "ticket-already-closed")]);
        ((string?)(await agent.Read(items[0].ticket))["resolution_text"]).ShouldBe("Erledigt.");
    }

    [Fact]
    public async Task At_the_desk_each_ticket_names_its_tenant_and_one_that_is_not_served_has_none()
    {
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent));
        var desk = await api.SignedIn("desk", email);
        var here = (await (await api.As("musterstadt", Role.Customer)).Open()).Id();
        var there = (await (await api.As("beispielburg", Role.Customer)).Open()).Id();
        var items = new object[]
        {
            new { ticket = here, tenant = "musterstadt" }, new { ticket = there, tenant = "beispielburg" },
            new { ticket = there, tenant = "musterstadt" }, new { ticket = there, tenant = "gibt-es-nicht" },
        };

        var answer = await desk.Post(Bulk, new { items, change = new { assignee = "me" } }).Json();

        Statuses(answer).ShouldBe([(200, null), (404, "not-found"), (404, "not-found"), (404, "not-found")]);
        ((string?)answer["items"]![0]!["tenant"]).ShouldBe("musterstadt");
        await desk.Post(Bulk, new { items = new[] { new { ticket = here } }, add_tag = "x" })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        await agent.Post(Bulk, new { items = new[] { new { ticket = here, tenant = "musterstadt" } }, add_tag = "x" })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Exactly_one_act_is_named_and_customers_have_none()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var customer = await api.As("musterstadt", Role.Customer);
        var items = new[] { new { ticket = (await customer.Open()).Id() } };

        await agent.Post(Bulk, new { items }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await agent.Post(Bulk, new { items, add_tag = "a", remove_tag = "b" }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await agent.Post(Bulk, new { items = items.Concat(items), add_tag = "a" })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await customer.Post(Bulk, new { items, add_tag = "a" }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
    }

    private static List<(int, string?)> Statuses(JsonNode answer) =>
        [.. answer["items"]!.AsArray().Select(item => ((int)item!["status"]!, (string?)item["problem"]?["code"]))];
}

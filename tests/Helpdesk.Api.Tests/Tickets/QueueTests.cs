using Helpdesk.Api.Tests.Live;

namespace Helpdesk.Api.Tests.Tickets;

[Collection(SharedHosts.TwoTowns)]
public sealed class QueueTests(ApiFixture api)
{
    [Fact]
    public async Task A_row_of_a_queue_needs_no_further_question()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (customer, customerId) = await api.Person("musterstadt", Role.Customer);
        var ticket = await customer.Open();
        await agent.Change(ticket.Id(), 1, new { assignee = agentId }).ShouldAnswer(HttpStatusCode.OK);
        await agent.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{ticket.Id()}/tags/drucker", null).ShouldAnswer(HttpStatusCode.OK);
        await agent.Say(ticket.Id(), "Ich sehe nach.").ShouldAnswer(HttpStatusCode.Created);
        await agent.Say(ticket.Id(), "Schwieriger Fall.", "internal").ShouldAnswer(HttpStatusCode.Created);
        await customer.Say(ticket.Id(), "Danke.").ShouldAnswer(HttpStatusCode.Created);

        var row = (await agent.Get($"{TicketCalls.Tickets}?requester={customerId}").Json())["items"]!.AsArray().ShouldHaveSingleItem()!;
        var whole = await agent.Read(ticket.Id());
        var own = (await customer.Get(TicketCalls.Tickets).Json())["items"]!.AsArray().ShouldHaveSingleItem()!;

        string Name(string id) => (string)whole["people"]!.AsArray().Single(one => (string)one!["id"]! == id)!["name"]!;
        ((string?)row["requester_name"], (string?)row["assignee_name"]).ShouldBe((Name(customerId), Name(agentId)));
        ((string?)own["requester_name"], (string?)own["assignee_name"]).ShouldBe((Name(customerId), Name(agentId)));
        row["tags"]!.AsArray().Select(tag => (string)tag!).ShouldBe(["drucker"]);
        ((bool)row["last_comment"]!["from_staff"]!).ShouldBeFalse();
        ((string?)row["last_comment"]!["at"]).ShouldBe((string?)own["last_comment"]!["at"]);
        ((string?)row["due_target"]).ShouldBe("resolution", "the first answer was given");
        (own.AsObject().ContainsKey("tags"), (string?)own["due_target"]).ShouldBe((false, null));
        ((bool)row["unread"]!, (bool)whole["unread"]!, (bool)own["unread"]!).ShouldBe((true, true, false), "the customer spoke last");
    }

    [Fact]
    public async Task What_is_read_is_read_in_list_and_ticket_and_with_its_notifications_and_in_the_other_window()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var ticket = await customer.Open();
        await agent.Change(ticket.Id(), 1, new { assignee = agentId }).ShouldAnswer(HttpStatusCode.OK);
        await customer.Say(ticket.Id(), "Es eilt.").ShouldAnswer(HttpStatusCode.Created);
        (await Unread(agent)).ShouldBe([ticket.Id()]);
        ((int)(await agent.Get("/api/v1/notifications/items?unread=true").Json())["total"]!).ShouldBeGreaterThan(0);
        await using var window = await EventStream.Listen(agent);

        var version = (await agent.Read(ticket.Id())).Version();
        (await Put(agent, ticket, new { version = version - 1 }).Json())["unread"]!.GetValue<bool>().ShouldBeTrue();
        var read = await Put(agent, ticket, new { version }).Json();

        ((int)read["version"]!, (bool)read["unread"]!).ShouldBe((version, false));
        (await Unread(agent)).ShouldBeEmpty();
        ((bool)(await agent.Read(ticket.Id()))["unread"]!).ShouldBeFalse();
        ((int)(await agent.Get("/api/v1/notifications/items?unread=true").Json())["total"]!).ShouldBe(0);
        await Heard("False");

        await agent.Say(ticket.Id(), "Bin dran.").ShouldAnswer(HttpStatusCode.Created);
        (await Unread(agent)).ShouldBeEmpty("it was their own act");
        await agent.Send(HttpMethod.Delete, $"{TicketCalls.Tickets}/{ticket["number"]}/read", null).ShouldAnswer(HttpStatusCode.OK);
        (await Unread(agent)).ShouldBe([ticket.Id()]);
        await Heard("True");

        async Task Heard(string unread)
        {
            while (await window.Next("read") is var block && (block["ticket"] != ticket.Id()
                || !string.Equals(block["unread"], unread, StringComparison.OrdinalIgnoreCase)))
            {
            }
        }

        async Task<string[]> Unread(HttpClient who) =>
            [.. (await who.Get($"{TicketCalls.Tickets}?assignee=me&unread=true").Json()).Ids()];
    }

    [Fact]
    public async Task Whoever_answers_has_read_what_they_answer_and_nothing_of_their_own_is_new_to_them()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (colleague, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = await customer.Open();
        (await IsNew(customer)).ShouldBeFalse();
        await agent.Change(ticket.Id(), 1, new { assignee = agentId }).ShouldAnswer(HttpStatusCode.OK);
        (await IsNew(agent)).ShouldBeTrue("taking it says nothing of having read it");

        await agent.Say(ticket.Id(), "Welche Meldung?").ShouldAnswer(HttpStatusCode.Created);
        (await IsNew(customer), await IsNew(agent), await IsNew(colleague)).ShouldBe((true, false, true));
        await customer.Say(ticket.Id(), "Fehler 49.").ShouldAnswer(HttpStatusCode.Created);
        (await IsNew(customer), await IsNew(agent), await IsNew(colleague)).ShouldBe((false, true, true));
        var version = (await agent.Read(ticket.Id())).Version();
        await agent.Change(ticket.Id(), version, new { status = "resolved", resolution_text = "Fertig." }).ShouldAnswer(HttpStatusCode.OK);
        (await IsNew(customer), await IsNew(agent)).ShouldBe((true, false));
        await customer.Post($"{TicketCalls.Tickets}/{ticket.Id()}/confirm", new { }).ShouldAnswer(HttpStatusCode.OK);
        (await IsNew(customer)).ShouldBeFalse();

        async Task<bool> IsNew(HttpClient who)
        {
            var read = (bool)(await who.Read(ticket.Id()))["unread"]!;
            (await who.Get($"{TicketCalls.Tickets}?requester={ticket["requester"]}").Json())["items"]![0]!["unread"]!.GetValue<bool>()
                .ShouldBe(read);
            return read;
        }
    }

    [Fact]
    public async Task A_ticket_of_somebody_else_cannot_be_read_or_marked_and_a_program_has_nothing_to_read()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (stranger, _) = await api.Person("musterstadt", Role.Customer);
        var neighbour = await api.As("beispielburg", Role.Agent);
        var ticket = await customer.Open();

        foreach (var one in new[] { stranger, neighbour })
        {
            await Put(one, ticket, new { }).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            await one.Send(HttpMethod.Delete, $"{TicketCalls.Tickets}/{ticket.Id()}/read", null)
                .ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        }

        await Put(customer, ticket, new { version = 0 }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Facets_are_counted_under_the_lists_filters_and_refuse_what_it_refuses()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (customer, customerId) = await api.Person("musterstadt", Role.Customer);
        foreach (var priority in (string[])["low", "low", "high"])
            await customer.Open(priority: priority);
        var first = (await customer.Get(TicketCalls.Tickets).Json()).Ids().First();
        await agent.Change(first, 1, new { assignee = agentId }).ShouldAnswer(HttpStatusCode.OK);

        var facets = await agent.Get($"{TicketCalls.Tickets}/facets?requester={customerId}&priority=low").Json();
        var own = await customer.Get($"{TicketCalls.Tickets}/facets").Json();

        Counts(facets, "priority").ShouldBe([("low", 2), ("high", 1)]);
        Counts(facets, "status").ShouldBe([("open", 2)]);
        Counts(own, "assignee").ShouldBe([("none", 2), (agentId, 1)]);
        own["assignee"]!.AsArray().Single(one => (string)one!["value"]! == agentId)!["name"].ShouldNotBeNull();
        own.AsObject().ContainsKey("sla_state").ShouldBeFalse();
        await customer.Get($"{TicketCalls.Tickets}/facets?queue=cms").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        await agent.Get($"{TicketCalls.Tickets}/facets?sort=due_at").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");

        static (string, int)[] Counts(JsonNode facets, string facet) =>
            [.. facets[facet]!.AsArray().Select(one => ((string)one!["value"]!, (int)one["count"]!))];
    }

    [Fact]
    public async Task At_the_desk_list_facets_and_presence_run_over_all_tenants_served_and_name_them()
    {
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var desk = await api.SignedIn("desk", email);
        var subject = $"Feuerwehr{Some.Number()}";
        foreach (var town in (string[])["musterstadt", "beispielburg"])
        {
            var customer = await api.As(town, Role.Customer);
            var ticket = await customer.Open(subject);
            await desk.Send(HttpMethod.Put, $"/api/v1/tenants/{town}/tickets/{ticket.Id()}/presence", new { state = "reading" })
                .ShouldAnswer(HttpStatusCode.OK);
        }

        await desk.Finds(subject, 2);
        var items = (await desk.Get($"{TicketCalls.Tickets}?text={subject}").Json())["items"]!.AsArray();
        var facets = await desk.Get($"{TicketCalls.Tickets}/facets?text={subject}").Json();
        var presence = (await desk.Get("/api/v1/presence").Json())["items"]!.AsArray();

        items.Select(item => (string)item!["tenant"]!).ShouldBe(["musterstadt", "beispielburg"], ignoreOrder: true);
        items.ShouldAllBe(item => !string.IsNullOrEmpty((string?)item!["tenant_name"]));
        ((int)facets["status"]![0]!["count"]!).ShouldBe(2);
        foreach (var item in items)
        {
            presence.ShouldContain(one => (string)one!["ticket"]! == (string)item!["id"]!
                && (string)one["tenant"]! == (string)item["tenant"]! && (string)one["people"]![0]!["state"]! == "reading");
        }
    }

    private static Task<HttpResponseMessage> Put(HttpClient who, JsonNode ticket, object body) =>
        who.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{ticket.Id()}/read", body);
}

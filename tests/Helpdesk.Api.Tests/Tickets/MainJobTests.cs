namespace Helpdesk.Api.Tests.Tickets;

/// <summary>What the platform is for, from opening to close, as the people in it see it.</summary>
[Collection(SharedHosts.ManyTowns)]
public sealed class MainJobTests(ApiFixture api)
{
    [Fact]
    public async Task A_customer_opens_an_agent_solves_and_nobody_else_learns_of_it()
    {
        var (customer, customerId) = await api.Person("musterstadt", Role.Customer);
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        const string secret = "KANARIENVOGEL";
        await api.Team("musterstadt", secret);

        var opened = await customer.Open();
        var id = opened.Id();
        (opened["status"]!.ToString(), opened["requester"]!.ToString(), opened["assignee"]).ShouldBe(("open", customerId, null));
        opened["number"]!.ToString().ShouldStartWith("MUST-");

        var taken = await agent.Change(id, 1, new { assignee = "me", status = "in_progress" }).Json();
        (taken["status"]!.ToString(), taken["assignee"]!.ToString()).ShouldBe(("in_progress", agentId));
        await agent.Say(id, "Schon neu gestartet?").ShouldAnswer(HttpStatusCode.Created);
        await agent.Say(id, secret, "internal").ShouldAnswer(HttpStatusCode.Created);
        var asked = await agent.Read(id);
        await agent.Change(id, asked.Version(), new { status = "waiting_on_customer", queue = secret, team = secret }).ShouldAnswer(
            HttpStatusCode.OK);
        await customer.Say(id, "Ja, mehrmals.").ShouldAnswer(HttpStatusCode.Created);
        (await agent.Read(id))["status"]!.ToString().ShouldBe("in_progress");

        var resolved = await agent.Change(id, (await agent.Read(id))
            .Version(), new { status = "resolved", resolution_text = "Kabel getauscht" }).Json();
        (resolved["status"]!.ToString(), resolved["resolution_text"]!.ToString()).ShouldBe(("resolved", "Kabel getauscht"));
        await customer.Post($"{TicketCalls.Tickets}/{id}/confirm", new { comment = "Danke!" }).ShouldAnswer(HttpStatusCode.OK);
        (await agent.Post($"{TicketCalls.Tickets}/{id}/close", new { }).Json())["status"]!.ToString().ShouldBe("closed");
        await agent.Post($"{TicketCalls.Tickets}/{id}/close", new { resolution_text = "nochmal" }).ShouldRefuse(
            HttpStatusCode.Conflict, "ticket-already-closed");

        (await customer.Read(id)).Bodies().ShouldBe(["Schon neu gestartet?", "Ja, mehrmals.", "Danke!"]);
        (await agent.Read(id)).Bodies().ShouldBe(["Schon neu gestartet?", secret, "Ja, mehrmals.", "Danke!"]);
        foreach (var path in (string[])["", "/comments", "/timeline", "/timeline?limit=1"])
            (await (await customer.GetAsync($"{TicketCalls.Tickets}/{id}{path}")).Content.ReadAsStringAsync()).ShouldNotContain(secret);
        (await (await customer.GetAsync(TicketCalls.Tickets)).Content.ReadAsStringAsync()).ShouldNotContain(secret);

        var timeline = await customer.Get($"{TicketCalls.Tickets}/{id}/timeline").Json();
        timeline["items"]!.AsArray().Count.ShouldBe((int)timeline["total"]!);
        timeline["items"]!.AsArray().ShouldAllBe(
            item => item!["words"]!["de"]!.ToString().Length > 0 && item["words"]!["en"]!.ToString().Length > 0);
        (await customer.Read(id)).Version().ShouldBe((int)timeline["total"]!);
    }

    [Fact]
    public async Task To_another_municipality_and_to_another_customer_a_ticket_is_like_one_that_never_was()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var id = (await customer.Open()).Id();
        var (stranger, _) = await api.Person("musterstadt", Role.Customer);
        var (foreigner, _) = await api.Person("beispielburg", Role.Admin);

        foreach (var client in (HttpClient[])[stranger, foreigner])
        {
            foreach (var which in (string[])[id, Guid.CreateVersion7().ToString("D")])
            {
                await client.Get($"{TicketCalls.Tickets}/{which}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
                await client.Get($"{TicketCalls.Tickets}/{which}/timeline").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
                await client.Say(which, "Hallo").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
                await client.Change(which, 1, new { subject = "Neu" }).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
                await client.Delete($"{TicketCalls.Tickets}/{which}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            }

            (await client.Get(TicketCalls.Tickets).Json()).Ids().ShouldNotContain(id);
        }

        (await customer.Read(id)).Version().ShouldBe(1);
    }

    [Fact]
    public async Task A_deleted_ticket_is_gone_from_every_address_and_list()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (admin, _) = await api.Person("musterstadt", Role.Admin);
        var (id, other) = ((await customer.Open()).Id(), (await customer.Open()).Id());
        await admin.Post($"{TicketCalls.Tickets}/{other}/links", new { ticket = id, kind = "blocks" }).ShouldAnswer(HttpStatusCode.OK);

        await admin.Delete($"{TicketCalls.Tickets}/{id}").ShouldAnswer(HttpStatusCode.NoContent);

        foreach (var client in (HttpClient[])[customer, admin])
        {
            foreach (var path in (string[])["", "/comments", "/timeline"])
                await client.Get($"{TicketCalls.Tickets}/{id}{path}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            (await client.Get($"{TicketCalls.Tickets}?limit=200").Json()).Ids().ShouldNotContain(id);
        }

        (await admin.Read(other))["links"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_can_send_back_a_ticket_as_it_was_read_and_change_its_text()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var read = await customer.Open();
        var whole = new { subject = "Neuer Betreff", description = read["description"]!.ToString(), priority = "medium", status = "open" };

        var put = await customer.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{read.Id()}", whole, ("If-Match", "\"1\"")).Json();
        (put["subject"]!.ToString(), put.Version()).ShouldBe(("Neuer Betreff", 2));
        await customer.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{read.Id()}", whole with { priority = "urgent" }, ("If-Match", "\"2\""))
            .ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
    }

    [Fact]
    public async Task Lists_filter_by_each_field()
    {
        var (customer, customerId) = await api.Person("musterstadt", Role.Customer);
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (wanted, other) = ((await customer.Open("Besonderer Betreff")).Id(), (await customer.Open()).Id());
        var word = Some.Word();
        await api.Team("musterstadt", word);
        var changed = await agent.Change(
            wanted, 1, new { assignee = "me", status = "in_progress", priority = "urgent", category = word, queue = word, team = word })
                .Json();
        var mine = $"requester={customerId}&";
        await agent.Finds((string)changed["number"]!);

        foreach (var filter in (string[])
        [
            "status=in_progress", "status=in_progress,closed", "priority=urgent", $"category={word}", $"queue={word}", $"team={word}",
                "assignee=me", $"assignee={agentId}",
            "text=besonderer", $"text={changed["number"]}",
            $"category=nirgends,{word}", $"queue={word}&queue=nirgends", $"assignee={agentId},{customerId}",
        ])
            (await agent.Get($"{TicketCalls.Tickets}?{mine}{filter}").Json()).Ids().ShouldBe([wanted], filter);
        (await agent.Get($"{TicketCalls.Tickets}?{mine}assignee=none").Json()).Ids().ShouldBe([other]);
        (await agent.Get($"{TicketCalls.Tickets}?{mine}assignee=none,me").Json()).Ids().ShouldBe([other, wanted]);
        foreach (var (name, value) in ((string, string)[])[("tag", "a"), ("assignee", "")])
            await agent.Get($"{TicketCalls.Tickets}?{name}={string.Join(',', Enumerable.Range(1, 51).Select(one => value.Length > 0
                ? $"{value}{one}" : Guid.NewGuid().ToString()))}").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        (await agent.Get($"{TicketCalls.Tickets}?{mine}sort=-priority").Json()).Ids().ShouldBe([wanted, other]);
        foreach (var staffs in (string[])["queue=x", "team=x", "sla_state=met", "due_before=2026-01-01T00:00:00Z", "sort=due_at",
            "sort=-sla_state"])
            await customer.Get($"{TicketCalls.Tickets}?{staffs}").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
    }

    [Fact]
    public async Task The_desk_lists_the_tickets_of_all_tenants_that_the_agent_serves_and_of_no_other()
    {
        var (here, there) = (await api.Person("musterstadt", Role.Customer), await api.Person("beispielburg", Role.Customer));
        var subject = Some.Word();
        var (one, two) = ((await here.Client.Open(subject)).Id(), (await there.Client.Open(subject)).Id());
        var (both, onlyHere, nowhere) = (Some.Email(), Some.Email(), Some.Email());
        await api.EnrolServiceStaff(both, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Manager));
        await api.EnrolServiceStaff(onlyHere, (api.Musterstadt, Role.Agent));
        await api.EnrolServiceStaff(nowhere);

        await (await api.SignedIn("desk", both)).Finds(subject, 2);
        var all = await (await api.SignedIn("desk", both)).Get($"{TicketCalls.Tickets}?text={subject}").Json();
        var some = await (await api.SignedIn("desk", onlyHere)).Get($"{TicketCalls.Tickets}?text={subject}").Json();
        var none = await (await api.SignedIn("desk", nowhere)).Get(TicketCalls.Tickets).Json();

        all["items"]!.AsArray().Select(item => (item!["tenant"]!.ToString(), item["id"]!.ToString())).ShouldBe(
            [("beispielburg", two), ("musterstadt", one)]);
        ((int)all["total"]!).ShouldBe(2);
        some.Ids().ShouldBe([one]);
        none.Ids().ShouldBeEmpty();
        var agent = await api.SignedIn("desk", both);
        var first = await agent.Get($"{TicketCalls.Tickets}?text={subject}&limit=1").Json();
        var second = await agent.Get($"{TicketCalls.Tickets}?text={subject}&limit=1&cursor={first["next_cursor"]}").Json();
        first.Ids().Concat(second.Ids()).ShouldBe([two, one]);
        second["next_cursor"].ShouldBeNull();
        (await agent.Get($"/api/v1/tenants/musterstadt/tickets/{one}").Json())["id"]!.ToString().ShouldBe(one);
    }
}

namespace Helpdesk.Api.Tests.Notifications;

[Collection(SharedHosts.TwoTowns)]
public sealed partial class NotificationEndpointsTests(ApiFixture api)
{
    [Fact]
    public async Task Who_must_be_told_finds_it_reads_it_and_nobody_else_does()
    {
        var (manager, managerId) = await api.Person("musterstadt", Role.Manager);
        var other = await api.As("beispielburg", Role.Manager);
        var customer = await api.As("musterstadt", Role.Customer);
        var ticket = await customer.Post("/api/v1/tickets", new { subject = "Drucker", description = "Druckt nicht.", priority = "urgent" })
            .Json(HttpStatusCode.Created);
        var due = DateTimeOffset.Parse((string)(await manager.Get($"/api/v1/tickets/{ticket["id"]}").Json())["due_at"]!);
        await Owe(api.Musterstadt, managerId, (string)ticket["id"]!, due);

        var page = await manager.Get("/api/v1/notifications/items?unread=true").Json();

        var told = page["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)page["total"]!, (int)page["unread"]!, (int)told["count"]!, (string)told["kind"]!).ShouldBe((1, 1, 1, "sla_breach"));
        ((string)told["tickets"]![0]!["number"]!).ShouldBe((string)ticket["number"]!);
        (await other.Get("/api/v1/notifications/items").Json())["items"]!.AsArray().ShouldBeEmpty();
        await other.Post($"/api/v1/notifications/{told["id"]}/read").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await customer.Get("/api/v1/notifications/items").Json())["items"]!.AsArray().ShouldBeEmpty();

        var read = await manager.Post($"/api/v1/notifications/{told["id"]}/read").Json();
        var again = await manager.Post($"/api/v1/notifications/{told["id"]}/read").Json();

        ((string?)read["read_at"]).ShouldNotBeNull();
        JsonNode.DeepEquals(read, again).ShouldBeTrue();
        (await manager.Get("/api/v1/notifications/items?unread=true").Json())["items"]!.AsArray().ShouldBeEmpty();
        await manager.Get("/api/v1/notifications/items?unread=yes").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        await manager.Get("/api/v1/notifications/items?cursor=abc").ShouldRefuse(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task Who_was_told_of_a_comment_reads_that_it_was_taken_back_and_so_of_a_request_that_went_with_it()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        await agent.Change(ticket, 1, new { assignee = agentId }).ShouldAnswer(HttpStatusCode.OK);
        await agent.Say(ticket, "Bleibt stehen.").ShouldAnswer(HttpStatusCode.Created);
        var answer = await agent.Say(ticket, "An die Falsche.").Json(HttpStatusCode.Created);
        (await Withdrawn(customer, "ticket_answered")).ShouldBe([false, false], "nothing was taken back yet");

        await Withdraw(agent, answer);
        (await Withdrawn(customer, "ticket_answered")).ShouldBe([true, false]);

        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Fertig." }).ShouldAnswer(HttpStatusCode.OK);
        var asked = await customer.Say(ticket, "Doch nicht.").Json(HttpStatusCode.Created);
        (await Withdrawn(agent, "reopen_requested")).ShouldBe([false]);
        await Withdraw(customer, asked);
        (await Withdrawn(agent, "reopen_requested")).ShouldBe([true]);
        ((string?)(await agent.Read(ticket))["reopen_requested_at"]).ShouldBeNull();

        Task Withdraw(HttpClient by, JsonNode comment) => by.Post(
            $"{TicketCalls.Tickets}/{ticket}/comments/{comment["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);

        static async Task<bool[]> Withdrawn(HttpClient who, string kind) =>
        [
            .. (await who.Get("/api/v1/notifications/items").Json())["items"]!.AsArray()
                .Single(one => (string)one!["kind"]! == kind)!["tickets"]!
                .AsArray().Select(told => (string?)told!["withdrawn_at"] is not null),
        ];
    }

    [Fact]
    public async Task Whose_ticket_goes_on_as_itself_again_is_told_of_no_merge_any_more()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (ticket, other) = ((await customer.Open("Eins")).Id(), (await customer.Open("Zwei")).Id());
        for (var time = 0; time < 2; time++)
        {
            await agent.Post($"{TicketCalls.Tickets}/{ticket}/merge", new { target = other }).ShouldAnswer(HttpStatusCode.OK);
            (await Merged(customer, "?unread=true")).ShouldBe([ticket]);
            await agent.Send(HttpMethod.Delete, $"{TicketCalls.Tickets}/{ticket}/merge", null).ShouldAnswer(HttpStatusCode.OK);
            (await Merged(customer, "")).ShouldBeEmpty();
        }

        (await customer.Get("/api/v1/notifications/items?unread=true").Json())["unread"]!.ToString().ShouldBe("0");

        static async Task<IEnumerable<string>> Merged(HttpClient who, string query) =>
            (await who.Get($"/api/v1/notifications{query}").Json())["items"]!.AsArray()
                .Where(one => one!["kinds"]!.AsArray().Any(kind => (string)kind! == "ticket_merged"))
                .Select(one => (string)one!["ticket"]!);
    }

    [Fact]
    public async Task An_assignee_a_team_and_a_requester_are_told_of_what_the_others_do_and_not_of_their_own()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (manager, _) = await api.Person("musterstadt", Role.Manager);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();

        await customer.Say(ticket, "Es eilt.").ShouldAnswer(HttpStatusCode.Created);
        (await Kinds(manager, ticket)).ShouldBe(["customer_commented"]);
        (await Kinds(agent, ticket)).ShouldBeEmpty();

        await manager.Change(ticket, 2, new { assignee = agentId }).ShouldAnswer(HttpStatusCode.OK);
        await customer.Say(ticket, "Hallo?").ShouldAnswer(HttpStatusCode.Created);
        (await Kinds(agent, ticket)).ShouldBe(["customer_commented", "ticket_assigned"], ignoreOrder: true);
        (await Kinds(manager, ticket)).ShouldBe(["customer_commented"]);

        await agent.Say(ticket, "Ich bin dran.").ShouldAnswer(HttpStatusCode.Created);
        await agent.Say(ticket, "Schwieriger Fall.", "internal").ShouldAnswer(HttpStatusCode.Created);
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Neu gestartet." })
            .ShouldAnswer(HttpStatusCode.OK);
        (await Kinds(customer, ticket)).ShouldBe(["ticket_answered", "ticket_resolved"], ignoreOrder: true);

        await customer.Say(ticket, "Nein!").ShouldAnswer(HttpStatusCode.Created);
        (await Kinds(agent, ticket)).ShouldBe(["customer_commented", "reopen_requested", "ticket_assigned"], ignoreOrder: true);
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/reopen/decline", new { reason = "Anderes Gerät." })
            .ShouldAnswer(HttpStatusCode.OK);
        (await Kinds(customer, ticket)).ShouldBe(["reopen_answered", "ticket_answered", "ticket_resolved"], ignoreOrder: true);
        (await customer.Get("/api/v1/notifications/items").Json()).ToJsonString().ShouldNotContain("Schwieriger");
    }

    [Fact]
    public async Task By_ticket_there_is_one_entry_with_its_count_and_it_is_read_by_itself_or_with_all()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (first, second) = ((await customer.Open("Eins")).Id(), (await customer.Open("Zwei")).Id());
        foreach (var ticket in new[] { first, second })
        {
            await agent.Change(ticket, 1, new { assignee = agentId }).ShouldAnswer(HttpStatusCode.OK);
            await agent.Say(ticket, "Ich sehe nach.").ShouldAnswer(HttpStatusCode.Created);
        }

        await agent.Say(first, "Fast fertig.").ShouldAnswer(HttpStatusCode.Created);

        (await Entries(customer)).ShouldBe([(first, 2, 2), (second, 1, 1)]);
        (await Counts(customer)).ShouldBe((2, 2));
        await customer.Post($"/api/v1/notifications/tickets/{first}/read").ShouldAnswer(HttpStatusCode.NoContent);
        (await Entries(customer)).ShouldBe([(first, 2, 0), (second, 1, 1)]);
        (await Entries(customer, "?unread=true")).ShouldBe([(second, 1, 1)]);
        (await customer.Get("/api/v1/notifications/items").Json())["unread"]!.ToString()
            .ShouldBe("1", "it tells of the other ticket as well");

        await agent.Say(first, "Fertig.").ShouldAnswer(HttpStatusCode.Created);
        (await Entries(customer)).ShouldBe([(first, 3, 1), (second, 1, 1)]);
        await customer.Post($"/api/v1/notifications/tickets/{second}/read").ShouldAnswer(HttpStatusCode.NoContent);
        await customer.Post("/api/v1/notifications/read").ShouldAnswer(HttpStatusCode.NoContent);
        (await Entries(customer, "?unread=true")).ShouldBeEmpty();
        (await customer.Get("/api/v1/notifications/items").Json())["unread"]!.ToString().ShouldBe("0");
        (await Entries(agent)).ShouldBeEmpty();
        await agent.Post($"/api/v1/notifications/tickets/{first}/read").ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        await (await api.As("musterstadt", Role.Admin)).Delete($"{TicketCalls.Tickets}/{second}").ShouldAnswer(HttpStatusCode.NoContent);
        (await Entries(customer)).ShouldBe([(first, 3, 0)]);

        static async Task<IReadOnlyList<(string, int, int)>> Entries(HttpClient who, string query = "") =>
        [
            .. (await who.Get($"/api/v1/notifications{query}").Json())["items"]!.AsArray()
                .Select(one => ((string)one!["ticket"]!, (int)one["count"]!, (int)one["unread"]!)),
        ];

        static async Task<(int, int)> Counts(HttpClient who)
        {
            var page = await who.Get("/api/v1/notifications?limit=1").Json();
            return ((int)page["total"]!, (int)page["unread"]!);
        }
    }

    [Fact]
    public async Task Of_tickets_in_a_muted_queue_only_what_must_reach_a_person_is_told()
    {
        var queue = Some.Word();
        await (await api.As("musterstadt", Role.Admin)).Post("/api/v1/queues", new { key = queue, name = new { de = queue } })
            .ShouldAnswer(HttpStatusCode.Created);
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        const string Preferences = "/api/v1/notifications/preferences";
        (await agent.Get(Preferences).Json()).ToJsonString().ShouldBe("""{"muted_queues":[],"quiet_hours":null}""");
        await agent.Send(HttpMethod.Put, Preferences, new { muted_queues = new[] { queue.ToUpperInvariant() } }, ("If-Match", "\"0\""))
            .ShouldAnswer(HttpStatusCode.OK);
        await agent.Send(HttpMethod.Put, Preferences, new { }, ("If-Match", "\"0\""))
            .ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");
        var ticket = (await customer.Open()).Id();
        await agent.Change(ticket, 1, new { assignee = agentId, queue }).ShouldAnswer(HttpStatusCode.OK);

        await customer.Say(ticket, "Hallo?").ShouldAnswer(HttpStatusCode.Created);
        (await Kinds(agent, ticket)).ShouldBeEmpty();

        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Fertig." }).ShouldAnswer(HttpStatusCode.OK);
        await customer.Say(ticket, "Doch nicht.").ShouldAnswer(HttpStatusCode.Created);
        (await Kinds(agent, ticket)).ShouldBe(["reopen_requested"]);
    }

    [Fact]
    public async Task Of_a_muted_ticket_only_what_must_reach_a_person_is_told_until_they_want_to_be_told_again()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (ticket, other) = ((await customer.Open()).Id(), (await customer.Open()).Id());
        foreach (var id in new[] { ticket, other })
            await agent.Change(id, 1, new { assignee = agentId }).ShouldAnswer(HttpStatusCode.OK);
        ((bool)(await agent.Read(ticket))["muted"]!).ShouldBeFalse();

        // A second time changes nothing, and it is the person's own: nobody else is told less, nor learns of it.
        for (var time = 0; time < 2; time++)
            ((bool)(await agent.Send(HttpMethod.Put, Mute(ticket), null).Json())["muted"]!).ShouldBeTrue();
        ((bool)(await agent.Read(ticket))["muted"]!, (bool)(await customer.Read(ticket))["muted"]!).ShouldBe((true, false));
        foreach (var id in new[] { ticket, other })
            await customer.Say(id, "Hallo?").ShouldAnswer(HttpStatusCode.Created);
        (await Kinds(agent, ticket)).ShouldBeEmpty();
        (await Kinds(agent, other)).ShouldBe(["customer_commented"]);

        // The requester mutes it as well: no notification, no mail, and staff see so beforehand.
        await customer.Send(HttpMethod.Put, Mute(ticket), null).ShouldAnswer(HttpStatusCode.OK);
        var preview = await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments?preview=recipients", new { body = "x" }).Json();
        preview["items"]!.AsArray().ShouldAllBe(one => (string)one!["reason"]! == "muted");
        await agent.Say(ticket, "Ich sehe nach.").ShouldAnswer(HttpStatusCode.Created);
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Fertig." }).ShouldAnswer(HttpStatusCode.OK);
        (await customer.Get("/api/v1/notifications").Json())["items"]!.AsArray().ShouldBeEmpty();
        (await api.Column($"select 1 from notification_item where stream_id = '{ticket}' and kind = 'ticket_answered'")).ShouldBeEmpty();

        await customer.Say(ticket, "Doch nicht.").ShouldAnswer(HttpStatusCode.Created);
        (await Kinds(agent, ticket)).ShouldBe(["reopen_requested"], "a request to reopen must reach them");
        var entry = (await agent.Get("/api/v1/notifications").Json())["items"]!.AsArray().Single(one => (string)one!["ticket"]! == ticket)!;
        ((bool)entry["muted"]!, (int)entry["count"]!).ShouldBe((true, 1));

        ((bool)(await agent.Send(HttpMethod.Delete, Mute(ticket), null).Json())["muted"]!).ShouldBeFalse();
        await customer.Say(ticket, "Noch etwas.").ShouldAnswer(HttpStatusCode.Created);
        (await Kinds(agent, ticket)).ShouldContain("customer_commented");

        static string Mute(string ticket) => $"{TicketCalls.Tickets}/{ticket}/mute";
    }

    [Fact]
    public async Task Whoever_may_not_see_a_ticket_cannot_mute_it_and_learns_nothing_of_it()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var mute = $"{TicketCalls.Tickets}/{(await customer.Open()).Id()}/mute";
        foreach (var stranger in new[] { await api.As("musterstadt", Role.Customer), await api.As("beispielburg", Role.Agent) })
        {
            foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete })
                await stranger.Send(method, mute, null).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task Who_listens_hears_how_many_are_unread()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        await using var stream = await EventStream.Listen(customer);
        (await stream.Next("notification"))["unread"].ShouldBe("0");

        await agent.Say(ticket, "Ich sehe nach.").ShouldAnswer(HttpStatusCode.Created);

        (await stream.Next("notification"))["unread"].ShouldBe("1");
    }

    [Fact]
    public async Task A_person_chooses_among_what_can_come_and_who_is_staff_no_longer_reads_nothing_of_other_peoples_tickets()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (customer, customerId) = await api.Person("musterstadt", Role.Customer);
        Choices(await customer.Get("/api/v1/me").Json()).ShouldBe(
            ["ticket_answered", "ticket_resolved", "reopen_answered", "ticket_merged"]);
        Choices(await agent.Get("/api/v1/me").Json()).ShouldContain("customer_commented");
        Choices(await agent.Get("/api/v1/me").Json()).ShouldNotContain("licence_expired");

        await customer.Patch("/api/v1/me", new { notifications = new { ticket_answered = false } }).ShouldAnswer(HttpStatusCode.OK);
        var ticket = (await customer.Open()).Id();
        await agent.Say(ticket, "Ich sehe nach.").ShouldAnswer(HttpStatusCode.Created);
        (await Kinds(customer, ticket)).ShouldBeEmpty();

        await Owe(api.Musterstadt, customerId, ticket, DateTimeOffset.UtcNow);
        (await customer.Get("/api/v1/notifications/items").Json())["items"]!.AsArray().ShouldBeEmpty();
    }

    private static IEnumerable<string> Choices(JsonNode me) => me["notifications"]!.AsObject().Select(choice => choice.Key);

    // Kinds in which a person was told of this ticket.
    private static async Task<IReadOnlyList<string>> Kinds(HttpClient person, string ticket) =>
    [
        .. (await person.Get("/api/v1/notifications/items?limit=200").Json())["items"]!.AsArray()
            .Where(told => told!["tickets"]!.AsArray().Any(about => (string)about!["ticket"]! == ticket))
            .Select(told => (string)told!["kind"]!),
    ];

    // As a breach writes it; that it does is held by the tests of the grains. The host's own sweepers run by a clock that others share.
    private async Task Owe(TenantId tenant, string manager, string ticket, DateTimeOffset due)
    {
        (await api.Postgres.Run("""
            insert into notification_item (tenant_id, stream_id, version, recipient, account_id, kind, number, target, step, due_at, at, tell_at)
            select $1, id, 99, m.account_id::text, m.account_id, 'sla_breach', number, 'resolution', 'due', $3, now(), now()
            from ticket t join membership m using (tenant_id) where tenant_id = $1 and t.id = $2 and m.account_id = $4
            """, tenant.Value, Guid.Parse(ticket), due.UtcDateTime, Guid.Parse(manager))).ShouldBe(1);
    }
}

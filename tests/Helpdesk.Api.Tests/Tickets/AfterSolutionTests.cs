namespace Helpdesk.Api.Tests.Tickets;

/// <summary>What a customer says after the solution reaches somebody.</summary>
[Collection(SharedHosts.MovedForTowns)]
public sealed class AfterSolutionTests(ApiFixture api)
{
    [Fact]
    public async Task A_request_to_reopen_is_found_by_lists_read_in_the_conversation_and_declined_with_words()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var ticket = await Closed(customer, agent);

        await customer.Post($"{TicketCalls.Tickets}/{ticket}/reopen", new { reason = "Geht leider nicht!" })
            .ShouldAnswer(HttpStatusCode.OK);
        await customer.Post($"{TicketCalls.Tickets}/{ticket}/reopen", new { reason = "Immer noch nicht!" }).ShouldAnswer(HttpStatusCode.OK);

        var read = await agent.Read(ticket);
        read.Bodies().ShouldBe(["Geht leider nicht!", "Immer noch nicht!"]);
        ((string?)read["reopen_requested_at"]).ShouldNotBeNull();
        ((bool)read["abilities"]!["decline_reopening"]!["allowed"]!).ShouldBeTrue();
        (await Requested(agent)).ShouldContain(ticket);
        (await agent.Get($"{TicketCalls.Tickets}?reopen_requested=false").Json()).Ids().ShouldNotContain(ticket);

        await customer.Post($"{TicketCalls.Tickets}/{ticket}/reopen/decline", new { reason = "Doch." })
            .ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/reopen/decline", new { })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/reopen/decline", new { reason = "Das ist ein anderer Drucker." })
            .ShouldAnswer(HttpStatusCode.OK);

        var declined = await customer.Read(ticket);
        declined.Bodies().Last().ShouldBe("Das ist ein anderer Drucker.");
        ((string?)declined["reopen_requested_at"], (string)declined["status"]!).ShouldBe((null, "closed"));
        (await Requested(agent)).ShouldNotContain(ticket);
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/reopen/decline", new { reason = "Nein." })
            .ShouldRefuse(HttpStatusCode.Conflict, "reopen-not-requested");
        (await customer.Get($"{TicketCalls.Tickets}/{ticket}/timeline").Json())["items"]!.AsArray()
            .Select(item => (string)item!["words"]!["de"]!).ShouldContain("hat die Wiedereröffnung abgelehnt");
    }

    [Fact]
    public async Task A_request_is_granted_by_reopening_and_both_read_why()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var ticket = await Closed(customer, agent);
        await customer.Say(ticket, "Kommt wieder.").ShouldAnswer(HttpStatusCode.Created);

        var granted = await agent.Post($"{TicketCalls.Tickets}/{ticket}/reopen", new { reason = "Wir sehen nach." }).Json();

        ((string)granted["status"]!, (string?)granted["reopen_requested_at"]).ShouldBe(("open", null));
        (await customer.Read(ticket)).Bodies().ShouldBe(["Kommt wieder.", "Wir sehen nach."]);
        (await customer.Get($"{TicketCalls.Tickets}/{ticket}/timeline").Json())["items"]!.AsArray()
            .Select(item => (string)item!["words"]!["en"]!).ShouldContain("granted the request and reopened the ticket");
    }

    [Fact]
    public async Task A_comment_on_a_resolved_ticket_takes_it_up_again_or_asks_as_the_municipality_chose()
    {
        var (admin, agent) = (await api.As("musterstadt", Role.Admin), await api.As("musterstadt", Role.Agent));
        var customer = await api.As("musterstadt", Role.Customer);
        var (first, second) = (await Resolved(customer, agent), await Resolved(customer, agent));

        await customer.Say(first, "Funktioniert leider nicht!").ShouldAnswer(HttpStatusCode.Created);
        ((string)(await agent.Read(first))["status"]!).ShouldBe("open");

        var before = await Choose(admin, "ask", 14);
        try
        {
            await customer.Say(second, "Funktioniert leider nicht!").ShouldAnswer(HttpStatusCode.Created);
            var asked = await agent.Read(second);
            ((string)asked["status"]!, (string?)asked["reopen_requested_at"] is null).ShouldBe(("resolved", false));
        }
        finally
        {
            await Choose(admin, before.After, before.Days);
        }
    }

    [Fact]
    public async Task A_comment_on_what_was_closed_long_ago_is_a_new_ticket_linked_with_the_old_one()
    {
        var (admin, agent) = (await api.As("musterstadt", Role.Admin), await api.As("musterstadt", Role.Agent));
        var customer = await api.As("musterstadt", Role.Customer);
        var ticket = await Closed(customer, agent);
        var before = await Choose(admin, "reopen", 0);
        try
        {
            var key = ("Idempotency-Key", Guid.NewGuid().ToString());
            using var answer = await customer.Send(
                HttpMethod.Post, $"{TicketCalls.Tickets}/{ticket}/comments", new { body = "Jetzt wieder." }, key);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
            var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            var next = (string)said["ticket"]!;
            next.ShouldNotBe(ticket);
            answer.Headers.Location!.OriginalString.ShouldBe($"{TicketCalls.Tickets}/{next}/comments/{said["id"]}");
            (await customer.Get(answer.Headers.Location.OriginalString).Json()).ToJsonString().ShouldBe(said.ToJsonString());

            var again = await customer.Send(
                HttpMethod.Post,
                $"{TicketCalls.Tickets}/{ticket}/comments", new { body = "Jetzt wieder." }, key).Json(HttpStatusCode.Created);
            ((string)again["id"]!).ShouldBe((string)said["id"]!);

            var seen = await customer.Read(next);
            ((string)seen["follow_up_of"]!["ticket"]!, seen["links"] is null).ShouldBe((ticket, true));
            (await agent.Read(next))["links"]!.AsArray().Select(link => (string)link!["ticket"]!).ShouldBe([ticket]);
            (await agent.Read(ticket))["links"]!.AsArray().Select(link => (string)link!["ticket"]!).ShouldBe([next]);
            (await agent.Read(ticket)).Bodies().ShouldBeEmpty();
            await agent.Say(ticket, "Wie meinen?").ShouldRefuse(HttpStatusCode.Conflict, "ticket-closed");

            var asked = await customer.Post($"{TicketCalls.Tickets}/{ticket}/reopen", new { reason = "Noch einmal." }).Json();
            (asked.Id(), (string)asked["follow_up_of"]!["ticket"]!, (string)asked["status"]!).ShouldBe((next, ticket, "open"));
            var more = await customer.Say(ticket, "Und noch etwas.").Json(HttpStatusCode.Created);
            ((string)more["ticket"]!).ShouldBe(next);
            (await agent.Read(next)).Bodies().ShouldBe(["Jetzt wieder.", "Noch einmal.", "Und noch etwas."]);
            var wordless = await customer.Post($"{TicketCalls.Tickets}/{ticket}/reopen", new { }).Json();
            wordless.Id().ShouldBe(next);
            ((string?)(await agent.Read(ticket))["reopen_requested_at"]).ShouldBeNull();
            (await agent.Read(ticket))["links"]!.AsArray().Count.ShouldBe(1);

            foreach (var comment in (await customer.Read(next))["comments"]!["items"]!.AsArray())
                await customer.Post($"{TicketCalls.Tickets}/{next}/comments/{comment!["id"]}/withdraw", new { })
                    .ShouldAnswer(HttpStatusCode.OK);
            var withdrawn = await customer.Read(next);
            ((string)withdrawn["status"]!, (string)withdrawn["resolution_text"]!).ShouldBe(
                ("closed", Helpdesk.Domain.Tickets.TicketFollowUps.Withdrawn));
        }
        finally
        {
            await Choose(admin, before.After, before.Days);
        }
    }

    [Fact]
    public async Task Words_that_took_it_up_again_and_are_taken_back_leave_it_as_it_was_unless_somebody_acted_on_them()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var (quiet, acted) = (await Resolved(customer, agent), await Resolved(customer, agent));
        var before = await agent.Read(quiet);

        var said = await customer.Say(quiet, "Geht nicht! Ach, doch.").Json(HttpStatusCode.Created);
        ((string)(await agent.Read(quiet))["status"]!).ShouldBe("open");
        await customer.Post($"{TicketCalls.Tickets}/{quiet}/comments/{said["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        var after = await agent.Read(quiet);
        foreach (var member in (string[])["status", "resolution_text", "resolved_at", "due_at", "sla_state", "closes_at"])
            after[member]?.ToJsonString().ShouldBe(before[member]?.ToJsonString(), member);

        said = await customer.Say(acted, "Geht nicht!").Json(HttpStatusCode.Created);
        await agent.Say(acted, "Ich sehe nach.").ShouldAnswer(HttpStatusCode.Created);
        await customer.Post($"{TicketCalls.Tickets}/{acted}/comments/{said["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        ((string)(await agent.Read(acted))["status"]!).ShouldBe("open");
        (await api.Column($"select kind from notification_item where stream_id = '{quiet}' and kind = 'words_withdrawn'")).ShouldBeEmpty();
        (await api.Column($"select distinct kind from notification_item where stream_id = '{acted}' and kind = 'words_withdrawn'"))
            .ShouldBe(["words_withdrawn"]);
    }

    [Fact]
    public async Task The_words_of_a_confirmation_stand_in_the_conversation()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var ticket = await Resolved(customer, agent);

        await customer.Post($"{TicketCalls.Tickets}/{ticket}/confirm", new { comment = "Danke, geht!" }).ShouldAnswer(HttpStatusCode.OK);

        (await agent.Read(ticket)).Bodies().ShouldBe(["Danke, geht!"]);
    }

    private static async Task<string[]> Requested(HttpClient agent) =>
        [.. (await agent.Get($"{TicketCalls.Tickets}?reopen_requested=true&limit=200").Json()).Ids()];

    private static async Task<string> Closed(HttpClient customer, HttpClient agent)
    {
        var ticket = (await customer.Open()).Id();
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Neu gestartet." })
            .ShouldAnswer(HttpStatusCode.OK);
        return ticket;
    }

    private static async Task<string> Resolved(HttpClient customer, HttpClient agent)
    {
        var ticket = (await customer.Open()).Id();
        await agent.Change(ticket, 1, new { status = "resolved", resolution_text = "Neu gestartet." }).ShouldAnswer(HttpStatusCode.OK);
        return ticket;
    }

    // What was chosen before. What an api knows of it may be a few seconds old.
    private async Task<(string After, int Days)> Choose(HttpClient admin, string after, int days)
    {
        using var read = await admin.Get("/api/v1/settings");
        var settings = JsonNode.Parse(await read.Content.ReadAsStringAsync())!.AsObject();
        var before = ((string)settings["after_resolution"]!, (int)settings["follow_up_after_days"]!);
        (settings["after_resolution"], settings["follow_up_after_days"]) = (after, days);
        await admin.Send(HttpMethod.Put, "/api/v1/settings", settings, ("If-Match", read.Headers.ETag!.Tag))
            .ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(5));
        return before;
    }
}

using Helpdesk.Api.Tests.Attachments;

namespace Helpdesk.Api.Tests.Tickets;

[Collection(SharedHosts.TwoTowns)]
public sealed class DraftTests(ApiFixture api)
{
    private const string NewTicket = "/api/v1/drafts/new-ticket";

    [Fact]
    public async Task A_draft_is_there_in_the_next_session_and_nobody_elses()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (colleague, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();

        (await agent.Get(Of(ticket, "answer"))).Headers.ETag!.Tag.ShouldBe("\"0\"");
        (await Body(agent, ticket, "answer")).ShouldBeNull();
        var saved = await Save(agent, ticket, "answer", 0, new { body = "Guten Tag, ", status = "waiting_on_customer" }).Json();
        (saved.Version(), (string)saved["body"]!, (string)saved["status"]!, (bool)saved["shared"]!)
            .ShouldBe((1, "Guten Tag, ", "waiting_on_customer", false));

        (await agent.Get(Of(ticket, "answer"))).Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await Body(agent, ticket, "answer")).ShouldBe("Guten Tag, ");
        (await Body(agent, ticket, "note"), await Body(colleague, ticket, "answer"), await Body(customer, ticket, "answer"))
            .ShouldBe((null, null, null));
        (await Listed(colleague, ticket)).ShouldBeEmpty();
        (await Listed(customer, ticket)).ShouldBeEmpty();
        (await Listed(agent, ticket)).ShouldBe(["answer Guten Tag,  own"]);
    }

    [Fact]
    public async Task Of_two_tabs_the_slower_one_is_shown_what_the_other_saved_and_overwrites_nothing()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await agent.Open()).Id();
        await Save(agent, ticket, "note", 0, new { body = "Erster Reiter" }).Json();
        await Save(agent, ticket, "note", 1, new { body = "Erster Reiter, weiter" }).Json();

        var refused = await Save(agent, ticket, "note", 1, new { body = "Zweiter Reiter" }).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");

        ((string)refused["draft"]!["body"]!, refused["draft"]!.Version()).ShouldBe(("Erster Reiter, weiter", 2));
        await Save(agent, ticket, "note", 0, new { body = "Dritter Reiter" }).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        await agent.Send(HttpMethod.Delete, Of(ticket, "note"), null, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        (await Body(agent, ticket, "note")).ShouldBe("Erster Reiter, weiter");
        await agent.Send(HttpMethod.Put, Of(ticket, "note"), """{"body":"Ohne"}""").ShouldRefuse(
            HttpStatusCode.PreconditionRequired, "if-match-required");
    }

    [Fact]
    public async Task Other_words_for_a_ticket_are_staffs_to_draft_and_gone_when_they_are_changed()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (colleague, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        await Save(customer, ticket, "edit", 0, new { body = "x" }).ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
        await Save(agent, ticket, "edit", 0, new { body = "Drucker a" }).Json();
        await Save(colleague, ticket, "edit", 0, new { body = "Anders" }).Json();
        (await Body(agent, ticket, "answer"), await Body(agent, ticket, "note")).ShouldBe((null, null));

        await agent.Change(ticket, 1, new { priority = "high" }).ShouldAnswer(HttpStatusCode.OK);
        (await Body(agent, ticket, "edit")).ShouldBe("Drucker a");
        await agent.Change(ticket, 2, new { subject = "Drucker aus" }).ShouldAnswer(HttpStatusCode.OK);

        (await Body(agent, ticket, "edit"), await Body(colleague, ticket, "edit")).ShouldBe((null, "Anders"));
        await Save(agent, ticket, "edit", 1, new { body = "Drucker au" }).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Fact]
    public async Task A_saving_whose_answer_was_lost_can_be_sent_again()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await agent.Open()).Id();
        await Save(agent, ticket, "answer", 0, new { body = "Einmal" }).Json();

        (await Save(agent, ticket, "answer", 0, new { body = "Einmal" }).Json()).Version().ShouldBe(1);
        (await Save(agent, ticket, "answer", 1, new { body = "Einmal" }).Json()).Version().ShouldBe(1);
    }

    [Fact]
    public async Task Sending_clears_the_draft_of_that_kind_and_a_late_saving_brings_nothing_back()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await agent.Open()).Id();
        await Save(agent, ticket, "answer", 0, new { body = "Bitte warten" }).Json();
        await Save(agent, ticket, "note", 0, new { body = "Unter uns" }).Json();

        await agent.Say(ticket, "Bitte warten Sie.").ShouldAnswer(HttpStatusCode.Created);

        (await Body(agent, ticket, "answer"), await Body(agent, ticket, "note")).ShouldBe((null, "Unter uns"));
        var late = await Save(agent, ticket, "answer", 1, new { body = "Bitte warten S" }).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        ((string?)late["draft"]!["body"], late["draft"]!.Version()).ShouldBe((null, 2));
        (await Save(agent, ticket, "answer", 2, new { body = "Noch etwas" }).Json()).Version().ShouldBe(3);
    }

    [Fact]
    public async Task What_was_never_saved_does_not_come_back_after_the_sending_either()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await agent.Open()).Id();
        await agent.Say(ticket, "Sofort gesendet.", "internal").ShouldAnswer(HttpStatusCode.Created);

        await Save(agent, ticket, "note", 0, new { body = "Sofort gesen" }).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        await Save(agent, ticket, "answer", 0, new { body = "Anderes" }).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refused_sending_leaves_the_draft_as_it_is()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await (await api.As("musterstadt", Role.Customer)).Open()).Id();
        await Save(agent, ticket, "answer", 0, new { body = "Zu spät" }).Json();
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Erledigt." }).ShouldAnswer(HttpStatusCode.OK);

        await agent.Say(ticket, "Zu spät").ShouldRefuse(HttpStatusCode.Conflict, "ticket-closed");

        (await Body(agent, ticket, "answer")).ShouldBe("Zu spät");
    }

    [Fact]
    public async Task A_no_to_a_wish_to_reopen_does_not_send_the_answer_that_somebody_has_begun()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Erledigt." }).ShouldAnswer(HttpStatusCode.OK);
        await customer.Post($"{TicketCalls.Tickets}/{ticket}/reopen", new { reason = "Doch nicht." }).ShouldAnswer(HttpStatusCode.OK);
        await Save(agent, ticket, "answer", 0, new { body = "Wir sehen nach" }).Json();

        await agent.Post($"{TicketCalls.Tickets}/{ticket}/reopen/decline", new { reason = "Anderer Drucker." })
            .ShouldAnswer(HttpStatusCode.OK);

        (await Body(agent, ticket, "answer")).ShouldBe("Wir sehen nach");
    }

    [Fact]
    public async Task A_shared_draft_is_read_by_colleagues_with_who_and_when_and_by_no_customer()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (colleague, _) = await api.Person("musterstadt", Role.Manager);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        var saved = await Save(agent, ticket, "answer", 0, new { body = "Zur Abstimmung", shared = true }).Json();

        var item = (await colleague.Get($"{TicketCalls.Tickets}/{ticket}/drafts").Json())["items"]!.AsArray().ShouldHaveSingleItem()!;

        ((string)item["author"]!, (bool)item["is_own"]!, (string)item["body"]!, (string)item["saved_at"]!).ShouldBe(
            (agentId, false, "Zur Abstimmung", (string)saved["saved_at"]!));
        ((string?)item["author_name"]).ShouldNotBeNullOrEmpty();
        (await Listed(customer, ticket)).ShouldBeEmpty();
        await Save(customer, ticket, "answer", 0, new { body = "Meins", shared = true }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        await agent.Say(ticket, "Gesendet.").ShouldAnswer(HttpStatusCode.Created);
        (await Listed(colleague, ticket)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Customers_have_answers_only_and_only_on_tickets_that_they_see()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (stranger, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();

        await Save(customer, ticket, "answer", 0, new { body = "Danke" }).ShouldAnswer(HttpStatusCode.OK);
        await Save(customer, ticket, "note", 0, new { body = "Danke" }).ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
        await customer.Get(Of(ticket, "note")).ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
        await stranger.Get(Of(ticket, "answer")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await stranger.Get($"{TicketCalls.Tickets}/{ticket}/drafts").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await Save(stranger, ticket, "answer", 0, new { body = "Hallo" }).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await customer.Get(Of(ticket, "letter")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_ticket_that_is_deleted_takes_its_drafts_along()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await agent.Open()).Id();
        await Save(agent, ticket, "answer", 0, new { body = "Noch da" }).Json();

        await (await api.As("musterstadt", Role.Admin)).Delete($"{TicketCalls.Tickets}/{ticket}").ShouldAnswer(HttpStatusCode.NoContent);

        await agent.Get(Of(ticket, "answer")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await Rows(ticket, agentId)).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_leaves_takes_their_drafts_along()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await (await api.As("musterstadt", Role.Customer)).Open()).Id();
        await Save(agent, ticket, "note", 0, new { body = "Noch da", shared = true }).Json();
        var admin = await api.As("musterstadt", Role.Admin);
        var version = (await admin.Get($"/api/v1/users/{agentId}").Json()).Version();

        await admin.Send(HttpMethod.Delete, $"/api/v1/users/{agentId}", null, ("If-Match", $"\"{version}\""))
            .ShouldAnswer(HttpStatusCode.NoContent);

        (await Rows(ticket, agentId)).ShouldBe(0);
    }

    [Fact]
    public async Task Text_that_is_not_finished_is_kept_as_it_is()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await agent.Open()).Id();

        (await Save(agent, ticket, "answer", 0, new { body = " \n" }).Json()).Version().ShouldBe(1);
        (await Body(agent, ticket, "answer")).ShouldBe(" \n");
        await Save(agent, ticket, "answer", 1, new { body = new string('x', 65_537) }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        (await Save(agent, ticket, "answer", 1, new { body = "" }).Json()).Version().ShouldBe(2);
        (await Listed(agent, ticket)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_of_a_draft_wait_as_long_as_it_does()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await agent.Open()).Id();
        var token = (string)(await agent.Upload(FileCalls.Pdf).Json(HttpStatusCode.Created))["token"]!;

        var saved = await Save(agent, ticket, "answer", 0, new { body = "Anbei", attachments = new[] { token } }).Json();

        var file = saved["files"]!.AsArray().ShouldHaveSingleItem()!;
        var kept = (DateTimeOffset)file["expires_at"]! - (DateTimeOffset)saved["saved_at"]!;
        kept.TotalDays.ShouldBe(30, tolerance: 0.01);
        var again = (string)(await agent.Get(Of(ticket, "answer")).Json())["attachments"]![0]!;
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments", new { body = "Anbei.", attachments = new[] { again } })
            .ShouldAnswer(HttpStatusCode.Created);
        (await agent.Get(Of(ticket, "answer")).Json())["files"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_ticket_has_a_draft_until_it_is_opened()
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        (await customer.Get(NewTicket)).Headers.ETag!.Tag.ShouldBe("\"0\"");
        var saved = await customer.Send(
            HttpMethod.Put, NewTicket, """{"subject":"Laterne","description":"","requester_email":"halb@"}""", ("If-Match", "\"0\"")).Json();
        ((string)saved["subject"]!, (string?)saved["description"], (string)saved["requester_email"]!, saved.Version())
            .ShouldBe(("Laterne", null, "halb@", 1));
        var newer = await customer.Send(HttpMethod.Put, NewTicket, """{"subject":"Lampe"}""", ("If-Match", "\"0\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        ((string)newer["draft"]!["subject"]!).ShouldBe("Laterne");

        await customer.Open("Laterne");

        var after = await customer.Get(NewTicket).Json();
        ((string?)after["subject"], after.Version()).ShouldBe((null, 2));
        await customer.Send(HttpMethod.Put, NewTicket, """{"subject":"Laternen"}""", ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        await customer.Send(HttpMethod.Put, NewTicket, """{"subject":"Neu"}""", ("If-Match", "\"2\"")).ShouldAnswer(HttpStatusCode.OK);
        await customer.Delete(NewTicket).ShouldAnswer(HttpStatusCode.NoContent);
        await customer.Delete(NewTicket).ShouldAnswer(HttpStatusCode.NoContent);
    }

    private static string Of(string ticket, string kind) => $"{TicketCalls.Tickets}/{ticket}/drafts/{kind}";

    private static Task<HttpResponseMessage> Save(HttpClient client, string ticket, string kind, int version, object draft) =>
        client.Send(HttpMethod.Put, Of(ticket, kind), System.Text.Json.JsonSerializer.Serialize(draft), ("If-Match", $"\"{version}\""));

    private static async Task<string?> Body(HttpClient client, string ticket, string kind) =>
        (string?)(await client.Get(Of(ticket, kind)).Json())["body"];

    private static async Task<IEnumerable<string>> Listed(HttpClient client, string ticket) =>
        (await client.Get($"{TicketCalls.Tickets}/{ticket}/drafts").Json())["items"]!.AsArray().Select(item =>
            $"{item!["kind"]} {item["body"]} {((bool)item["is_own"]! ? "own" : "shared")}");

    private async Task<int> Rows(string ticket, string account) => int.Parse((await api.Column(
        $"select count(*) from draft where ticket_id = '{ticket}' and account_id = '{account}' and content is not null"))[0]);
}

using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Notifications;

/// <summary>Who will get what is asked beforehand, and changes nothing.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class RecipientPreviewTests(ApiFixture api)
{
    [Fact]
    public async Task An_answer_goes_to_the_requester_by_both_channels_and_nothing_is_written()
    {
        var (customer, agent, email) = await People();
        var ticket = await customer.Open();
        var before = await agent.Get($"/api/v1/tickets/{ticket["id"]}/timeline").Json();

        var shown = await Preview(agent, ticket, "public");

        ((string?)shown["kind"], (string?)shown["nobody"]).ShouldBe(("ticket_answered", null));
        Told(shown).ShouldBe([("notification", true, null), ("mail", true, null)]);
        shown["items"]!.AsArray().ShouldAllBe(item => (string)item!["email"]! == email && (string)item["language"]! == "de");
        var (mail, now) = ((DateTimeOffset)shown["items"]![1]!["at"]!, (DateTimeOffset)shown["items"]![0]!["at"]!);
        (mail - now).ShouldBe(TimeSpan.FromSeconds(10));
        (await agent.Get($"/api/v1/tickets/{ticket["id"]}/timeline").Json()).ToJsonString().ShouldBe(before.ToJsonString());
        (await api.Column(
            $"select 1 from notification_item where stream_id = '{ticket["id"]}' and kind = 'ticket_answered'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_wants_no_mails_is_not_mailed_and_a_note_among_staff_is_told_to_nobody()
    {
        var (customer, agent, email) = await People();
        await customer.Patch("/api/v1/me", new { mails = new { ticket_answered = false } }).ShouldAnswer(HttpStatusCode.OK);
        var ticket = await customer.Open();

        Told(await Preview(agent, ticket, "public")).ShouldBe([("notification", true, null), ("mail", false, "mails_off")]);
        var note = await Preview(agent, ticket, "internal");
        ((string?)note["nobody"], note["items"]!.AsArray().Count).ShouldBe(("internal", 0));

        await customer.Patch("/api/v1/me", new { mails = new { ticket_answered = true } }).ShouldAnswer(HttpStatusCode.OK);
        await api.Column($"""
            insert into mail_block (tenant_id, id, address, words, blocked_at, until)
            values ('{api.Musterstadt}', gen_random_uuid(), lower('{email}'), '550 gone', now(), now() + interval '60 days') returning 1
            """);
        Told(await Preview(agent, ticket, "public")).ShouldBe([("notification", true, null), ("mail", false, "address_blocked")]);
    }

    [Fact]
    public async Task Whose_quiet_hours_it_falls_into_gets_the_mail_when_they_end()
    {
        var (customer, agent, _) = await People();
        var ticket = await customer.Open();
        var now = (DateTimeOffset)(await Preview(agent, ticket, "public"))["items"]![0]!["at"]!;
        // All of the day but its last minute, wherever the person is.
        var wishes = new { quiet_hours = new { from = "00:00", to = "23:59" } };
        await customer.Send(HttpMethod.Put, "/api/v1/notifications/preferences", wishes, ("If-Match", "\"0\""))
            .ShouldAnswer(HttpStatusCode.OK);

        var mail = (await Preview(agent, ticket, "public"))["items"]!.AsArray().Single(item => (string)item!["channel"]! == "mail")!;

        ((DateTimeOffset)mail["at"]! - now).ShouldBeGreaterThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task It_is_judged_as_the_comment_would_be_and_is_for_staff()
    {
        var (customer, agent, _) = await People();
        var ticket = await customer.Open();
        await Post(customer, ticket, "public").ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
        await agent.Post($"/api/v1/tickets/{ticket["id"]}/comments?preview=recipients", new { body = "" }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        await agent.Post($"/api/v1/tickets/{Guid.NewGuid()}/comments?preview=recipients", new { body = "x" }).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
    }

    private async Task<(HttpClient Customer, HttpClient Agent, string Email)> People()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        return (await api.SignedIn("musterstadt", email), await api.As("musterstadt", Role.Agent), email);
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, JsonNode ticket, string visibility) =>
        client.Post($"/api/v1/tickets/{ticket["id"]}/comments?preview=recipients", new { body = "Antwort", visibility });

    private static Task<JsonNode> Preview(HttpClient client, JsonNode ticket, string visibility) => Post(client, ticket, visibility).Json();

    private static List<(string?, bool, string?)> Told(JsonNode shown) =>
        [.. shown["items"]!.AsArray().Select(item => ((string?)item!["channel"], (bool)item["told"]!, (string?)item["reason"]))];
}

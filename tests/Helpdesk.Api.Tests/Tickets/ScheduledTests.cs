using Helpdesk.Api.Tests.Attachments;

namespace Helpdesk.Api.Tests.Tickets;

[Collection(SharedHosts.TwoTowns)]
public sealed class ScheduledTests(ApiFixture api)
{
    private static readonly DateTimeOffset Later = new(DateTimeOffset.UtcNow.Date.AddDays(3), TimeSpan.Zero);

    [Fact]
    public async Task Staff_see_what_leaves_later_and_no_customer_does_anywhere()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        var word = $"Techniker{Some.Number()}";
        string[] addresses =
        [
            $"{TicketCalls.Tickets}/{ticket}", $"{TicketCalls.Tickets}/{ticket}/comments", $"{TicketCalls.Tickets}/{ticket}/timeline",
            $"{TicketCalls.Tickets}", "/api/v1/notifications", $"{TicketCalls.Tickets}/{ticket}/drafts",
        ];
        var before = await All(customer, addresses);
        var version = (await customer.Get(addresses[0])).Headers.ETag!.Tag;

        var answer = await Schedule(agent, ticket, $"Morgen kommt **der** {word}.").Json(HttpStatusCode.Accepted);

        ((string)answer["state"]!, (string)answer["author"]!, (DateTimeOffset)answer["send_at"]!, (string?)answer["held_because"])
            .ShouldBe(("scheduled", agentId, Later, null));
        ((string)answer["html"]!).ShouldBe($"<p>Morgen kommt <strong>der</strong> {word}.</p>");
        (await All(customer, addresses)).ShouldBe(before);
        (await customer.Get(addresses[0])).Headers.ETag!.Tag.ShouldBe(version);
        await customer.Get($"{TicketCalls.Tickets}/{ticket}/comments/{answer.Id()}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await customer.Get($"{TicketCalls.Tickets}/{ticket}/scheduled").ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
        (await agent.Read(ticket))["scheduled"]!.AsArray().ShouldHaveSingleItem()!.Id().ShouldBe(answer.Id());
        (await agent.Get($"{TicketCalls.Tickets}/{ticket}/scheduled").Json())["items"]!.AsArray().ShouldHaveSingleItem();
        ((int)(await agent.Read(ticket))["comment_count"]!).ShouldBe(0);
        (await api.Column($"select 1 from webhook_delivery where body::text like '%{word}%'")).ShouldBeEmpty();
        (await api.Column($"select kind from notification_item where stream_id = '{ticket}' and kind = 'ticket_answered'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_can_be_moved_sent_at_once_and_taken_back()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (colleague, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        var (one, other) = ((await Schedule(agent, ticket, "Eins").Json(HttpStatusCode.Accepted)).Id(),
            (await Schedule(agent, ticket, "Zwei").Json(HttpStatusCode.Accepted)).Id());
        var path = $"{TicketCalls.Tickets}/{ticket}/scheduled";

        var moved = await agent.Post($"{path}/{one}/move", new { send_at = Later.AddDays(1) }).Json();
        ((DateTimeOffset)moved["items"]![0]!["send_at"]!).ShouldBe(Later.AddDays(1));
        await colleague.Post($"{path}/{one}/move", new { send_at = Later }).ShouldRefuse(HttpStatusCode.Forbidden, "author-only");
        await colleague.Delete($"{path}/{other}").ShouldAnswer(HttpStatusCode.NoContent);
        var stopped = (await agent.Get(path).Json())["items"]!.AsArray().Single(item => item!.Id() == other)!;
        ((string)stopped["state"]!, (string)stopped["held_because"]!).ShouldBe(("held_back", "colleague"));
        await agent.Delete($"{path}/{other}").ShouldAnswer(HttpStatusCode.NoContent);

        var sent = await agent.Post($"{path}/{one}/send", new { }).Json();

        (sent.Id(), (string)sent["body"]!).ShouldBe((one, "Eins"));
        (await customer.Read(ticket)).Bodies().ShouldBe(["Eins"]);
        (await agent.Get(path).Json())["items"]!.AsArray().ShouldBeEmpty();
        await agent.Post($"{path}/{one}/send", new { }).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Its_files_wait_with_it_and_go_with_it()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        var token = (string)(await agent.Upload(FileCalls.Pdf).Json(HttpStatusCode.Created))["token"]!;

        var answer = await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments", new
        {
            body = "Anbei.",
            send_at = Later,
            attachments = new[] { token },
        }).Json(HttpStatusCode.Accepted);

        ((int)answer["attachment_count"]!).ShouldBe(1);
        ((int)(await customer.Read(ticket))["attachment_count"]!).ShouldBe(0);
        var sent = await agent.Post($"{TicketCalls.Tickets}/{ticket}/scheduled/{answer.Id()}/send", new { }).Json();
        sent["attachments"]!.AsArray().ShouldHaveSingleItem();
        ((int)(await customer.Read(ticket))["attachment_count"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_retry_schedules_nothing_twice_and_what_makes_no_sense_is_refused()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Open()).Id();
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = new { body = "Einmal", send_at = Later };
        var first = await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments", body, key).Json(HttpStatusCode.Accepted);

        (await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments", body, key).Json(HttpStatusCode.Accepted)).Id().ShouldBe(first.Id());

        (await agent.Read(ticket))["scheduled"]!.AsArray().Count.ShouldBe(1);
        await Schedule(customer, ticket, "Ich auch").ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments", new { body = "Gestern", send_at = DateTimeOffset.UtcNow.AddDays(-1) })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await agent.Post(
            $"{TicketCalls.Tickets}/{ticket}/comments", new { body = "Unter uns", visibility = "internal", send_at = Later })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Whoever_wrote_it_is_told_when_a_colleague_stops_it()
    {
        var (agent, agentId) = await api.Person("musterstadt", Role.Agent);
        var (colleague, _) = await api.Person("musterstadt", Role.Agent);
        var ticket = (await (await api.As("musterstadt", Role.Customer)).Open()).Id();
        var answer = (await Schedule(agent, ticket, "Falsch").Json(HttpStatusCode.Accepted)).Id();

        await colleague.Delete($"{TicketCalls.Tickets}/{ticket}/scheduled/{answer}").ShouldAnswer(HttpStatusCode.NoContent);

        (await api.Column($"select account_id from notification_item where stream_id = '{ticket}' and kind = 'answer_held_back'"))
            .ShouldBe([agentId]);
    }

    private static Task<HttpResponseMessage> Schedule(HttpClient client, string ticket, string body) =>
        client.Post($"{TicketCalls.Tickets}/{ticket}/comments", new { body, send_at = Later });

    private static async Task<string> All(HttpClient client, IEnumerable<string> addresses)
    {
        var answers = new List<string>();
        foreach (var address in addresses)
            answers.Add(await (await client.Get(address)).Content.ReadAsStringAsync());
        return string.Join('\n', answers);
    }
}

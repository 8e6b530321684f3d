namespace Helpdesk.Api.Tests.Notifications;

/// <summary>What is counted, and what can be muted.</summary>
public sealed partial class NotificationEndpointsTests
{
    [Fact]
    public async Task What_was_taken_back_or_is_of_a_deleted_ticket_is_counted_as_unread_nowhere()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var admin = await api.As("musterstadt", Role.Admin);
        var (first, second) = ((await customer.Open()).Id(), (await customer.Open()).Id());
        var answer = await agent.Say(first, "An die Falsche.").Json(HttpStatusCode.Created);
        await agent.Say(second, "Ich sehe nach.").ShouldAnswer(HttpStatusCode.Created);
        (await Unread(customer)).ShouldBe((1, 2, 1, "1"));

        await agent.Post($"{TicketCalls.Tickets}/{first}/comments/{answer["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        (await Unread(customer)).ShouldBe((1, 1, 1, "1"));
        var tag = (await admin.Get($"{TicketCalls.Tickets}/{second}")).Headers.ETag!.Tag;
        await admin.Delete($"{TicketCalls.Tickets}/{second}", ("If-Match", tag)).ShouldAnswer(HttpStatusCode.NoContent);

        (await Unread(customer)).ShouldBe((0, 0, 0, "0"));
        (await customer.Get("/api/v1/notifications/items?unread=true").Json())["items"]!.AsArray().ShouldBeEmpty();
        var third = (await customer.Open()).Id();
        await agent.Say(third, "Ich sehe nach.").ShouldAnswer(HttpStatusCode.Created);
        (await Streamed(customer)).ShouldBe("1", "before anybody has gathered it");
        (await Unread(customer)).ShouldBe((1, 1, 1, "1"));

        static async Task<(int List, int ByTicket, int Shown, string Stream)> Unread(HttpClient who)
        {
            var list = await who.Get("/api/v1/notifications/items").Json();
            var tickets = await who.Get("/api/v1/notifications").Json();
            var shown = (await who.Get("/api/v1/notifications/items?unread=true").Json())["items"]!.AsArray().Count;
            return ((int)list["unread"]!, (int)tickets["unread"]!, shown, await Streamed(who));
        }

        static async Task<string> Streamed(HttpClient who)
        {
            await using var stream = await EventStream.Listen(who);
            return (await stream.Next("notification"))["unread"]!.ToString();
        }
    }

    [Fact]
    public async Task Only_queues_that_there_are_are_muted_and_only_by_staff()
    {
        const string Preferences = "/api/v1/notifications/preferences";
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var (listed, carried, foreign) = (Some.Word(), Some.Word(), Some.Word());
        await Queue("musterstadt", listed);
        await Queue("beispielburg", foreign);
        var ticket = await customer.Open();
        await agent.Change(ticket.Id(), 1, new { queue = carried }).ShouldAnswer(HttpStatusCode.OK);

        await Put(agent, "0", listed, carried).ShouldAnswer(HttpStatusCode.OK);
        foreach (var unknown in (string[])[foreign, Some.Word()])
        {
            var problem = await Put(agent, "1", listed, unknown).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string)problem["errors"]![0]!["pointer"]!, (string)problem["errors"]![0]!["code"]!)
                .ShouldBe(("/muted_queues/1", "unknown-queue"));
        }

        var refused = await Put(customer, "0", listed).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)refused["errors"]![0]!["pointer"]!, (string)refused["errors"]![0]!["code"]!)
            .ShouldBe(("/muted_queues/0", "not-settable"));
        await Put(customer, "0").ShouldAnswer(HttpStatusCode.OK);

        // What became of a queue afterwards changes nothing of what was chosen.
        var admin = await api.As("musterstadt", Role.Admin);
        var tag = (await admin.Get($"{TicketCalls.Tickets}/{ticket.Id()}")).Headers.ETag!.Tag;
        await admin.Delete($"{TicketCalls.Tickets}/{ticket.Id()}", ("If-Match", tag)).ShouldAnswer(HttpStatusCode.NoContent);
        await Put(agent, "1", carried).ShouldAnswer(HttpStatusCode.OK);

        static Task<HttpResponseMessage> Put(HttpClient who, string version, params string[] queues) =>
            who.Send(HttpMethod.Put, Preferences, new { muted_queues = queues }, ("If-Match", $"\"{version}\""));

        async Task Queue(string town, string key) => await (await api.As(town, Role.Admin)).Post(
            "/api/v1/queues", new { key, name = new { de = key, en = key } }).ShouldAnswer(HttpStatusCode.Created);
    }
}

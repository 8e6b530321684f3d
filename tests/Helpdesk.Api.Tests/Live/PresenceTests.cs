using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Live;

[Collection(SharedHosts.TwoTowns)]
public sealed class PresenceTests(ApiFixture api)
{
    [Fact]
    public async Task Staff_see_who_reads_and_who_answers_at_once_and_customers_never_do()
    {
        var (reader, readerId) = await api.Person("musterstadt", Role.Agent);
        var (writer, writerId) = await api.Person("musterstadt", Role.Manager);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = await customer.Open();
        var path = $"{TicketCalls.Tickets}/{ticket.Id()}/presence";
        await using var stream = await EventStream.Listen(reader);
        await using var own = await EventStream.Listen(customer);

        await Show(reader, path, "reading").ShouldAnswer(HttpStatusCode.OK);
        var both = await Show(writer, path, "writing_answer").Json();

        People(both).ShouldBe([(readerId, "reading"), (writerId, "writing_answer")]);
        People(await reader.Get(path).Json()).ShouldBe(People(both));
        await Until(stream, ticket, people => people.Length == 2);
        await writer.Delete(path).ShouldAnswer(HttpStatusCode.NoContent);
        await Until(stream, ticket, people => people is [(var only, "reading")] && only == readerId);

        await customer.Get(path).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await Show(customer, path, "reading").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        var marker = await customer.Open("Danach");
        while (await own.Next() is var block && block["ticket"] != marker.Id())
            block.Name.ShouldBe("ticket");
    }

    [Fact]
    public async Task A_program_that_may_not_ask_is_not_told_either()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var key = (string)(await admin.Post("/api/v1/api-keys", new { name = "Strom", scopes = new[] { "tickets:read" } })
            .Json(HttpStatusCode.Created))["key"]!;
        var program = api.Client("musterstadt", key);
        var ticket = await agent.Open();
        var path = $"{TicketCalls.Tickets}/{ticket.Id()}/presence";
        await program.Get(path).ShouldRefuse(HttpStatusCode.Forbidden, "person-required");
        await using var stream = await EventStream.Listen(program);
        await using var persons = await EventStream.Listen(agent);

        await Show(agent, path, "reading").ShouldAnswer(HttpStatusCode.OK);
        await Until(persons, ticket, people => people.Length == 1);

        var marker = await agent.Open("Danach");
        while (await stream.Next() is var block && block["ticket"] != marker.Id())
            block.Name.ShouldBe("ticket");
    }

    [Fact]
    public async Task Another_processs_streams_hear_of_it_too()
    {
        await using var elsewhere = api.NewHost();
        var (agent, id) = await api.Person("musterstadt", Role.Agent);
        var ticket = await (await api.As("musterstadt", Role.Customer)).Open();
        var there = api.Client("musterstadt", agent.DefaultRequestHeaders.Authorization!.Parameter, elsewhere);
        await using var stream = await EventStream.Listen(there);

        await Show(agent, $"{TicketCalls.Tickets}/{ticket["number"]}/presence", "writing_note").ShouldAnswer(HttpStatusCode.OK);

        await Until(stream, ticket, people => people is [(var only, "writing_note")] && only == id);
    }

    [Fact]
    public async Task A_ticket_that_is_not_there_has_nobody_at_it_and_words_are_judged()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var ticket = await (await api.As("musterstadt", Role.Customer)).Open();
        await Show(agent, $"{TicketCalls.Tickets}/{Guid.CreateVersion7()}/presence", "reading")
            .ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await Show(agent, $"{TicketCalls.Tickets}/{ticket.Id()}/presence", "sleeping")
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    private static Task<HttpResponseMessage> Show(HttpClient who, string path, string state) =>
        who.Send(HttpMethod.Put, path, new { state });

    private static async Task Until(EventStream stream, JsonNode ticket, Func<(string, string)[], bool> isSo)
    {
        while (true)
        {
            var block = await stream.Next("presence");
            if (block["ticket"] == ticket.Id() && isSo(People(block.Data!)))
                return;
        }
    }

    private static (string, string)[] People(JsonNode presence) =>
        [.. presence["people"]!.AsArray().Select(one => ((string)one!["account"]!, (string)one["state"]!))];
}

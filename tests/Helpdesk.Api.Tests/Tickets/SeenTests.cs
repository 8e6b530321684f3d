namespace Helpdesk.Api.Tests.Tickets;

[Collection(SharedHosts.TwoTowns)]
public sealed class SeenTests(ApiFixture api)
{
    [Fact]
    public async Task Whoever_has_not_seen_the_newest_comment_is_shown_it_and_nothing_is_written()
    {
        var (agent, customer, ticket) = await Town();
        var first = (await customer.Say(ticket, "Es geht nicht.").Json(HttpStatusCode.Created)).Id();
        await Say(agent, ticket, "Gesehen und beantwortet.", first).ShouldAnswer(HttpStatusCode.Created);
        var second = (await customer.Say(ticket, "Doch, jetzt geht es.").Json(HttpStatusCode.Created)).Id();

        var refused = await Say(agent, ticket, "Bitte starten Sie neu.", first).ShouldRefuse(HttpStatusCode.Conflict, "newer-comment");

        var newer = refused["comments"]!["items"]!.AsArray().ShouldHaveSingleItem()!;
        (newer.Id(), (string)newer["body"]!).ShouldBe((second, "Doch, jetzt geht es."));
        ((string)refused["comments"]!["people"]![0]!["id"]!).ShouldBe((string)newer["author"]!);
        (await agent.Read(ticket)).Bodies().ShouldBe(["Es geht nicht.", "Gesehen und beantwortet.", "Doch, jetzt geht es."]);
        await Say(agent, ticket, "Schön.", second).ShouldAnswer(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Own_words_and_words_that_the_writer_cannot_read_are_nothing_newer()
    {
        var (agent, customer, ticket) = await Town();
        var first = (await customer.Say(ticket, "Eins").Json(HttpStatusCode.Created)).Id();
        await customer.Say(ticket, "Zwei").ShouldAnswer(HttpStatusCode.Created);
        await agent.Say(ticket, "Unter uns", "internal").ShouldAnswer(HttpStatusCode.Created);

        await Say(customer, ticket, "Drei", first).ShouldAnswer(HttpStatusCode.Created);

        var (colleague, _) = await api.Person("musterstadt", Role.Agent);
        await Say(colleague, ticket, "Vier", first, "internal").ShouldRefuse(HttpStatusCode.Conflict, "newer-comment");
    }

    [Fact]
    public async Task Words_that_were_taken_back_are_nothing_newer()
    {
        var (agent, customer, ticket) = await Town();
        var said = (await customer.Say(ticket, "Irrtum").Json(HttpStatusCode.Created)).Id();
        await Say(agent, ticket, "Hallo", ticket).ShouldRefuse(HttpStatusCode.Conflict, "newer-comment");
        await customer.Post($"{TicketCalls.Tickets}/{ticket}/comments/{said}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);

        await Say(agent, ticket, "Hallo", ticket).ShouldAnswer(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Whoever_saw_no_comment_names_the_ticket()
    {
        var (agent, customer, ticket) = await Town();
        await Say(agent, ticket, "Als Erste", ticket).ShouldAnswer(HttpStatusCode.Created);

        await Say(customer, ticket, "Auch als Erste", ticket).ShouldRefuse(HttpStatusCode.Conflict, "newer-comment");
        await Say(customer, ticket, "Ungefragt", null).ShouldAnswer(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_comment_that_is_not_there_or_not_to_be_read_was_not_seen()
    {
        var (agent, customer, ticket) = await Town();
        var note = (await agent.Say(ticket, "Unter uns", "internal").Json(HttpStatusCode.Created)).Id();

        foreach (var seen in (string[])[note, Guid.CreateVersion7().ToString()])
        {
            var refused = await Say(customer, ticket, "Hallo", seen).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string)refused["errors"]![0]!["code"]!, (string)refused["errors"]![0]!["pointer"]!).ShouldBe(("unknown-comment", "/seen"));
        }
    }

    [Fact]
    public async Task A_retry_with_the_same_key_is_answered_as_the_first_time_whatever_was_said_since()
    {
        var (agent, customer, ticket) = await Town();
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = new { body = "Einmal", visibility = "public", seen = ticket };
        var first = await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments", body, key).Json(HttpStatusCode.Created);
        await customer.Say(ticket, "Danke.").ShouldAnswer(HttpStatusCode.Created);

        var again = await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments", body, key).Json(HttpStatusCode.Created);

        again.Id().ShouldBe(first.Id());
        (await agent.Read(ticket)).Bodies().ShouldBe(["Einmal", "Danke."]);
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_and_send_at_once_one_is_shown_the_others_words()
    {
        var (agent, _, ticket) = await Town();
        var (colleague, _) = await api.Person("musterstadt", Role.Agent);

        var answers = await Task.WhenAll(
            Say(agent, ticket, "Ich zuerst", ticket), Say(colleague, ticket, "Nein, ich", ticket));

        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.Created, HttpStatusCode.Conflict]);
        (await agent.Read(ticket)).Bodies().Count().ShouldBe(1);
    }

    private async Task<(HttpClient Agent, HttpClient Customer, string Ticket)> Town()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        return (agent, customer, (await customer.Open()).Id());
    }

    private static Task<HttpResponseMessage> Say(
        HttpClient client, string ticket, string body, string? seen, string visibility = "public") =>
        client.Post($"{TicketCalls.Tickets}/{ticket}/comments", new { body, visibility, seen });
}

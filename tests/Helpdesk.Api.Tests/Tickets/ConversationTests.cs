namespace Helpdesk.Api.Tests.Tickets;

[Collection(SharedHosts.MovedForTowns)]
public sealed class ConversationTests(ApiFixture api)
{
    [Fact]
    public async Task A_comment_is_found_where_its_Location_says_by_whoever_may_read_it()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var ticket = await Open(customer);
        var (said, answer) = await Say(agent, ticket, "Bitte neu starten.", "public");
        var (noted, _) = await Say(agent, ticket, "Das dritte Mal diese Woche.", "internal");

        (await agent.Get(said).Json()).ToJsonString().ShouldBe(answer.ToJsonString());
        ((string)(await customer.Get(said).Json())["body"]!).ShouldBe("Bitte neu starten.");
        ((string)(await agent.Get(noted).Json())["visibility"]!).ShouldBe("internal");
        await customer.Get(noted).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await (await api.As("beispielburg", Role.Agent)).Get(said).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await agent.Get($"/api/v1/tickets/{await Open(customer)}/comments/{said.Split('/')[^1]}").ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
        await agent.Get($"/api/v1/tickets/{ticket}/comments/{Guid.NewGuid()}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_history_names_people_who_have_left_and_says_so_of_erased_ones()
    {
        var (admin, customer) = (await api.As("musterstadt", Role.Admin), await api.As("musterstadt", Role.Customer));
        var email = Some.Email();
        var leaver = await api.Enrol(api.Musterstadt, Role.Agent, email);
        var ticket = await Open(customer);
        await (await api.SignedIn("musterstadt", email)).Send(
            HttpMethod.Patch, $"/api/v1/tickets/{ticket}", new { assignee = "me" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        var name = (await Timeline(admin, ticket)).Actor;
        name.ShouldNotBeNullOrEmpty();

        await admin.Send(HttpMethod.Delete, $"/api/v1/users/{leaver}", null, ("If-Match",
            $"\"{(int)(await admin.Get($"/api/v1/users/{leaver}").Json())["version"]!}\"")).ShouldAnswer(HttpStatusCode.NoContent);
        api.Time.Advance(TimeSpan.FromSeconds(5));

        (await Timeline(admin, ticket)).ShouldBe((name, $"assigned the ticket to {name}"));

        await Erase(leaver);
        api.Time.Advance(TimeSpan.FromSeconds(5));
        (await Timeline(admin, ticket)).ShouldBe(("gelöschtes Konto", "assigned the ticket to erased account"));
    }

    // The first time: the ticket of somebody who left is handed over, and that follows by itself at a moment of its own.
    private static async Task<(string? Actor, string Words)> Timeline(HttpClient reader, string ticket)
    {
        var assigned = (await reader.Get($"/api/v1/tickets/{ticket}/timeline").Json())["items"]!.AsArray().First(
            item => (string)item!["kind"]! == "assigned")!;
        return ((string?)assigned["actor_name"], (string)assigned["words"]!["en"]!);
    }

    private static async Task<string> Open(HttpClient customer) =>
        (string)(await customer.Post("/api/v1/tickets", new { subject = "Drucker", description = "Druckt nicht." })
            .Json(HttpStatusCode.Created))["id"]!;

    private static async Task<(string Location, JsonNode Answer)> Say(HttpClient agent, string ticket, string body, string visibility)
    {
        using var answer = await agent.Post($"/api/v1/tickets/{ticket}/comments", new { body, visibility });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (answer.Headers.Location!.OriginalString, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    // As whatever erases a person one day will leave it: nothing here knows their name.
    private async Task Erase(Guid account)
    {
        await using var command = api.Postgres.Superuser.CreateCommand("delete from membership where account_id = $1");
        command.Parameters.Add(new() { Value = account });
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }
}

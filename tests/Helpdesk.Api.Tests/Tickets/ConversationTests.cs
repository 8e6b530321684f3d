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
    public async Task A_conversation_is_read_from_its_end_page_by_page_by_whoever_may_read_it()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var ticket = await Open(customer);
        foreach (var (body, visibility) in new[] { ("eins", "public"), ("zwei", "internal"), ("drei", "public"), ("vier", "public") })
            await Say(agent, ticket, body, visibility);
        var list = $"/api/v1/tickets/{ticket}/comments";

        var first = await agent.Get($"{list}?sort=-created_at&limit=3").Json();
        var rest = await agent.Get($"{list}?sort=-created_at&limit=3&cursor={first["next_cursor"]}").Json();

        Bodies(first).Concat(Bodies(rest)).ShouldBe(["vier", "drei", "zwei", "eins"]);
        ((string?)rest["next_cursor"]).ShouldBeNull();
        Bodies(await customer.Get($"{list}?sort=-created_at").Json()).ShouldBe(["vier", "drei", "eins"]);
        Bodies(await customer.Get($"{list}?sort=created_at").Json()).ShouldBe(["eins", "drei", "vier"]);
        await agent.Get($"{list}?limit=3&cursor={first["next_cursor"]}").ShouldRefuse(HttpStatusCode.BadRequest, "invalid-cursor");
        await agent.Get($"{list}?sort=author").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");

        static IEnumerable<string> Bodies(JsonNode page) => page["items"]!.AsArray().Select(comment => (string)comment!["body"]!);
    }

    [Fact]
    public async Task A_comment_is_withdrawn_by_its_author_shortly_and_by_an_admin_with_a_reason_and_leaves_a_mark()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var (admin, other) = (await api.As("musterstadt", Role.Admin), await api.As("musterstadt", Role.Agent));
        var ticket = await Open(customer);
        var (said, _) = await Say(agent, ticket, "An die Falsche.", "public");
        var (noted, _) = await Say(agent, ticket, "Über die Falsche.", "internal");
        var (late, _) = await Say(customer, ticket, "Meine IBAN ist geheim.", "public");

        await other.Post($"{said}/withdraw", new { }).ShouldRefuse(HttpStatusCode.Forbidden, "admin-only");
        await customer.Post($"{noted}/withdraw", new { }).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await agent.Post($"{said}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        await agent.Post($"{said}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        await agent.Post($"{noted}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromMinutes(10));
        await admin.Post($"{late}/withdraw", new { }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await admin.Post($"{late}/withdraw", new { reason = "Bankdaten" }).ShouldAnswer(HttpStatusCode.OK);

        var seen = (await agent.Get($"/api/v1/tickets/{ticket}").Json())["comments"]!["items"]!.AsArray();
        seen.Select(comment => ((string)comment!["body"]!, comment["withdrawn"] is null)).ShouldBe([("", false), ("", false), ("", false)]);
        var read = await agent.Read(ticket);
        ((int)read["comment_count"]!, (int)read["internal_comment_count"]!, (int)read["comments"]!["total"]!).ShouldBe((0, 0, 3));
        ((int)(await customer.Read(ticket))["comment_count"]!).ShouldBe(0);
        (await customer.Get($"/api/v1/tickets/{ticket}/comments?sort=-created_at").Json())["items"]!.AsArray()
            .Select(comment => (string)comment!["body"]!).ShouldBe(["", ""]);
        (await customer.Get(late).Json())["withdrawn"].ShouldNotBeNull();
        var told = (await customer.Get($"/api/v1/tickets/{ticket}/timeline").Json()).ToJsonString();
        told.ShouldNotContain("Bankdaten");
        (await customer.Get($"/api/v1/tickets/{ticket}/timeline").Json())["items"]!.AsArray()
            .Count(item => (string)item!["kind"]! == "comment_withdrawn").ShouldBe(2);
        (await agent.Get($"/api/v1/tickets/{ticket}/timeline").Json()).ToJsonString().ShouldContain("Bankdaten");
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

    [Fact]
    public async Task Who_asked_is_named_on_the_ticket_also_after_they_left_and_not_when_they_are_erased()
    {
        var (admin, agent) = (await api.As("musterstadt", Role.Admin), await api.As("musterstadt", Role.Agent));
        var email = Some.Email();
        var requester = await api.Enrol(api.Musterstadt, Role.Customer, email, "Gerda Gegangen");
        var customer = await api.SignedIn("musterstadt", email);
        var ticket = await Open(customer);
        await Say(customer, ticket, "Hallo?", "public");
        (await Named()).ShouldBe(("Gerda Gegangen", false));

        await admin.Delete($"/api/v1/users/{requester}").ShouldAnswer(HttpStatusCode.NoContent);
        (await Named()).ShouldBe(("Gerda Gegangen", true));
        var said = (await agent.Get($"/api/v1/tickets/{ticket}/comments").Json())["people"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)said["name"]!, (bool)said["left"]!).ShouldBe(("Gerda Gegangen", true));
        said.AsObject().Select(member => member.Key).ShouldBe(["id", "name", "left"]);

        await Erase(requester);
        api.Time.Advance(TimeSpan.FromSeconds(5));
        (await Named()).ShouldBe((null, true));

        async Task<(string?, bool)> Named()
        {
            var person = (await agent.Get($"/api/v1/tickets/{ticket}").Json())["people"]!.AsArray()
                .Single(one => (string)one!["id"]! == requester.ToString())!;
            return ((string?)person["name"], (bool)person["left"]!);
        }
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
        (await api.Postgres.Run("delete from membership where account_id = $1", account)).ShouldBe(1);
    }
}

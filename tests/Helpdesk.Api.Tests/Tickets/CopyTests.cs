namespace Helpdesk.Api.Tests.Tickets;

/// <summary>Whoever copies with <c>updated_since</c> learns of everything.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class CopyTests(ApiFixture api)
{
    private const string Since = "2026-01-01T00:00:00Z";

    [Fact]
    public async Task Deleted_tickets_are_told_with_id_number_what_and_when_and_nothing_else()
    {
        var (admin, customer, stranger) = (await api.As("musterstadt", Role.Admin), await api.As("musterstadt", Role.Customer),
            await api.As("musterstadt", Role.Customer));
        var ticket = await customer.Open("Ein Geheimnis");
        var (mine, theirs) = (new Copy(customer), new Copy(stranger));
        await mine.Until(() => mine.Held.Contains(ticket.Id()));
        await admin.Delete($"{TicketCalls.Tickets}/{ticket.Id()}").ShouldAnswer(HttpStatusCode.NoContent);

        await mine.Until(() => mine.Gone.Count > 0);
        await theirs.Read();

        var gone = mine.Gone.ShouldHaveSingleItem();
        gone.Select(member => member.Key).ShouldBe(["id", "number", "what", "at"], ignoreOrder: true);
        ((string)gone["id"]!, (string)gone["number"]!, (string)gone["what"]!).ShouldBe((ticket.Id(), (string)ticket["number"]!, "deleted"));
        mine.Held.ShouldBeEmpty();
        theirs.Gone.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_becomes_a_customer_lets_go_of_what_they_saw_as_staff()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (agent, id) = await api.Person("musterstadt", Role.Agent);
        var (others, own) = ((await (await api.As("musterstadt", Role.Customer)).Open()).Id(), (await agent.Open()).Id());
        var copy = new Copy(agent);
        await copy.Until(() => copy.Held.Contains(others) && copy.Held.Contains(own));
        var person = await admin.Get($"/api/v1/users/{id}").Json();
        await admin.Patch($"/api/v1/users/{id}", new { role = "customer" }, ("If-Match", $"\"{person["version"]}\""))
            .ShouldAnswer(HttpStatusCode.OK);

        await copy.Until(() => !copy.Held.Contains(others));

        copy.Held.ShouldBe([own]);
        copy.Gone.ShouldAllBe(gone => (string)gone["what"]! == "no_longer_visible");
    }

    [Fact]
    public async Task A_merged_ticket_says_into_which_and_refuses_with_the_number_of_that_one()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var (source, target) = (await customer.Open(), await customer.Open());
        var number = (string)target["number"]!;
        await agent.Post($"{TicketCalls.Tickets}/{source["number"]}/merge", new { target = number.ToLowerInvariant() })
            .ShouldAnswer(HttpStatusCode.OK);

        var item = (await customer.Get($"{TicketCalls.Tickets}?limit=200").Json())["items"]!.AsArray()
            .Single(one => (string)one!["id"]! == source.Id())!;
        ((string)item["merged_into"]!["ticket"]!, (string)item["merged_into"]!["number"]!).ShouldBe((target.Id(), number));
        using var refused = await customer.Say(source.Id(), "Und jetzt?");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadAsStringAsync()).ShouldContain(number);
    }

    [Fact]
    public async Task Other_tickets_are_named_by_number_where_tickets_are_linked()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var (one, other) = (await customer.Open(), await customer.Open());
        var links = $"{TicketCalls.Tickets}/{one["number"]}/links";

        var linked = await agent.Post(links, new { ticket = (string)other["number"]!, kind = "blocks" }).Json();
        ((string)linked["links"]![0]!["ticket"]!).ShouldBe(other.Id());
        (await agent.Delete($"{links}/blocks/{other["number"]}").Json())["links"]!.AsArray().ShouldBeEmpty();

        foreach (var unknown in new[] { "MUST-999999", Guid.CreateVersion7().ToString() })
            await agent.Post(links, new { ticket = unknown }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await agent.Post(links, new { ticket = "nichts" }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        // Which numbers there are is nothing for whoever may not link.
        foreach (var named in new[] { "MUST-999999", (string)other["number"]! })
            await customer.Post(links, new { ticket = named }).ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
    }

    [Fact]
    public async Task Words_of_comments_are_found_by_whoever_may_read_them_and_not_when_they_were_withdrawn()
    {
        var (agent, customer) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Customer));
        var (ticket, note, answer) = ((await customer.Open("Straßenlaterne")).Id(), $"notiz{Some.Number()}x", $"antwort{Some.Number()}x");
        await agent.Say(ticket, $"Geht an {note}", "internal").ShouldAnswer(HttpStatusCode.Created);
        var said = await agent.Say(ticket, $"Bitte {answer} lesen").Json(HttpStatusCode.Created);

        await agent.Finds(note);
        await agent.Finds(answer);
        (await Found(agent, $"strassenlaterne {note}")).ShouldBe([ticket]);
        (await Found(customer, $"strassenlaterne {answer.ToUpperInvariant()}")).ShouldBe([ticket]);
        (await Found(customer, note)).ShouldBeEmpty();
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/comments/{said.Id()}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        (await Found(agent, answer)).ShouldBeEmpty();
    }

    private static async Task<string[]> Found(HttpClient who, string words) =>
        [.. (await who.Get($"{TicketCalls.Tickets}?text={Uri.EscapeDataString(words)}").Json()).Ids()];

    private sealed class Copy(HttpClient reader)
    {
        private string? cursor;

        public HashSet<string> Held { get; } = [];

        public List<JsonObject> Gone { get; } = [];

        public async Task Read()
        {
            var behind = cursor is null ? "" : $"&cursor={cursor}";
            var page = await reader.Get($"{TicketCalls.Tickets}?updated_since={Since}&limit=200{behind}").Json();
            Held.UnionWith(page.Ids());
            foreach (var gone in page["gone"]!.AsArray().Select(one => one!.AsObject()))
            {
                Gone.Add(gone);
                Held.Remove((string)gone["id"]!);
            }

            cursor = (string?)page["next_cursor"] ?? cursor;
        }

        // Changes are held back while any older transaction runs; roles are remembered for some seconds.
        public Task Until(Func<bool> enough) => Eventually.Holds(async () =>
        {
            await Read();
            return enough();
        });
    }
}

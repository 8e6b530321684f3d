using Helpdesk.Api.Tests.Attachments;
using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Search;

/// <summary>The search as people use it: over tickets and people, in one tenant and at the desk.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class SearchTests(ApiFixture api)
{
    [Fact]
    public async Task A_ticket_is_found_by_a_word_of_a_comment_with_a_typo_in_two_steps()
    {
        var (customer, agent) = (await api.Person("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var ticket = (await customer.Client.Open("Laterne dunkel")).Id();
        await agent.Say(ticket, "Der Vorschaltgerätewechsel ist beauftragt.").ShouldAnswer(HttpStatusCode.Created);
        await Found(customer.Client, "vorschaltgerätewechsel");

        var nothing = await Search(customer.Client, "vorschaltgeraetewecshel");
        var typed = (string)nothing["suggestion"]!;
        var found = await Search(customer.Client, typed);

        ((int)nothing["total"]!, typed, (int)found["total"]!).ShouldBe((0, "vorschaltgerätewechsel", 1));
        var item = found["items"]![0]!;
        ((string)item["type"]!, item.Id(), (string)item["title"]!, (string)item["snippet"]!, (string)item["reasons"]![0]!).ShouldBe(
            ("ticket", ticket, "Laterne dunkel", "Der <mark>Vorschaltgerätewechsel</mark> ist beauftragt.", "comment"));
        ((bool)found["degraded"]!, found["suggestion"]).ShouldBe((false, null));
    }

    [Fact]
    public async Task Staff_find_people_by_name_and_address_and_the_tickets_of_a_requester()
    {
        var (agent, admin) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Admin));
        var (name, email) = ($"Jörg Nußbaum{Some.Number()}", Some.Email());
        var person = (await admin.Post("/api/v1/users", new { email, name, role = "customer" }).Json(HttpStatusCode.Created)).Id();
        var ticket = (await agent.Post(
            TicketCalls.Tickets, new { subject = "Für ihn", description = "x", requester = person }).Json(HttpStatusCode.Created)).Id();
        var words = $"joerg {name["Jörg ".Length..].Replace("ß", "ss")}";
        await Found(agent, words, 2);

        var both = await Search(agent, words);
        both["items"]!.AsArray().Select(item => ((string)item!["type"]!, item.Id(), (string)item["reasons"]![0]!)).ShouldBe(
            [("person", person, "name"), ("ticket", ticket, "requester")], ignoreOrder: true);
        (await Search(agent, words, "&type=person")).Ids().ShouldBe([person]);
        (await Search(agent, email, "&type=person"))["items"]![0]!["reasons"]![0]!.ToString().ShouldBe("email");
        (await Search(agent, words, "&status=open")).Ids().ShouldBe([ticket]);

        var customer = await api.As("musterstadt", Role.Customer);
        ((int)(await Search(customer, words))["total"]!).ShouldBe(0);
        await customer.Get($"/api/v1/search?q=x&type=person").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        await admin.Delete($"/api/v1/users/{person}").ShouldAnswer(HttpStatusCode.NoContent);
        ((int)(await Search(agent, words, "&type=person"))["total"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_finds_by_an_address_that_they_are_not_shown()
    {
        var (agent, admin) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Admin));
        var key = await admin.Post("/api/v1/api-keys", new { name = "Suche", scopes = new[] { "tickets:read" } }).Json(
            HttpStatusCode.Created);
        var program = api.Client("musterstadt", (string)key["key"]!);
        var (name, email) = ($"Zacharias{Some.Number()}x", $"person{Some.Number()}x@leckstelle.example");
        var person = (await admin.Post("/api/v1/users", new { email, name, role = "customer" }).Json(HttpStatusCode.Created)).Id();
        var ticket = (await agent.Post(
            TicketCalls.Tickets, new { subject = "Für ihn", description = "x", requester = person }).Json(HttpStatusCode.Created)).Id();
        await Found(agent, email, 2);
        (await Listed(agent, email)).ShouldBe([ticket]);
        ((string)(await Search(agent, "leckstlele"))["suggestion"]!).ShouldBe("leckstelle");

        await Nothing(program);
        (await Search(program, name)).Ids().ShouldBe([ticket]);
        await admin.Delete($"/api/v1/users/{person}").ShouldAnswer(HttpStatusCode.NoContent);
        await Nothing(agent);
        (await Search(agent, name)).Ids().ShouldBe([ticket]);

        async Task Nothing(HttpClient client)
        {
            foreach (var words in (string[])[email, "leckstelle", "leckstlele"])
            {
                var found = await Search(client, words);
                ((int)found["total"]!, found["suggestion"]).ShouldBe((0, null), words);
                (await Listed(client, words)).ShouldBeEmpty(words);
            }
        }

        static async Task<IReadOnlyList<string>> Listed(HttpClient client, string words) =>
            [.. (await client.Get($"/api/v1/tickets?text={Uri.EscapeDataString(words)}").Json()).Ids()];
    }

    [Fact]
    public async Task What_a_customer_is_told_is_what_the_ticket_shows_them()
    {
        var (customer, agent) = (await api.Person("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var (note, tag, queue) = ($"notiz{Some.Number()}x", Some.Word(), Some.Word());
        var ticket = (await customer.Client.Open("Gehweg")).Id();
        await agent.Say(ticket, $"Intern {note}", "internal").ShouldAnswer(HttpStatusCode.Created);
        await agent.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{ticket}/tags/{tag}", null).Json();
        await agent.Change(ticket, (int)(await agent.Read(ticket))["version"]!, new { queue }).Json();
        await Found(agent, note);
        await Found(agent, tag);

        foreach (var words in (string[])[note, tag, $"gehweg {note}", note[..^1] + "y"])
        {
            var told = await Search(customer.Client, words);
            ((int)told["total"]!, told["suggestion"], told["items"]!.AsArray().Count).ShouldBe((0, null, 0), words);
        }

        var own = await Search(customer.Client, "gehweg");
        (own["facets"]!["queue"], own["facets"]!["tag"], own["facets"]!["team"], (int)own["facets"]!["status"]!["open"]!).ShouldBe(
            (null, null, null, 1));
        var staffs = await Search(agent, note);
        ((int)staffs["facets"]!["queue"]![queue]!, (int)staffs["facets"]!["tag"]![tag]!).ShouldBe((1, 1));
        foreach (var filter in (string[])["queue=x", "team=x", "tag=x"])
            await customer.Client.Get($"/api/v1/search?q=gehweg&{filter}").ShouldRefuse(
                HttpStatusCode.UnprocessableEntity, "invalid-query");
    }

    [Fact]
    public async Task Whoever_was_staff_a_moment_ago_and_is_not_any_more_gets_nothing_of_it()
    {
        var (admin, agent) = (await api.As("musterstadt", Role.Admin), await api.Person("musterstadt", Role.Agent));
        var word = Some.Word();
        await (await api.As("musterstadt", Role.Customer)).Open(word);
        await Found(agent.Client, word);

        var person = await admin.Get($"/api/v1/users/{agent.Id}");
        await admin.Patch($"/api/v1/users/{agent.Id}", new { role = "customer" }, ("If-Match", person.Headers.ETag!.ToString()))
            .ShouldAnswer(HttpStatusCode.OK);

        ((int)(await Search(agent.Client, word))["total"]!).ShouldBe(0);
    }

    [Fact]
    public async Task A_deleted_ticket_is_found_by_nobody_from_that_moment_on()
    {
        var (admin, word) = (await api.As("musterstadt", Role.Admin), Some.Word());
        var ticket = (await admin.Open(word)).Id();
        await Found(admin, word);

        await admin.Delete($"{TicketCalls.Tickets}/{ticket}").ShouldAnswer(HttpStatusCode.NoContent);

        ((int)(await Search(admin, word))["total"]!).ShouldBe(0);
    }

    [Fact]
    public async Task At_the_desk_the_tenants_served_are_searched_and_no_other()
    {
        var word = Some.Word();
        var one = (await (await api.As("musterstadt", Role.Customer)).Open(word)).Id();
        var two = (await (await api.As("beispielburg", Role.Customer)).Open(word)).Id();
        var (both, onlyHere) = (Some.Email(), Some.Email());
        await api.EnrolServiceStaff(both, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        await api.EnrolServiceStaff(onlyHere, (api.Musterstadt, Role.Agent));
        var (desk, narrow) = (await api.SignedIn("desk", both), await api.SignedIn("desk", onlyHere));
        await Found(desk, word, 2);

        (await Search(desk, word))["items"]!.AsArray().Select(item => ((string)item!["tenant"]!, item.Id())).ShouldBe(
            [("musterstadt", one), ("beispielburg", two)], ignoreOrder: true);
        (await Search(narrow, word)).Ids().ShouldBe([one]);
        (await desk.Get($"/api/v1/tenants/beispielburg/search?q={word}").Json()).Ids().ShouldBe([two]);
    }

    [Fact]
    public async Task A_page_goes_on_where_it_ended()
    {
        var (customer, word) = (await api.Person("musterstadt", Role.Customer), Some.Word());
        for (var n = 0; n < 3; n++)
            await customer.Client.Open(word);
        await Found(customer.Client, word, 3);

        var first = await Search(customer.Client, word, "&limit=2");
        var second = await Search(customer.Client, word, $"&limit=2&cursor={first["next_cursor"]}");

        first.Ids().Concat(second.Ids()).Distinct().Count().ShouldBe(3);
        (second["next_cursor"], (int)second["total"]!).ShouldBe((null, 3));
        await customer.Client.Get($"/api/v1/search?q=anderes&cursor={first["next_cursor"]}").ShouldRefuse(
            HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task A_file_is_found_by_its_name()
    {
        var customer = await api.Person("musterstadt", Role.Customer);
        var ticket = (await customer.Client.Open("Mit Datei")).Id();
        var attached = await customer.Client.Attach(ticket, FileCalls.Pdf).Json(HttpStatusCode.Created);
        var name = Path.GetFileNameWithoutExtension((string)attached["file_name"]!);

        await Eventually.Holds(async () => (await Search(customer.Client, $"\"{name}\"")).Ids().Contains(ticket));
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("?q=", "required")]
    [InlineData("?q=%25_%3A", "required")]
    [InlineData("?q=a&type=articles", "unknown-word")]
    [InlineData("?q=a&limit=0", "out-of-range")]
    [InlineData("?q=a%00", "control-character")]
    public async Task A_question_that_is_none_is_refused_with_the_reason(string query, string code)
    {
        var refused = await (await api.As("musterstadt", Role.Agent)).Get($"/api/v1/search{query}").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid-query");
        ((string)refused["errors"]![0]!["code"]!).ShouldBe(code);
    }

    [Fact]
    public async Task Long_and_odd_questions_are_bounded_or_harmless()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var (tooMany, most) = (string.Join('-', Enumerable.Range(0, 21)), string.Join('-', Enumerable.Range(0, 20)));
        ((string)(await agent.Get($"/api/v1/tickets?text={tooMany}").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid-query"))["errors"]![0]!["code"]!).ShouldBe("too-many");
        foreach (var query in (string[])[$"/api/v1/tickets?text={most}", $"/api/v1/search?q={most}"])
            await agent.Get(query).ShouldAnswer(HttpStatusCode.OK);
        foreach (var (words, code) in new[]
            { (new string('a', 201), "too-long"), (string.Join(' ', Enumerable.Range(0, 21)), "too-many"), (tooMany, "too-many") })
        {
            foreach (var query in (string[])[$"/api/v1/search?q={Uri.EscapeDataString(words)}"])
                ((string)(await agent.Get(query).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query"))["errors"]![0]!["code"]!)
                    .ShouldBe(code);
        }

        foreach (var words in (string[])[
            "-1234", "a:b", "x & y | !z", "(a", "'; drop table ticket; --", "\\", "*a*", "a%_b", "\"offen a", "\ud83d\ude00 a",
            "<script>a"])
        {
            var answer = await agent.Get($"/api/v1/search?q={Uri.EscapeDataString(words)}");
            answer.StatusCode.ShouldBe(words == "\\" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, words);
        }
    }

    private static Task<JsonNode> Search(HttpClient client, string words, string rest = "") =>
        client.Get($"/api/v1/search?q={Uri.EscapeDataString(words)}{rest}").Json();

    // The index follows what happens; how long that takes is no part of any test.
    private static Task Found(HttpClient client, string words, int count = 1) =>
        Eventually.Holds(async () => (int)(await Search(client, words))["total"]! == count, words);
}

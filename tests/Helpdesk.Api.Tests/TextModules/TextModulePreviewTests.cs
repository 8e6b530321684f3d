using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.TextModules;

[Collection(SharedHosts.MovedForTowns)]
public sealed class TextModulePreviewTests(ApiFixture api)
{
    private const string Town = "musterstadt";

    [Fact]
    public async Task A_preview_is_filled_for_the_ticket_and_whoever_writes()
    {
        var (agent, _) = await api.Person(Town, Role.Agent);
        var (customer, _) = await api.Person(Town, Role.Customer);
        await agent.Patch("/api/v1/me", new { name = "Achim Muster" }).ShouldAnswer(HttpStatusCode.OK);
        await customer.Patch("/api/v1/me", new { name = "Erika Beispiel" }).ShouldAnswer(HttpStatusCode.OK);
        var ticket = await customer.Open("{{agent.name}} druckt nicht");
        var module = await Made(
            "{{requester.name}}, {{ ticket.number }} {{ticket.subject}}, {{agent.name}}", "Hello {{tenant.name}}");
        var path = Preview(ticket.Id(), module);

        var german = await agent.Post(path, new { }).Json();
        var english = await agent.Post(path, new { language = "en" }).Json();

        (Text(german), (string)german["language"]!).ShouldBe(
            ($"Erika Beispiel, {ticket["number"]} {{{{agent.name}}}} druckt nicht, Achim Muster", "de"));
        german["missing"]!.AsArray().ShouldBeEmpty("what stands in a subject is no place");
        (Text(english), (string)english["language"]!).ShouldBe(("Hello musterstadt", "en"));
        Text(await agent.Post(Preview((string)ticket["number"]!, module), new { }).Json()).ShouldBe(Text(german));
        await customer.Post(path, new { }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await agent.Post(Preview(Guid.CreateVersion7().ToString(), module), new { }).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await agent.Post(Preview(ticket.Id(), Guid.CreateVersion7().ToString()), new { }).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
        var refused = await agent.Post(path, new { language = "fr" }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        ((string)refused["errors"]![0]!["pointer"]!).ShouldBe("/language");
    }

    [Fact]
    public async Task Without_a_wish_it_is_in_the_language_of_whoever_reads_it_or_in_the_one_that_there_is()
    {
        var (agent, _) = await api.Person(Town, Role.Agent);
        var (customer, _) = await api.Person(Town, Role.Customer);
        await customer.Patch("/api/v1/me", new { language = "en" }).ShouldAnswer(HttpStatusCode.OK);
        var ticket = (await customer.Open()).Id();
        var (both, german) = (await Made("Guten Tag", "Hello"), await Made("Nur deutsch", null));

        Text(await agent.Post(Preview(ticket, both), new { }).Json()).ShouldBe("Hello");
        Text(await agent.Post(Preview(ticket, both), new { language = "de" }).Json()).ShouldBe("Guten Tag");
        var fallen = await agent.Post(Preview(ticket, german), new { }).Json();
        (Text(fallen), (string)fallen["language"]!).ShouldBe(("Nur deutsch", "de"));
    }

    [Fact]
    public async Task What_nobody_knows_any_more_is_told_and_stays_to_be_seen()
    {
        var email = Some.Email();
        var requester = await api.Enrol(api.Musterstadt, Role.Customer, email, "Gerda Gegangen");
        var ticket = (await (await api.SignedIn(Town, email)).Open()).Id();
        var module = await Made("Guten Tag {{ requester.name }}, {{requester.name}}", null);
        (await api.Postgres.Run("delete from membership where account_id = $1", requester)).ShouldBe(1);
        api.Time.Advance(TimeSpan.FromSeconds(5));

        var preview = await (await api.As(Town, Role.Agent)).Post(Preview(ticket, module), new { }).Json();

        (Text(preview), (string)preview["language"]!).ShouldBe(("Guten Tag {{requester.name}}, {{requester.name}}", "de"));
        preview["missing"]!.AsArray().Select(one => (string)one!).ShouldBe(["requester.name"]);
    }

    [Fact]
    public async Task Those_are_offered_for_a_ticket_that_are_for_its_category_queue_and_team()
    {
        var (agent, _) = await api.Person(Town, Role.Agent);
        var (customer, _) = await api.Person(Town, Role.Customer);
        var (queue, team) = (Some.Word(), Some.Word());
        await api.Team(Town, team);
        var ticket = await customer.Open();
        await agent.Change(ticket.Id(), ticket.Version(), new { category = "it", queue, team }).ShouldAnswer(HttpStatusCode.OK);
        var any = await Made("Für alle", null);
        var here = await Made("Hier", null, new { categories = new[] { "cms", "IT" }, queues = new[] { queue }, teams = new[] { team } });
        var elsewhere = await Made(
            "Anderswo", null, new { categories = new[] { "it" }, queues = new[] { Some.Word() }, teams = Array.Empty<string>() });
        var path = $"{TicketCalls.Tickets}/{ticket.Id()}/text-modules";

        var offered = (await agent.Get(path).Json()).Ids().ToList();

        new[] { any, here, elsewhere }.Select(offered.Contains).ShouldBe([true, true, false]);
        Text(await agent.Post(Preview(ticket.Id(), elsewhere), new { }).Json()).ShouldBe("Anderswo");
        await customer.Get(path).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await (await api.As("beispielburg", Role.Agent)).Get(path).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Service_staff_use_the_municipalitys_own_at_the_desk_in_their_own_name()
    {
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent));
        var desk = await api.SignedIn("desk", email);
        await desk.Patch("/api/v1/me", new { name = "Doris Dienst" }).ShouldAnswer(HttpStatusCode.OK);
        var ticket = (await (await api.As(Town, Role.Customer)).Open()).Id();
        var module = await Made("{{agent.name}} für {{tenant.name}}", null);
        var path = $"/api/v1/tenants/{Town}/tickets/{ticket}/text-modules";

        (await desk.Get(path).Json()).Ids().ShouldContain(module);
        Text(await desk.Post($"{path}/{module}/preview", new { }).Json()).ShouldBe("Doris Dienst für musterstadt");
        await desk.Get($"/api/v1/tenants/beispielburg/text-modules/{module}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    private static string Preview(string ticket, string module) => $"{TicketCalls.Tickets}/{ticket}/text-modules/{module}/preview";

    private static string Text(JsonNode preview) => (string)preview["text"]!;

    private async Task<string> Made(string? de, string? en, object? places = null)
    {
        var module = new JsonObject
        {
            ["name"] = "Anrede",
            ["shortcut"] = Some.Word(),
            ["bodies"] = new JsonObject { ["de"] = de, ["en"] = en },
        };
        foreach (var (member, keys) in System.Text.Json.JsonSerializer.SerializeToNode(places ?? new { })!.AsObject())
            module[member] = keys!.DeepClone();
        var manager = await api.As(Town, Role.Manager);
        return (await manager.Post("/api/v1/text-modules", module.ToJsonString()).Json(HttpStatusCode.Created)).Id();
    }
}

using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.TextModules;

[Collection(SharedHosts.TwoTowns)]
public sealed class TextModuleTests(ApiFixture api)
{
    private const string Modules = "/api/v1/text-modules";

    [Fact]
    public async Task Managers_keep_them_staff_use_them_and_customers_do_neither()
    {
        var (manager, agent, customer) = (await api.As("musterstadt", Role.Manager), await api.As("musterstadt", Role.Agent),
            await api.As("musterstadt", Role.Customer));
        var shortcut = Some.Word();
        var made = await manager.Post(Modules, Module(shortcut)).Json(HttpStatusCode.Created);
        var path = $"{Modules}/{made.Id()}";

        (await agent.Get(Modules).Json()).Ids().ShouldContain(made.Id());
        ((string)(await agent.Get(path).Json())["bodies"]!["de"]!).ShouldBe("Guten Tag {{requester.name}}");
        await agent.Post(Modules, Module(Some.Word())).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await customer.Get(Modules).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await manager.Post(Modules, Module(shortcut.ToUpperInvariant())).ShouldRefuse(HttpStatusCode.Conflict, "shortcut-taken");

        var changed = await manager.Send(
            HttpMethod.Put, path, $$$"""{"name":"Neu","shortcut":"{{{shortcut}}}","bodies":{"en":"Hello"}}""",
            ("If-Match", $"\"{made.Version()}\"")).Json();
        ((string)changed["name"]!, (string?)changed["bodies"]!["de"], (string)changed["bodies"]!["en"]!).ShouldBe(("Neu", null, "Hello"));
        await manager.Send(HttpMethod.Put, path, $$$"""{"name":"Alt","shortcut":"{{{shortcut}}}","bodies":{"en":"Hello"}}""",
            ("If-Match", $"\"{made.Version()}\"")).ShouldRefuse(HttpStatusCode.PreconditionFailed, "stale-version");
        await agent.Delete(path).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await manager.Delete(path).ShouldAnswer(HttpStatusCode.NoContent);
        await agent.Get(path).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task All_that_is_wrong_with_one_is_told_at_once()
    {
        var manager = await api.As("musterstadt", Role.Manager);

        var refused = await manager.Post(Modules, new
        {
            name = "Test",
            shortcut = "!",
            bodies = new { de = "{{kunde}}" },
            queues = new[] { "!" },
        }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        var none = await manager.Post(Modules, new { name = "Test", shortcut = Some.Word(), bodies = new { } }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");

        refused["errors"]!.AsArray().Select(fault => $"{fault!["pointer"]} {fault["code"]}").ShouldBe(
            ["/shortcut bad-key", "/bodies/de bad-template", "/queues/0 bad-key"]);
        ((string)none["errors"]![0]!["pointer"]!).ShouldBe("/bodies");
    }

    [Fact]
    public async Task A_preview_is_filled_for_the_ticket_and_whoever_writes_in_the_language_of_whoever_reads()
    {
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = await customer.Open("Drucker");
        var (mine, theirs) = ((string)(await agent.Get("/api/v1/me").Json())["name"]!,
            (string)(await customer.Get("/api/v1/me").Json())["name"]!);
        var made = await (await api.As("musterstadt", Role.Manager)).Post(Modules, new
        {
            name = "Anrede",
            shortcut = Some.Word(),
            bodies = new { de = "{{requester.name}}, {{ticket.number}} {{ticket.subject}}, {{agent.name}}", en = "Hello {{tenant.name}}" },
        }).Json(HttpStatusCode.Created);
        var path = $"{TicketCalls.Tickets}/{ticket.Id()}/text-modules/{made.Id()}/preview";

        var german = await agent.Post(path, new { language = "de" }).Json();
        var english = await agent.Post(path, new { language = "en" }).Json();

        ((string)german["text"]!, (string)german["language"]!).ShouldBe(($"{theirs}, {ticket["number"]} Drucker, {mine}", "de"));
        german["missing"]!.AsArray().ShouldBeEmpty();
        ((string)english["text"]!).ShouldBe("Hello musterstadt");
        await customer.Post(path, new { }).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await agent.Post($"{TicketCalls.Tickets}/{Guid.CreateVersion7()}/text-modules/{made.Id()}/preview", new { }).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
    }

    private static object Module(string shortcut) => new
    {
        name = "Anrede",
        shortcut,
        bodies = new { de = "Guten Tag {{requester.name}}" },
        categories = new[] { "it" },
    };
}

using Helpdesk.Api.Tests.Tenants;
using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.TextModules;

[Collection(SharedHosts.ManyTowns)]
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
    public async Task Adding_one_twice_with_one_key_adds_one_and_what_GET_says_changes_nothing()
    {
        var manager = await api.As("musterstadt", Role.Manager);
        var (key, module) = (("Idempotency-Key", Some.Word()), Module(Some.Word()));
        var made = await manager.Post(Modules, module, key);
        var again = await manager.Post(Modules, module, key);
        var body = await Task.FromResult(made).Json(HttpStatusCode.Created);
        var path = $"{Modules}/{body.Id()}";

        (await Task.FromResult(again).Json(HttpStatusCode.Created)).ToJsonString().ShouldBe(body.ToJsonString());
        (again.Headers.GetValues("Idempotency-Replayed").Single(), made.Headers.Location!.ToString()).ShouldBe(("true", path));
        var unchanged = manager.Send(HttpMethod.Put, path, body.ToJsonString(), ("If-Match", made.Headers.ETag!.ToString()));
        (await unchanged.Json()).Version().ShouldBe(body.Version());
        await manager.Send(HttpMethod.Put, path, body.ToJsonString()).ShouldRefuse((HttpStatusCode)428, "if-match-required");
        await manager.Delete(path, ("If-Match", $"\"{body.Version() + 1}\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Fact]
    public async Task The_audit_log_says_what_stood_there_before()
    {
        var town = await TestTown.New(api);
        var made = await town.Admin.Post(Modules, Module("eins")).Json(HttpStatusCode.Created);
        var other = await town.Admin.Post(Modules, Module("zwei")).Json(HttpStatusCode.Created);
        var path = $"{Modules}/{made.Id()}";
        await town.Admin.Send(HttpMethod.Put, path, """{"name":"Neu","shortcut":"eins","bodies":{"en":"Hello"}}""",
            ("If-Match", $"\"{made.Version()}\"")).ShouldAnswer(HttpStatusCode.OK);
        await town.Admin.Delete(path).ShouldAnswer(HttpStatusCode.NoContent);

        var log = (await town.Admin.Get("/api/v1/audit?kind=text_modules").Json())["items"]!.AsArray();

        log.Select(entry => ((string)entry!["kind"]!, (string?)entry["before"]?["name"], (string?)entry["after"]?["name"])).ShouldBe(
        [
            ("text_modules.removed", "Neu", null), ("text_modules.changed", "Anrede", "Neu"), ("text_modules.added", null, "Anrede"),
            ("text_modules.added", null, "Anrede"),
        ]);
        (await town.Admin.Get(Modules).Json()).Ids().ShouldBe([other.Id()]);
    }

    private static object Module(string shortcut) => new
    {
        name = "Anrede",
        shortcut,
        bodies = new { de = "Guten Tag {{requester.name}}" },
        categories = new[] { "it" },
    };
}

using System.Net;
using System.Text.Json.Nodes;
using Helpdesk.Api.Tests.Fixtures;
using Helpdesk.Domain.Access;
using Helpdesk.Testing;

namespace Helpdesk.Api.Tests.Isolation;

/// <summary>
/// The proof that one municipality learns nothing of another and changes nothing there, made from the OpenAPI document: a route that is added is in it,
/// and one whose ids no <see cref="Makers"/> entry knows fails it.
/// </summary>
public sealed class IsolationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Own = "musterstadt";
    private const string Foreign = "beispielburg";

    /// <summary>By the part of the path before an id: how to make such a thing in a municipality, as its admin.</summary>
    private Dictionary<string, Func<HttpClient, Task<string>>> Makers => new()
    {
        ["tickets"] = admin => Made(admin, "/api/v1/tickets", new { subject = "Geheim", description = "Nur für uns." }),
        ["links"] = admin => Made(admin, "/api/v1/tickets", new { subject = "Geheim", description = "Auch nur für uns." }),
        ["users"] = admin => Made(admin, "/api/v1/users", new { email = Some.Email(), name = "Erika Geheim", role = "customer" }),
        ["api-clients"] = admin => Made(admin, "/api/v1/api-clients", new { name = "Geheim", scopes = new[] { "tickets:read" } }),
        ["api-keys"] = admin => Made(admin, "/api/v1/api-keys", new { name = "Geheim", scopes = new[] { "tickets:read" } }),
        ["time-entries"] = async admin => await Made(
            admin, $"/api/v1/tickets/{await Made(admin, "/api/v1/tickets", new { subject = "Geheim", description = "Mit Zeit." })}/time-entries", new { minutes = 5 }),
        ["sessions"] = async admin => (string)(await admin.Get("/api/v1/auth/sessions").Json())["items"]![0]!["id"]!,
        ["calendars"] = admin => Made(admin, "/api/v1/sla/calendars", Example("AddCalendar")),
        ["notifications"] = Notification,
        ["provider-access"] = ProviderAccess,
        ["policies"] = async admin => (string)(await admin.Get("/api/v1/sla/policies").Json())["items"]![0]!["id"]!,
    };

    [Fact]
    public async Task Every_id_of_another_municipality_answers_like_one_that_does_not_exist()
    {
        var (own, foreign) = (await Things(Own), await Things(Foreign));
        var before = await Rows();
        var (cases, faults) = (0, new List<string>());
        foreach (var role in new[] { Role.Customer, Role.Agent, Role.Admin })
        {
            var caller = await api.As(Own, role);
            foreach (var (operation, asked) in Cases())
            {
                var theirs = await Ask(caller, operation, own, asked, foreign[Collection(operation.Path, asked)]);
                var nobodys = await Ask(caller, operation, own, asked, Guid.CreateVersion7().ToString());
                cases++;
                if (theirs != nobodys || theirs.Status < 400)
                    faults.Add($"{role} {operation.Id} {{{asked}}}: {theirs} instead of {nobodys}");
            }
        }

        cases.ShouldBeGreaterThan(60, "the document must have given cases");
        faults.ShouldBeEmpty();
        (await Rows()).ShouldBe(before);
    }

    [Theory]
    [InlineData(Foreign)]
    [InlineData("desk")]
    [InlineData("console")]
    public async Task A_credential_is_worth_nothing_at_another_host(string host)
    {
        var ours = (await api.As(Own, Role.Admin)).DefaultRequestHeaders.Authorization!.Parameter;
        var elsewhere = api.Client(host, ours);
        var kind = host == Foreign ? "tenant" : host;
        var operations = api.Contract.Operations
            .Where(operation => operation.Json["security"] is JsonArray { Count: > 0 } && (operation.Hosts.Count == 0 || operation.Hosts.Contains(kind))).ToList();
        operations.Count.ShouldBeGreaterThan(10);

        foreach (var operation in operations)
        {
            var path = operation.In("path").Aggregate(operation.Path, (filled, parameter) => filled.Replace($"{{{parameter["name"]}}}", $"{parameter["example"]}"));
            path = path.Replace("/tenants/musterstadt", $"/tenants/{Own}");
            await elsewhere.Send(new(operation.Method), path, null).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        }
    }

    [Fact]
    public async Task Headers_that_name_another_municipality_change_nothing()
    {
        var (own, foreign) = (await Things(Own), await Things(Foreign));
        var agent = await api.As(Own, Role.Agent);
        (string, string)[] forged = [("X-Tenant-Id", api.Beispielburg.ToString()), ("X-Tenant", Foreign), ("X-Forwarded-Host", $"{Foreign}.localhost"), ("Forwarded", $"host={Foreign}.localhost")];

        ((string?)(await agent.Get($"/api/v1/tickets/{own["tickets"]}", forged).Json())["id"]).ShouldBe(own["tickets"]);
        await agent.Get($"/api/v1/tickets/{foreign["tickets"]}", forged).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Interleaved_requests_see_their_own_municipality_only()
    {
        await Things(Own);
        await Things(Foreign);
        (HttpClient Client, string Prefix)[] both = [(await api.As(Own, Role.Agent), "MUST-"), (await api.As(Foreign, Role.Agent), "BEIS-")];

        var pages = await Task.WhenAll(Enumerable.Range(0, 200).Select(async index =>
        {
            var (client, prefix) = both[index % 2];
            var page = await client.Get("/api/v1/tickets").Json();
            return (Prefix: prefix, Numbers: page["items"]!.AsArray().Select(ticket => (string)ticket!["number"]!).ToList());
        }));

        pages.ShouldAllBe(page => page.Numbers.Count > 0 && page.Numbers.All(number => number.StartsWith(page.Prefix)));
    }

    /// <summary>Every operation of a municipality's own host, with each id in its path.</summary>
    private IEnumerable<(Operation Operation, string Asked)> Cases() =>
        from operation in api.Contract.Operations
        where operation.Path.StartsWith("/api/v1/", StringComparison.Ordinal) && (operation.Hosts.Count == 0 || operation.Hosts.Contains("tenant"))
        from parameter in operation.In("path")
        where (string?)parameter["schema"]!["format"] == "uuid"
        select (operation, (string)parameter["name"]!);

    private async Task<Seen> Ask(HttpClient caller, Operation operation, Dictionary<string, string> own, string asked, string id)
    {
        var path = operation.Path;
        foreach (var parameter in operation.In("path"))
        {
            var name = (string)parameter["name"]!;
            var value = name == asked ? id : (string?)parameter["schema"]!["format"] == "uuid" ? own[Collection(operation.Path, name)] : (string)parameter["example"]!;
            path = path.Replace($"{{{name}}}", value);
        }

        var body = operation.Json["requestBody"] is null ? null : Example(operation.Id)?.ToJsonString();
        (string, string)[] headers = operation.Parameter("If-Match") is null ? [] : [("If-Match", "\"1\"")];
        var answer = await caller.Send(new(operation.Method), path, body, headers);
        var text = await answer.Content.ReadAsStringAsync();
        var said = text.Length > 0 ? JsonNode.Parse(text)!.AsObject() : [];
        said.Remove("trace_id");
        return new((int)answer.StatusCode, said.ToJsonString().Replace(id, "<id>"));
    }

    private JsonNode? Example(string operation) =>
        api.Contract.Named(operation).Json["requestBody"]?["content"]?["application/json"]?["examples"]?["example"] is { } example
            ? api.Contract.Resolve(example)["value"]
            : null;

    private static string Collection(string path, string parameter) =>
        path[..path.IndexOf($"{{{parameter}}}", StringComparison.Ordinal)].Split('/').Last(part => part.Length > 0 && part[0] != '{');

    private async Task<Dictionary<string, string>> Things(string town)
    {
        var unknown = Cases().Select(one => Collection(one.Operation.Path, one.Asked)).Distinct().Except(Makers.Keys).ToList();
        unknown.ShouldBeEmpty("say in Makers how to make one, so that the new routes are proven too");

        var admin = await api.As(town, Role.Admin);
        var things = new Dictionary<string, string>();
        foreach (var (collection, make) in Makers)
            things[collection] = await make(admin);
        return things;
    }

    private static async Task<string> Made(HttpClient client, string path, object? body) =>
        (string)(await client.Post(path, body is JsonNode json ? json.ToJsonString() : body).Json(HttpStatusCode.Created))["id"]!;

    // The admins hear of it by themselves; only then is there nothing more to come.
    private async Task<string> ProviderAccess(HttpClient admin)
    {
        var console = await api.SignedIn("console", api.OperatorEmail);
        var grant = await Made(console, $"/api/v1/tenants/{admin.BaseAddress!.Host.Split('.')[0]}/provider-access", Example("RequestProviderAccess"));
        for (var tries = 0; (await api.Column($"select count(distinct version) from notification_item where stream_id = '{grant}'"))[0] != "2"; tries++)
        {
            tries.ShouldBeLessThan(200);
            await Task.Delay(50);
        }

        return grant;
    }

    // Nobody makes one by a request: it is what follows when something falls due.
    private async Task<string> Notification(HttpClient admin)
    {
        var (id, account) = (Guid.CreateVersion7(), (string)(await admin.Get("/api/v1/me").Json())["id"]!);
        var tenant = admin.BaseAddress!.Host.StartsWith(Own, StringComparison.Ordinal) ? api.Musterstadt : api.Beispielburg;
        await api.Column($"""
            insert into notification (tenant_id, id, account_id, kind, first_at, last_at, items, is_open)
            values ('{tenant}', '{id}', '{account}', 'sla_breach', now(), now(), 1, false) returning id
            """);
        return id.ToString();
    }

    /// <summary>Every row of the other municipality with the transaction that wrote it: an update that changes nothing shows as well. Links of
    /// the audit log follow the events by themselves, whenever they do; the events are looked at.</summary>
    private async Task<IReadOnlyList<string>> Rows()
    {
        var tables = await api.Column(
            "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and c.relname <> 'audit_link' order by 1");
        tables.Count.ShouldBeGreaterThan(5);
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange((await api.Column($"select xmin || ' ' || t::text from \"{table}\" t where tenant_id = '{api.Beispielburg}' order by 1")).Select(row => $"{table} {row}"));
        return rows;
    }

    private sealed record Seen(int Status, string Body);
}

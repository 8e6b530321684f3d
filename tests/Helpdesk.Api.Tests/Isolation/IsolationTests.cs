using Helpdesk.Api.Tests.Attachments;
using Helpdesk.Api.Tests.FeatureFlags;
using Helpdesk.Api.Tests.SignIn;
using Helpdesk.Api.Tests.Tickets;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tests.Isolation;

/// <summary>
/// The proof that one municipality learns nothing of another and changes nothing there, made from the OpenAPI document: a route that is
/// added is in it, and one whose ids no <see cref="Makers"/> entry knows fails it.
/// </summary>
public sealed partial class IsolationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Own = IsolationProof.Own;
    private const string Foreign = IsolationProof.Foreign;

    /// <summary>By the part of the path before an id: how to make such a thing in a municipality, as its admin.</summary>
    private Dictionary<string, Func<HttpClient, Task<string>>> Makers => new()
    {
        ["tickets"] = Discussed,
        ["links"] = Secret,
        ["users"] = Colleague,
        ["api-clients"] = admin => Made(admin, "/api/v1/api-clients", new { name = "Geheim", scopes = new[] { "tickets:read" } }),
        ["api-keys"] = admin => Made(admin, "/api/v1/api-keys", new { name = "Geheim", scopes = new[] { "tickets:read" } }),
        ["comments"] = async admin => await Made(admin, $"/api/v1/tickets/{await Secret(admin)}/comments", new { body = "Auch geheim" }),
        ["text-modules"] = admin => Made(
            admin, "/api/v1/text-modules", new { name = "Geheim", shortcut = Some.Word(), bodies = new { de = "Nur für uns." } }),
        ["scheduled"] = async admin => (string)(await admin.Post(
            $"/api/v1/tickets/{await Secret(admin)}/comments", new { body = "Geheim", send_at = DateTimeOffset.UtcNow.AddDays(30) })
            .Json(HttpStatusCode.Accepted))["id"]!,
        ["attachments"] = async admin => (string)(await admin.Attach(await Secret(admin),
            FileCalls.Pdf).Json(HttpStatusCode.Created))["id"]!,
        ["upload-sessions"] = admin => Made(admin, "/api/v1/upload-sessions", new { file_name = "geheim.pdf", size = 1_000 }),
        ["time-entries"] = async admin => await Made(admin, $"/api/v1/tickets/{await Secret(admin)}/time-entries", new { minutes = 5 }),
        ["passkeys"] = async admin =>
        {
            using var device = new SoftwareAuthenticator(admin.BaseAddress!.Host);
            return (string)(await admin.AddPasskey(device))["id"]!;
        },
        ["subscriptions"] = async admin =>
        {
            var browser = Example("SavePushSubscription")!.DeepClone();
            browser["endpoint"] = $"https://push.example/{Some.Word()}";
            return (string)(await admin.Send(HttpMethod.Put, "/api/v1/push/subscriptions", browser.ToJsonString()).Json())["id"]!;
        },
        ["sessions"] = async admin => (string)(await admin.Get("/api/v1/auth/sessions").Json())["items"]![0]!["id"]!,
        ["calendars"] = admin => Made(admin, "/api/v1/sla/calendars", Example("AddCalendar")),
        ["views"] = async admin => (string)(await admin.Post(
            "/api/v1/views", new { name = "Geheim", filters = "status=open" }).Json(HttpStatusCode.Created))["key"]!,
        ["notifications"] = Notification,
        ["parked-items"] = Parked,
        ["outbox"] = Mailed,
        ["blocked-addresses"] = Blocked,
        ["provider-access"] = ProviderAccess,
        ["staff"] = Colleague,
        ["categories"] = admin => MadeKey(admin, "/api/v1/categories"),
        ["queues"] = admin => MadeKey(admin, "/api/v1/queues"),
        ["teams"] = admin => MadeKey(admin, "/api/v1/teams"),
        ["flags"] = async admin =>
        {
            var key = Some.Word();
            await admin.Create(key, FlagCalls.FlagOn()).ShouldAnswer(HttpStatusCode.Created);
            await admin.Change(key, FlagCalls.FlagOn().With("description", "Geheim"), 1).ShouldAnswer(HttpStatusCode.OK);
            return key;
        },
        // There are only so many for one municipality.
        ["domains"] = async admin => (await admin.Get("/api/v1/domains").Json())["items"]!.AsArray() is [{ } present, ..]
            ? (string)present["id"]!
            : await Made(admin, "/api/v1/domains", new { host = $"host-{Some.Number()}.stadt.example" }),
        ["webhooks"] = async admin => (await admin.Get("/api/v1/webhooks").Json())["items"]!.AsArray() is [{ } present, ..]
            ? (string)present["id"]! : await Hooked(admin),
        // There are two at most.
        ["keys"] = async admin => (await admin.Get("/api/v1/mail/outgoing/dkim").Json())["keys"]!.AsArray() is [{ } present, ..]
            ? (string)present["selector"]! : (string)(await admin.Post("/api/v1/mail/outgoing/dkim/keys",
                Example("AddDkimKey")).Json(HttpStatusCode.Created))["selector"]!,
        ["deliveries"] = async admin => await Told(admin, await Hooked(admin)),
        ["policies"] = async admin => (string)(await admin.Get("/api/v1/sla/policies").Json())["items"]![0]!["id"]!,
    };

    /// <summary>By the name of a member of a body or of a query parameter: which maker makes what it names.</summary>
    private static readonly Dictionary<string, string> References = new()
    {
        ["ticket"] = "tickets",
        ["seen"] = "comments",
        ["target"] = "tickets",
        ["subject"] = "tickets",
        ["requester"] = "staff",
        ["assignee"] = "staff",
        ["owner"] = "staff",
        ["user"] = "staff",
        ["actor"] = "staff",
        ["members"] = "staff",
        ["hand_over_to"] = "staff",
        ["calendar"] = "calendars",
        ["ids"] = "policies",
        ["category"] = "categories",
        ["queue"] = "queues",
        ["queues"] = "queues",
        ["teams"] = "teams",
        ["categories"] = "categories",
        ["muted_queues"] = "queues",
        ["team"] = "teams",
        ["hand_over_team"] = "teams",
    };

    /// <summary>By operation: a body that is good, where the document's example depends on what is there.</summary>
    private static readonly Dictionary<string, Func<HttpClient, Task<JsonNode>>> Bodies = new()
    {
        ["ActOnTickets"] = TakeOne,
        ["PreviewActOnTickets"] = TakeOne,
        ["ReorderPolicies"] = async admin => new JsonObject
        {
            ["ids"] = new JsonArray(
                [.. (await admin.Get("/api/v1/sla/policies").Json())["items"]!.AsArray().Select(policy => policy!["id"]!.DeepClone())]),
        },
        ["ReplaceUser"] = _ => Task.FromResult(JsonNode.Parse("""{"name":"Erika","language":"de","role":"agent","status":"suspended"}""")!),
        ["TestMailServer"] = async admin => new JsonObject { ["to"] = (string)(await admin.Get("/api/v1/me").Json())["email"]! },
        ["ChangeUser"] = _ => Task.FromResult(JsonNode.Parse("""{"status":"suspended"}""")!),
        ["PutFlag"] = _ => Task.FromResult<JsonNode>(FlagCalls.FlagOn()),
        ["PreviewFlag"] = _ => Task.FromResult<JsonNode>(FlagCalls.FlagOn()),
        ["ReplaceTeam"] = _ => Task.FromResult(JsonNode.Parse("""{"name":{"de":"Geheim","en":"Secret"}}""")!),
    };

    /// <summary>
    /// In paths, and no name of a municipality's thing: words of the API, slugs, and links that are signed for one ticket.
    /// </summary>
    private static readonly HashSet<string> Words = ["kind", "code", "tag", "tenant", "token", "template", "language", "text"];

    [Fact]
    public async Task Every_id_of_another_municipality_answers_like_one_that_does_not_exist() =>
        Holds(await Proof().OfPaths(), atLeast: 150);

    private static async Task<JsonNode> TakeOne(HttpClient admin) => new JsonObject
    {
        ["items"] = new JsonArray(new JsonObject { ["ticket"] = (await admin.Open()).Id() }),
        ["change"] = new JsonObject { ["assignee"] = "me" },
    };

    [Fact]
    public async Task So_does_every_id_and_word_in_a_body() => Holds(await Proof().OfBodies(), atLeast: 20);

    [Fact]
    public async Task So_it_does_in_a_body_in_which_something_else_is_wrong() =>
        Holds(await Proof().OfBodies(spoilt: true), atLeast: 20);

    [Fact]
    public async Task So_does_every_id_and_word_in_a_query() => Holds(await Proof().OfQueries(), atLeast: 5);

    [Fact]
    public async Task A_cursor_of_another_municipality_is_no_cursor() => Holds(await Proof().OfCursors(), atLeast: 5);

    [Fact]
    public async Task At_desk_and_console_the_path_names_a_tenant_that_must_be_served_and_its_own_things_only() =>
        Holds(await Proof().OfNamedTenants(), atLeast: 60);

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
            .Where(operation => operation.Json["security"] is JsonArray { Count: > 0 }
                && (operation.Hosts.Count == 0 || operation.Hosts.Contains(kind))).ToList();
        operations.Count.ShouldBeGreaterThan(10);

        foreach (var operation in operations)
        {
            var path = operation.In("path").Aggregate(
                operation.Path, (filled, parameter) => filled.Replace($"{{{parameter["name"]}}}", $"{parameter["example"]}"));
            path = path.Replace("/tenants/musterstadt", $"/tenants/{Own}");
            await elsewhere.Send(new(operation.Method), path, null).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        }
    }

    [Fact]
    public async Task Headers_that_name_another_municipality_change_nothing()
    {
        var (own, foreign) = (await Ticket(Own), await Ticket(Foreign));
        var agent = await api.As(Own, Role.Agent);
        (string, string)[] forged = [("X-Tenant-Id", api.Beispielburg.ToString()), ("X-Tenant", Foreign),
            ("X-Forwarded-Host", $"{Foreign}.localhost"), ("Forwarded", $"host={Foreign}.localhost")];

        ((string?)(await agent.Get($"/api/v1/tickets/{own}", forged).Json())["id"]).ShouldBe(own);
        await agent.Get($"/api/v1/tickets/{foreign}", forged).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Interleaved_requests_see_their_own_municipality_only()
    {
        await Ticket(Own);
        await Ticket(Foreign);
        (HttpClient Client, string Prefix)[] both =
            [(await api.As(Own, Role.Agent), "MUST-"), (await api.As(Foreign, Role.Agent), "BEIS-")];

        // So many at once that they meet in the same pools, and not so many that an account is told to wait.
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (index, _) =>
        {
            var (client, prefix) = both[index % 2];
            var page = await client.Get("/api/v1/tickets").Json();
            page["items"]!.AsArray().ShouldNotBeEmpty();
            page["items"]!.AsArray().ShouldAllBe(ticket => ((string)ticket!["number"]!).StartsWith(prefix));
        });
    }

    private async Task<string> Ticket(string town) => await Makers["tickets"](await api.As(town, Role.Admin));

    internal Known KnownThings => new(Makers, References, Bodies, Words);

    private IsolationProof Proof() => new(api, api.Contract, KnownThings);

    private static void Holds(Report report, int atLeast)
    {
        string.Join('\n', report.Faults).ShouldBeEmpty();
        report.Cases.ShouldBeGreaterThanOrEqualTo(atLeast, "the document must have given cases");
    }

    private JsonNode? Example(string operation) =>
        api.Contract.Named(operation).Json["requestBody"]?["content"]?["application/json"]?["examples"]?["example"] is { } example
            ? api.Contract.Resolve(example)["value"]
            : null;

    private static Task<string> Secret(HttpClient admin) =>
        Made(admin, "/api/v1/tickets", new { subject = "Geheim", description = "Nur für uns." });

    private static async Task<string> Made(HttpClient client, string path, object? body) =>
        (string)(await client.Post(path, body is JsonNode json ? json.ToJsonString() : body).Json(HttpStatusCode.Created))["id"]!;

    // The admins hear of it by themselves; only then is there nothing more to come.
    private async Task<string> ProviderAccess(HttpClient admin)
    {
        var console = await api.SignedIn("console", api.OperatorEmail);
        var grant = await Made(
            console, $"/api/v1/tenants/{admin.BaseAddress!.Host.Split('.')[0]}/provider-access", Example("RequestProviderAccess"));
        await Eventually.Holds(
            async () => (await api.Column($"select count(distinct version) from notification_item where stream_id = '{grant}'"))[0] == "2");

        return grant;
    }

    // With two of everything that a ticket lists, so that its lists have a second page.
    private async Task<string> Discussed(HttpClient admin)
    {
        var id = await Made(admin, "/api/v1/tickets", new { subject = "Geheim", description = "Nur für uns." });
        for (var i = 0; i < 2; i++)
        {
            await Made(admin, $"/api/v1/tickets/{id}/comments", new { body = "Auch geheim" });
            await Made(admin, $"/api/v1/tickets/{id}/time-entries", new { minutes = 5 });
            var mail = await Mailed(admin);
            await api.Column($"""
                insert into notification_item (tenant_id, stream_id, version, recipient, email, kind, number, due_at, at, tell_at, mail_id)
                values ('{TenantOf(admin)}', '{id}', 1, 'x{i}@y.example', 'x{i}@y.example', 'ticket_answered', 'X', now(), now(), now(), '{mail}')
                returning 1
                """);
        }

        return id;
    }

    private static async Task<string> MadeKey(HttpClient admin, string path)
    {
        var key = Some.Word();
        await admin.Post(path, new { key, name = new { de = key, en = key } }).ShouldAnswer(HttpStatusCode.Created);
        return key;
    }

    private async Task<string> Colleague(HttpClient admin) => (await api.Enrol(TenantOf(admin), Role.Agent, Some.Email())).ToString("D");

    private TenantId TenantOf(HttpClient admin) =>
        admin.BaseAddress!.Host.StartsWith(Own, StringComparison.Ordinal) ? api.Musterstadt : api.Beispielburg;

    // With two deliveries, so that their list has a second page; and of what never happens here, since others would come by themselves.
    private async Task<string> Hooked(HttpClient admin)
    {
        var webhook = await Made(
            admin, "/api/v1/webhooks", new { url = "https://hooks.stadt.example/in", events = new[] { "ticket.rated" } });
        await Told(admin, webhook);
        await Told(admin, webhook);
        return webhook;
    }

    // Nobody makes one by a request: it is what follows when something happens to a ticket.
    private async Task<string> Told(HttpClient admin, string webhook) => (await api.Column($"""
        insert into webhook_delivery (tenant_id, id, webhook_id, event, body, state, attempts, created_at)
        values ('{TenantOf(admin)}', gen_random_uuid(), '{webhook}', 'webhook.test', '1', 'failed', 1, now()) returning id
        """))[0];

    // Nobody makes one by a request: it is what is left over of something that failed.
    private async Task<string> Parked(HttpClient admin) => (await api.Column($"""
        insert into parked_item (tenant_id, source, handler, stream_id, kind, tries, reason, first_at, last_at)
        values ('{TenantOf(admin)}', 'state', 'nothing', gen_random_uuid(), 'nothing', 1, 'failed', now(), now()) returning id
        """))[0];

    // Nobody makes one by a request: it is what follows when somebody is owed a mail.
    private async Task<string> Mailed(HttpClient admin) => (await api.Column($"""
        insert into outgoing_mail (tenant_id, id, template, recipient, subject, state, attempts, queued_at, until)
        values ('{TenantOf(admin)}', gen_random_uuid(), 'nothing', 'x@y.example', 'Geheim', 'failed', 1, now(), now()) returning id
        """))[0];

    // Nobody makes one by a request: it is what follows when a mail server refuses an address.
    private async Task<string> Blocked(HttpClient admin) => (await api.Column($"""
        insert into mail_block (tenant_id, id, address, words, blocked_at, until)
        values ('{TenantOf(admin)}', gen_random_uuid(), gen_random_uuid() || '@y.example', 'Geheim', now(), now() + interval '1 day') returning id
        """))[0];

    // Nobody makes one by a request: it is what follows when something falls due.
    private async Task<string> Notification(HttpClient admin)
    {
        var (id, account) = (Guid.CreateVersion7(), (string)(await admin.Get("/api/v1/me").Json())["id"]!);
        var tenant = TenantOf(admin);
        await api.Column($"""
            insert into notification (tenant_id, id, account_id, kind, first_at, last_at, items, is_open)
            values ('{tenant}', '{id}', '{account}', 'sla_breach', now(), now(), 1, false) returning id
            """);
        await api.Column($"""
            insert into notification_item (tenant_id, stream_id, version, recipient, account_id, kind, number, target, step, due_at, at,
                tell_at, notification_id)
            select tenant_id, id, 99, '{account}', '{account}', 'sla_breach', number, 'resolution', 'due', now(), now(), now(), '{id}'
            from ticket where tenant_id = '{tenant}' and id = '{await Secret(admin)}' returning version
            """);
        return id.ToString();
    }
}

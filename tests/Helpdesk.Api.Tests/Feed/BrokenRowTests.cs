using Helpdesk.Api.Tests.Isolation;
using Helpdesk.Postgres.Feed;
using Orleans.Runtime;

namespace Helpdesk.Api.Tests.Feed;

/// <summary>With a host of its own: rows are spoilt, and put back.</summary>
public sealed partial class BrokenRowTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Own = "musterstadt";
    private const string Neighbour = "beispielburg";

    private static OwnThings? own;

    private static OwnThings? theirs;

    public static TheoryData<string, string> Spoilt()
    {
        var all = new TheoryData<string, string>();
        foreach (var kind in StoredStates.All)
        {
            foreach (var state in (string[])["{}", "[]", "null", """{"version": "x"}"""])
                all.Add(kind, state);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_state_that_cannot_be_read_is_said_to_be_so_and_nothing_else_suffers(string kind, string state)
    {
        var admin = await api.As(Own, Role.Admin);
        own ??= await Everything(admin);
        theirs ??= await Everything(await api.As(Neighbour, Role.Admin));
        await api.Column("create table if not exists kept as select 'x' as what, gen_random_uuid() as id, '{}'::jsonb as state limit 0; "
            + "truncate kept; select 1");
        var (table, id, where) = Rows(kind);
        await Change($"insert into kept select '{kind}', {id}, state from {table} where {where}");
        var spoilt = await Change($"update {table} set state = '{state}' where {where}");
        var left = spoilt;
        await Forget();
        try
        {
            (await Faults(admin, own)).ShouldBeEmpty();
            // What a neighbour notices does not depend on how a state is broken.
            if (state == "{}")
                (await Faults(await api.As(Neighbour, Role.Admin), theirs)).ShouldBeEmpty();
        }
        finally
        {
            // What was written in the meantime is whole, and newer.
            left = await Change($"update {table} set state = kept.state from kept "
                + $"where {table}.{id} = kept.id and {table}.state = '{state}' and {where}");
            await Forget();
        }

        spoilt.ShouldBeGreaterThan(kind is "tenant_template" ? -1 : 0, "there must be one to spoil");
        var console = await api.SignedIn("console", api.OperatorEmail);
        // Where something was written by the way, as an export is, the row is whole again.
        await Eventually.Holds(async () => left == 0 || (await console.Get("/api/v1/parked-items?limit=200").Json())["items"]!.AsArray()
            .Any(item => (string?)item!["source"] == "state" && (string?)item["handler"] == kind));
    }

    [Fact]
    public async Task What_cannot_be_had_from_its_events_either_answers_503_with_a_code_and_others_of_its_kind_go_on()
    {
        var admin = await api.As(Own, Role.Admin);
        var (spoilt, whole) = (await Ticket(admin), await Ticket(admin));
        await Change($"update ticket set state = '[]' where id = '{spoilt}'; update event set data = '[]' where stream_id = '{spoilt}'");
        await Forget();

        foreach (var path in (string[])["", "/timeline", "/comments", "/sla", "/suggested-assignees"])
        {
            var answer = await admin.Get($"/api/v1/tickets/{spoilt}{path}");
            ((int)answer.StatusCode).ShouldBeOneOf(404, 503);
        }

        await admin.Get($"/api/v1/tickets/{spoilt}").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "state-unreadable");
        await admin.Post($"/api/v1/tickets/{spoilt}/comments", new { body = "Noch da?" }).ShouldRefuse(
            HttpStatusCode.ServiceUnavailable, "state-unreadable");
        await admin.Get($"/api/v1/tickets/{whole}").ShouldAnswer(HttpStatusCode.OK);
        await admin.Get("/api/v1/tickets").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_who_cannot_be_read_is_missing_in_lists_and_stops_nobody()
    {
        var admin = await api.As(Own, Role.Admin);
        var (spoilt, email) = (await api.Enrol(api.Musterstadt, Role.Agent, Some.Email()), Some.Email());
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        await Change($"update membership set email = 'kaputt' where account_id = '{spoilt}'");

        await admin.Get($"/api/v1/users/{spoilt}").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "state-unreadable");
        await admin.Get("/api/v1/users?limit=200").ShouldAnswer(HttpStatusCode.OK);
        await api.SignedIn(Own, email);
        await Change($"update membership set email = '{Some.Email()}' where account_id = '{spoilt}'");
    }

    [Fact]
    public async Task A_municipality_that_cannot_be_read_is_missing_in_the_list_and_the_ones_behind_it_are_there()
    {
        var console = await api.SignedIn("console", api.OperatorEmail);
        await Change("create table tenant_kept as select id, state from tenant");
        await Change($"update tenant set state = '[]' where id = '{api.Beispielburg}'");

        var page = await console.Get("/api/v1/tenants?limit=1").Json();
        await Change("update tenant set state = tenant_kept.state from tenant_kept where tenant.id = tenant_kept.id");

        page["items"]!.AsArray().ShouldHaveSingleItem();
        ((string?)page["items"]![0]!["slug"]).ShouldBe(Own, "beispielburg would be the first");
    }

    /// <summary>All that can be read of a municipality: refused for what cannot be read, or as ever; never a failure.</summary>
    private async Task<IReadOnlyList<string>> Faults(HttpClient client, OwnThings things)
    {
        var requests = new DocumentedRequests(api.Contract, new IsolationTests(api).KnownThings);
        var faults = new List<string>();
        var asked = 0;
        foreach (var operation in Reads())
        {
            var path = requests.Path(operation, things.Made);
            var answer = await client.Get(path);
            asked++;
            if ((int)answer.StatusCode >= 500
                && !(await answer.Content.ReadAsStringAsync()).Contains("\"state-unreadable\"", StringComparison.Ordinal))
                faults.Add($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        asked.ShouldBeGreaterThan(30);
        return faults;
    }

    private async Task<OwnThings> Everything(HttpClient admin)
    {
        var known = new IsolationTests(api).KnownThings;
        var (requests, things) = (new DocumentedRequests(api.Contract, known), new OwnThings(admin, known.Makers));
        foreach (var operation in Reads())
            await requests.Path(operation, things);
        foreach (var collection in known.Makers.Keys)
            await things.Once(collection);
        foreach (var operation in (string[])["AddPolicy", "DeclareExpertise", "AgreeRates", "ChooseMailServer", "WriteMailTemplate", "WriteText"])
        {
            var made = api.Contract.Named(operation);
            var answer = await admin.Send(
                new(made.Method), await requests.Path(made, things), (await requests.Body(made, things)).ToJsonString(),
                operation is "WriteMailTemplate" or "WriteText" ? [("If-Match", "\"0\"")] : []);
            ((int)answer.StatusCode).ShouldBeLessThan(300, await answer.Content.ReadAsStringAsync());
        }

        await admin.Get("/api/v1/audit/export.json").ShouldAnswer(HttpStatusCode.OK);
        return things;
    }

    // Sessions and links are other people's, or of another host.
    private IEnumerable<Operation> Reads() => api.Contract.Operations.Where(operation =>
        operation.Method == "GET" && operation.Path.StartsWith("/api/v1/", StringComparison.Ordinal)
        && (operation.Hosts.Count == 0 || operation.Hosts.Contains("tenant")) && operation.Json["security"] is JsonArray { Count: > 0 });

    private (string Table, string Id, string Where) Rows(string kind) => kind switch
    {
        "ticket" => ("ticket", "id", $"ticket.tenant_id = '{api.Musterstadt}'"),
        "tenant" => ("tenant", "id", $"tenant.id = '{api.Musterstadt}'"),
        _ => ("aggregate", "stream_id", $"aggregate.kind = '{kind}' and tenant_id in ('{api.Musterstadt}', '{Guid.Empty}')"),
    };

    // What grains know is as it was.
    private async Task Forget() => await api.Get<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    private static async Task<string> Ticket(HttpClient admin) => (string)(await admin.Post(
        "/api/v1/tickets", new { subject = "Straßenlampe", description = "Sie flackert." }).Json(HttpStatusCode.Created))["id"]!;

    private async Task<int> Change(string sql)
    {
        return await api.Postgres.Run(sql);
    }
}

using Helpdesk.Api.Tests.Isolation;

namespace Helpdesk.Api.Tests.Feed;

/// <summary>What cannot be read in its row is had from its events.</summary>
public sealed partial class BrokenRowTests
{
    [Fact]
    public async Task A_ticket_whose_row_cannot_be_read_is_had_from_its_events_and_its_next_change_mends_the_row()
    {
        var (admin, console) = (await api.As(Own, Role.Admin), await api.SignedIn("console", api.OperatorEmail));
        var spoilt = await Ticket(admin);
        await admin.Post($"/api/v1/tickets/{spoilt}/comments", new { body = "Seit gestern." }).ShouldAnswer(HttpStatusCode.Created);
        var before = await admin.Get($"/api/v1/tickets/{spoilt}").Json();
        await Change($"update ticket set state = '[]' where id = '{spoilt}'");
        await Forget();

        (await admin.Get($"/api/v1/tickets/{spoilt}").Json()).ToJsonString().ShouldBe(before.ToJsonString());
        await Eventually.Holds(async () => await Parked(console, spoilt) is not null);
        await console.Post($"/api/v1/parked-items/{await Parked(console, spoilt)}/replay", new { }).ShouldRefuse(
            HttpStatusCode.Conflict, "still-unreadable");
        await admin.Post($"/api/v1/tickets/{spoilt}/comments", new { body = "Noch da." }).ShouldAnswer(HttpStatusCode.Created);

        (await api.Column($"select 1 from ticket where id = '{spoilt}' and state <> '[]'")).ShouldHaveSingleItem();
        (await Parked(console, spoilt)).ShouldBeNull("the row is whole again");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Settings_that_all_tickets_need_stop_none_of_them_also_after_a_restart(bool eventsToo)
    {
        var admin = await api.As(Own, Role.Admin);
        await admin.Post("/api/v1/categories", new { key = $"k{Some.Number()}", name = new { de = "Straßen" } }).ShouldAnswer(
            HttpStatusCode.Created);
        own ??= await Everything(admin);
        await SpoilSettings(eventsToo, "[]", "[]");
        try
        {
            // A process that has never known better.
            await using var host = api.NewHost(null, ("Helpdesk:Cluster:Id", "restarted"));
            var agent = api.Client("musterstadt", admin.DefaultRequestHeaders.Authorization!.Parameter, host);

            var ticket = await Ticket(agent);
            await agent.Post($"/api/v1/tickets/{ticket}/comments", new { body = "Noch da?" }).ShouldAnswer(HttpStatusCode.Created);
            await agent.Post($"/api/v1/tickets/{ticket}/close", new { resolution_text = "Erledigt." }).ShouldAnswer(HttpStatusCode.OK);
            await agent.Get($"/api/v1/tickets/{ticket}/sla").ShouldAnswer(HttpStatusCode.OK);
        }
        finally
        {
            await MendSettings();
        }
    }

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    public async Task What_a_ticket_was_promised_and_cannot_be_read_is_said_and_listed_and_its_moments_are_parked(string state, string data)
    {
        var admin = await api.As(Own, Role.Admin);
        await admin.Post("/api/v1/categories", new { key = $"k{Some.Number()}", name = new { de = "Straßen" } }).ShouldAnswer(
            HttpStatusCode.Created);
        own ??= await Everything(admin);
        var promised = await Promised(admin);
        var console = await api.SignedIn("console", api.OperatorEmail);
        await SpoilSettings(eventsToo: true, state, data);
        try
        {
            await using var host = api.NewHost(null, ("Helpdesk:Cluster:Id", "restarted"));
            var agent = api.Client(Own, admin.DefaultRequestHeaders.Authorization!.Parameter, host);
            var address = $"/api/v1/tickets/{promised}";

            var version = (int)(await agent.Get(address).Json())["version"]!;
            foreach (var act in (Func<Task<HttpResponseMessage>>[])
            [
                () => agent.Post($"{address}/comments", new { body = "Noch da?" }),
                () => agent.Patch(address, new { assignee = "me" }, ("If-Match", $"\"{version}\"")),
                () => agent.Patch(address, new { priority = "urgent" }, ("If-Match", $"\"{version}\"")),
                () => agent.Patch(address, new { status = "in_progress", assignee = "me" }, ("If-Match", $"\"{version}\"")),
                () => agent.Post($"{address}/close", new { resolution_text = "Erledigt." }),
                () => agent.Get($"{address}/sla"),
            ])
                await act().ShouldRefuse(HttpStatusCode.ServiceUnavailable, "state-unreadable");
            ((int)(await agent.Get(address).Json())["version"]!).ShouldBe(version, "what is refused has changed nothing");
            await Ticket(agent); // under what everybody has who chose nothing

            await api.Column($"update due set due_at = now() - interval '1 hour', attempts = 7, leased_until = null "
                + $"where stream_id = '{promised}' returning 1");
            await Eventually.Holds(async () => await Item(console, promised, "due") is not null, "the moments must be parked");
            ((string)(await Item(console, promised, "due"))!["reason"]!).ShouldBe("unreadable");
            (await api.Column($"select distinct leased_until::text from due where stream_id = '{promised}'")).ShouldBe(["infinity"]);
            (await console.Get("/api/v1/parked-items?limit=200").Json())["items"]!.AsArray().Select(item => (string?)item!["handler"])
                .ShouldContain("sla-policies");
        }
        finally
        {
            await MendSettings();
        }

        await Forget();
        await admin.Post($"/api/v1/tickets/{promised}/comments", new { body = "Wieder da." }).ShouldAnswer(HttpStatusCode.Created);
    }

    // Under policies of the tenant's own, which were changed once more since.
    private async Task<string> Promised(HttpClient admin)
    {
        var ticket = await Ticket(admin);
        var made = api.Contract.Named("AddPolicy");
        var body = await new DocumentedRequests(api.Contract, new IsolationTests(api).KnownThings).Body(made, own!);
        body["name"] = Some.Word();
        await admin.Send(new HttpMethod(made.Method), "/api/v1/sla/policies", body.ToJsonString()).ShouldAnswer(HttpStatusCode.Created);
        return ticket;
    }

    private static async Task<JsonNode?> Item(HttpClient console, string subject, string source) =>
        (await console.Get("/api/v1/parked-items?limit=200").Json())["items"]!.AsArray()
            .FirstOrDefault(item => (string?)item!["subject"] == subject && (string?)item["source"] == source);

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    public async Task Reports_count_all_but_the_promises_that_cannot_be_read_and_say_of_how_many_tickets(string state, string data)
    {
        var admin = await api.As(Own, Role.Admin);
        await admin.Post("/api/v1/categories", new { key = $"k{Some.Number()}", name = new { de = "Straßen" } }).ShouldAnswer(
            HttpStatusCode.Created);
        own ??= await Everything(admin);
        await Ticket(admin);
        var whole = await admin.Get("/api/v1/reports/backlog").Json();
        ((int)whole["gaps"]!["unjudged"]!).ShouldBe(0);
        await SpoilSettings(eventsToo: true, state, data);
        try
        {
            await using var host = api.NewHost(null, ("Helpdesk:Cluster:Id", "restarted"));
            var reader = api.Client(Own, admin.DefaultRequestHeaders.Authorization!.Parameter, host);

            foreach (var report in (string[])["response-times", "compliance", "backlog", "reopen-rate", "satisfaction"])
            {
                var read = await reader.Get($"/api/v1/reports/{report}?group_by=month").Json();
                ((int)read["gaps"]!["unjudged"]!, (bool)read["preliminary"]!).ShouldSatisfyAllConditions(
                    told => told.Item1.ShouldBeGreaterThan(0), told => told.Item2.ShouldBeTrue());
                await reader.Get($"/api/v1/reports/{report}?format=csv").ShouldAnswer(HttpStatusCode.OK);
            }

            ((int)(await reader.Get("/api/v1/reports/backlog").Json())["overall"]!["open"]!).ShouldBe((int)whole["overall"]!["open"]!);
        }
        finally
        {
            await MendSettings();
        }
    }

    [Fact]
    public async Task A_municipality_whose_row_cannot_be_read_goes_on()
    {
        var admin = await api.As(Own, Role.Admin);
        await Change("create table if not exists town_kept as select id, state from tenant limit 0; truncate town_kept; "
            + "insert into town_kept select id, state from tenant");
        await Change($"update tenant set state = '[]' where id = '{api.Musterstadt}'");
        try
        {
            await using var host = api.NewHost(null, ("Helpdesk:Cluster:Id", "restarted"));
            await Ticket(api.Client("musterstadt", admin.DefaultRequestHeaders.Authorization!.Parameter, host));
        }
        finally
        {
            await Change("update tenant set state = town_kept.state from town_kept where tenant.id = town_kept.id");
        }
    }

    [Fact]
    public async Task A_state_that_was_corrected_leaves_the_list_by_itself()
    {
        var (admin, console) = (await api.As(Own, Role.Admin), await api.SignedIn("console", api.OperatorEmail));
        var spoilt = await Ticket(admin);
        await Change($"create table if not exists one_kept as select id, state from ticket limit 0; truncate one_kept; "
            + $"insert into one_kept select id, state from ticket where id = '{spoilt}'; "
            + $"update ticket set state = '[]' where id = '{spoilt}'");
        await Forget();
        await admin.Get($"/api/v1/tickets/{spoilt}").ShouldAnswer(HttpStatusCode.OK);
        await Eventually.Holds(async () => await Parked(console, spoilt) is not null);
        var purge = api.Get<IEnumerable<Domain.Feed.IPurge>>().Single(one => one.What == "mended states");
        await purge.Purge(default, 1, CancellationToken.None);
        (await Parked(console, spoilt)).ShouldNotBeNull();

        await Change("update ticket set state = one_kept.state from one_kept where ticket.id = one_kept.id");
        await purge.Purge(default, 1, CancellationToken.None);

        (await Parked(console, spoilt)).ShouldBeNull();
    }

    private async Task SpoilSettings(bool eventsToo, string state, string data)
    {
        var kinds = "kind in ('ticket-lists', 'sla-policies', 'calendar')";
        await Change($"""
            create table if not exists settings_kept as select stream_id, state, '' as column_of from aggregate limit 0;
            create table if not exists events_kept as select stream_id, version, data from event limit 0;
            truncate settings_kept, events_kept;
            insert into settings_kept select stream_id, state, '' from aggregate where tenant_id = '{api.Musterstadt}' and {kinds};
            insert into events_kept select stream_id, version, data from event where stream_id in (select stream_id from settings_kept);
            insert into settings_kept select id, settings, 'settings' from tenant where id = '{api.Musterstadt}';
            update aggregate set state = '{state}' where tenant_id = '{api.Musterstadt}' and {kinds};
            update tenant set settings = '[]' where id = '{api.Musterstadt}';
            """);
        if (eventsToo)
            await Change($"update event e set data = '{data}' from events_kept k "
                + "where e.stream_id = k.stream_id and e.version = k.version");
    }

    private Task<int> MendSettings() => Change("""
        update event e set data = k.data from events_kept k where e.stream_id = k.stream_id and e.version = k.version;
        update aggregate a set state = k.state from settings_kept k where a.stream_id = k.stream_id and k.column_of = ''
            and a.state in ('[]', '{}');
        update tenant t set settings = k.state from settings_kept k where t.id = k.stream_id and k.column_of = 'settings';
        """);

    // Its id, as operators see it.
    private static async Task<string?> Parked(HttpClient console, string subject) =>
        (string?)(await console.Get("/api/v1/parked-items?limit=200").Json())["items"]!.AsArray()
            .FirstOrDefault(item => (string?)item!["subject"] == subject)?["id"];
}

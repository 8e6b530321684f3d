using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Reports;

/// <summary>Reports over HTTP: counted from what tickets went through, for those who may see them, as JSON and as a table.</summary>
public sealed class ReportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] All = ["response-times", "compliance", "backlog", "reopen-rate", "satisfaction"];

    [Fact]
    public async Task Every_report_counts_what_tickets_went_through()
    {
        var category = Some.Word();
        var (customer, agent) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var (closed, open) = (await Opened(customer, category), await Opened(customer, category));
        await agent.Say(closed, "Schon neu gestartet?").ShouldAnswer(HttpStatusCode.Created);
        await agent.Post($"{TicketCalls.Tickets}/{closed}/close", new { resolution_text = "Fertig" }).Json();
        await agent.Post($"{TicketCalls.Tickets}/{closed}/reopen", new { reason = "Doch nicht" }).Json();
        await agent.Post($"{TicketCalls.Tickets}/{closed}/close", new { resolution_text = "Nun aber" }).Json();
        await customer.Post($"{TicketCalls.Tickets}/{closed}/satisfaction", new { rating = 4 }).Json();
        var manager = await api.As("musterstadt", Role.Manager);

        var times = await Row(manager, "response-times", category);
        ((int)times["first_response"]!["count"]!, (int)times["resolution"]!["count"]!, (int)times["resolution_clock"]!["count"]!)
            .ShouldBe((1, 1, 1));
        ((int)(await Row(manager, "compliance", category))["all"]!["met"]!).ShouldBeGreaterThan(0);
        ((int)(await Row(manager, "backlog", category))["open"]!).ShouldBe(1);
        var reopened = await Row(manager, "reopen-rate", category);
        ((int)reopened["resolutions"]!, (int)reopened["reopened"]!, (double)reopened["rate"]!).ShouldBe((2, 1, 0.5));
        var satisfaction = await Row(manager, "satisfaction", category);
        ((int)satisfaction["closings"]!, (int)satisfaction["ratings"]!, (double)satisfaction["average"]!).ShouldBe((2, 1, 4));
        open.ShouldNotBe(closed);
    }

    [Fact]
    public async Task Managers_and_admins_see_reports_and_nobody_below()
    {
        foreach (var name in All)
        {
            await (await api.As("musterstadt", Role.Manager)).Get($"/api/v1/reports/{name}?group_by=month").Json();
            await (await api.As("musterstadt", Role.Agent)).Get($"/api/v1/reports/{name}").ShouldRefuse(
                HttpStatusCode.Forbidden, "role-required");
            await (await api.As("musterstadt", Role.Customer)).Get($"/api/v1/reports/{name}").ShouldRefuse(
                HttpStatusCode.Forbidden, "role-required");
        }
    }

    [Theory]
    [InlineData("?format=csv", "application/json")]
    [InlineData("", "text/csv")]
    public async Task A_table_computes_nothing_that_somebody_wrote(string query, string accept)
    {
        var (customer, manager) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Manager));
        var formula = $"=HYPERLINK(\"http://evil.example/{Some.Number()}\",\"x\")";
        await Opened(customer, formula);

        var separator = query.Length == 0 ? "?" : "&";
        var answer = await manager.Get($"/api/v1/reports/backlog{query}{separator}group_by=category", ("Accept", accept));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldStartWith("\"row\",\"key\",\"open\"");
        lines[1].ShouldStartWith("\"overall\",\"\"");
        lines.ShouldContain(line => line.StartsWith($"\"group\",\"'{formula.Replace("\"", "\"\"")}\",\"1\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z", "from")]
    [InlineData("from=2100-01-01T00:00:00Z", "from")]
    [InlineData("from=2010-01-01T00:00:00Z", "from")]
    [InlineData("from=gestern", "from")]
    [InlineData("group_by=agent", "group_by")]
    [InlineData("format=xml", "format")]
    [InlineData("frm=2026-01-01T00:00:00Z", "frm")]
    public async Task What_is_no_period_and_no_grouping_is_refused(string query, string parameter)
    {
        var refused = await (await api.As("musterstadt", Role.Manager)).Get($"/api/v1/reports/compliance?{query}").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid-query");
        refused["errors"]!.AsArray().Select(error => (string)error!["pointer"]!).ShouldContain(
            pointer => pointer.TrimStart('/') == parameter);
    }

    [Fact]
    public async Task Single_people_are_shown_once_an_admin_of_the_tenant_has_switched_that_on_and_it_is_recorded()
    {
        var (manager, admin) = (await api.As("beispielburg", Role.Manager), await api.As("beispielburg", Role.Admin));
        await manager.Get("/api/v1/reports/compliance?group_by=assignee").ShouldRefuse(HttpStatusCode.Forbidden, "per-person-reports-off");

        var console = await api.SignedIn("console", api.OperatorEmail);
        await Switch(console, "/api/v1/tenants/beispielburg/settings", true).ShouldRefuse(HttpStatusCode.Forbidden, "admin-only");
        await Switch(admin, "/api/v1/settings", true).Json();
        try
        {
            await manager.Get("/api/v1/reports/compliance?group_by=assignee").Json();
            (await api.Column($"select data ->> 'on' from event where tenant_id = '{api.Beispielburg}' and kind = "
                + "'tenant.per_person_reports_switched' and actor is not null"))
                .ShouldContain("true");
        }
        finally
        {
            await Switch(admin, "/api/v1/settings", false).Json();
        }

        await manager.Get("/api/v1/reports/compliance?group_by=assignee").ShouldRefuse(HttpStatusCode.Forbidden, "per-person-reports-off");
    }

    [Fact]
    public async Task Teams_of_few_people_are_not_shown_by_themselves()
    {
        var (client, id) = await api.Person("musterstadt", Role.Agent);
        var team = Some.Word();
        var ticket = await client.Open();
        await client.Change(ticket.Id(), ticket.Version(), new { team, assignee = id, status = "in_progress" }).Json();

        var items = (await (await api.As("musterstadt", Role.Manager)).Get("/api/v1/reports/backlog?group_by=team").Json())["items"]!
            .AsArray();

        items.Select(item => (string?)item!["key"]).ShouldNotContain(team);
        items.ShouldContain(item => (bool)item!["rest"]!);
    }

    private async Task<HttpResponseMessage> Switch(HttpClient client, string path, bool on)
    {
        var read = await client.Get(path);
        var settings = JsonNode.Parse(await read.Content.ReadAsStringAsync())!;
        settings["per_person_reports"] = on;
        var answer = await client.Send(HttpMethod.Put, path, settings.ToJsonString(), ("If-Match", read.Headers.ETag!.Tag));
        api.Time.Advance(TimeSpan.FromSeconds(10)); // what a tenant changed may take a moment to show
        return answer;
    }

    private static async Task<string> Opened(HttpClient customer, string category) =>
        (await customer.Post(TicketCalls.Tickets, new { subject = "Netz weg", description = "Seit heute.", category })
            .Json(HttpStatusCode.Created)).Id();

    private static async Task<JsonNode> Row(HttpClient manager, string name, string category) =>
        (await manager.Get($"/api/v1/reports/{name}?group_by=category").Json())["items"]!.AsArray()
            .Single(item => (string?)item!["key"] == category)!["figures"]!;
}

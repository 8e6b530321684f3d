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
        // The answer counts when its mail was accepted, which its author can hold back for as long.
        api.Time.Advance(TimeSpan.FromSeconds(11));
        var manager = await api.As("musterstadt", Role.Manager);
        await Eventually.Holds(async () =>
            (int)(await Row(manager, "response-times", category))["first_response"]!["count"]! == 1);

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
    public async Task A_report_comes_as_a_table(string query, string accept)
    {
        var (customer, manager) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Manager));
        var category = Some.Word();
        await Opened(customer, category);

        var separator = query.Length == 0 ? "?" : "&";
        var answer = await manager.Get($"/api/v1/reports/backlog{query}{separator}group_by=category", ("Accept", accept));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldStartWith("\"row\",\"key\",\"open\"");
        lines[1].ShouldStartWith("\"overall\",\"\"");
        lines.ShouldContain(line => line.StartsWith($"\"group\",\"{category}\",\"1\"", StringComparison.Ordinal));
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
    public async Task Plain_days_are_those_of_the_municipality_and_the_last_one_counts_to_its_end()
    {
        var manager = await api.As("musterstadt", Role.Manager);
        foreach (var name in All)
        {
            var report = await manager.Get($"/api/v1/reports/{name}?from=2026-10-01&to=2026-10-31").Json();
            ((string?)report["from"], (string?)report["to"]).ShouldBe(
                ("2026-09-30T22:00:00.000000Z", "2026-10-31T23:00:00.000000Z"));
        }

        var mixed = await manager.Get("/api/v1/reports/backlog?from=2026-03-29&to=2026-03-30T00:00:00Z").Json();
        ((string?)mixed["from"], (string?)mixed["to"]).ShouldBe(("2026-03-28T23:00:00.000000Z", "2026-03-30T00:00:00.000000Z"));
        foreach (var wrong in (string[])["2026-02-30", "2026-1-1", "1899-01-01", "2200-01-01", "2026-10-01T00:00", "01.10.2026"])
            await manager.Get($"/api/v1/reports/backlog?from={wrong}").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
    }

    [Fact]
    public async Task Months_in_which_nothing_happened_are_rows_of_zeros_and_final()
    {
        var manager = await api.As("musterstadt", Role.Manager);
        string[] months = ["2023-01", "2023-02", "2023-03", "2023-04"];
        foreach (var name in All)
        {
            var query = $"/api/v1/reports/{name}?from=2023-01-15&to=2023-04-01&group_by=month";
            var report = await manager.Get(query).Json();
            var rows = report["items"]!.AsArray();
            rows.Select(row => (string)row!["key"]!).ShouldBe(months);
            rows.ShouldAllBe(row => row!["figures"]!.ToJsonString() == report["overall"]!.ToJsonString());
            rows.Append(report).ShouldAllBe(row => !(bool)row!["preliminary"]!);

            var lines = (await (await manager.Get($"{query}&format=csv")).Content.ReadAsStringAsync()).TrimEnd().Split("\r\n");
            lines[0].ShouldEndWith(",\"preliminary\",\"left_out\",\"unjudged\"");
            lines[2..].Select(line => line.Split(',')[1].Trim('"')).ShouldBe(months);
            lines[1..].ShouldAllBe(line => line.Contains(",\"false\",\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_may_still_change_is_marked_and_what_nobody_answered_is_no_first_response()
    {
        var category = Some.Word();
        var (customer, agent) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var unanswered = await Opened(customer, category);
        await agent.Post($"{TicketCalls.Tickets}/{unanswered}/close", new { resolution_text = "Doppelt" }).Json();
        var manager = await api.As("musterstadt", Role.Manager);

        var times = await Row(manager, "response-times", category);
        ((int)times["first_response"]!["count"]!, (int)times["unanswered"]!, (int)times["resolution"]!["count"]!).ShouldBe((0, 1, 1));
        foreach (var name in (string[])["reopen-rate", "satisfaction", "response-times", "compliance"])
        {
            // The period ended after the closing; the requester can still object and rate.
            var to = Uri.EscapeDataString(api.Time.GetUtcNow().ToString("O"));
            var report = await manager.Get($"/api/v1/reports/{name}?group_by=category&to={to}").Json();
            ((bool)report["preliminary"]!).ShouldBeTrue(name);
            ((bool)report["items"]!.AsArray().Single(item => (string?)item!["key"] == category)!["preliminary"]!).ShouldBeTrue(name);
        }
    }

    [Fact]
    public async Task Who_is_answered_only_after_a_reopening_counts_as_answered()
    {
        var category = Some.Word();
        var (customer, agent) = (await api.As("musterstadt", Role.Customer), await api.As("musterstadt", Role.Agent));
        var ticket = await Opened(customer, category);
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Doppelt" }).Json();
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/reopen", new { }).Json();
        await agent.Say(ticket, "Doch nicht doppelt.").ShouldAnswer(HttpStatusCode.Created);
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Fertig" }).Json();

        var times = await Row(await api.As("musterstadt", Role.Manager), "response-times", category);

        ((int)times["first_response"]!["count"]!, (int)times["unanswered"]!).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_table_that_was_cut_off_does_not_look_whole()
    {
        var answer = await (await api.As("musterstadt", Role.Manager)).Get("/api/v1/reports/backlog?format=csv");

        answer.Content.Headers.ContentLength.ShouldBe((await answer.Content.ReadAsByteArrayAsync()).Length);
        (answer.Headers.TransferEncodingChunked ?? false).ShouldBeFalse();
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
        await api.Team("musterstadt", team);
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

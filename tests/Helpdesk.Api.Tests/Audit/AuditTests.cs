using Helpdesk.Api.Tests.Tenants;

namespace Helpdesk.Api.Tests.Audit;

public sealed class AuditTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Who_did_what_when_from_where_and_what_was_there_before()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var me = (string)(await admin.Get("/api/v1/me").Json())["id"]!;
        var settings = (await admin.Get("/api/v1/settings").Json()).AsObject();
        settings["zone"] = "Europe/Vienna";
        var etag = (await admin.Get("/api/v1/settings")).Headers.ETag!.ToString();
        await admin.Send(HttpMethod.Put, "/api/v1/settings", settings.ToJsonString(), ("If-Match", etag), ("Test-Address", "198.51.100.9"))
            .ShouldAnswer(HttpStatusCode.OK);

        var entry = (await admin.Get("/api/v1/audit?kind=tenant.settings_changed&limit=1").Json())["items"]![0]!;

        ((string?)entry["actor"]!["id"]).ShouldBe(me);
        ((string?)entry["actor"]!["name"]).ShouldBe("Erika Mustermann");
        ((string?)entry["origin"]!["address"]).ShouldBe("198.51.100.9");
        ((string?)entry["origin"]!["door"]).ShouldBe("bearer");
        ((string?)entry["before"]!["zone"]).ShouldBe("Europe/Berlin");
        ((string?)entry["after"]!["zone"]).ShouldBe("Europe/Vienna");
        settings["zone"] = "Europe/Berlin";
        await admin.Send(HttpMethod.Put, "/api/v1/settings", settings.ToJsonString(),
            ("If-Match", (await admin.Get("/api/v1/settings")).Headers.ETag!.ToString()))
            .ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_saved_as_a_whole_shows_what_it_was_before()
    {
        var town = await TestTown.New(api);
        var calendar = await town.Admin.Post("/api/v1/sla/calendars", Hours("08:00")).Json(HttpStatusCode.Created);
        await town.Admin.Send(HttpMethod.Put, $"/api/v1/sla/calendars/{calendar["id"]}", Hours("09:00"), ("If-Match", "\"1\""))
            .ShouldAnswer(HttpStatusCode.OK);
        await town.Admin.Post("/api/v1/teams", """{"key":"bauhof","name":{"de":"Bauhof","en":"Yard"}}""").ShouldAnswer(
            HttpStatusCode.Created);
        await town.Admin.Send(
            HttpMethod.Put, "/api/v1/teams/bauhof", """{"name":{"de":"Betriebshof","en":"Yard"}}""", ("If-Match", "\"1\"")).ShouldAnswer(
                HttpStatusCode.OK);
        await town.Admin.Delete("/api/v1/teams/bauhof").ShouldAnswer(HttpStatusCode.NoContent);

        var calendars = (await town.Admin.Get("/api/v1/audit?kind=calendar").Json())["items"]!.AsArray();
        var lists = (await town.Admin.Get("/api/v1/audit?kind=ticket-lists").Json())["items"]!.AsArray();

        calendars.Select(entry => (Before: Says(entry, "before", "08:00"), After: Says(entry, "after", "09:00"))).ShouldBe(
            [(true, true), (false, false)]);
        lists.Select(entry => (Before: entry!["before"] is null
            ? null : Says(entry, "before", "Bauhof") ? "Bauhof" : "Betriebshof", After: Says(entry, "after", "hof")))
            .ShouldBe([("Betriebshof", false), ("Bauhof", true), (null, true)]);

        static string Hours(string from) =>
            $$"""{"name":"Rathaus","zone":"Europe/Berlin","windows":[{"days":["mon"],"from":"{{from}}","to":"17:00"}]}""";

        static bool Says(JsonNode? entry, string member, string what) =>
            entry![member]?.ToJsonString().Contains(what, StringComparison.Ordinal) == true;
    }

    [Fact]
    public async Task Sign_ins_lock_outs_sessions_and_keys_are_in_it()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var email = Some.Email();
        var person = await api.Enrol(api.Musterstadt, Role.Agent, email);
        for (var wrong = 0; wrong < 5; wrong++)
            await api.Client("musterstadt").Post(
                "/api/v1/auth/login", new { email, password = "falsch" }, ("Test-Address", "198.51.100.66"));
        var agent = await api.SignedIn("musterstadt", email);
        await agent.Post("/api/v1/auth/logout").ShouldAnswer(HttpStatusCode.NoContent);
        var key = (string)(await admin.Post("/api/v1/api-keys", new { name = "CMS", scopes = new[] { "tickets:read" } })
            .Json(HttpStatusCode.Created))["id"]!;
        await admin.Delete($"/api/v1/api-keys/{key}").ShouldAnswer(HttpStatusCode.NoContent);

        var about = await Kinds(admin, $"/api/v1/audit?subject={person}");
        about.ShouldBe(
            ["account.session_ended", "account.signed_in", .. Enumerable.Repeat("account.sign_in_refused", 5), "account.registered",
                "membership.granted"], ignoreOrder: true);
        var locked = (await admin.Get($"/api/v1/audit?subject={person}&kind=account.sign_in_refused&limit=1").Json())["items"]![0]!;
        ((int?)locked["details"]!["wait_seconds"]).ShouldBe(30);
        ((string?)locked["origin"]!["address"]).ShouldBe("198.51.100.66");
        (await Kinds(admin, $"/api/v1/audit?subject={key}")).ShouldBe(["api_key.revoked", "api_key.created"]);
    }

    [Fact]
    public async Task Tries_at_unknown_addresses_do_not_get_in_the_way_of_changes_to_the_tenant()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        await api.Client("musterstadt").Post("/api/v1/auth/login", new { email = Some.Email(), password = "falsch" });
        var read = await admin.Get("/api/v1/settings");

        await admin.Send(
            HttpMethod.Put, "/api/v1/settings", await read.Content.ReadAsStringAsync(), ("If-Match", read.Headers.ETag!.ToString()))
            .ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_people_wrote_is_not_repeated_in_the_log()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var ticket = (string)(await admin.Post("/api/v1/tickets", new { subject = "Laterne", description = "Geheimnis eins" })
            .Json(HttpStatusCode.Created))["id"]!;
        await admin.Post($"/api/v1/tickets/{ticket}/comments", new { body = "Geheimnis zwei", visibility = "internal" }).ShouldAnswer(
            HttpStatusCode.Created);

        var log = await (await admin.Get($"/api/v1/audit?subject={ticket}")).Content.ReadAsStringAsync();

        log.ShouldContain("ticket.commented");
        log.ShouldNotContain("Geheimnis");
    }

    [Fact]
    public async Task Pages_follow_each_other_and_filters_narrow()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        for (var at = 0; at < 5; at++)
            await admin.Post("/api/v1/tickets", new { subject = "Laterne", description = "Dunkel." }).ShouldAnswer(HttpStatusCode.Created);
        var me = (string)(await admin.Get("/api/v1/me").Json())["id"]!;

        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = await admin.Get($"/api/v1/audit?actor={me}&kind=ticket.opened&limit=2{cursor}").Json();
            seen.AddRange(page["items"]!.AsArray().Select(entry => (string)entry!["subject"]!["id"]!));
            cursor = page["next_cursor"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor != "");

        seen.Count.ShouldBe(5);
        seen.ShouldBeUnique();
        (await admin.Get($"/api/v1/audit?actor={me}&to=2001-01-01T00:00:00Z").Json())["items"]!.AsArray().ShouldBeEmpty();
        var today = DateOnly.FromDateTime(api.Time.GetUtcNow().UtcDateTime);
        async Task<int> Between(int from, int to) => (await admin.Get(
            $"/api/v1/audit?actor={me}&kind=ticket.opened&from={today.AddDays(from):yyyy-MM-dd}&to={today.AddDays(to):yyyy-MM-dd}").Json())
            ["items"]!.AsArray().Count;
        (await Between(-1, 1)).ShouldBe(5, "days of the tenant, the last one to its end");
        (await Between(-9, -2)).ShouldBe(0);
        await admin.Get("/api/v1/audit?from=2026-13-01").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
        await admin.Get("/api/v1/audit?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid-query");
        await admin.Get("/api/v1/audit?kind=%27%20or%201=1").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
    }

    [Fact]
    public async Task Copies_are_safe_for_spreadsheets_and_are_on_record_themselves()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var formula = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Agent, formula, "=HYPERLINK(\"http://x\")");
        await (await api.SignedIn("musterstadt", formula)).Post("/api/v1/tickets", new { subject = "Laterne", description = "Dunkel." })
            .ShouldAnswer(HttpStatusCode.Created);

        var csv = await admin.Get("/api/v1/audit/export.csv?kind=ticket");
        var bytes = await csv.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        text.ShouldContain("\"'=HYPERLINK(\"\"http://x\"\")\"");
        text.ShouldNotContain(",\"=HYPERLINK");
        csv.Content.Headers.ContentDisposition!.FileName.ShouldBe("audit.csv");

        var json = (await admin.Get("/api/v1/audit/export.json").Json()).AsArray();
        json.Select(entry => (string)entry!["kind"]!).ShouldContain("ticket.opened");
        var noted = (await admin.Get("/api/v1/audit?kind=audit.exported&limit=2").Json())["items"]!.AsArray();
        noted.Select(entry => (string?)entry!["details"]!["format"]).ShouldBe(["json", "csv"]);
        ((string?)noted[1]!["details"]!["filters"]!["kind"]).ShouldBe("ticket");
    }

    [Fact]
    public async Task The_chain_follows_by_itself_and_tampering_is_named()
    {
        var town = await TestTown.New(api);
        await town.Admin.Post("/api/v1/tickets", new { subject = "Laterne", description = "Dunkel." }).ShouldAnswer(HttpStatusCode.Created);
        await Eventually.Holds(async () =>
            (await town.Admin.Get("/api/v1/audit?kind=ticket.opened").Json())["items"]![0]!["number"] is not null, "It was never linked.");
        var whole = await town.Admin.Get("/api/v1/audit/verification").Json();
        ((bool?)whole["intact"]).ShouldBe(true);
        ((bool?)(await town.Admin.Get($"/api/v1/audit/verification?head={whole["head"]}").Json())["intact"]).ShouldBe(true);

        await api.Column($"update event set actor = null where tenant_id = '{town.Id}' and kind = 'ticket.opened'");

        var broken = await town.Admin.Get("/api/v1/audit/verification").Json();
        ((bool?)broken["intact"]).ShouldBe(false);
        var fault = broken["faults"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)fault["kind"]).ShouldBe("event_changed");
        ((string?)fault["event_kind"]).ShouldBe("ticket.opened");
        await town.Admin.Get("/api/v1/audit/verification?head=x").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
    }

    [Fact]
    public async Task Only_admins_see_it_and_operators_only_the_platforms_own()
    {
        await (await api.As("musterstadt", Role.Manager)).Get("/api/v1/audit").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await (await api.As("musterstadt", Role.Manager)).Get("/api/v1/audit/export.csv").ShouldRefuse(
            HttpStatusCode.Forbidden, "role-required");
        var console = await api.SignedIn("console", api.OperatorEmail);
        (await Kinds(console, "/api/v1/audit?kind=account")).ShouldContain("account.signed_in");
        await console.Get("/api/v1/tenants/musterstadt/audit").ShouldAnswer(HttpStatusCode.NotFound);
    }

    private static async Task<IReadOnlyList<string>> Kinds(HttpClient by, string path) =>
        [.. (await by.Get(path).Json())["items"]!.AsArray().Select(entry => (string)entry!["kind"]!)];
}

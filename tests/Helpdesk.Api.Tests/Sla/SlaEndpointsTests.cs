namespace Helpdesk.Api.Tests.Sla;

/// <summary>Calendars, policies, the preview and the explanation over HTTP, and row B58 of the bad-input catalogue.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class SlaEndpointsTests(ApiFixture api)
{
    private const string Weekdays = """{"days":["mon","tue","wed","thu","fri"],"from":"08:00","to":"17:00"}""";
    private const string Office = $$"""{"zone":"Europe/Berlin","windows":[{{Weekdays}}],"holidays":{"country":"DE","state":"BY","municipality":"09761000"},"days_off":["2026-12-24"]}""";

    [Theory]
    [InlineData("PT1H", "2026-03-30T06:30:00.000000Z")]
    [InlineData("PT8H", "2026-03-30T13:30:00.000000Z")]
    public async Task The_preview_counts_office_hours_over_the_weekend_and_the_change_of_clocks(string target, string due)
    {
        var answer = await Preview($$"""{"opened_at":"2026-03-27T16:30:00+01:00","target":"{{target}}","calendar":{{Office}}}""").Json();

        DateTimeOffset.Parse((string)answer["due_at"]!).ShouldBe(DateTimeOffset.Parse(due));
        ((string)answer["due_at"]!).ShouldEndWith("Z");
        var counted = answer["segments"]!.AsArray().Where(part => (bool)part!["counts"]!).Aggregate(
            TimeSpan.Zero, (sum, part) => sum + (DateTimeOffset.Parse((string)part!["to"]!) - DateTimeOffset.Parse((string)part["from"]!)));
        counted.ShouldBe(System.Xml.XmlConvert.ToTimeSpan(target));
        answer["segments"]![1]!["reason"]!.GetValue<string>().ShouldBe("outside_hours");
    }

    [Fact]
    public async Task The_preview_without_a_calendar_counts_every_hour_and_stands_still_in_pauses()
    {
        var answer = await Preview("""
            {"opened_at":"2026-03-27T16:30:00+01:00","target":"PT8H","pauses":[{"from":"2026-03-27T17:00:00+01:00","to":"2026-03-27T18:00:00+01:00"}]}
            """).Json();

        DateTimeOffset.Parse((string)answer["due_at"]!).ShouldBe(new(2026, 3, 28, 0, 30, 0, TimeSpan.Zero));
        answer["segments"]!.AsArray().Select(part => ((bool)part!["counts"]!, (string)part["reason"]!)).ShouldBe(
            [(true, "running"), (false, "paused"), (true, "running")]);
    }

    [Fact]
    public async Task The_preview_of_what_is_saved_says_which_policy_won_and_why()
    {
        var answer = await Preview("""{"opened_at":"2026-03-27T16:30:00+01:00","category":"it","priority":"urgent"}""").Json();

        DateTimeOffset.Parse((string)answer["due_at"]!).ShouldBe(new(2026, 3, 27, 19, 30, 0, TimeSpan.Zero));
        ((string)answer["policy"]!).ShouldBe("Standard");
        ((string)answer["why"]!).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{"target":"PT0S"}""", "/target", "not-positive")]
    [InlineData("""{"target":"-PT1H"}""", "/target", "not-positive")]
    [InlineData("""{"target":"PT876000H"}""", "/target", "too-long")] // 100 years
    [InlineData("""{"target":"P100Y"}""", "/target", "type")]
    [InlineData("""{"target":"eight hours"}""", "/target", "type")]
    [InlineData("""{"target":"PT1H","calendar":{"zone":"Europe/Nowhere","windows":[{"days":["mon"],"from":"08:00","to":"17:00"}]}}""",
        "/calendar/zone", "unknown-time-zone")]
    [InlineData("""{"target":"PT1H","calendar":{"zone":"Europe/Berlin","windows":[]}}""", "/calendar/windows", "no-working-time")]
    [InlineData("""{"target":"PT1H","calendar":{"zone":"Europe/Berlin","windows":[{"days":[],"from":"08:00","to":"17:00"}]}}""",
        "/calendar/windows", "no-working-time")]
    [InlineData("""{"target":"PT1H","calendar":{"zone":"Europe/Berlin","windows":[{"days":["mon"],"from":"08:00","to":"25:00"}]}}""",
        "/calendar/windows/0/to", "type")]
    [InlineData("""{"target":"PT1H","calendar":{"zone":"Europe/Berlin","windows":[{"days":["mon"],"from":"08:00","to":"17:00"}],"days_off":["2026-12-24","2026-12-24"]}}""", "/calendar/days_off/1", "overlapping-days")]
    [InlineData("""{"target":"PT1H","calendar":{"zone":"Europe/Berlin","windows":[{"days":["mon"],"from":"08:00","to":"17:00"}],"days_off":["2026-12-24","2026-12-26"],"special_days":[{"from":"2026-12-24"}]}}""", "/calendar/special_days/0", "overlapping-days")]
    [InlineData("""{"target":"PT1H","calendar":{"zone":"Europe/Berlin","windows":[{"days":["mon"],"from":"08:00","to":"17:00"}],"days_off":["2026-12-24"],"special_days":[{"from":"2026-12-26"},{"from":"2026-12-28","windows":[{"from":"22:00","to":"06:00"}]}]}}""", "/calendar/special_days/1/windows/0", "bad-window")]
    [InlineData("""{"target":"PT1H","pauses":[{"from":"2026-03-27T18:00:00Z","to":"2026-03-27T17:00:00Z"}]}""", "/pauses/0", "bad-pause")]
    public async Task A_promise_that_nobody_could_keep_is_refused(string request, string pointer, string code)
    {
        var body = JsonNode.Parse(request)!;
        body["opened_at"] = "2026-03-27T16:30:00+01:00";

        var problem = await Preview(body.ToJsonString()).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        var fault = problem["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)fault["pointer"]!, (string)fault["code"]!).ShouldBe((pointer, code));
    }

    [Fact]
    public async Task A_calendar_in_use_is_kept_and_one_that_is_not_can_go()
    {
        var admin = await api.As("beispielburg", Role.Admin);
        var calendar = await admin.Post("/api/v1/sla/calendars", $$"""{"name":"Rathaus","zone":"Europe/Berlin","windows":[{{Weekdays}}]}""")
            .Json(HttpStatusCode.Created);
        var book = await admin.Post("/api/v1/sla/policies", $$"""
            {"name":"Technik","conditions":{"category":["it"]},"targets":[{"target":"resolution","priority":"high","within":"PT6H","calendar":"{{calendar["id"]}}"}],"position":0}
            """).Json(HttpStatusCode.Created);

        await admin.Delete($"/api/v1/sla/calendars/{calendar["id"]}", ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.Conflict, "calendar-in-use");
        await admin.Delete($"/api/v1/sla/policies/{book["items"]![0]!["id"]}", ("If-Match", $"\"{book["version"]}\"")).ShouldAnswer(
            HttpStatusCode.OK);
        await admin.Delete($"/api/v1/sla/calendars/{calendar["id"]}", ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.NoContent);
        await admin.Get($"/api/v1/sla/calendars/{calendar["id"]}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_policy_that_can_never_come_due_says_so()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var calendar = await admin.Post("/api/v1/sla/calendars", """
            {"name":"Nur einmal","zone":"Europe/Berlin","special_days":[{"from":"2031-01-02","name":"Sprechtag","windows":[{"from":"08:00","to":"09:00"}]}]}
            """).Json(HttpStatusCode.Created);

        var problem = await admin.Post("/api/v1/sla/policies", $$"""
            {"name":"Nie","conditions":{"category":["it"]},"targets":[{"target":"resolution","priority":"high","within":"PT6H","calendar":"{{calendar["id"]}}"}]}
            """).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        ((string)problem["errors"]![0]!["code"]!).ShouldBe("never-due");
    }

    [Fact]
    public async Task Staff_read_why_a_ticket_is_due_customers_do_not()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var ticket = await customer.Post("/api/v1/tickets", new { subject = "Drucker", description = "Druckt nicht.", priority = "urgent" })
            .Json(HttpStatusCode.Created);
        var agent = await api.As("musterstadt", Role.Agent);

        var sla = await agent.Get($"/api/v1/tickets/{ticket["id"]}/sla").Json();

        ((string)sla["sla_state"]!).ShouldBe("on_track");
        DateTimeOffset.Parse((string)sla["due_at"]!).ShouldBe(
            DateTimeOffset.Parse((string)ticket["created_at"]!).AddHours(4), TimeSpan.FromMilliseconds(1));
        ((string)sla["targets"]![0]!["within"]!).ShouldBe("PT4H");
        await customer.Get($"/api/v1/tickets/{ticket["id"]}/sla").ShouldRefuse(HttpStatusCode.Forbidden, "staff-only");
        await (await api.As("beispielburg", Role.Admin)).Get($"/api/v1/tickets/{ticket["id"]}/sla").ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
    }

    private async Task<HttpResponseMessage> Preview(string body) =>
        await (await api.As("musterstadt", Role.Agent)).Post("/api/v1/sla/preview", body);
}

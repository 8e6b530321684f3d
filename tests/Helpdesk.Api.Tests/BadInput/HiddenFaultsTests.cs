namespace Helpdesk.Api.Tests.BadInput;

/// <summary>Rules of single members are told together with types, wherever they used to hide each other.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class HiddenFaultsTests(ApiFixture api)
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    [Theory]
    [InlineData("POST", "users", """{"email":"nobody","name":"N","role":"boss"}""", "/role type", "/email not-an-email-address")]
    [InlineData("POST", "users", """{"email":7,"name":"N","role":"agent","language":"fr","time_zone":"Mars"}""",
        "/email type", "/language unknown-language", "/time_zone unknown-time-zone")]
    [InlineData("PATCH", $"users/{Nobody}", """{"name":null,"language":"fr","role":null,"group":""}""",
        "/name type", "/role type", "/language unknown-language", "/group required")]
    [InlineData("POST", "tickets", """{"subject":" ","description":"D","assignee":"me too","requester":"x","requester_email":"nobody"}""",
        "/subject required", "/assignee type", "/requester type", "/requester_email not-an-email-address")]
    [InlineData("PATCH", $"tickets/{Nobody}", """{"subject":null,"priority":null,"assignee":5,"category":""}""",
        "/subject type", "/priority type", "/assignee type", "/category required")]
    [InlineData("POST", $"tickets/{Nobody}/links", """{"ticket":"x","kind":"y"}""", "/ticket type", "/kind type")]
    [InlineData("POST", $"tickets/{Nobody}/time-entries", """{"minutes":0,"worked_on":"2999-01-01","billable":"yes"}""",
        "/billable type", "/minutes out-of-range", "/worked_on out-of-range")]
    [InlineData("PATCH", $"tickets/{Nobody}/time-entries/{Nobody}", """{"minutes":null,"worked_on":"gestern"}""",
        "/minutes type", "/worked_on type")]
    [InlineData("PATCH", "me", """{"language":"fr","notifications":{"seats_short":"no"}}""",
        "/notifications/seats_short type", "/language unknown-language")]
    [InlineData("POST", "sla/calendars", "{}", "/zone required", "/name required", "/windows no-working-time")]
    [InlineData("POST", "sla/calendars", """{"name":5,"zone":"Mars","windows":[{"days":["mon"],"from":"8","to":"07:00"}]}""",
        "/name type", "/zone unknown-time-zone", "/windows/0/from type")]
    [InlineData("POST", "sla/policies",
        """{"name":" ","targets":[{"target":"boss","priority":"high","within":"PT0S"}],"escalation":[{}]}""",
        "/targets/0/target type", "/name required", "/targets/0/within not-positive", "/escalation/0 one-of")]
    [InlineData("PUT", "settings", """{"registration":"maybe","languages":["fr"],"zone":"Mars","auto_close_days":0}""",
        "/registration type", "/languages unknown-language", "/zone unknown-time-zone", "/auto_close_days out-of-range")]
    [InlineData("POST", "api-keys", """{"name":"","scopes":["all"],"environment":"PROD","expires_at":"soon"}""",
        "/name required", "/expires_at type", "/scopes/0 scope-not-grantable", "/environment format")]
    [InlineData("POST", "api-clients", """{"name":5,"scopes":[],"redirect_uris":["http://x"],"public":"yes"}""",
        "/name type", "/public type", "/redirect_uris/0 redirect-uri")]
    [InlineData("POST", "auth/login", """{"email":"nobody","password":7}""", "/password type", "/email not-an-email-address")]
    public async Task Types_and_rules_are_told_together(string method, string path, string body, params string[] faults)
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var refused = await admin.Send(new(method), $"/api/v1/{path}", body).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        var told = refused["errors"]!.AsArray().Select(fault => $"{fault!["pointer"]} {fault["code"]}").ToList();
        faults.ShouldBeSubsetOf(told, string.Join(", ", told));
    }

    [Fact]
    public async Task Words_that_no_list_has_are_told_beside_what_cannot_be_read()
    {
        var (admin, settings) = (await api.As("musterstadt", Role.Admin), "/api/v1/settings");
        var answer = await admin.Get(settings);
        var before = await Task.FromResult(answer).Json();
        var strict = before.DeepClone();
        strict["strict_categories"] = true;
        var saved = await admin.Send(HttpMethod.Put, settings, strict.ToJsonString(), ("If-Match", answer.Headers.ETag!.Tag));
        try
        {
            var staff = await admin.Post("/api/v1/tickets", """{"team":"nope","subject":5,"category":"nope"}""").ShouldRefuse(
                HttpStatusCode.UnprocessableEntity, "invalid");
            var customer = await (await api.As("musterstadt", Role.Customer)).Post(
                "/api/v1/tickets", """{"team":"nope","subject":5,"category":"nope"}""").ShouldRefuse(
                HttpStatusCode.UnprocessableEntity, "invalid");

            Places(staff).ShouldBe(["/team", "/subject", "/category", "/description"], "in the order of the body, what is missing last");
            Places(customer).ShouldBe(["/subject", "/description"], "which teams there are is not for customers");
        }
        finally
        {
            await admin.Send(HttpMethod.Put, settings, before.ToJsonString(), ("If-Match", saved.Headers.ETag!.Tag)).Json();
        }
    }

    [Fact]
    public async Task What_only_the_act_finds_is_told_beside_a_header_that_is_missing_or_wrong()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var ticket = $"/api/v1/tickets/{await Opened(admin)}";
        const string Flag = """
            {"variants":{"on":true},"default_variant":"on","owner":"0198c0de-7a11-7000-8000-00000000002a","requires":["nope-nope"]}
            """;
        var flag = $"/api/v1/flags/{Some.Word()}";

        Places(await admin.Patch(ticket, """{"team":"nope"}""").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid"))
            .ShouldBe(["If-Match", "/team"]);
        Places(await admin.Patch(ticket, """{"team":"nope"}""", ("If-Match", "*"), ("Idempotency-Key", "a b")).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid")).ShouldBe(["If-Match", "Idempotency-Key", "/team"]);
        await admin.Patch(ticket, """{"subject":"gut"}""").ShouldRefuse((HttpStatusCode)428, "if-match-required");
        await admin.Patch(ticket, """{"subject":"gut"}""", ("If-Match", "W/\"1\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        ((string)(await admin.Get(ticket).Json())["subject"]!).ShouldNotBe("gut");

        var around = Places(await admin.Send(HttpMethod.Put, flag, Flag).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid"));
        around.ShouldBe(["If-Match", "/owner", "/requires/0", "/safe_variant"], ignoreOrder: true);
        Places(await admin.Send(HttpMethod.Put, flag, Flag, ("If-None-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid")).ShouldBe(["If-None-Match", "/owner", "/requires/0", "/safe_variant"],
                ignoreOrder: true);
        Places(await admin.Send(HttpMethod.Put, flag, """{"variants":{"on":5,"off":"x"},"owner":7}""").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid")).ShouldContain("If-Match");
        await admin.Send(HttpMethod.Put, flag, """{"variants":{"on":true},"default_variant":"on"}""").ShouldRefuse(
            (HttpStatusCode)428, "if-match-required");
        await admin.Send(HttpMethod.Put, flag, """{"variants":{"on":true},"default_variant":"on"}""", ("If-None-Match", "x"))
            .ShouldRefuse(HttpStatusCode.BadRequest, "invalid-if-none-match");
        await admin.Get(flag).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    private static async Task<string> Opened(HttpClient client) =>
        (string)(await client.Post("/api/v1/tickets", new { subject = "Tor", description = "x" }).Json(HttpStatusCode.Created))["id"]!;

    [Fact]
    public async Task What_is_wrong_around_a_body_is_told_with_it()
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var change = await admin.Send(
            HttpMethod.Patch, $"/api/v1/tickets/{Nobody}?x=1&y=2", """{"subject":5}""", ("Idempotency-Key", "a b"), ("If-Match", "7"))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        var without = await admin.Send(HttpMethod.Patch, $"/api/v1/tickets/{Nobody}", """{"subject":5}""").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
        var good = await admin.Send(HttpMethod.Post, "/api/v1/tickets?x=1", """{"subject":"S","description":"D"}""").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid-query");

        Places(change).ShouldBe(["x", "y", "If-Match", "Idempotency-Key", "/subject"]);
        Places(without).ShouldBe(["If-Match", "/subject"]);
        Places(good).ShouldBe(["x"]);
        foreach (var fault in change["errors"]!.AsArray())
            await admin.Get($"/problems/fields/{fault!["code"]}").ShouldAnswer(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("categories")]
    [InlineData("queues")]
    [InlineData("teams")]
    public async Task A_place_before_the_first_and_a_name_without_a_key_are_told_as_they_were_sent(string list)
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var refused = await admin.Post($"/api/v1/{list}", """{"position":-1,"name":{"de":"!?"}}""").ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");

        refused["errors"]!.AsArray().Select(fault => $"{fault!["pointer"]} {fault["code"]}").ShouldBe(
            ["/position out-of-range", "/name bad-key"]);
        ((string)refused["errors"]![0]!["detail"]!).ShouldContain("500", Case.Insensitive, "the bounds are told");
    }

    [Fact]
    public async Task Three_strangers_in_a_team_are_three_faults()
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var refused = await admin.Post(
            "/api/v1/teams", new { name = new { de = Some.Word() }, members = new[] { Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid() } })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        Places(refused).ShouldBe(["/members/0", "/members/1", "/members/2"]);
    }

    private static IEnumerable<string> Places(JsonNode refused) =>
        refused["errors"]!.AsArray().Select(fault => (string)fault!["pointer"]!);

    [Fact]
    public async Task Kinds_of_notification_that_cannot_come_to_a_customer_are_refused_and_not_passed_over()
    {
        var customer = await api.As("musterstadt", Role.Customer);

        var refused = await customer.Patch("/api/v1/me", new { notifications = new { seats_short = false, no_such = true } }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");

        refused["errors"]!.AsArray().Select(fault => (string)fault!["pointer"]!).ShouldBe(
            ["/notifications/seats_short", "/notifications/no_such"], ignoreOrder: true);
        var own = (await customer.Get("/api/v1/me").Json())["notifications"]!;
        await customer.Patch("/api/v1/me", new JsonObject { ["notifications"] = own.DeepClone() }).Json();
    }

    [Theory]
    [InlineData("users?role=boss&limit=0&cursor=nonsense")]
    [InlineData("tickets?priority=boss&limit=0&cursor=nonsense")]
    [InlineData("notifications?unread=maybe&limit=0&cursor=nonsense")]
    [InlineData("audit?actor=boss&limit=0&cursor=nonsense")]
    public async Task A_strange_cursor_hides_no_other_fault_of_the_query(string list)
    {
        var admin = await api.As("musterstadt", Role.Admin);

        var refused = await admin.Get($"/api/v1/{list}").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");

        refused["errors"]!.AsArray().Select(fault => (string)fault!["pointer"]!).ShouldBe(
            [list.Split('?', '=')[1], "limit", "cursor"], ignoreOrder: true);
        await admin.Get($"/api/v1/{list.Split('?')[0]}?cursor=nonsense").ShouldRefuse(HttpStatusCode.BadRequest, "invalid-cursor");
    }
}

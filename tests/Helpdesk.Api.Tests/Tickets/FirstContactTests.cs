namespace Helpdesk.Api.Tests.Tickets;

/// <summary>A ticket for the citizen at the counter or on the telephone, before they have any login.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class FirstContactTests(ApiFixture api)
{
    [Fact]
    public async Task A_ticket_can_be_opened_for_somebody_who_has_not_accepted_yet()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var invited = await agent.Post("/api/v1/users", new { email = Some.Email(), name = "Max Muster", role = "customer" }).Json(
            HttpStatusCode.Created);

        var ticket = await Open(agent, new { requester = invited["id"] }).Json(HttpStatusCode.Created);

        ((string)ticket["requester"]!).ShouldBe((string)invited["id"]!);
    }

    [Fact]
    public async Task An_address_that_nobody_knows_becomes_a_contact_without_login_and_mail()
    {
        var (agent, email) = (await api.As("musterstadt", Role.Agent), Some.Email());

        var ticket = await Open(agent, new { requester_email = email, requester_name = "Berta Bürgerin" }).Json(HttpStatusCode.Created);
        var again = await Open(agent, new { requester_email = email.ToUpperInvariant() }).Json(HttpStatusCode.Created);

        ((string)again["requester"]!).ShouldBe((string)ticket["requester"]!);
        var contact = await agent.Get($"/api/v1/users/{ticket["requester"]}").Json();
        ((string)contact["name"]!, (string)contact["status"]!, (string)contact["role"]!).ShouldBe(
            ("Berta Bürgerin", "contact", "customer"));
        (await api.Mail(email)).ShouldBeNull();
        await api.Client("musterstadt").Post("/api/v1/auth/login", new { email, password = ApiFixture.Password }).ShouldRefuse(
            HttpStatusCode.Unauthorized, "invalid-credentials");
        await api.Client("musterstadt").Post("/api/v1/auth/password/reset", new { email }).ShouldAnswer(HttpStatusCode.Accepted);
        (await api.Mail(email)).ShouldBeNull();
    }

    [Fact]
    public async Task A_ticket_under_the_key_of_another_one_is_refused_before_its_contact_is_noted()
    {
        var (agent, email, key) = (await api.As("musterstadt", Role.Agent), Some.Email(), ("Idempotency-Key", Some.Word()));
        var opened = await agent.Post("/api/v1/tickets", new { subject = "Straßenlampe", description = "Sie flackert." }, key).Json(
            HttpStatusCode.Created);

        await agent.Post("/api/v1/tickets", new
        {
            subject = "Bank",
            description = "Latte lose.",
            requester_email = email,
            requester_name = "Berta Bürgerin"
        }, key).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");

        (await api.Column($"select 1 from membership where email = '{email}'")).ShouldBeEmpty();
        ((string)(await agent.Post("/api/v1/tickets", new { subject = "Straßenlampe", description = "Sie flackert." }, key).Json(
            HttpStatusCode.Created))["id"]!).ShouldBe((string)opened["id"]!);
    }

    [Fact]
    public async Task A_contact_who_is_invited_finds_the_ticket_that_was_opened_before()
    {
        var (agent, email) = (await api.As("musterstadt", Role.Agent), Some.Email());
        var ticket = await Open(agent, new { requester_email = email, requester_name = "Berta Bürgerin" }).Json(HttpStatusCode.Created);
        await agent.Post("/api/v1/users", new { email, name = "Berta Bürgerin", role = "customer" }).ShouldAnswer(HttpStatusCode.Created);
        await api.Client("musterstadt").Post("/api/v1/auth/invitations/accept",
            new { token = (await api.Mail(email))!.Token, password = "ein langer Satz zum Merken" }).ShouldAnswer(HttpStatusCode.NoContent);

        var tokens = await api.Tokens("musterstadt", email, "ein langer Satz zum Merken");

        await api.Client("musterstadt", tokens.AccessToken).Get($"/api/v1/tickets/{ticket["id"]}").ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task For_suspended_people_and_people_who_left_it_is_refused_like_an_unknown_id()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (suspended, gone) = (Some.Email(), Some.Email());
        var first = await api.Enrol(api.Musterstadt, Role.Customer, suspended);
        var second = await api.Enrol(api.Musterstadt, Role.Customer, gone);
        await admin.Patch($"/api/v1/users/{first}", new { status = "suspended" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        await admin.Delete($"/api/v1/users/{second}").ShouldAnswer(HttpStatusCode.NoContent);

        foreach (var who in (object[])[new { requester_email = suspended }, new { requester_email = gone }, new { requester = first },
            new { requester = second }, new { requester = Guid.NewGuid() }])
        {
            var problem = await Open(admin, who).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
            ((string)problem["errors"]![0]!["code"]!).ShouldBe("unknown-member", who.ToString());
        }
    }

    [Theory]
    [InlineData("""{"requester_email":"kein-at"}""", "/requester_email")]
    [InlineData("""{"requester_name":"Berta"}""", "/requester_name")]
    [InlineData("""{"requester_email":"b@example.org","requester_name":"a\nb"}""", "/requester_name")]
    [InlineData("""{"requester_email":"b@example.org","requester":"0198c0de-7a11-7000-8000-0000000000e1"}""", "/requester_email")]
    public async Task What_says_not_who_asks_is_refused(string who, string pointer)
    {
        var problem = await Open(await api.As("musterstadt", Role.Agent), who).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        ((string)problem["errors"]![0]!["pointer"]!).ShouldBe(pointer);
    }

    [Fact]
    public async Task Customers_open_tickets_for_themselves() =>
        await Open(await api.As("musterstadt", Role.Customer), new { requester_email = Some.Email() }).ShouldRefuse(
            HttpStatusCode.Forbidden, "staff-only");

    private static Task<HttpResponseMessage> Open(HttpClient by, object who)
    {
        var ticket = JsonNode.Parse(who as string ?? System.Text.Json.JsonSerializer.Serialize(who))!.AsObject();
        (ticket["subject"], ticket["description"]) = ("Laterne dunkel", "Seit gestern Abend.");
        return by.Post("/api/v1/tickets", ticket);
    }
}

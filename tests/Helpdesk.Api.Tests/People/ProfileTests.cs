namespace Helpdesk.Api.Tests.People;

/// <summary>What a person says about themselves, and what a municipality says about its people.</summary>
[Collection(SharedHosts.TwoTowns)]
public sealed class ProfileTests(ApiFixture api)
{
    private const string Me = "/api/v1/me";
    private const string Users = "/api/v1/users";

    [Fact]
    public async Task A_person_chooses_language_time_zone_and_what_to_be_told()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var before = await agent.Get(Me).Json();
        ((string?)before["time_zone"]).ShouldBeNull();
        ((bool)before["notifications"]!["sla_warning"]!).ShouldBeTrue();

        await agent.Patch(Me, new { language = "en", time_zone = "Europe/Lisbon", notifications = new { sla_warning = false } })
            .ShouldAnswer(HttpStatusCode.OK);
        await agent.Patch(Me, new { name = "Erika Neu" }).ShouldAnswer(HttpStatusCode.OK);

        var after = await agent.Get(Me).Json();
        ((string)after["language"]!, (string)after["time_zone"]!, (string)after["name"]!).ShouldBe(("en", "Europe/Lisbon", "Erika Neu"));
        ((bool)after["notifications"]!["sla_warning"]!, (bool)after["notifications"]!["sla_breach"]!).ShouldBe((false, true));

        ((string?)(await agent.Patch(Me, """{"time_zone":null,"notifications":{"sla_warning":true}}""").Json())["time_zone"])
            .ShouldBeNull();
        ((bool)(await agent.Get(Me).Json())["notifications"]!["sla_warning"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Service_staff_keep_their_profile_at_home_and_it_holds_wherever_they_serve()
    {
        var email = Some.Email();
        var account = await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent));
        var (desk, admin) = (await api.SignedIn("desk", email), await api.As("musterstadt", Role.Admin));

        await desk.Patch(Me, new { time_zone = "Europe/Vienna", notifications = new { sla_warning = false } }).ShouldAnswer(
            HttpStatusCode.OK);

        ((string)(await admin.Get($"{Users}/{account}").Json())["time_zone"]!).ShouldBe("Europe/Vienna");
        (await api.Column($"select muted[1] from membership where tenant_id = '{api.Musterstadt}' and account_id = '{account}'")).ShouldBe(
            ["sla_warning"]);
    }

    [Theory]
    [InlineData("""{"time_zone":"Europe/Nowhere"}""", "/time_zone", "unknown-time-zone")]
    [InlineData("""{"time_zone":""}""", "/time_zone", "unknown-time-zone")]
    [InlineData("""{"time_zone":"CET; drop table"}""", "/time_zone", "unknown-time-zone")]
    [InlineData("""{"language":"fr"}""", "/language", "unknown-language")]
    [InlineData("""{"notifications":{"sla_breach":false}}""", "/notifications/sla_breach", "unknown-word")]
    [InlineData("""{"notifications":{"weather":false}}""", "/notifications/weather", "unknown-word")]
    [InlineData("""{"mails":{"weather":false}}""", "/mails/weather", "unknown-word")]
    [InlineData("""{"mail_digest":"weekly"}""", "/mail_digest", "type")]
    [InlineData("""{"mail_hold":7}""", "/mail_hold", "unknown-word")]
    [InlineData("""{"mail_hold":null}""", "/mail_hold", "type")]
    [InlineData("""{"group":"rathausspitze"}""", "/group", "unknown-member")]
    public async Task What_does_not_exist_or_is_not_a_persons_own_to_say_is_refused(string body, string pointer, string code)
    {
        var customer = await api.As("musterstadt", Role.Customer);

        var problem = await customer.Patch(Me, body).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");

        ((string)problem["errors"]![0]!["pointer"]!, (string)problem["errors"]![0]!["code"]!).ShouldBe((pointer, code));
    }

    [Fact]
    public async Task Which_mails_come_and_when_is_a_choice_of_its_own()
    {
        var agent = await api.As("musterstadt", Role.Agent);
        var before = await agent.Get(Me).Json();
        ((bool)before["mails"]!["sla_breach"]!, (string)before["mail_digest"]!, (int)before["mail_hold"]!).ShouldBe((true, "none", 10));

        await agent.Patch(Me, new { mails = new { sla_breach = false }, mail_digest = "daily" }).ShouldAnswer(HttpStatusCode.OK);
        var after = await agent.Patch(Me, new { mail_hold = 30 }).Json();

        ((bool)after["mails"]!["sla_breach"]!, (string)after["mail_digest"]!, (int)after["mail_hold"]!).ShouldBe((false, "daily", 30));
        ((bool)after["mails"]!["sla_warning"]!, (bool)after["notifications"]!["sla_breach"]!).ShouldBe((true, true));
    }

    [Fact]
    public async Task What_must_reach_staff_cannot_be_switched_off()
    {
        var agent = await api.As("musterstadt", Role.Agent);

        var problem = await agent.Patch(Me, new { notifications = new { sla_breach = false } }).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");

        ((string)problem["errors"]![0]!["pointer"]!, (string)problem["errors"]![0]!["code"]!).ShouldBe(
            ("/notifications/sla_breach", "mandatory"));
    }

    [Fact]
    public async Task Staff_put_people_into_groups_and_find_them_by_it_and_customers_do_not()
    {
        var (agent, group) = (await api.As("musterstadt", Role.Agent), Some.Word());
        var (customer, id) = await Customer();

        var user = await agent.Patch($"{Users}/{id}", new { group, external_id = Some.Word() }, ("If-Match", "\"1\"")).Json();
        ((string)user["group"]!).ShouldBe(group);
        (await agent.Get($"{Users}?group={group}").Json())["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!
            .GetValue<string>().ShouldBe(id);

        await customer.Patch($"{Users}/{id}", new { group = "rathausspitze" }, ("If-Match", "\"2\"")).ShouldRefuse(
            HttpStatusCode.Forbidden, "role-required");
        ((string)(await customer.Get(Me).Json())["group"]!).ShouldBe(group);
        await agent.Patch($"{Users}/{id}", """{"group":null}""", ("If-Match", "\"2\"")).ShouldAnswer(HttpStatusCode.OK);
        (await agent.Get($"{Users}?group={group}").Json())["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_external_id_belongs_to_one_person()
    {
        var (agent, external) = (await api.As("musterstadt", Role.Agent), Some.Word());
        var (_, first) = await Customer();
        var (_, second) = await Customer();

        await agent.Patch($"{Users}/{first}", new { external_id = external }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);

        await agent.Patch($"{Users}/{second}", new { external_id = external }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.Conflict, "external-id-taken");
    }

    [Fact]
    public async Task What_is_promised_depends_on_the_group_of_whoever_asks_for_help()
    {
        var (admin, group) = (await api.As("beispielburg", Role.Admin), Some.Word());
        await admin.Post("/api/v1/sla/policies", JsonNode.Parse($$"""
            {"name":"Spitze","conditions":{"requester_group":["{{group}}"]},"targets":[{"target":"resolution","priority":"medium","within":"PT1H"}],"position":0}
            """)!.ToJsonString()).ShouldAnswer(HttpStatusCode.Created);
        var email = Some.Email();
        var id = await api.Enrol(api.Beispielburg, Role.Customer, email);
        await admin.Patch($"{Users}/{id}", new { group }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        var customer = await api.SignedIn("beispielburg", email);

        foreach (var (who, body) in new (HttpClient, object)[]
        {
            (customer, new { subject = "Drucker", description = "Druckt nicht." }),
            (admin, new { subject = "Drucker", description = "Am Telefon gemeldet.", requester = id }),
        })
        {
            var ticket = (string)(await who.Post("/api/v1/tickets", body).Json(HttpStatusCode.Created))["id"]!;
            ((string)(await admin.Get($"/api/v1/tickets/{ticket}/sla").Json())["targets"]![0]!["policy_name"]!).ShouldBe("Spitze");
        }

        var other = (string)(await admin.Post("/api/v1/tickets", new { subject = "Drucker", description = "Meiner." })
            .Json(HttpStatusCode.Created))["id"]!;
        ((string)(await admin.Get($"/api/v1/tickets/{other}/sla").Json())["targets"]![0]!["policy_name"]!).ShouldNotBe("Spitze");
    }

    private async Task<(HttpClient Client, string Id)> Customer()
    {
        var email = Some.Email();
        var id = await api.Enrol(api.Musterstadt, Role.Customer, email);
        return (await api.SignedIn("musterstadt", email), id.ToString());
    }
}

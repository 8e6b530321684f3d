namespace Helpdesk.Api.Tests.People;

[Collection(SharedHosts.MovedForPeople)]
public sealed class UsersTests(ApiFixture api)
{
    private const string Users = "/api/v1/users";

    [Fact]
    public async Task Somebody_is_invited_gets_a_mail_chooses_a_password_and_is_in()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var email = Some.Email();

        var answer = await admin.Post(Users, new { email, name = "Max Muster", role = "agent" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var user = await Task.FromResult(answer).Json(HttpStatusCode.Created);
        ((string)user["status"]!).ShouldBe("invited");
        answer.Headers.Location!.ToString().ShouldBe($"{Users}/{user["id"]}");
        answer.Headers.ETag!.Tag.ShouldBe("\"1\"");

        var mail = (await api.Mail(email))!;
        mail.Template.ShouldBe("accept_invitation");
        var client = api.Client("musterstadt");
        await Join(client, mail.Token!, "kurz").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await Join(api.Client("beispielburg"), mail.Token!, "ein langer Satz zum Merken").ShouldRefuse(HttpStatusCode.Gone, "link-void");
        await Join(client, mail.Token!, "ein langer Satz zum Merken").ShouldAnswer(HttpStatusCode.NoContent);
        await Join(client, mail.Token!, "ein anderer Satz zum Merken").ShouldRefuse(HttpStatusCode.Gone, "invitation-accepted");
        (await Page(mail.Token!)).ShouldContain("Sie können sich anmelden");

        var tokens = await api.Tokens("musterstadt", email, "ein langer Satz zum Merken");
        ((string)(await api.Client("musterstadt", tokens.AccessToken).Get("/api/v1/me").Json())["name"]!).ShouldBe("Wie ich heiße");
        ((string)(await admin.Get($"{Users}/{user["id"]}").Json())["status"]!).ShouldBe("active");
    }

    [Fact]
    public async Task An_invitation_is_good_for_seven_days_and_can_be_sent_again()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var email = Some.Email();
        var id = (string)(await admin.Post(Users, new { email, name = "Max Muster", role = "customer" })
            .Json(HttpStatusCode.Created))["id"]!;
        var first = (await api.Mail(email))!.Token!;
        api.Time.Advance(TimeSpan.FromDays(7));
        await Join(api.Client("musterstadt"), first, "ein langer Satz zum Merken").ShouldRefuse(HttpStatusCode.Gone, "link-void");

        admin = await api.As("musterstadt", Role.Admin);
        await admin.Post($"{Users}/{id}/invitation").ShouldAnswer(HttpStatusCode.OK);

        await Join(api.Client("musterstadt"), (await api.Mail(email))!.Token!, "ein langer Satz zum Merken").ShouldAnswer(
            HttpStatusCode.NoContent);
        await admin.Post($"{Users}/{id}/invitation").ShouldRefuse(HttpStatusCode.Conflict, "not-invited");
    }

    [Fact]
    public async Task An_invitation_that_was_sent_twice_may_be_accepted_from_either_mail()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var email = Some.Email();
        var id = (string)(await admin.Post(Users, new { email, name = "Max Muster", role = "customer" })
            .Json(HttpStatusCode.Created))["id"]!;
        var first = (await api.Mail(email))!.Token!;
        await admin.Post($"{Users}/{id}/invitation").ShouldAnswer(HttpStatusCode.OK);
        var second = (await api.Mail(email))!.Token!;

        await Join(api.Client("musterstadt"), first, "ein langer Satz zum Merken").ShouldAnswer(HttpStatusCode.NoContent);
        await Join(api.Client("musterstadt"), second, "ein langer Satz zum Merken").ShouldRefuse(
            HttpStatusCode.Gone, "invitation-accepted");
    }

    [Fact]
    public async Task The_same_address_may_be_a_member_here_and_there_but_only_once_each()
    {
        var (here, there) = (await api.As("musterstadt", Role.Admin), await api.As("beispielburg", Role.Admin));
        var email = Some.Email();

        await here.Post(Users, new { email, name = "Max Muster", role = "agent" }).ShouldAnswer(HttpStatusCode.Created);
        await here.Post(Users, new { email = email.ToUpperInvariant(), name = "Max Muster", role = "agent" }).ShouldRefuse(
            HttpStatusCode.Conflict, "already-member");
        await there.Post(Users, new { email, name = "Max Muster", role = "agent" }).ShouldAnswer(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_repeated_command_invites_once()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var (email, key) = (Some.Email(), ("Idempotency-Key", Some.Word()));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => admin.Post(Users, new { email, name = "Max Muster", role = "agent" }, key)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        answers.Count(answer => answer.Headers.Contains("Idempotency-Replayed")).ShouldBe(4);
        var bare = await admin.Post($"{Users}?", new { email, name = "Max Muster", role = "agent" }, key);
        (bare.StatusCode, bare.Headers.Contains("Idempotency-Replayed")).ShouldBe(
            (HttpStatusCode.Created, true), "a question mark alone asks for nothing");
        await admin.Post(Users, new { email, name = "Other", role = "agent" }, key).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Theory]
    [InlineData(Role.Customer, "customer", 403)]
    [InlineData(Role.Agent, "customer", 201)]
    [InlineData(Role.Agent, "agent", 403)]
    [InlineData(Role.Manager, "agent", 201)]
    [InlineData(Role.Manager, "manager", 403)]
    [InlineData(Role.Admin, "admin", 201)]
    [InlineData(Role.Admin, "operator", 403)]
    public async Task Nobody_invites_above_themselves(Role own, string role, int status) =>
        await (await api.As("musterstadt", own)).Post(Users, new { email = Some.Email(), name = "Max Muster", role }).ShouldAnswer(
            (HttpStatusCode)status);

    [Theory]
    [InlineData("""{"email":"a@b","name":"x","role":"agent"}""", 422)]
    [InlineData("""{"email":"a@example.org","name":" ","role":"agent"}""", 422)]
    [InlineData("""{"email":"a@example.org","name":"Max\r\nBcc: e@x","role":"agent"}""", 422)]
    [InlineData("""{"email":"a@example.org","name":"x"}""", 422)]
    [InlineData("""{"email":"a@example.org","name":"x","role":"Agent"}""", 422)]
    [InlineData("""{"email":"a@example.org","name":"x","role":1}""", 422)]
    [InlineData("""{"email":"a@example.org","name":"x","role":"agent","status":"active"}""", 422)]
    [InlineData("""{"email":"a@example.org","name":"x","role":"agent","language":"fr"}""", 422)]
    public async Task Strange_invitations_are_refused(string body, int status) =>
        await (await api.As("musterstadt", Role.Admin)).Post(Users, body).ShouldAnswer((HttpStatusCode)status);

    [Fact]
    public async Task The_list_filters_and_goes_on_page_by_page()
    {
        var admin = await api.As("beispielburg", Role.Admin);
        var mark = Some.Word();
        foreach (var name in new[] { "Zoe", "Änne", "anna" })
            await admin.Post(Users, new { email = Some.Email(), name = $"{name} {mark}", role = "customer" }).ShouldAnswer(
                HttpStatusCode.Created);

        var first = await admin.Get($"{Users}?q={mark}&limit=2&role=customer&status=invited").Json();
        var second = await admin.Get($"{Users}?q={mark}&limit=2&role=customer&status=invited&cursor={first["next_cursor"]}").Json();

        ((int)first["total"]!).ShouldBe(3);
        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(user => ((string)user!["name"]!).Split(' ')[0]).ShouldBe(
            ["anna", "Änne", "Zoe"]);
        second["next_cursor"].ShouldBeNull();
        await admin.Get($"{Users}?limit=2&cursor={first["next_cursor"]}").ShouldRefuse(HttpStatusCode.BadRequest, "invalid-cursor");
        await admin.Get($"{Users}?tenant=musterstadt").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
    }

    [Fact]
    public async Task A_customer_sees_only_themselves()
    {
        var agentEmail = Some.Email();
        var agent = await api.Enrol(api.Musterstadt, Role.Agent, agentEmail);
        var email = Some.Email();
        var own = await api.Enrol(api.Musterstadt, Role.Customer, email);
        var customer = await api.SignedIn("musterstadt", email);

        await customer.Get(Users).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        ((string)(await customer.Get($"{Users}/{own}").Json())["email"]!).ShouldBe(email);
        var hidden = await customer.Get($"{Users}/{agent}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        var absent = await customer.Get($"{Users}/{Guid.NewGuid()}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        hidden["detail"]!.ToString().ShouldBe(absent["detail"]!.ToString());
        await customer.Patch($"{Users}/{agent}", new { name = "x" }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
        await customer.Delete($"{Users}/{agent}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task People_of_another_tenant_do_not_exist()
    {
        var stranger = await api.Enrol(api.Beispielburg, Role.Customer, Some.Email());
        var admin = await api.As("musterstadt", Role.Admin);

        await admin.Get($"{Users}/{stranger}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await admin.Patch($"{Users}/{stranger}", new { name = "x" }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
        await admin.Delete($"{Users}/{stranger}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await admin.Get($"{Users}/{stranger.ToString().ToUpperInvariant()}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Changes_name_the_version_that_was_read()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var id = await api.Enrol(api.Musterstadt, Role.Agent, Some.Email());
        var path = $"{Users}/{id}";

        await admin.Patch(path, new { role = "manager" }).ShouldRefuse((HttpStatusCode)428, "if-match-required");
        await admin.Patch(path, new { role = "manager" }, ("If-Match", "\"9\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        var changed = await admin.Patch(path, new { role = "manager" }, ("If-Match", "\"1\"")).Json();
        ((string)changed["role"]!).ShouldBe("manager");
        ((int)changed["version"]!).ShouldBe(2);
        await admin.Patch(path, new { role = "agent" }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");
        var replaced = await admin.Send(HttpMethod.Put, path, new { name = "Neu", language = "en", role = "agent", status = "suspended" },
            ("If-Match", "\"2\"")).Json();
        replaced["abilities"]!.AsArray().Select(word => (string)word!).ShouldBe(["edit", "manage"]);
        ((string)replaced["status"]!).ShouldBe("suspended");
        await admin.Patch(path, new { status = "ended" }, ("If-Match", "\"3\"")).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task A_suspended_person_is_out_within_five_seconds_and_back_only_by_signing_in()
    {
        var email = Some.Email();
        var id = await api.Enrol(api.Musterstadt, Role.Agent, email);
        var (admin, agent) = (await api.As("musterstadt", Role.Admin), await api.SignedIn("musterstadt", email));
        await agent.Get(Users).ShouldAnswer(HttpStatusCode.OK);

        await admin.Patch($"{Users}/{id}", new { status = "suspended" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(5));

        await agent.Get(Users).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await admin.Patch($"{Users}/{id}", new { status = "active" }, ("If-Match", "\"2\"")).ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(5));
        await agent.Get(Users).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid-token");
        await (await api.SignedIn("musterstadt", email)).Get(Users).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_role_acts_within_five_seconds()
    {
        var email = Some.Email();
        var id = await api.Enrol(api.Musterstadt, Role.Customer, email);
        var (admin, person) = (await api.As("musterstadt", Role.Admin), await api.SignedIn("musterstadt", email));
        await person.Get(Users).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");

        await admin.Patch($"{Users}/{id}", new { role = "agent" }, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.OK);
        api.Time.Advance(TimeSpan.FromSeconds(5));

        await person.Get(Users).ShouldAnswer(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_two_admins_who_end_each_other_one_wins_and_the_last_one_stays()
    {
        var tenant = new TenantId(api.Beispielburg.Value);
        var (one, two) = (Some.Email(), Some.Email());
        var (oneId, twoId) = (await api.Enrol(tenant, Role.Admin, one), await api.Enrol(tenant, Role.Admin, two));
        var (asOne, asTwo) = (await api.SignedIn("beispielburg", one), await api.SignedIn("beispielburg", two));
        await api.Column($"update membership set role = 'manager' where tenant_id = '{tenant}' and role = 'admin' and account_id not "
            + $"in ('{oneId}', '{twoId}')");

        var answers = await Task.WhenAll(asOne.Delete($"{Users}/{twoId}"), asTwo.Delete($"{Users}/{oneId}"));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
        answers.Single(answer => answer.StatusCode != HttpStatusCode.NoContent).StatusCode.ShouldBeOneOf(
            HttpStatusCode.Forbidden, HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized);
        (await api.Column($"select count(*) from membership where tenant_id = '{tenant}' and role = 'admin' and status = 'active'"))
            .ShouldBe(["1"]);
        var (left, leftId) = answers[0].StatusCode == HttpStatusCode.NoContent ? (asOne, oneId) : (asTwo, twoId);
        await left.Delete($"{Users}/{leftId}").ShouldRefuse(HttpStatusCode.Conflict, "last-admin");
        await left.Patch($"{Users}/{leftId}", new { role = "manager" }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.Conflict, "last-admin");
    }

    [Fact]
    public async Task Who_left_is_gone_and_may_be_invited_back()
    {
        var email = Some.Email();
        var id = await api.Enrol(api.Musterstadt, Role.Agent, email);
        var admin = await api.As("musterstadt", Role.Admin);

        await admin.Delete($"{Users}/{id}").ShouldAnswer(HttpStatusCode.NoContent);
        await admin.Get($"{Users}/{id}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await admin.Delete($"{Users}/{id}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await api.Client("musterstadt").Post("/api/v1/auth/login", new { email, password = ApiFixture.Password }).ShouldAnswer(
            HttpStatusCode.Unauthorized);

        (await admin.Get($"{Users}?q={Uri.EscapeDataString(email)}").Json())["items"]!.AsArray().ShouldBeEmpty();
        var left = (await admin.Get($"{Users}?status=ended&q={Uri.EscapeDataString(email)}").Json())["items"]!.AsArray();
        ((string)left.ShouldHaveSingleItem()!["status"]!).ShouldBe("ended");
        left[0]!["abilities"]!.AsArray().ShouldBeEmpty();
        await (await api.As("musterstadt", Role.Agent)).Get($"{Users}?status=ended").ShouldRefuse(
            HttpStatusCode.Forbidden, "role-required");

        var back = await admin.Post(Users, new { email, name = "Wieder da", role = "customer" }).Json(HttpStatusCode.Created);
        ((string)back["id"]!).ShouldBe(id.ToString());
    }

    [Fact]
    public async Task Nobody_changes_themselves_but_their_own_name()
    {
        var email = Some.Email();
        var id = await api.Enrol(api.Musterstadt, Role.Manager, email);
        var me = await api.SignedIn("musterstadt", email);

        await me.Patch($"{Users}/{id}", new { role = "admin" }, ("If-Match", "\"1\"")).ShouldRefuse(
            HttpStatusCode.Forbidden, "own-membership");
        await me.Patch("/api/v1/me", new { role = "admin" }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        await me.Patch("/api/v1/me", new { tenant_id = Guid.NewGuid() }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid");
        var renamed = await me.Patch("/api/v1/me", new { name = "Neuer Name", language = "en" }).Json();
        ((string)renamed["name"]!).ShouldBe("Neuer Name");
        ((string)renamed["role"]!).ShouldBe("manager");
    }

    [Fact]
    public async Task Service_staff_change_their_name_once_for_all_tenants()
    {
        var email = Some.Email();
        var id = await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var me = await api.SignedIn("musterstadt", email);

        await me.Patch("/api/v1/me", new { name = "Ein neuer Name" }).ShouldAnswer(HttpStatusCode.OK);

        foreach (var host in new[] { "musterstadt", "beispielburg" })
        {
            var admin = await api.As(host, Role.Admin);
            var user = await admin.Get($"{Users}/{id}").Json();
            ((string)user["name"]!).ShouldBe("Ein neuer Name");
            ((bool)user["is_service_staff"]!).ShouldBeTrue();
            await admin.Patch($"{Users}/{id}", new { name = "x" }, ("If-Match", $"\"{user["version"]}\"")).ShouldRefuse(
                HttpStatusCode.Conflict, "profile-managed-elsewhere");
        }
    }

    [Fact]
    public async Task At_the_desk_the_path_names_the_tenant_and_the_role_is_that_tenants()
    {
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Manager));
        var desk = await api.SignedIn("desk", email);

        await desk.Get("/api/v1/tenants/musterstadt/users").ShouldAnswer(HttpStatusCode.OK);
        await desk.Post("/api/v1/tenants/musterstadt/users", new { email = Some.Email(), name = "Max Muster", role = "agent" })
            .ShouldAnswer(HttpStatusCode.Created);
        var foreign = await desk.Get("/api/v1/tenants/beispielburg/users").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        var absent = await desk.Get("/api/v1/tenants/nirgendwo/users").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        foreign["detail"]!.ToString().ShouldBe(absent["detail"]!.ToString());
    }

    [Fact]
    public async Task Operators_bring_service_staff_and_the_first_admin_and_see_nobody_else()
    {
        var console = await api.SignedIn("console", api.OperatorEmail);
        var email = Some.Email();
        var staff = await api.Enrol(TenantId.Platform, Role.Agent, email);
        var citizen = await api.Enrol(api.Musterstadt, Role.Customer, Some.Email());

        await console.Post("/api/v1/tenants/musterstadt/service-staff", new { email, role = "agent" }).ShouldAnswer(HttpStatusCode.Created);
        await console.Post("/api/v1/tenants/musterstadt/service-staff", new { email, role = "agent" }).ShouldRefuse(
            HttpStatusCode.Conflict, "already-member");
        await console.Post("/api/v1/tenants/musterstadt/service-staff", new { email = Some.Email(), role = "agent" }).ShouldAnswer(
            HttpStatusCode.UnprocessableEntity);
        var listed = await console.Get("/api/v1/tenants/musterstadt/users?limit=200").Json();
        listed["items"]!.AsArray().ShouldAllBe(user => (bool)user!["is_service_staff"]!);
        await console.Get($"/api/v1/tenants/musterstadt/users/{citizen}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await console.Delete($"/api/v1/tenants/musterstadt/users/{staff}").ShouldAnswer(HttpStatusCode.NoContent);

        await console.Get(Users).ShouldAnswer(HttpStatusCode.OK);
        await (await api.As("desk", Role.Agent)).Post("/api/v1/tenants/musterstadt/service-staff", new { email, role = "agent" })
            .ShouldAnswer(HttpStatusCode.NotFound);
    }

    private async Task<string> Page(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/invitation")
        {
            Content = new FormUrlEncodedContent([new("token", token), new("password", "ein anderer Satz zum Merken")]),
            Headers = { { "Sec-Fetch-Site", "same-origin" }, { "Accept-Language", "de" } },
        };
        var answer = await api.Plain("musterstadt").SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> Join(HttpClient client, string token, string password) =>
        client.Post("/api/v1/auth/invitations/accept", new { token, password, name = "Wie ich heiße" });

    [Theory]
    [InlineData("{0} Anna")]
    [InlineData("{0}, Anna")]
    [InlineData("anna {0}")]
    [InlineData("Mueller Anna {0}")]
    [InlineData("MÜLLER {0}")]
    [InlineData("anna amt-{0}")]
    public async Task People_are_found_by_words_in_any_order(string typed)
    {
        var (admin, mark) = (await api.As("musterstadt", Role.Admin), Some.Word());
        await admin.Post(Users, new { email = $"{mark}@amt-{mark}.example", name = $"Anna Müller-{mark}", role = "customer" }).ShouldAnswer(
            HttpStatusCode.Created);
        var asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, mark);

        (await Found(admin, asked)).ShouldBe([$"Anna Müller-{mark}"]);
        (await Found(admin, asked + " Erika")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_with_an_umlaut_is_shown_as_people_write_it_and_found_either_way()
    {
        var (admin, mark) = (await api.As("musterstadt", Role.Admin), Some.Word());
        var made = await admin.Post(Users, new { email = $"info@müller-{mark}.de", name = mark, role = "customer" }).Json(
            HttpStatusCode.Created);

        ((string)made["email"]!).ShouldBe($"info@müller-{mark}.de");
        var stored = (await api.Column($"select email from membership where account_id = '{made["id"]}'")).ShouldHaveSingleItem();
        stored.ShouldStartWith("info@xn--");
        foreach (var typed in new[] { $"info@müller-{mark}.de", stored, $"müller-{mark}.de", $"MÜLLER-{mark}" })
            (await Found(admin, typed)).ShouldBe([mark], typed);
        await admin.Post(Users, new { email = stored, name = "Noch einmal", role = "customer" }).ShouldRefuse(
            HttpStatusCode.Conflict, "already-member");
    }

    private static async Task<IEnumerable<string>> Found(HttpClient caller, string typed) =>
        (await caller.Get($"{Users}?q={Uri.EscapeDataString(typed)}").Json())["items"]!.AsArray()
            .Select(person => (string)person!["name"]!);
}

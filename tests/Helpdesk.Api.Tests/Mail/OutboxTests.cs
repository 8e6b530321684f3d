using Helpdesk.Domain.Mail;
using MimeKit;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>With a host of its own: it has a mail server, and the clock is moved.</summary>
[Collection(SharedHosts.Mailing)]
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly MailingApi api;
    private readonly string email = Some.Email();
    private HttpClient admin = null!;

    public OutboxTests(MailingApi api)
    {
        this.api = api;
        api.Server.Start();
    }

    public async Task InitializeAsync()
    {
        admin = await api.As("musterstadt", Role.Admin);
        await api.Enrol(api.Musterstadt, Role.Customer, email);
    }

    public Task DisposeAsync() => api.Server.Stop();

    [Fact]
    public async Task A_mail_leaves_with_its_link_and_says_that_a_machine_wrote_it()
    {
        await Reset(email);

        var sent = await InState("sent");
        using var mail = Parse(api.Server.For(email).ShouldHaveSingleItem());
        mail.From.ToString().ShouldBe("\"musterstadt\" <helpdesk@mail.example>");
        mail.Subject.ShouldBe("Neues Passwort für musterstadt");
        mail.TextBody!.ShouldContain($"http://musterstadt.localhost:{api.Port}/reset-password#token={(await api.Mail(email))!.Token}");
        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        MailSignature.ReadMessageId(api.Get<IMailKeys>().Of(api.Musterstadt), mail.MessageId!)
            .ShouldBe(new SignedMessage(Guid.Parse((string)sent["id"]!), null));
        ((string?)sent["subject"], (int)sent["attempts"]!, (string?)sent["template"], (string?)sent["tenant"])
            .ShouldBe(("Neues Passwort für musterstadt", 1, "reset_password", "musterstadt"));
        (sent["last_error"], sent["next_try_at"]).ShouldBe((null, null));
        sent["sent_at"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData(451, false)]
    [InlineData(452, true)]
    public async Task What_is_not_accepted_now_is_tried_again_as_the_same_mail(int code, bool afterwards)
    {
        api.Server.Say(email, code, "Greylisted, come back", afterwards);
        await Reset(email);

        var delayed = await InState("delayed");
        ((string)delayed["last_error"]!).ShouldStartWith($"{code} Greylisted, come back");
        delayed["next_try_at"].ShouldNotBeNull();
        api.Server.For(email).ShouldBeEmpty();
        api.Server.Say(email, null);
        api.Time.Advance(TimeSpan.FromMinutes(1));

        var sent = await InState("sent");
        ((int)sent["attempts"]!, (string?)sent["id"]).ShouldBe((2, (string?)delayed["id"]));
        Parse(api.Server.For(email).ShouldHaveSingleItem()).MessageId.ShouldStartWith($"{Guid.Parse((string)sent["id"]!):N}.");
    }

    [Fact]
    public async Task What_is_refused_for_good_is_failed_until_somebody_has_it_tried_again()
    {
        api.Server.Say(email, 550, "No such mailbox");
        await Reset(email);
        var failed = await InState("failed");
        ((string)failed["last_error"]!).ShouldStartWith("550 No such mailbox");
        failed["next_try_at"].ShouldBeNull();
        var retry = $"/api/v1/outbox/{failed["id"]}/retry";

        await (await api.As("beispielburg", Role.Admin)).Post(retry).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await (await api.As("musterstadt", Role.Manager)).Post(retry).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        api.Server.Say(email, null);
        await admin.Post(retry).ShouldAnswer(HttpStatusCode.NoContent);

        await InState("sent");
        await admin.Post(retry).ShouldRefuse(HttpStatusCode.Conflict, "nothing-to-retry");
        var audit = await admin.Get($"/api/v1/audit?kind=outgoing_mail.retried&subject={failed["id"]}").Json();
        audit["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task While_the_server_is_away_nothing_is_lost_and_what_is_too_late_is_not_sent()
    {
        await api.Server.Stop();
        var other = Some.Email();
        await Reset(email);
        await admin.Post("/api/v1/users", new { email = other, name = "Neu", role = "customer" }).ShouldAnswer(HttpStatusCode.Created);
        ((string)(await InState("delayed"))["last_error"]!).ShouldStartWith($"127.0.0.1:{api.Server.Port}: ");

        // The link for a password is good for an hour, an invitation for days.
        api.Time.Advance(TimeSpan.FromMinutes(61));
        admin = await api.As("musterstadt", Role.Admin);
        await InState("failed");
        api.Server.Start();
        api.Time.Advance(TimeSpan.FromHours(4));
        admin = await api.As("musterstadt", Role.Admin);

        await InState("sent", other);
        api.Server.For(other).ShouldHaveSingleItem();
        api.Server.For(email).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_address_that_is_refused_holds_up_nobody_and_is_seen_by_operators_and_its_own_admins()
    {
        var (bad, good) = (Some.Email(), Some.Email());
        await api.Enrol(api.Beispielburg, Role.Customer, good);
        await api.Enrol(api.Musterstadt, Role.Customer, bad);
        api.Server.Say(bad, 550, "No such mailbox");
        await Reset(bad);
        await Reset(good, "beispielburg");

        await InState("failed", bad);
        await Eventually.Holds(() => Task.FromResult(api.Server.For(good).Count == 1));
        var console = await api.SignedIn("console", api.OperatorEmail);
        (await Listed(console, "?state=failed&limit=200")).ShouldContain(mail => (string)mail["to"]! == bad);
        (await Listed(await api.As("beispielburg", Role.Admin), "?limit=200")).ShouldNotContain(mail => (string)mail["to"]! == bad);
        await (await api.As("musterstadt", Role.Agent)).Get("/api/v1/outbox").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
    }

    [Fact]
    public async Task Whoever_was_removed_meanwhile_gets_no_mail_whose_link_is_dead()
    {
        var invited = Some.Email();
        api.Server.Say(invited, 451, "Later");
        var person = (string)(await admin.Post("/api/v1/users", new { email = invited, name = "Neu", role = "customer" })
            .Json(HttpStatusCode.Created))["id"]!;
        var delayed = await InState("delayed", invited);
        await admin.Delete($"/api/v1/users/{person}", ("If-Match", (await admin.Get($"/api/v1/users/{person}")).Headers.ETag!.Tag))
            .ShouldAnswer(HttpStatusCode.NoContent);
        api.Server.Say(invited, null);
        await admin.Post($"/api/v1/outbox/{delayed["id"]}/retry").ShouldAnswer(HttpStatusCode.NoContent);

        var dropped = await InState("dropped", invited);
        ((string?)dropped["reason"], (string?)dropped["last_error"]).ShouldBe(("link_ended", null));
        await admin.Post($"/api/v1/outbox/{dropped["id"]}/retry").ShouldRefuse(HttpStatusCode.Conflict, "nothing-to-retry");
        api.Server.For(invited).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_owed_before_anybody_sent_mails_is_not_sent_now()
    {
        var (old, stream) = (Some.Email(), Guid.NewGuid());
        await api.Enrol(api.Musterstadt, Role.Customer, old);
        await Reset(old);
        await InState("sent", old);
        await api.Column($"""
            insert into event (tenant_id, stream_id, version, at, kind, data)
            select tenant_id, '{stream}', 1, at - interval '4 days', kind, data from event
            where kind = 'notification.owed' order by position desc limit 1 returning 1
            """);

        await Reset(email);
        await InState("sent");

        (await Listed(admin, "?limit=200")).ShouldNotContain(mail => (string)mail["id"]! == stream.ToString());
        api.Server.For(old).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_list_runs_from_the_newest_page_by_page()
    {
        for (var i = 0; i < 3; i++)
            await Reset(email);
        await Eventually.Holds(async () => (await Listed(admin, "?limit=200")).Count(mail => (string)mail["to"]! == email) == 3);

        var all = (await Listed(admin, "?limit=200")).Select(mail => (string)mail["id"]!).ToList();
        var first = await admin.Get("/api/v1/outbox?limit=2").Json();
        var second = await admin.Get($"/api/v1/outbox?limit=2&cursor={first["next_cursor"]}").Json();

        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(mail => (string)mail!["id"]!).ShouldBe(all.Take(4).ToList());
        await admin.Get($"/api/v1/outbox?state=sent&cursor={first["next_cursor"]}").ShouldRefuse(
            HttpStatusCode.BadRequest, "invalid-cursor");
        await admin.Get("/api/v1/outbox?state=lost").ShouldRefuse(HttpStatusCode.UnprocessableEntity, "invalid-query");
    }

    private Task Reset(string to, string host = "musterstadt") =>
        api.Client(host).Post("/api/v1/auth/password/reset", new { email = to }).ShouldAnswer(HttpStatusCode.Accepted);

    private Task<JsonNode> InState(string state, string? to = null) => Eventually.Comes(async () =>
        (await Listed(admin, "?limit=200")).FirstOrDefault(
            mail => (string)mail["to"]! == (to ?? email) && (string)mail["state"]! == state));

    private static async Task<List<JsonNode>> Listed(HttpClient client, string query) =>
        [.. (await client.Get($"/api/v1/outbox{query}").Json())["items"]!.AsArray().Select(item => item!)];

    private static MimeMessage Parse(string mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)));
}

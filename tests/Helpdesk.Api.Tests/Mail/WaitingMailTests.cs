using Helpdesk.Api.Tests.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Notifications;
using Helpdesk.Grains.Hosting.Calls;
using Orleans;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>A mail that is not sent, or not yet, says why to whoever looks, in their language.</summary>
[Collection(SharedHosts.Mailing)]
public sealed partial class WaitingMailTests : IAsyncLifetime
{
    private readonly MailingApi api;
    private readonly string email = Some.Email();
    private HttpClient customer = null!, agent = null!, admin = null!;

    public WaitingMailTests(MailingApi api)
    {
        this.api = api;
        api.Server.Start();
    }

    public async Task InitializeAsync()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        customer = await api.SignedIn("musterstadt", email);
        await SignInAgain();
    }

    public Task DisposeAsync() => api.Server.Stop();

    [Fact]
    public async Task What_is_over_the_limit_is_listed_as_waiting_until_when_and_why_and_goes_then()
    {
        var ticket = await customer.Open();
        var begin = api.Time.GetUtcNow();
        for (var mail = 1; mail <= 10; mail++)
        {
            await Answer(ticket, $"Antwort {mail}.");
            await Held(ticket);
        }

        await Answer(ticket, "Eine zu viel.");
        await Held(ticket);

        var waits = await Mail(ticket, "waiting");
        ((string?)waits["reason"], (string?)waits["to"], (string?)waits["ticket"], (int)waits["attempts"]!)
            .ShouldBe(("mail_limit", email, (string)ticket["number"]!, 0));
        ((DateTimeOffset)waits["next_try_at"]!).ShouldBeInRange(begin.AddMinutes(10), begin.AddMinutes(10).AddSeconds(30));
        ((string)waits["subject"]!).ShouldBe($"[{(string)ticket["number"]!}] {(string)ticket["subject"]!}");
        ((string?)waits["reason_text"]).ShouldStartWith("Der Empfänger hat gerade so viele Mails bekommen");
        var english = (await agent.Get($"{Path(ticket)}/mails", ("Accept-Language", "en")).Json())["items"]!.AsArray()
            .Single(mail => (string)mail!["state"]! == "waiting")!;
        ((string?)english["reason_text"]).ShouldStartWith("Its recipient has just got as many mails");
        (await Listed(admin, "?state=waiting&limit=200")).ShouldContain(mail => (string)mail["id"]! == (string)waits["id"]!);
        (await Listed(await api.As("beispielburg", Role.Admin), "?limit=200"))
            .ShouldNotContain(mail => (string)mail["id"]! == (string)waits["id"]!);
        var seen = (await Listed(await api.SignedIn("console", api.OperatorEmail), "?state=waiting&limit=200"))
            .Single(mail => (string)mail["id"]! == (string)waits["id"]!);
        ((string)seen["to"]!, (string)seen["subject"]!).ShouldBe(($"…{email[email.IndexOf('@')..]}", $"[{(string)ticket["number"]!}]"));
        await admin.Post($"/api/v1/outbox/{waits["id"]}/retry").ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        api.Time.Advance(TimeSpan.FromMinutes(11));
        await SignInAgain();
        await Eventually.Holds(() => Task.FromResult(api.Server.For(email).Count == 11));
        (await Mails(ticket)).ShouldAllBe(mail => (string)mail["state"]! == "sent");
    }

    [Fact]
    public async Task A_mail_about_a_ticket_that_was_deleted_is_dropped_and_its_notification_says_that_it_is_gone()
    {
        api.Server.Say(email, 451, "Later");
        var ticket = await customer.Open();
        await Answer(ticket, "Bitte einmal neu laden.");
        await Held(ticket);
        await Mail(ticket, "delayed");

        await admin.Delete(Path(ticket), ("If-Match", (await admin.Get(Path(ticket))).Headers.ETag!.Tag))
            .ShouldAnswer(HttpStatusCode.NoContent);
        api.Server.Say(email, null);
        api.Time.Advance(TimeSpan.FromMinutes(2));
        await SignInAgain();

        ((string?)(await InState("dropped"))["reason"]).ShouldBe("ticket_deleted");
        customer = await api.SignedIn("musterstadt", email);
        var told = (await customer.Get("/api/v1/notifications/items").Json())["items"]!.AsArray()
            .SelectMany(one => one!["tickets"]!.AsArray()).Single(one => (string)one!["ticket"]! == (string)ticket["id"]!)!;
        told["withdrawn_at"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Words_that_were_taken_back_after_the_mail_was_queued_drop_it()
    {
        api.Server.Say(email, 451, "Later");
        var ticket = await customer.Open();
        var comment = await Answer(ticket, "Ihr Passwort lautet geheim.");
        await Held(ticket);
        await Mail(ticket, "delayed");
        await agent.Post($"{Path(ticket)}/comments/{comment["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        api.Server.Say(email, null);
        api.Time.Advance(TimeSpan.FromMinutes(2));
        await SignInAgain();

        ((string?)(await InState("dropped"))["reason"]).ShouldBe("words_withdrawn");
        api.Server.For(email).ShouldAllBe(mail => !mail.Contains("geheim"));
    }

    [Fact]
    public async Task What_a_role_may_be_told_is_asked_again_when_a_mail_about_no_ticket_is_sent()
    {
        var (keeper, stays) = (Some.Email(), Some.Email());
        var account = await api.Enrol(api.Musterstadt, Role.Admin, keeper);
        var other = await api.Enrol(api.Musterstadt, Role.Admin, stays);
        api.Server.Say(keeper, 451, "Later");
        api.Server.Say(stays, 451, "Later");
        await SeatsShort(account);
        await SeatsShort(other);
        await InState("delayed", keeper);
        await InState("delayed", stays);

        await admin.Patch($"/api/v1/users/{account}", new { role = "agent" },
            ("If-Match", (await admin.Get($"/api/v1/users/{account}")).Headers.ETag!.Tag)).ShouldAnswer(HttpStatusCode.OK);
        api.Server.Say(keeper, null);
        api.Time.Advance(TimeSpan.FromMinutes(2));
        await SignInAgain();

        ((string?)(await InState("dropped", keeper))["reason"]).ShouldBe("not_for_reader");
        await InState("sent", stays);
        api.Server.For(keeper).ShouldBeEmpty();
        api.Server.For(stays).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_is_gone_meanwhile_is_told_nothing()
    {
        var keeper = Some.Email();
        var account = await api.Enrol(api.Musterstadt, Role.Admin, keeper);
        api.Server.Say(keeper, 451, "Later");
        await SeatsShort(account);
        await InState("delayed", keeper);
        await admin.Delete($"/api/v1/users/{account}", ("If-Match", (await admin.Get($"/api/v1/users/{account}")).Headers.ETag!.Tag))
            .ShouldAnswer(HttpStatusCode.NoContent);
        api.Server.Say(keeper, null);
        api.Time.Advance(TimeSpan.FromMinutes(2));
        await SignInAgain();

        ((string?)(await InState("dropped", keeper))["reason"]).ShouldBe("person_gone");
    }

    [Fact]
    public async Task Loaded_history_is_read_among_the_notifications_mailed_to_nobody_and_uses_up_no_limit()
    {
        var ticket = await customer.Open();
        var account = await api.Enrol(api.Musterstadt, Role.Agent, Some.Email());
        var loader = new Caller(api.Musterstadt, new AccountId(account), Role.Agent, LoadedHistory.Demo);
        for (var words = 0; words < 12; words++)
        {
            api.Get<TenantPasses>().Enter(api.Musterstadt);
            var grain = api.Get<IGrainFactory>().GetGrain<ITicketGrain>(GrainKeys.Of(api.Musterstadt, (Guid)ticket["id"]!));
            var said = Some.Comment() with { Body = "Aus der Vorgeschichte." };
            (await grain.Comment(loader, new(Guid.CreateVersion7(), "", FromKey: false), said, default)).Refusal.ShouldBeNull();
        }

        (await api.Column($"select count(*)::text from notification_item where stream_id = '{ticket["id"]}' and mail_at is null"))
            .ShouldBe(["12"]);
        await Answer(ticket, "Die erste Antwort.");
        await Held(ticket);

        await Mail(ticket, "sent");
        api.Server.For(email).ShouldHaveSingleItem().ShouldNotContain("Vorgeschichte");
        (await customer.Get("/api/v1/notifications/items").Json())["items"]!.AsArray()
            .Single(one => (string)one!["kind"]! == "ticket_answered")!["count"]!.GetValue<int>().ShouldBe(13);
    }

    [Fact]
    public async Task Moments_are_told_by_the_readers_own_clock()
    {
        var keeper = Some.Email();
        var account = await api.Enrol(api.Musterstadt, Role.Agent, keeper);
        await (await api.SignedIn("musterstadt", keeper)).Patch("/api/v1/me", new { time_zone = "America/New_York" })
            .ShouldAnswer(HttpStatusCode.OK);
        var ticket = await customer.Open();
        await api.Column($"""
            insert into notification_item
                (tenant_id, stream_id, version, recipient, account_id, kind, number, target, due_at, at, tell_at, mail_at)
            select id, '{ticket["id"]}', 900, '{account}', '{account}', 'sla_breach', '{ticket["number"]}', 'resolution',
                '2026-11-18T11:12:00Z', m, m, m
            from tenant, (values ('{api.Time.GetUtcNow():O}'::timestamptz)) moment (m) where slug = 'musterstadt' returning version::text
            """);

        await InState("sent", keeper);
        using var mail = MimeKit.MimeMessage.Load(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(api.Server.For(keeper).ShouldHaveSingleItem())));
        mail.TextBody!.ShouldContain("am 18.11.2026 um 06:12 Uhr (Zeitzone America/New_York)");
    }

    private async Task SignInAgain() =>
        (agent, admin) = (await api.As("musterstadt", Role.Agent), await api.As("musterstadt", Role.Admin));

    // As the consumer of the feed would owe it.
    private Task<IReadOnlyList<string>> SeatsShort(object account) => api.Column($"""
        insert into notification_item (tenant_id, stream_id, version, recipient, account_id, kind, about, due_at, at, tell_at, mail_at)
        select id, gen_random_uuid(), 1, '{account}', '{account}', 'seats_short',
            jsonb_build_object('kind', 'seat.warned', 'data', jsonb_build_object()), m, m, m, m
        from tenant, (values ('{api.Time.GetUtcNow():O}'::timestamptz)) moment (m) where slug = 'musterstadt' returning version::text
        """);

    private async Task<JsonNode> Answer(JsonNode ticket, string body) =>
        await agent.Post($"{Path(ticket)}/comments", new { body, visibility = "public" }).Json(HttpStatusCode.Created);

    // Until everything that the ticket owed was looked at.
    private Task Held(JsonNode ticket)
    {
        api.Time.Advance(TimeSpan.FromSeconds(11));
        return Eventually.Holds(async () => (await api.Column(
            $"select 1 from notification_item where stream_id = '{ticket["id"]}' and mail_at <= '{api.Time.GetUtcNow():O}'")).Count == 0);
    }

    private Task<JsonNode> Mail(JsonNode ticket, string state) => Eventually.Comes(async () =>
        (await Mails(ticket)).FirstOrDefault(mail => (string)mail["state"]! == state));

    private async Task<List<JsonNode>> Mails(JsonNode ticket) =>
        [.. (await agent.Get($"{Path(ticket)}/mails").Json())["items"]!.AsArray().Select(item => item!)];

    private Task<JsonNode> InState(string state, string? to = null) => Eventually.Comes(async () =>
        (await Listed(admin, "?limit=200")).FirstOrDefault(
            mail => (string)mail["to"]! == (to ?? email) && (string)mail["state"]! == state && (string)mail["template"]! == "notices"));

    private static async Task<List<JsonNode>> Listed(HttpClient client, string query) =>
        [.. (await client.Get($"/api/v1/outbox{query}").Json())["items"]!.AsArray().Select(item => item!)];

    private static string Path(JsonNode ticket) => $"/api/v1/tickets/{ticket["id"]}";
}

using Helpdesk.Api.Tests.Tickets;
using MimeKit;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>What people are told also goes by mail: to a real mail server, at a clock that is moved.</summary>
[Collection(SharedHosts.Mailing)]
public sealed class NoticeMailTests(MailingApi mailing) : MailedPeople<MailingApi>(mailing)
{
    [Fact]
    public async Task The_customer_reads_the_answer_in_a_mail_and_staff_read_what_became_of_it()
    {
        var ticket = await Opened();
        await Answer(ticket, "Bitte einmal neu laden.");

        await Held(ticket);
        var sent = await Mail(ticket, "sent");
        using var mail = Parse(api.Server.For(email).ShouldHaveSingleItem());
        var number = (string)ticket["number"]!;
        mail.Subject.ShouldBe($"[{number}] {(string)ticket["subject"]!}");
        mail.TextBody!.ShouldContain("\nBitte einmal neu laden.\n");
        mail.TextBody!.ShouldContain($"http://musterstadt.localhost:{api.Port}/tickets/{number}");
        mail.HtmlBody!.ShouldContain($"<a href=\"http://musterstadt.localhost:{api.Port}/tickets/{number}\">");
        mail.References.ShouldBe([$"{Guid.Parse((string)ticket["id"]!):N}.thread@musterstadt.localhost"]);
        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        ((string?)sent["to"], (string?)sent["ticket"], (string?)sent["template"]).ShouldBe((email, number, "notices"));
        await customer.Get($"/api/v1/tickets/{number}/mails").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await agent.Get($"/api/v1/tickets/{Guid.NewGuid()}/mails").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_people_write_becomes_no_markup_and_no_link_of_the_mail()
    {
        var ticket = await customer.Open("<a href=//evil.example>{{7*7}}");
        await Answer(ticket, "Siehe https://evil.example/login und <script>alert(1)</script>");
        await Held(ticket);

        await Mail(ticket, "sent");
        using var mail = Parse(api.Server.For(email).ShouldHaveSingleItem());
        mail.Subject.ShouldEndWith("<a href=//evil.example>{{7*7}}");
        mail.HtmlBody!.Split("<a href=").Length.ShouldBe(2);
        mail.HtmlBody!.ShouldContain("Siehe https://evil.example/login und &lt;script&gt;alert(1)&lt;/script&gt;");
    }

    [Fact]
    public async Task What_is_taken_back_while_it_is_held_and_what_is_internal_is_mailed_to_nobody()
    {
        var ticket = await Opened();
        var comment = await Answer(ticket, "Ihr Passwort lautet geheim.");
        await agent.Post($"{Path(ticket)}/comments", new { body = "Der nervt.", visibility = "internal" })
            .ShouldAnswer(HttpStatusCode.Created);
        await agent.Post($"{Path(ticket)}/comments/{comment["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        await Held(ticket);
        await Answer(ticket, "Bitte einmal neu laden.");
        await Held(ticket);

        await Mail(ticket, "sent");
        var mail = api.Server.For(email).ShouldHaveSingleItem();
        mail.ShouldNotContain("geheim");
        mail.ShouldNotContain("nervt");
    }

    [Fact]
    public async Task Words_of_a_request_or_of_its_answer_that_are_taken_back_are_mailed_to_nobody_either()
    {
        var ticket = await Opened();
        await agent.Post($"{Path(ticket)}/close", new { resolution_text = "Behoben." }).ShouldAnswer(HttpStatusCode.OK);
        await Held(ticket);
        await customer.Post($"{Path(ticket)}/reopen", new { reason = "Geht nicht." }).ShouldAnswer(HttpStatusCode.OK);
        await agent.Post($"{Path(ticket)}/reopen/decline", new { reason = "Canary der Ablehnung." }).ShouldAnswer(HttpStatusCode.OK);
        var comments = (await agent.Get($"{Path(ticket)}/comments").Json())["items"]!.AsArray();
        var answer = comments.Single(comment => ((string)comment!["body"]!).StartsWith("Canary", StringComparison.Ordinal))!;
        await agent.Post($"{Path(ticket)}/comments/{answer["id"]}/withdraw", new { }).ShouldAnswer(HttpStatusCode.OK);
        await Held(ticket);

        await Eventually.Holds(() => Task.FromResult(api.Server.For(email).Any(mail => mail.Contains("wieder zu"))));
        api.Server.For(email).ShouldAllBe(mail => !mail.Contains("Canary"));
    }

    [Fact]
    public async Task Operators_see_that_a_mail_about_a_ticket_is_on_its_way_and_not_what_it_tells_whom()
    {
        var ticket = await Opened();
        await Answer(ticket, "Bitte einmal neu laden.");
        await Held(ticket);
        await Mail(ticket, "sent");

        var console = await api.SignedIn("console", api.OperatorEmail);
        var seen = (await console.Get("/api/v1/outbox?limit=200").Json())["items"]!.AsArray()
            .Single(mail => (string?)mail!["ticket"] == (string)ticket["number"]! && (string)mail["template"]! == "notices")!;
        ((string)seen["to"]!, (string)seen["subject"]!).ShouldBe(($"…{email[email.IndexOf('@')..]}", $"[{(string)ticket["number"]!}]"));
    }

    [Theory]
    [InlineData("kind = 'of_a_later_version'")]
    [InlineData("account_id = '00000000-0000-4000-8000-000000000000', recipient = '00000000-0000-4000-8000-000000000000'")]
    public async Task What_cannot_be_read_or_is_nobodys_stops_no_other_mail(string spoilt)
    {
        var (broken, whole) = (await Opened(), await Opened());
        await Answer(broken, "Unlesbar.");
        await api.Column($"update notification_item set {spoilt} where stream_id = '{broken["id"]}' returning 1");
        await Answer(whole, "Bitte einmal neu laden.");
        await Held(whole);

        await Mail(whole, "sent");
        api.Server.For(email).ShouldHaveSingleItem().ShouldNotContain("Unlesbar");
        await api.Column($"delete from notification_item where stream_id = '{broken["id"]}' returning 1");
    }

    [Fact]
    public async Task A_person_who_cannot_be_read_stops_no_other_mail()
    {
        var (other, ticket) = (Some.Email(), await Opened());
        var account = await api.Enrol(api.Musterstadt, Role.Customer, other);
        var theirs = await (await api.SignedIn("musterstadt", other)).Open();
        await Answer(theirs, "Unlesbar.");
        await api.Column($"update membership set email = 'kaputt' where account_id = '{account}' returning 1");
        await Answer(ticket, "Bitte einmal neu laden.");
        await Held(ticket);

        await Mail(ticket, "sent");
        await api.Column($"update membership set email = '{other}' where account_id = '{account}' returning 1");
    }

    [Fact]
    public async Task Who_was_not_reached_is_seen_at_the_ticket_in_the_servers_words()
    {
        api.Server.Say(email, 550, "No such mailbox");
        var ticket = await Opened();
        await Answer(ticket, "Bitte einmal neu laden.");
        await Held(ticket);

        ((string)(await Mail(ticket, "failed"))["last_error"]!).ShouldStartWith("550 No such mailbox");
    }

    [Fact]
    public async Task An_address_that_is_not_there_gets_no_more_mails_until_somebody_clears_it()
    {
        api.Server.Say(email, 550, "5.1.1 No such mailbox");
        var ticket = await Opened();
        await Answer(ticket, "Erstens.");
        await Held(ticket);
        await Mail(ticket, "failed");
        api.Server.Say(email, null);
        var blocked = (await agent.Get("/api/v1/mail/blocked-addresses?limit=200").Json())["items"]!.AsArray()
            .Single(item => (string)item!["address"]! == email)!;
        ((string)blocked["words"]!).ShouldStartWith("550 5.1.1 No such mailbox");

        await Answer(ticket, "Zweitens.");
        await Held(ticket);
        ((string?)(await Mail(ticket, "dropped"))["reason"]).ShouldBe("address_blocked");
        api.Server.For(email).ShouldBeEmpty();

        await customer.Delete($"/api/v1/mail/blocked-addresses/{blocked["id"]}").ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await agent.Delete($"/api/v1/mail/blocked-addresses/{blocked["id"]}").ShouldAnswer(HttpStatusCode.NoContent);
        await agent.Delete($"/api/v1/mail/blocked-addresses/{blocked["id"]}").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await Answer(ticket, "Drittens.");
        await Held(ticket);
        await Mail(ticket, "sent");
        api.Server.For(email).ShouldHaveSingleItem().ShouldContain("Drittens.");
    }

    [Fact]
    public async Task Several_answers_within_the_hold_are_one_mail()
    {
        var ticket = await Opened();
        await Answer(ticket, "Erstens.");
        await Answer(ticket, "Zweitens.");
        await Held(ticket);

        await Mail(ticket, "sent");
        using var mail = Parse(api.Server.For(email).ShouldHaveSingleItem());
        var (first, second) = (At("Erstens."), At("Zweitens."));
        first.ShouldBeInRange(0, second);

        int At(string words) => mail.TextBody!.IndexOf(words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_no_mails_gets_none_and_a_digest_waits_for_the_morning()
    {
        await customer.Patch("/api/v1/me", new { mails = new { ticket_answered = false }, mail_digest = "daily" })
            .ShouldAnswer(HttpStatusCode.OK);
        var (silent, gathered) = (await Opened(), await Opened());
        await Answer(silent, "Nicht per Mail.");
        await agent.Post($"{Path(gathered)}/close", new { resolution_text = "Behoben." }).ShouldAnswer(HttpStatusCode.OK);
        await Held(silent);
        await Held(gathered);
        Told().ShouldBeEmpty();

        api.Time.Advance(TimeSpan.FromHours(24));
        agent = await api.As("musterstadt", Role.Agent);
        await Mail(gathered, "sent");
        var mail = Told().ShouldHaveSingleItem();
        mail.ShouldContain("Behoben.");
        mail.ShouldNotContain("Nicht per Mail.");
        (await Mails(silent)).ShouldBeEmpty();

        // Besides, whoever's ticket is closed is asked how it was.
        List<string> Told() => [.. api.Server.For(email).Where(mail => mail.Contains("Subject: ["))];
    }

    [Fact]
    public async Task A_citizen_without_a_login_reads_the_answer_in_the_mail()
    {
        var citizen = Some.Email();
        var ticket = await agent.Post("/api/v1/tickets", new
        {
            subject = "Am Telefon",
            description = "Ruft wegen der Hundesteuer an.",
            requester_email = citizen,
            requester_name = "Berta Bürgerin",
        }).Json(HttpStatusCode.Created);
        await Answer(ticket, "Der Bescheid ist unterwegs.");
        await Held(ticket);

        await Mail(ticket, "sent");
        using var mail = Parse(api.Server.For(citizen).ShouldHaveSingleItem());
        mail.TextBody!.ShouldContain("Der Bescheid ist unterwegs.");
        mail.TextBody!.ShouldNotContain("http");
    }

    [Fact]
    public async Task Whether_the_reader_may_read_it_is_asked_when_it_is_sent()
    {
        var admin = await api.As("musterstadt", Role.Admin);
        var staff = Some.Email();
        var account = await api.Enrol(api.Musterstadt, Role.Agent, staff);
        var ticket = await Opened();
        var tag = (await agent.Get(Path(ticket))).Headers.ETag!.Tag;
        await agent.Patch(Path(ticket), new { assignee = account }, ("If-Match", tag)).ShouldAnswer(HttpStatusCode.OK);
        await Held(ticket);
        await Mail(ticket, "sent");

        // Queued, but not accepted; meanwhile they serve no longer.
        api.Server.Say(staff, 451, "Later");
        await customer.Post($"{Path(ticket)}/comments", new { body = "Canary des Kunden." }).ShouldAnswer(HttpStatusCode.Created);
        await Held(ticket);
        await Mail(ticket, "delayed");
        await admin.Patch($"/api/v1/users/{account}", new { role = "customer" },
            ("If-Match", (await admin.Get($"/api/v1/users/{account}")).Headers.ETag!.Tag)).ShouldAnswer(HttpStatusCode.OK);
        api.Server.Say(staff, null);
        api.Time.Advance(TimeSpan.FromMinutes(2));
        agent = await api.As("musterstadt", Role.Agent);

        var dropped = await Mail(ticket, "dropped");
        ((string?)dropped["reason"], (string?)dropped["last_error"]).ShouldBe(("not_for_reader", null));
        api.Server.For(staff).ShouldAllBe(mail => !mail.Contains("Canary"));
    }

    [Fact]
    public async Task Nobody_is_mailed_about_what_they_did_themselves()
    {
        var ticket = await Opened();
        await customer.Post($"{Path(ticket)}/comments", new { body = "Noch etwas." }).ShouldAnswer(HttpStatusCode.Created);
        await customer.Post($"{Path(ticket)}/confirm", new { }).ShouldAnswer(HttpStatusCode.OK);
        await Held(ticket);
        var other = await Opened();
        await Answer(other, "Etwas anderes.");
        await Held(other);
        await Mail(other, "sent");

        api.Server.For(email).Where(mail => mail.Contains("Subject: [")).ShouldHaveSingleItem().ShouldNotContain((string)ticket["number"]!);
    }

    private Task<JsonNode> Opened() => customer.Open();

    private async Task<JsonNode> Answer(JsonNode ticket, string body) =>
        await agent.Post($"{Path(ticket)}/comments", new { body, visibility = "public" }).Json(HttpStatusCode.Created);

    // Until everything that the ticket owed was looked at.
    private Task Held(JsonNode ticket)
    {
        api.Time.Advance(TimeSpan.FromSeconds(11));
        return Eventually.Holds(async () => (await api.Column(
            $"select 1 from notification_item where stream_id = '{ticket["id"]}' and mail_at <= '{api.Time.GetUtcNow():O}'")).Count == 0);
    }

    private async Task<List<JsonNode>> Mails(JsonNode ticket) =>
        [.. (await agent.Get($"{Path(ticket)}/mails").Json())["items"]!.AsArray().Select(item => item!)];

    private Task<JsonNode> Mail(JsonNode ticket, string state) => Eventually.Comes(async () =>
        (await Mails(ticket)).FirstOrDefault(mail => (string)mail["state"]! == state));

    private static string Path(JsonNode ticket) => $"/api/v1/tickets/{ticket["id"]}";

    private static MimeMessage Parse(string mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)));
}

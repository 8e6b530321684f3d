using Helpdesk.Api.Tests.Tickets;
using MimeKit;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>An admin words the mails of the municipality, and they leave so.</summary>
[Collection(SharedHosts.Mailing)]
public sealed class MailTemplateTests : IAsyncLifetime
{
    private const string Notices = "/api/v1/mail/templates/notices/de";

    private readonly MailingApi api;
    private readonly string email = Some.Email();
    private HttpClient admin = null!, agent = null!, customer = null!;

    public MailTemplateTests(MailingApi api)
    {
        this.api = api;
        api.Server.Start();
    }

    public async Task InitializeAsync()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        customer = await api.SignedIn("musterstadt", email);
        admin = await api.As("musterstadt", Role.Admin);
        agent = await api.As("musterstadt", Role.Agent);
    }

    public async Task DisposeAsync()
    {
        await admin.Delete(Notices).ShouldAnswer(HttpStatusCode.NoContent);
        await api.Server.Stop();
    }

    [Fact]
    public async Task The_mail_leaves_in_the_words_of_the_municipality_and_in_the_usual_ones_after_a_reset()
    {
        var before = await admin.Get(Notices).Json();
        ((bool)before["is_default"]!, (int)before["version"]!).ShouldBe((true, 0));
        var written = await Put(admin, Notices, Own, ("If-Match", "\"0\"")).Json();
        ((bool)written["is_default"]!, (int)written["version"]!).ShouldBe((false, 1));
        await Put(admin, Notices, Own with { Subject = "Anders" }, ("If-Match", "\"0\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "stale-version");

        await admin.Send(HttpMethod.Put, Notices, """{"subject":"S","text":"T"}""").ShouldRefuse(
            HttpStatusCode.PreconditionRequired, "if-match-required");

        using var mail = await Mailed("Bitte <neu> starten.");
        mail.Subject.ShouldStartWith("Rathaus meldet: [MUST-");
        mail.TextBody.ShouldBe("Bitte <neu> starten.\n");
        mail.HtmlBody.ShouldBe("<h1>musterstadt</h1><p>Bitte &lt;neu&gt; starten.</p>");

        await admin.Delete(Notices, ("If-Match", "\"1\"")).ShouldAnswer(HttpStatusCode.NoContent);
        using var usual = await Mailed("Und noch etwas.");
        usual.TextBody!.ShouldStartWith("Guten Tag,");
        var audit = (await admin.Get("/api/v1/audit?limit=200").Json())["items"]!.ToJsonString();
        audit.ShouldContain("mail_template.written");
        audit.ShouldContain("mail_template.reset");
    }

    [Fact]
    public async Task A_template_that_fails_stops_no_mail_and_is_told_to_the_admins_once()
    {
        await Put(admin, Notices, Own).ShouldAnswer(HttpStatusCode.OK);
        await api.Column(
            "update aggregate set state = jsonb_set(state, '{own,body}', '\"{{ kaputt\"') where kind = 'mail_template' returning 1");

        using var first = await Mailed("Erstens.");
        using var second = await Mailed("Zweitens.");

        first.TextBody!.ShouldContain("\nErstens.\n");
        second.TextBody!.ShouldContain("\nZweitens.\n");
        var version = (int)(await admin.Get(Notices).Json())["version"]!;
        (await api.Column("select count(*)::text from notification_item i join membership m using (tenant_id, account_id) where "
            + $"kind = 'mail_template_failed' and i.version = {version} and m.email = '{await Email(admin)}'")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task What_cannot_be_filled_is_refused_with_line_and_reason_and_a_preview_shows_the_rest()
    {
        var faulty = Own with { Text = "Guten Tag\n{{ kunde }}" };
        foreach (var path in (string[])[Notices, $"{Notices}/preview"])
        {
            var sent = path == Notices ? Put(admin, path, faulty)
                : admin.Post(path, new { subject = faulty.Subject, text = faulty.Text, html = faulty.Html });
            var refused = await sent.Json(HttpStatusCode.UnprocessableEntity);
            var fault = refused["errors"]!.AsArray().ShouldHaveSingleItem()!;
            ((string)fault["pointer"]!, (string)fault["code"]!).ShouldBe(("/text", "bad-template"));
            ((string)fault["detail"]!).ShouldContain("2: ");
            ((string)fault["detail"]!).ShouldContain("kunde");
        }

        var shown = await admin.Post(
            $"{Notices}/preview", new { subject = Own.Subject, text = Own.Text, html = Own.Html }).Json();
        ((string)shown["subject"]!).ShouldStartWith("Rathaus meldet: [MUST-000123]");
        ((string)shown["html"]!).ShouldContain("&amp;");
        (await admin.Get(Notices).Json())["is_default"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Only_admins_and_only_of_templates_that_there_are()
    {
        await agent.Get(Notices).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await Put(agent, Notices, Own).ShouldRefuse(HttpStatusCode.Forbidden, "role-required");
        await admin.Get("/api/v1/mail/templates/nothing/de").ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        await Put(admin, "/api/v1/mail/templates/notices/fr", Own).ShouldRefuse(HttpStatusCode.NotFound, "not-found");

        var items = (await admin.Get("/api/v1/mail/templates").Json())["items"]!.AsArray();
        items.Count.ShouldBe(18);
        items.Select(item => $"{item!["template"]} {item["language"]}").ShouldContain("reset_password en");
    }

    private static Words Own => new(
        "Rathaus meldet: {{ subject }}", "{% for line in lines %}{{ line.words }}\n{% endfor %}",
        "<h1>{{ tenant.name }}</h1>{% for line in lines %}<p>{{ line.words }}</p>{% endfor %}");

    private static async Task<HttpResponseMessage> Put(
        HttpClient client, string path, Words words, params (string Name, string Value)[] headers) => await client.Send(
        HttpMethod.Put, path,
        System.Text.Json.JsonSerializer.Serialize(new { subject = words.Subject, text = words.Text, html = words.Html }),
        headers is [] ? [("If-Match", (await client.Get(path)).Headers.ETag?.ToString() ?? "\"0\"")] : headers);

    private static async Task<string> Email(HttpClient person) => (string)(await person.Get("/api/v1/me").Json())["email"]!;

    private async Task<MimeMessage> Mailed(string body)
    {
        var ticket = await customer.Open();
        var before = api.Server.For(email).Count;
        await agent.Post($"/api/v1/tickets/{ticket["id"]}/comments", new { body, visibility = "public" }).Json(HttpStatusCode.Created);
        api.Time.Advance(TimeSpan.FromSeconds(11));
        var mail = await Eventually.Comes(() => Task.FromResult(api.Server.For(email).Skip(before).FirstOrDefault()));
        return MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)));
    }

    private sealed record Words(string Subject, string Text, string Html);
}

using Helpdesk.Domain.Mail;
using MimeKit;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>What fails only when it is filled is not kept, and a kept one that fails stops no mail: mails about access neither.</summary>
[Collection(SharedHosts.Mailing)]
public sealed class FailingTemplateTests : IAsyncLifetime
{
    private const string Fails = "{{ tenant.name | truncate: 99999999999 }}";

    private readonly MailingApi api;
    private readonly string email = Some.Email();
    private HttpClient admin = null!;

    public FailingTemplateTests(MailingApi api)
    {
        this.api = api;
        api.Server.Start();
    }

    public async Task InitializeAsync()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        admin = await api.As("musterstadt", Role.Admin);
    }

    public Task DisposeAsync() => api.Server.Stop();

    [Theory]
    [InlineData(Fails, "/text")]
    [InlineData("Ohne Link", "/text")]
    [InlineData("{{ ((((((((((link", "/text")]
    public async Task It_is_refused_by_the_preview_and_when_it_is_saved(string text, string pointer)
    {
        foreach (var template in AccessMail.Templates)
        {
            var path = $"/api/v1/mail/templates/{template}/de";
            var body = new { subject = "Rathaus", text, html = (string?)null };
            foreach (var asked in (Task<HttpResponseMessage>[])[Put(path, text), admin.Post($"{path}/preview", body)])
            {
                var refused = await asked.Json(HttpStatusCode.UnprocessableEntity);
                var fault = refused["errors"]!.AsArray().ShouldHaveSingleItem()!;
                ((string)fault["pointer"]!, (string)fault["code"]!).ShouldBe((pointer, "bad-template"));
            }

            ((bool)(await admin.Get(path).Json())["is_default"]!).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_mail_about_access_goes_out_in_the_usual_words_and_the_admins_are_told_once()
    {
        foreach (var language in MailTemplate.Languages)
            await Put($"/api/v1/mail/templates/reset_password/{language}", "Rathaus: {{ link }}").ShouldAnswer(HttpStatusCode.OK);
        await api.Column($"update aggregate set state = jsonb_set(state, '{{own,body}}', '\"{Fails}\"') "
            + "where kind = 'mail_template' returning 1");

        var other = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, other);
        foreach (var to in (string[])[email, other])
        {
            await api.Client("musterstadt").Post("/api/v1/auth/password/reset", new { email = to }).ShouldAnswer(HttpStatusCode.Accepted);
            var sent = await Eventually.Comes(() => Task.FromResult(api.Server.For(to).LastOrDefault()));
            using var mail = MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(sent)));
            mail.Subject.ShouldNotBe("Rathaus");
            mail.TextBody!.ShouldContain("/reset-password#token=");
            mail.TextBody!.ShouldNotStartWith("Rathaus");
        }

        var me = (string)(await admin.Get("/api/v1/me").Json())["email"]!;
        await Eventually.Holds(async () => (await api.Column(
            "select count(*)::text from notification_item i join membership m using (tenant_id, account_id) "
            + $"where kind = 'mail_template_failed' and m.email = '{me}'")) is ["1"]);
    }

    private async Task<HttpResponseMessage> Put(string path, string text) => await admin.Send(
        HttpMethod.Put, path, System.Text.Json.JsonSerializer.Serialize(new { subject = "Rathaus", text, html = (string?)null }),
        ("If-Match", (await admin.Get(path)).Headers.ETag!.ToString()));
}

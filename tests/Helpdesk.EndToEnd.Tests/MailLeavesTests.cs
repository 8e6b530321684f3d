using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MimeKit;

namespace Helpdesk.EndToEnd.Tests;

/// <summary>Through a real mail server, as in a town hall: with TLS and a password.</summary>
public sealed class MailLeavesTests
{
    [EximFact]
    public async Task A_mail_arrives_through_TLS_and_a_login_and_a_stranger_s_certificate_is_given_nothing()
    {
        await using var exim = await Exim.Start();
        await using var platform = new Platform
        {
            Environment =
            {
                ["Helpdesk__Mail__Host"] = "127.0.0.1",
                ["Helpdesk__Mail__Port"] = $"{exim.Port}",
                ["Helpdesk__Mail__Username"] = Exim.User,
                ["Helpdesk__Mail__Password"] = Exim.Password,
                ["Helpdesk__Mail__From"] = "helpdesk@mail.example",
            },
        };
        await platform.Start();
        var admin = await platform.SignIn("musterstadt", "admin@musterstadt.example");

        await Invite(admin, "jutta@neu.example");
        var waits = await InState(admin, "jutta@neu.example", "delayed");
        ((string?)waits["reason"], (string?)waits["last_error"]).ShouldBe(("tls_failed", null));

        // Whoever runs the machine trusts the certificate.
        await platform.Stop();
        platform.Environment["SSL_CERT_FILE"] = exim.Certificate;
        await platform.Start();
        admin = await platform.SignIn("musterstadt", "admin@musterstadt.example");
        await admin.PostAsync($"/api/v1/outbox/{waits["id"]}/retry", null);

        var arrived = await exim.Delivered("jutta@neu.example");
        arrived.ShouldContain("esmtpsa", customMessage: "over TLS, signed in");
        using var mail = MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(arrived)));
        mail.From.Mailboxes.ShouldHaveSingleItem().Address.ShouldBe("helpdesk@mail.example");
        mail.TextBody!.ShouldContain("/invitation#token=");
        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        await InState(admin, "jutta@neu.example", "sent");

        await Invite(admin, "nobody@neu.example");
        ((string?)(await InState(admin, "nobody@neu.example", "failed"))["last_error"]).ShouldBe("550 no such mailbox");
    }

    private static async Task Invite(HttpClient admin, string email)
    {
        using var answer = await admin.PostAsJsonAsync("/api/v1/users", new { email, name = "Neu", role = "customer" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonNode> InState(HttpClient admin, string to, string state)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var outbox = (await admin.GetFromJsonAsync<JsonObject>("/api/v1/outbox?limit=200", limit.Token))!;
            var mails = outbox["items"]!.AsArray();
            if (mails.FirstOrDefault(mail => (string)mail!["to"]! == to && (string)mail["state"]! == state) is { } found)
                return found;
            await Task.Delay(200, limit.Token);
        }
    }
}

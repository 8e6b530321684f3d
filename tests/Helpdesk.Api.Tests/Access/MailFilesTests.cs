using System.Net;
using System.Text;
using Helpdesk.Api.Access;
using Helpdesk.Domain.Access;
using Helpdesk.Testing;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Api.Tests.Access;

public sealed class MailFilesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_mail_is_written_once_and_its_link_leads_to_the_tenants_own_host()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        await api.Client("musterstadt").Post(
            "/api/v1/auth/password/reset", new { email }, ("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example"))
            .ShouldAnswer(HttpStatusCode.Accepted);
        var token = (await api.Mail(email))!.Token!;

        var writer = api.Get<IEnumerable<IHostedService>>().OfType<MailFiles>().Single();
        while (await writer.WriteNext(default))
        {
        }

        var files = Directory.GetFiles(Path.Combine(api.Data, "mail"), "*reset_password*.eml").Where(file => File.ReadAllText(file).Contains(email)).ToList();
        var body = Body(await File.ReadAllTextAsync(files.ShouldHaveSingleItem()));
        body.ShouldContain($"http://musterstadt.localhost/reset-password#token={token}");
        body.ShouldNotContain("evil");
    }

    private static string Body(string mail) => Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Trim()));
}

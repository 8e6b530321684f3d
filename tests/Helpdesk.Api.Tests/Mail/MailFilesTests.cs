using System.Text;

namespace Helpdesk.Api.Tests.Mail;

[Collection(SharedHosts.TwoTowns)]
public sealed class MailFilesTests(ApiFixture api)
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

        // The writer follows the feed by itself.
        var files = await Eventually.Comes(() => Task.FromResult(Written(email) is { Count: > 0 } found ? found : null));

        var body = Body(await File.ReadAllTextAsync(files.ShouldHaveSingleItem()));
        body.ShouldContain($"http://musterstadt.localhost:{api.Port}/reset-password#token={token}");
        body.ShouldNotContain("evil");
    }

    private List<string> Written(string to)
    {
        var folder = Directory.CreateDirectory(Path.Combine(api.Data, "mail"));
        return [.. folder.GetFiles("*reset_password*.eml").Select(file => file.FullName).Where(
            file => File.ReadAllText(file).Contains(to))];
    }

    private static string Body(string mail) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Trim()));
}

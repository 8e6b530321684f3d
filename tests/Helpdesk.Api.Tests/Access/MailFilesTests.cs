using System.Net;
using System.Text;
using Helpdesk.Api.Access;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Helpdesk.Grains.Feed;
using Helpdesk.Testing;
using NodaTime;

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
        var writer = api.Get<IEnumerable<FeedConsumer>>().OfType<MailFiles>().Single();
        var owed = await Owed();

        await writer.Handle(owed, default);
        await writer.Handle(owed, default);

        var files = Directory.GetFiles(Path.Combine(api.Data, "mail"), "*reset_password*.eml").Where(file => File.ReadAllText(file).Contains(email)).ToList();
        var body = Body(await File.ReadAllTextAsync(files.ShouldHaveSingleItem()));
        body.ShouldContain($"http://musterstadt.localhost:{api.Port}/reset-password#token={token}");
        body.ShouldNotContain("evil");
    }

    private async Task<FeedEvent> Owed()
    {
        const string Newest = "from event where kind = 'notification.owed' order by position desc limit 1";
        var stream = Guid.Parse((await api.Column($"select stream_id {Newest}")).Single());
        var data = (await api.Column($"select data {Newest}")).Single();
        var at = long.Parse((await api.Column($"select (extract(epoch from at) * 1000000)::bigint {Newest}")).Single());
        return new(FeedPlace.Start, api.Musterstadt, stream, 1, Instant.FromUnixTimeTicks(at * 10), null, null, "notification.owed", data);
    }

    private static string Body(string mail) => Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Trim()));
}

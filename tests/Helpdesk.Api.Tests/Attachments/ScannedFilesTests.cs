using System.Text;
using Helpdesk.Api.Tests.Tickets;

namespace Helpdesk.Api.Tests.Attachments;

/// <summary>Files and a real clamd, which is not always there.</summary>
public sealed class ScannedFilesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [ClamdFact]
    public async Task Malware_reaches_nobody_and_while_the_scanner_is_down_files_wait_and_tickets_go_on()
    {
        await using var clamd = new Clamd();
        await using var host = api.NewHost(
            null, ("Helpdesk:Attachments:Clam:Host", "127.0.0.1"), ("Helpdesk:Attachments:Clam:Port", $"{clamd.Port}"));
        var (customer, agent) = (await SignedIn(host, Role.Customer), await SignedIn(host, Role.Agent));
        var eicar = await customer.Token(Encoding.ASCII.GetBytes(Clamd.Eicar), "rechnung.pdf");
        var opened = await customer.Post(TicketCalls.Tickets, new
        {
            subject = "Rechnung",
            description = "Anbei.",
            attachments = new[] { eicar }
        })
            .Json(HttpStatusCode.Created);
        var good = await customer.Attach(opened.Id(), FileCalls.Pdf).Json(HttpStatusCode.Created);
        var bad = opened["attachments"]![0]!;

        ((string)bad["scan"]!, (string)good["scan"]!).ShouldBe(("pending", "pending"));
        await agent.Get((string)good["url"]!).ShouldRefuse(HttpStatusCode.Forbidden, "attachment-not-scanned");
        await customer.Get((string)good["url"]!).ShouldAnswer(HttpStatusCode.OK);
        // These two and no others: the database is shared with tests whose files wait as well.
        var these = $"id in ('{bad["id"]}', '{good["id"]}') and scan = 'pending'";
        await Eventually.Holds(async () => (await api.Column(
            $"select count(*) from attachment where {these} and scan_attempts > 0"))[0] == "2");

        await clamd.Start();
        await api.Column($"update attachment set scan_at = now() where {these} returning id");

        await Eventually.Holds(async () => (await States(agent, opened.Id())).SequenceEqual(["infected", "clean"]));
        await customer.Get((string)bad["url"]!).ShouldRefuse(HttpStatusCode.Forbidden, "attachment-infected");
        await agent.Get((string)bad["url"]!).ShouldRefuse(HttpStatusCode.Forbidden, "attachment-infected");
        await agent.Get((string)good["url"]!).ShouldAnswer(HttpStatusCode.OK);
        var told = (await agent.Get($"/api/v1/attachments/{bad["id"]}").Json());
        ((string?)told["finding"], (bool)told["downloadable"]!).ShouldBe(("Eicar-Test-Signature.UNOFFICIAL", false));
    }

    private async Task<HttpClient> SignedIn(Fixtures.ApiHost host, Role role)
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, role, email);
        return api.Client("musterstadt", (await api.Tokens("musterstadt", email)).AccessToken, host);
    }

    private static async Task<IEnumerable<string>> States(HttpClient client, string ticket) =>
        (await client.Get($"/api/v1/tickets/{ticket}/attachments").Json())["items"]!.AsArray().Select(file => (string)file!["scan"]!);
}

using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>One act on many tickets: each is accounted for.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class BulkPageTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Of_thirty_tickets_three_are_refused_each_with_its_reason_and_only_those_are_tried_again()
    {
        var (_, requester, tickets) = await api.Tickets(30);
        var (closed, changed, deleted) = (tickets[3], tickets[12], tickets[25]);
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Post($"{TicketCalls.Tickets}/{closed.Id()}/close", new { resolution_text = "Fertig." }).ShouldAnswer(HttpStatusCode.OK);
        var (walk, account) = await chromium.AtWork(api, $"/work?requester={requester}&sort=created_at");
        var asked = Asked(walk.Page);
        await walk.Row(tickets[0]).FocusAsync();
        await walk.Key("Control+a", "a");
        await Expect(walk.Dialog()).ToContainTextAsync("30 Tickets");
        (await agent.Read(deleted.Id())).Version().ShouldBe(1);

        // Meanwhile others work as well.
        await agent.Change(changed.Id(), 1, new { priority = "high" }).ShouldAnswer(HttpStatusCode.OK);
        await (await api.As("musterstadt", Role.Admin)).Delete($"{TicketCalls.Tickets}/{deleted.Id()}", ("If-Match", "\"1\""))
            .ShouldAnswer(HttpStatusCode.NoContent);
        await walk.Button("30 Tickets ändern").ClickAsync();

        await Expect(walk.Dialog().GetByRole(AriaRole.Status)).ToHaveTextAsync("27 von 30 Tickets geändert. Nicht geändert:");
        var report = walk.Dialog().GetByRole(AriaRole.Listitem);
        await Expect(report).ToHaveCountAsync(3);
        foreach (var ticket in new[] { closed, changed, deleted })
        {
            var line = report.Filter(new() { HasText = ticket.Number() });
            var lines = (await line.InnerTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBeGreaterThan(1, "number and reason");
        }

        asked.Clear();
        await walk.Button("3 Tickets erneut versuchen").ClickAsync();
        await Expect(walk.Dialog().GetByRole(AriaRole.Status)).ToHaveTextAsync("28 von 30 Tickets geändert. Nicht geändert:");
        asked.ShouldBe([3]);
        ((string?)(await agent.Read(changed.Id()))["assignee"]).ShouldBe(account);

        // What can be taken back is taken back for all of them.
        await walk.Button("28 Änderungen rückgängig machen").ClickAsync();
        await Expect(walk.Dialog()).ToHaveCountAsync(0);
        ((string?)(await agent.Read(changed.Id()))["assignee"]).ShouldBeNull();
        ((string?)(await agent.Read(tickets[0].Id()))["assignee"]).ShouldBeNull();
        await walk.KeepsFocus("a bulk act");
        walk.Complaints.ShouldBeEmpty();
    }

    // How many tickets each request is about.
    private static List<int> Asked(IPage page)
    {
        var asked = new List<int>();
        page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/tickets/bulk", StringComparison.Ordinal))
                asked.Add(JsonNode.Parse(request.PostData!)!["items"]!.AsArray().Count);
        };
        return asked;
    }
}

using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>The palette offers all that the page does, with its key, and says why something cannot be done.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class PaletteTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Every_act_of_a_page_stands_in_the_palette()
    {
        var (_, requester, tickets) = await api.Tickets(3);
        var (walk, _) = await chromium.AtWork(api, tickets[0].Page(), Role.Admin);
        await Expect(walk.Button("Übernehmen")).ToBeVisibleAsync();
        var acts = await Words(walk.Page.Locator(".ticket-acts > button"));
        acts.Remove("Weitere Aktionen");
        await walk.Button("Weitere Aktionen").ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
        acts.AddRange(await Words(walk.Page.GetByRole(AriaRole.Menuitem)));
        await walk.Key("Escape");
        acts.Count.ShouldBeGreaterThan(8);
        var offered = await Offered(walk);
        acts.Where(act => !offered.Any(line => line.StartsWith(act, StringComparison.Ordinal))).ShouldBeEmpty();
        offered.ShouldContain(line => line.StartsWith("Übernehmen", StringComparison.Ordinal) && line.EndsWith('A'), "with its key");
        offered.Count(line => line.StartsWith("Übernehmen", StringComparison.Ordinal)).ShouldBe(1);

        await walk.GoTo($"/work?requester={requester}");
        await walk.Row(tickets[1]).FocusAsync();
        await walk.Key("Space");
        acts = [.. await Words(walk.Page.Locator(".bulk-bar > button:not(.button-quiet, [aria-haspopup])"))];
        foreach (var menu in new[] { "Status", "Priorität" })
        {
            await walk.Page.Locator(".bulk-bar").GetByRole(AriaRole.Button, new() { Name = menu }).ClickAsync();
            await Expect(walk.Page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
            acts.AddRange(await Words(walk.Page.GetByRole(AriaRole.Menuitem)));
            await walk.Key("Escape");
        }

        acts.Count.ShouldBeGreaterThan(8);
        offered = await Offered(walk);
        acts.Where(act => !offered.Any(line => line.StartsWith(act, StringComparison.Ordinal))).ShouldBeEmpty();
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task What_is_refused_stands_there_with_its_reason_and_a_number_leads_to_its_ticket()
    {
        var (_, _, tickets) = await api.Tickets(2);
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Post($"{TicketCalls.Tickets}/{tickets[0].Id()}/close", new { resolution_text = "Fertig." })
            .ShouldAnswer(HttpStatusCode.OK);
        var (walk, _) = await chromium.AtWork(api, tickets[0].Page());
        var sent = walk.Sent();
        await walk.Key("Control+k");
        await Expect(walk.Dialog().Locator("input")).ToBeFocusedAsync();
        await walk.Page.Keyboard.TypeAsync("Übernehmen");
        var line = walk.Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "Übernehmen" });
        var why = await line.Locator(".small").InnerTextAsync();
        why.ShouldNotBeEmpty();
        await walk.Key("Enter");
        await Expect(walk.Page.Locator(".toast")).ToContainTextAsync(why);
        sent.ShouldBeEmpty();

        await walk.Dialog().Locator("input").FillAsync(tickets[1].Number());
        await Expect(walk.Page.GetByRole(AriaRole.Menuitem).First).ToContainTextAsync(tickets[1].Subject());
        await walk.Key("Enter");
        await Expect(walk.Heading()).ToHaveTextAsync(tickets[1].Subject());
        await Expect(walk.Heading()).ToBeFocusedAsync();
    }

    // Without the reason or the key that stand behind it.
    private static async Task<List<string>> Words(ILocator all) => [.. (await all.EvaluateAllAsync<string[]>("""
        (all) => all.map((each) => (each.querySelector('[slot=label]') ?? each.firstChild).textContent.trim()).filter((word) => word !== '')
        """))];

    private static async Task<List<string>> Offered(WebWalk walk)
    {
        await walk.Key("Control+k");
        await Expect(walk.Dialog()).ToBeVisibleAsync();
        var lines = await walk.Dialog().GetByRole(AriaRole.Menuitem).AllTextContentsAsync();
        await walk.Key("Escape");
        await Expect(walk.Dialog()).ToHaveCountAsync(0);
        return [.. lines.Select(line => line.Trim())];
    }
}

using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>While the server is away people read and write on, and nothing leaves without their word.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class OfflineTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task A_text_stays_on_the_device_until_the_server_is_back_and_is_sent_by_a_second_yes()
    {
        var at = await Writing.Begin(api, chromium, "Ohne Verbindung");
        await at.Page.Context.SetOfflineAsync(true);
        await at.Answer.FillAsync("Unterwegs geschrieben.");
        await Expect(at.Page.GetByText("Keine Verbindung seit")).ToBeVisibleAsync();
        await Expect(at.Page.GetByText("Was Sie sehen, ist der Stand von")).ToBeVisibleAsync();
        await Expect(at.Page.GetByText("Seit heute früh.")).ToBeVisibleAsync();
        await Expect(at.Page.GetByText("auf diesem Gerät gesichert").First).ToBeVisibleAsync();
        (await Shelved(at.Page)).ShouldBe(["Unterwegs geschrieben."]);
        await at.Page.Locator(".answer").GetByRole(AriaRole.Button, new() { Name = "Senden, sobald verbunden" }).ClickAsync();
        await Expect(at.Page.GetByText("Noch ist nichts gesendet.")).ToBeVisibleAsync();

        await at.Page.Context.SetOfflineAsync(false);
        await Expect(at.Dialog).ToContainTextAsync("Sie sind wieder verbunden");
        await Expect(at.Page.GetByText("Keine Verbindung seit")).ToHaveCountAsync(0);
        (await at.Bodies()).ShouldBeEmpty();
        await at.Page.Keyboard.PressAsync("Escape");
        await Expect(at.Answer).ToHaveValueAsync("Unterwegs geschrieben.");
        await at.Kept();
        (await Shelved(at.Page)).ShouldBeEmpty();
        (await at.Bodies()).ShouldBeEmpty();
        await at.Send.ClickAsync();
        await Expect(at.Said("Unterwegs geschrieben.")).ToBeVisibleAsync();
        (await at.Bodies()).ShouldBe(["Unterwegs geschrieben."]);
    }

    private static Task<string[]> Shelved(IPage page) => page.EvaluateAsync<string[]>("""
        () => new Promise(done => {
            const asked = indexedDB.open('helpdesk', 1)
            asked.onsuccess = () => {
                const all = asked.result.transaction('drafts').objectStore('drafts').getAll()
                all.onsuccess = () => { asked.result.close(); done(all.result.map(each => each.text)) }
            }
        })
        """);
}

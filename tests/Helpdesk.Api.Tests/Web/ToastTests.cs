using Helpdesk.Api.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>A toast repeats what the page shows, at the pace of whoever reads it.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class ToastTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task One_that_only_tells_goes_after_a_while_and_not_while_it_is_read()
    {
        var at = await Writing.Begin(api, chromium, "Mitteilung");
        await at.Page.Clock.InstallAsync();
        await at.Note.FillAsync("Eine Notiz.");
        await at.Button("Notiz speichern").ClickAsync();
        var toast = at.Toast($"Interne Notiz zu {at.Number} gespeichert.");
        await Expect(toast).ToBeVisibleAsync();
        await at.Page.Clock.RunForAsync(5000);
        await Expect(toast).ToBeVisibleAsync();
        await toast.HoverAsync();
        await at.Page.Clock.RunForAsync(60_000);
        await Expect(toast).ToBeVisibleAsync();
        await at.Page.Locator("h1").HoverAsync();
        await at.Page.Clock.RunForAsync(7000);
        await Expect(toast).ToHaveCountAsync(0);
    }

    [WebPageFact]
    public async Task Sending_is_taken_back_with_the_keyboard_from_wherever_one_is()
    {
        var at = await Writing.Begin(api, chromium, "Mit F6");
        await at.Answer.FillAsync("Zu früh.");
        await at.Answer.PressAsync("Control+Enter");
        await Expect(at.Toast($"Antwort zu {at.Number} gesendet")).ToBeVisibleAsync();
        var back = at.Page.GetByRole(AriaRole.Region, new() { Name = "Mitteilungen" })
            .GetByRole(AriaRole.Button, new() { Name = "Rückgängig" });
        await at.Page.Keyboard.PressAsync("F6");
        for (var step = 0; step < 4 && !await back.EvaluateAsync<bool>("button => button === document.activeElement"); step++)
            await at.Page.Keyboard.PressAsync("Tab");
        await Expect(back).ToBeFocusedAsync();
        await at.Page.Keyboard.PressAsync("Enter");

        await Expect(at.Answer).ToHaveValueAsync("Zu früh.");
        await Expect(at.Page.GetByText("zurückgenommen").First).ToBeVisibleAsync();
    }
}

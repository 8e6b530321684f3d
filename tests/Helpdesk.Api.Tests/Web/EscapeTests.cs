using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Esc closes what lies on top, and loses no word.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class EscapeTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task However_often_it_is_pressed_a_text_stays_where_it_was_written()
    {
        var at = await Writing.Begin(api, chromium, "Esc");
        foreach (var editor in (ILocator[])[at.Answer, at.Note])
        {
            await editor.FillAsync("Bleibt stehen.");
            for (var press = 0; press < 5; press++)
                await editor.PressAsync("Escape");
            await Expect(editor).ToHaveValueAsync("Bleibt stehen.");
        }

        await at.Button("Ticket schließen").ClickAsync();
        await at.Dialog.GetByRole(AriaRole.Textbox).FillAsync("Kabel getauscht.");
        await at.Page.Keyboard.PressAsync("Escape");
        await Expect(at.Dialog).ToHaveCountAsync(0);
        for (var press = 0; press < 4; press++)
            await at.Page.Keyboard.PressAsync("Escape");
        await at.Button("Ticket schließen").ClickAsync();
        await Expect(at.Dialog.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Kabel getauscht.");
        await at.Page.Keyboard.PressAsync("Escape");
        await Expect(at.Answer).ToHaveValueAsync("Bleibt stehen.");
        await Expect(at.Note).ToHaveValueAsync("Bleibt stehen.");
    }

    [WebPageFact]
    public async Task A_customers_text_stays_as_well()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var ticket = await (await api.SignedIn("musterstadt", email)).Open("Esc im Portal");
        var walk = await WebWalk.Begin(api, chromium);
        await walk.SignIn(email, $"/tickets/{(string)ticket["number"]!}");
        var reply = walk.Page.GetByLabel("Ihre Nachricht");
        await reply.FillAsync("Bleibt stehen.");
        for (var press = 0; press < 5; press++)
            await reply.PressAsync("Escape");
        await Expect(reply).ToHaveValueAsync("Bleibt stehen.");
    }
}

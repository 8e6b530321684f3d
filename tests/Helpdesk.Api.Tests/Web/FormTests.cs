using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Each fault of a form stands in its summary and beside its field, in the same words, and leads there.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class FormTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Every_form_of_a_ticket_says_what_is_missing()
    {
        var at = await Writing.Begin(api, chromium, "Leer gesendet");
        await at.Send.ClickAsync();
        await Faulty(at.Page, at.Page.Locator(".answer"), 1);
        await at.Answer.FillAsync("Da.");
        await at.Send.ClickAsync();
        await Expect(at.Answer).ToHaveValueAsync("");
        (await at.Page.TitleAsync()).ShouldNotStartWith("Fehler:");

        await at.Button("Notiz speichern").ClickAsync();
        await Faulty(at.Page, at.Page.Locator(".note-editor"), 1);
        await at.Page.ReloadAsync();
        await Expect(at.Send).ToBeVisibleAsync();
        await at.Button("Ticket schließen").ClickAsync();
        await at.Dialog.GetByRole(AriaRole.Button, new() { Name = "Ticket schließen" }).ClickAsync();
        await Faulty(at.Page, at.Dialog, 1);
        await at.GoTo("../new");
        await at.Button("Ticket anlegen").ClickAsync();
        await Faulty(at.Page, at.Page.Locator("main form"), await at.Page.Locator("main .field-error").CountAsync());
    }

    [WebPageFact]
    public async Task What_the_server_says_about_a_member_stands_at_its_field_and_what_was_typed_stays()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var walk = await WebWalk.Begin(api, chromium);
        await walk.SignIn(email, "/tickets/new");
        var page = walk.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Absenden" }).ClickAsync();
        await Faulty(page, page.Locator("main form"), 2);
        await page.GetByLabel("Betreff").FillAsync("Ein Betreff");
        await page.GetByLabel("Beschreibung").FillAsync("Eine Beschreibung");
        await page.RouteAsync("**/api/v1/tickets", static route => route.FulfillAsync(new()
        {
            Status = 422,
            ContentType = "application/problem+json",
            Body = """
                {"status":422,"code":"invalid","title":"Ungültig","detail":"Angaben sind falsch.","errors":[
                {"pointer":"/subject","code":"too-long","detail":"Zu lang."},
                {"pointer":"/description","code":"too-long","detail":"Auch zu lang."}]}
                """,
        }));
        await page.GetByRole(AriaRole.Button, new() { Name = "Absenden" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("Auch zu lang.")).ToBeVisibleAsync();
        await Faulty(page, page.Locator("main form"), 2);
        await Expect(page.GetByLabel("Betreff")).ToHaveValueAsync("Ein Betreff");
        await Expect(page.GetByLabel("Beschreibung")).ToHaveValueAsync("Eine Beschreibung");
    }

    [WebPageFact]
    public async Task A_customers_reply_says_what_is_missing()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var ticket = await (await api.SignedIn("musterstadt", email)).Open("Leere Nachricht");
        var walk = await WebWalk.Begin(api, chromium);
        await walk.SignIn(email, $"/tickets/{(string)ticket["number"]!}");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Nachricht senden" }).ClickAsync();
        await Faulty(walk.Page, walk.Page.Locator("main form"), 1);
    }

    private static async Task Faulty(IPage page, ILocator form, int count)
    {
        var summary = form.GetByRole(AriaRole.Alert);
        await Expect(summary).ToBeFocusedAsync();
        (await page.TitleAsync()).ShouldStartWith("Fehler: ");
        var links = summary.GetByRole(AriaRole.Link);
        await Expect(links).ToHaveCountAsync(count);
        var said = await form.Locator(".field-error").AllInnerTextsAsync();
        (await links.AllInnerTextsAsync()).Select(text => text.Trim()).ShouldBe(said.Select(text => text.Trim()), ignoreOrder: true);
        for (var each = 0; each < count; each++)
        {
            var field = (await links.Nth(each).GetAttributeAsync("href"))![1..];
            await links.Nth(each).ClickAsync();
            (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe(field);
        }
    }
}

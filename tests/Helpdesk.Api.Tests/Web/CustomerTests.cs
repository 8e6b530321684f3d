using System.Text.RegularExpressions;
using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What customers do on the pages.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class CustomerTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task A_ticket_is_opened_with_the_keyboard_alone()
    {
        var (walk, client) = await Customer();
        var page = walk.Page;
        await Reach(page, "Neues Ticket");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Neues Ticket" })).ToBeFocusedAsync();
        await Reach(page, "Betreff");
        await page.Keyboard.TypeAsync("Drucker im Bürgerbüro");
        await Reach(page, "Beschreibung");
        await page.Keyboard.TypeAsync("Er druckt seit heute früh nicht.");
        await Reach(page, "Absenden");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Drucker im Bürgerbüro" })).ToBeFocusedAsync();
        await Expect(page.GetByText("Er druckt seit heute früh nicht.")).ToBeVisibleAsync();
        var ticket = (await client.Get(TicketCalls.Tickets).Json())["items"]!.AsArray().Single()!;
        ((string)ticket["subject"]!).ShouldBe("Drucker im Bürgerbüro");
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task A_file_comes_with_the_ticket_under_its_own_name()
    {
        var (walk, client) = await Customer();
        await walk.GoTo("/tickets/new");
        await walk.Page.GetByLabel("Betreff").FillAsync("Mit Anhang");
        await walk.Page.GetByLabel("Beschreibung").FillAsync("Siehe Datei.");
        await walk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "Übersicht „neu“, 1.txt",
            MimeType = "text/plain",
            Buffer = "Grüße"u8.ToArray(),
        });
        await Expect(walk.Page.GetByText("Angekommen")).ToBeVisibleAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Absenden" }).ClickAsync();

        await Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Mit Anhang" })).ToBeVisibleAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Link, new() { Name = "Übersicht „neu“, 1.txt" })).ToBeVisibleAsync();
        var id = (await client.Get(TicketCalls.Tickets).Json()).Ids().Single();
        var file = (await client.Get($"{TicketCalls.Tickets}/{id}/attachments").Json())["items"]!.AsArray().Single()!;
        ((string)file["file_name"]!).ShouldBe("Übersicht „neu“, 1.txt");
        ((int)file["size"]!).ShouldBe("Grüße"u8.Length);
    }

    [WebPageFact]
    public async Task Whose_ticket_was_merged_is_told_and_led_to_where_it_goes_on()
    {
        var (walk, client) = await Customer();
        var (source, target) = (await client.Open("Drucker"), await client.Open("Der Drucker druckt nicht"));
        var (agent, _) = await api.Person("musterstadt", Role.Agent);
        (await agent.Post($"{TicketCalls.Tickets}/{source.Id()}/merge", new { target = (string)target["number"]! }))
            .EnsureSuccessStatusCode();

        await Eventually.Holds(async () =>
            (await client.Get("/api/v1/notifications").Json()).ToJsonString().Contains("ticket_merged", StringComparison.Ordinal));
        await walk.GoTo($"/tickets/{(string)source["number"]!}");
        await Expect(walk.Page.GetByText("Dieses Ticket geht weiter als")).ToBeVisibleAsync();
        await walk.IsUsable("a merged ticket");
        await walk.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = (string)target["number"]!, Exact = true })
            .First.ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Der Drucker druckt nicht");
    }

    [WebPageFact]
    public async Task What_was_written_outlives_the_end_of_the_session_and_is_sent_once()
    {
        var (walk, client) = await Customer();
        var ticket = await client.Open("Sitzung");
        await walk.GoTo($"/tickets/{(string)ticket["number"]!}");
        await walk.Page.GetByLabel("Ihre Nachricht").FillAsync("Das ist mir noch eingefallen.");
        foreach (var session in (await client.Get("/api/v1/auth/sessions").Json())["items"]!.AsArray())
        {
            if (!(bool)session!["current"]!)
                await client.DeleteAsync($"/api/v1/auth/sessions/{(string)session["id"]!}");
        }

        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Nachricht senden" }).ClickAsync();
        var dialog = walk.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        await dialog.GetByLabel("Passwort").FillAsync(ApiFixture.Password);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Anmelden", Exact = true }).ClickAsync();

        await Expect(walk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Das ist mir noch eingefallen." })).ToBeVisibleAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Ihre Nachricht" })).ToHaveValueAsync("");
        (await client.Read(ticket.Id())).Bodies().ShouldBe(["Das ist mir noch eingefallen."]);
    }

    [WebPageFact]
    public async Task An_answer_of_staff_appears_by_itself_and_a_note_never_does()
    {
        var (walk, client) = await Customer();
        var ticket = await client.Open("Antwort");
        await walk.GoTo($"/tickets/{(string)ticket["number"]!}");
        var agent = await api.As("musterstadt", Role.Agent);
        (await agent.Say(ticket.Id(), "Nur für uns.", "internal")).EnsureSuccessStatusCode();
        (await agent.Say(ticket.Id(), "Bitte neu starten.")).EnsureSuccessStatusCode();

        await Expect(walk.Page.GetByText("Bitte neu starten.")).ToBeVisibleAsync();
        await Expect(walk.Page.GetByText("Nur für uns.")).ToHaveCountAsync(0);
    }

    [WebPageFact]
    public async Task A_solved_ticket_is_confirmed_and_rated()
    {
        var (walk, client) = await Customer();
        var ticket = await client.Open("Gelöst");
        var agent = await api.As("musterstadt", Role.Agent);
        (await agent.Change(ticket.Id(), 1, new { status = "resolved", resolution_text = "Neu gestartet." })).EnsureSuccessStatusCode();
        await walk.GoTo($"/tickets/{(string)ticket["number"]!}");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Gelöst, danke" }).ClickAsync();
        await Expect(walk.Page.GetByText("Danke, dass Sie es bestätigt haben.")).ToBeVisibleAsync();
        await agent.Post($"{TicketCalls.Tickets}/{ticket.Id()}/close", new { resolution_text = "Neu gestartet." })
            .ShouldAnswer(HttpStatusCode.OK);
        await walk.Page.GetByLabel("Sehr zufrieden").CheckAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Bewertung senden" }).ClickAsync();
        await Expect(walk.Page.GetByText("Danke für Ihre Bewertung.")).ToBeVisibleAsync();

        var rated = await client.Read(ticket.Id());
        ((string)rated["status"]!).ShouldBe("closed");
        ((int)rated["satisfaction"]!["rating"]!).ShouldBe(5);
    }

    [WebPageFact]
    public async Task Pages_of_staff_lead_customers_home()
    {
        var (walk, _) = await Customer();
        foreach (var path in (string[])["/work", "/work/tickets/MUST-000001", "/work/search?q=x", "/work/notifications"])
        {
            await walk.GoTo(path);
            await Expect(walk.Page).ToHaveURLAsync(new Regex("localhost/$"));
        }
    }

    [WebPageFact]
    public async Task Another_language_is_spoken_at_once_and_remembered()
    {
        var (walk, _) = await Customer();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Link, new() { Name = "New ticket" })).ToBeVisibleAsync();
        (await walk.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        await walk.Page.ReloadAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Link, new() { Name = "New ticket" })).ToBeVisibleAsync();
    }

    [WebPageFact]
    public async Task Whoever_signs_out_sees_nothing_more()
    {
        var (walk, client) = await Customer();
        var number = (string)(await client.Open("Vertraulich"))["number"]!;
        await walk.GoTo($"/tickets/{number}");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).ClickAsync();
        await Expect(walk.Page.GetByLabel("E-Mail")).ToBeVisibleAsync();
        await walk.Page.GoBackAsync();
        await Expect(walk.Page.GetByLabel("E-Mail")).ToBeVisibleAsync();
        await Expect(walk.Page.GetByText("Vertraulich")).ToHaveCountAsync(0);
    }

    private async Task<(WebWalk Walk, HttpClient Client)> Customer()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var client = await api.SignedIn("musterstadt", email);
        var walk = await WebWalk.Begin(api, chromium);
        await walk.SignIn(email);
        return (walk, client);
    }

    // Tab by Tab, as somebody without a mouse; what has the focus says its name.
    private static async Task Reach(IPage page, string name)
    {
        for (var step = 0; step < 60; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(
                """
                name => {
                    const at = document.activeElement
                    const said = at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? ''
                    return said.trim().startsWith(name)
                }
                """, name))
                return;
        }

        throw new InvalidOperationException($"No way by Tab to {name}.");
    }
}

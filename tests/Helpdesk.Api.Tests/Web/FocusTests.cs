using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Where the keyboard is after each act and each step: never nowhere.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class FocusTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task After_each_act_on_a_ticket_something_has_the_focus_and_a_layer_gives_it_back_to_its_opener()
    {
        var (_, _, tickets) = await api.Tickets(2);
        var (walk, _) = await chromium.AtWork(api, tickets[0].Page(), Role.Admin);
        foreach (var opener in new[] { "Zuweisen", "Ticket schließen" })
        {
            await walk.Button(opener).FocusAsync();
            await walk.Key("Enter");
            await Expect(walk.Dialog()).ToBeVisibleAsync();
            await walk.Key("Escape");
            await Expect(walk.Button(opener)).ToBeFocusedAsync();
        }

        var more = walk.Button("Weitere Aktionen");
        foreach (var entry in new[] { "Zusammenführen", "Verknüpfen", "Ticket löschen" })
        {
            await more.ClickAsync();
            await walk.Page.GetByRole(AriaRole.Menuitem, new() { Name = entry }).ClickAsync();
            await Expect(walk.Dialog()).ToBeVisibleAsync();
            await walk.Key("Escape");
            await Expect(walk.Dialog()).ToHaveCountAsync(0);
            await walk.KeepsFocus(entry);
        }

        // What was pressed goes away with what it did.
        await walk.Button("Übernehmen").ClickAsync();
        await Expect(walk.Button("Übernehmen")).ToHaveCountAsync(0);
        await walk.KeepsFocus("taking");
        await walk.Page.GetByLabel("Neues Schlagwort").FillAsync("fokus");
        await walk.Key("Enter");
        var remove = walk.Button("Schlagwort fokus entfernen");
        await remove.ClickAsync();
        await Expect(remove).ToHaveCountAsync(0);
        await walk.KeepsFocus("taking a tag away");
        await walk.Heading().FocusAsync();
        await walk.Key("n");
        await Expect(walk.Note()).ToBeFocusedAsync();
        await walk.Page.Keyboard.TypeAsync("Nur für uns.");
        await walk.Button("Notiz speichern").ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Nur für uns." })).ToBeVisibleAsync();
        await walk.KeepsFocus("a note");
        await walk.Page.GetByLabel("Status").First.SelectOptionAsync("waiting_on_customer");
        await Expect(walk.Page.Locator(".ticket-head").GetByText("Wartet", new() { Exact = false })).ToBeVisibleAsync();
        await walk.KeepsFocus("another status");

        await walk.Button("Ticket schließen").ClickAsync();
        await walk.Page.Keyboard.TypeAsync("Neu gestartet.");
        await walk.Key("Control+Enter");
        await Expect(walk.Dialog()).ToHaveCountAsync(0);
        await Expect(walk.Button("Ticket schließen")).ToHaveCountAsync(0);
        await walk.KeepsFocus("closing");
        await walk.Button("Wieder öffnen").First.ClickAsync();
        await walk.Key("Control+Enter");
        await Expect(walk.Button("Ticket schließen")).ToBeVisibleAsync();
        await walk.KeepsFocus("opening again");

        await more.ClickAsync();
        await walk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Verknüpfen" }).ClickAsync();
        await walk.Page.GetByLabel("Anderes Ticket").FillAsync(tickets[1].Number());
        await walk.Dialog().GetByRole(AriaRole.Button, new() { Name = tickets[1].Number() }).ClickAsync();
        await walk.KeepsFocus("choosing the other ticket");
        await walk.Dialog().GetByRole(AriaRole.Button, new() { Name = "Verknüpfen" }).ClickAsync();
        var unlink = walk.Button($"Verknüpfung mit {tickets[1].Number()} lösen");
        await unlink.ClickAsync();
        await Expect(unlink).ToHaveCountAsync(0);
        await walk.KeepsFocus("taking a link away");
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task In_the_list_a_layer_a_selection_and_a_filter_hand_the_focus_back()
    {
        var (_, requester, tickets) = await api.Tickets(4);
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}&sort=created_at&priority=medium");
        await walk.Row(tickets[1]).FocusAsync();
        foreach (var layer in new[] { "t", "?", "Control+k" })
        {
            await walk.Key(layer);
            await Expect(walk.Dialog()).ToBeVisibleAsync();
            await walk.Key("Escape");
            await Expect(walk.Row(tickets[1])).ToBeFocusedAsync();
        }

        await walk.Key("Space");
        await walk.Button("Auswahl aufheben").ClickAsync();
        await Expect(walk.Row(tickets[1])).ToBeFocusedAsync();
        await walk.Key("a");
        await Expect(walk.Row(tickets[1])).ToContainTextAsync("Ich");
        await Expect(walk.Row(tickets[1])).ToBeFocusedAsync();

        var chips = walk.Page.GetByRole(AriaRole.List, new() { Name = "Aktive Filter" });
        await chips.GetByRole(AriaRole.Button, new() { NameRegex = new("Priorität: Mittel.* entfernen") }).ClickAsync();
        await Expect(chips.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Priorität" })).ToHaveCountAsync(0);
        await walk.KeepsFocus("taking a filter back");
    }

    [WebPageTheory]
    [InlineData(Role.Customer, "/", "/tickets", "/tickets/new", "{ticket}", "/account", "/account/sessions", "/account/notifications",
        "/account/second-factor", "/account/passkeys")]
    [InlineData(Role.Agent, "/work", "/work/new", "/work/search?q=Vorgang", "/work/notifications", "{ticket}", "/account")]
    public async Task Every_link_of_every_page_leads_to_a_heading_that_has_the_focus_and_is_said_once(Role role, params string[] paths)
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, role, email, "Anna Agentin");
        var ticket = await (role is Role.Customer ? await api.SignedIn("musterstadt", email) : await api.As("musterstadt", Role.Customer))
            .Open("Vorgang");
        var walk = await chromium.In(api, email, "/account");
        var followed = 0;
        foreach (var path in paths.Select(path => path.Replace(
            "{ticket}", role is Role.Customer ? $"/tickets/{ticket.Number()}" : ticket.Page(), StringComparison.Ordinal)))
        {
            await walk.GoTo(path);
            foreach (var link in await walk.Page.EvaluateAsync<string[]>(Links))
            {
                // Where staff begin is the list, so from there it leads nowhere else.
                if (link == "/" && path == "/work")
                    continue;
                await walk.GoTo(path);
                var first = walk.Page.Locator($"a[href='{link}']:visible").First;
                await Expect(first).ToBeVisibleAsync();
                await walk.HushAsync();
                await first.FocusAsync();
                await walk.Key("Enter");
                await Expect(walk.Page).Not.ToHaveURLAsync(WebWalk.Host + path);
                await Expect(walk.Heading()).ToBeFocusedAsync();
                await walk.Settles();
                await Expect(walk.Heading()).ToBeFocusedAsync();
                (await walk.Page.TitleAsync()).ShouldContain(await walk.Heading().InnerTextAsync(), Case.Sensitive, $"{path} to {link}");
                (await walk.Said()).Length.ShouldBeLessThanOrEqualTo(1, $"{path} to {link}");
                followed++;
            }
        }

        followed.ShouldBeGreaterThan(2 * paths.Length);
        walk.Complaints.ShouldBeEmpty();
    }

    // To other pages of ours: a filter, a place on the page or a mail is none. Of many alike, such as tickets in a list, the first.
    private const string Links = """
        () => {
            const here = new Set()
            return [...document.querySelectorAll('a[href]')]
                .filter((each) => each.checkVisibility({ visibilityProperty: true }))
                .filter((each) => !each.matches('.skip-link, [download], [target=_blank]'))
                .filter((each) => each.origin === location.origin && !each.pathname.startsWith('/api/'))
                .filter((each) => each.pathname !== location.pathname)
                .filter((each) => {
                    const alike = each.pathname.replace(/[A-Z]+-\d+/, 'number')
                    return !here.has(alike) && here.add(alike)
                })
                .map((each) => each.getAttribute('href'))
        }
        """;

    [WebPageFact]
    public async Task Every_way_to_another_page_leads_to_its_heading_and_is_said_once_and_a_filter_is_no_other_page()
    {
        var (_, requester, tickets) = await api.Tickets(2);
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}");
        var page = walk.Page;
        async Task Leads(ILocator link, string title)
        {
            await walk.HushAsync();
            await link.ClickAsync();
            await Expect(walk.Heading()).ToHaveTextAsync(title);
            await Expect(walk.Heading()).ToBeFocusedAsync();
            (await page.TitleAsync()).ShouldContain(title);
            await walk.Settles();
            await walk.KeepsFocus(title);
            (await walk.Said()).Length.ShouldBeLessThanOrEqualTo(1, title);
        }

        await Leads(walk.Row(tickets[0]).GetByText(tickets[0].Subject()), tickets[0].Subject());
        await Leads(page.GetByRole(AriaRole.Navigation, new() { Name = "Sie sind hier" }).GetByRole(AriaRole.Link), "Alle offenen");
        await Leads(page.GetByRole(AriaRole.Link, new() { Name = "Neues Ticket" }), "Ticket aufnehmen");
        await Leads(page.GetByRole(AriaRole.Link, new() { Name = "Suche", Exact = true }), "Suche");
        await Leads(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Benachrichtigungen,") }), "Benachrichtigungen");
        await Leads(page.GetByRole(AriaRole.Link, new() { Name = "Benachrichtigungen einstellen" }), "Benachrichtigungen");
        await Leads(page.GetByRole(AriaRole.Link, new() { Name = "Anna Agentin" }), "Mein Konto");

        await walk.GoTo($"/work?requester={requester}");
        var filter = page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Offen") });
        await filter.CheckAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("status=open"));
        await Expect(filter).ToBeFocusedAsync();
    }
}

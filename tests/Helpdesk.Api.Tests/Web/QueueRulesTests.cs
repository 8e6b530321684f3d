using System.Text.RegularExpressions;
using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>The list is an address, is worked with the keyboard, and never moves under the hand.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class QueueRulesTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Filters_stand_in_the_address_and_back_leads_to_the_row_that_was_open()
    {
        var (_, requester, tickets) = await api.Tickets(50);
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Change(tickets[0].Id(), 1, new { status = "in_progress", assignee = "me" }).ShouldAnswer(HttpStatusCode.OK);
        await agent.Change(tickets[1].Id(), 1, new { priority = "urgent" }).ShouldAnswer(HttpStatusCode.OK);
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}&sort=created_at");
        await walk.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Offen") }).CheckAsync();
        await walk.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Mittel") }).CheckAsync();
        await Expect(walk.Page.Locator("#queue-total")).ToHaveTextAsync("1–48 von 48");
        await Expect(walk.Page).ToHaveURLAsync(new Regex("status=open.*|priority=medium.*"));
        var address = walk.Page.Url;
        address.ShouldContain("priority=medium");

        await walk.Row(tickets[2]).FocusAsync();
        await walk.Key(Enumerable.Repeat("ArrowDown", 39));
        var fortieth = tickets[41];
        await Expect(walk.Row(fortieth)).ToBeFocusedAsync();
        await walk.Key("Enter");
        await Expect(walk.Heading()).ToHaveTextAsync(fortieth.Subject());
        await walk.Page.GoBackAsync();
        await Expect(walk.Row(fortieth)).ToBeFocusedAsync();
        await Expect(walk.Row(fortieth)).ToBeInViewportAsync();
        walk.Page.Url.ShouldBe(address);

        var (colleague, _) = await chromium.AtWork(api, new Uri(address).PathAndQuery, name: "Ben Agent");
        await Expect(colleague.Page.Locator("#queue-total")).ToHaveTextAsync("1–48 von 48");
        await Expect(colleague.Page.Locator(".queue-grid [role=row]").First).ToHaveAttributeAsync("data-key", tickets[2].Id());
        colleague.Page.Url.ShouldBe(address);
    }

    [WebPageFact]
    public async Task Several_tags_are_asked_for_at_once_and_one_is_taken_back_by_itself()
    {
        var (_, requester, tickets) = await api.Tickets(3);
        var agent = await api.As("musterstadt", Role.Agent);
        foreach (var (ticket, tag) in new[] { (tickets[0], "ostern"), (tickets[1], "advent") })
            await agent.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{ticket.Id()}/tags/{tag}", null).ShouldAnswer(HttpStatusCode.OK);
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}&sort=created_at");
        var total = walk.Page.Locator("#queue-total");
        await walk.Page.GetByLabel("Schlagwort", new() { Exact = true }).SelectOptionAsync("ostern");
        await Expect(total).ToHaveTextAsync("1–1 von 1");
        await walk.Page.GetByLabel("Schlagwort: oder auch").SelectOptionAsync("advent");
        await Expect(total).ToHaveTextAsync("1–2 von 2");
        await Expect(walk.Page).ToHaveURLAsync(new Regex("tag=ostern(,|%2C)advent"));

        await walk.Page.ReloadAsync();
        await Expect(total).ToHaveTextAsync("1–2 von 2");
        await walk.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^Schlagwort: advent") }).ClickAsync();
        await Expect(total).ToHaveTextAsync("1–1 von 1");
        await Expect(walk.Row(tickets[0])).ToBeVisibleAsync();
        await walk.Page.GetByLabel("Schlagwort: oder auch").SelectOptionAsync("advent");
        await walk.IsUsable("two tags");
    }

    [WebPageFact]
    public async Task While_somebody_has_the_list_in_hand_no_row_moves_and_newcomers_wait()
    {
        var (customer, requester, tickets) = await api.Tickets(30);
        tickets.Reverse();
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}&sort=-created_at");
        await walk.Row(tickets[0]).FocusAsync();
        await walk.Key("ArrowDown", "Space", "ArrowDown", "Space", "ArrowDown", "ArrowDown");
        await Expect(walk.Page.GetByText("2 ausgewählt")).ToBeVisibleAsync();
        await Expect(walk.Row(tickets[4])).ToBeFocusedAsync();
        var before = await Place(walk.Page);

        for (var more = 1; more <= 20; more++)
            await customer.Open($"Neu {more}");
        await Expect(walk.Button("20 neue anzeigen")).ToBeVisibleAsync();

        await Expect(walk.Row(tickets[4])).ToBeFocusedAsync();
        (await Place(walk.Page)).ShouldBe(before);
        await Expect(walk.Page.GetByText("2 ausgewählt")).ToBeVisibleAsync();
        await Expect(walk.Row(tickets[0])).ToBeVisibleAsync();

        // A change is made in place.
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Change(tickets[4].Id(), 1, new { priority = "urgent" }).ShouldAnswer(HttpStatusCode.OK);
        await Expect(walk.Row(tickets[4])).ToContainTextAsync("Dringend");
        (await Place(walk.Page)).ShouldBe(before);
        await walk.Button("20 neue anzeigen").ClickAsync();
        await Expect(walk.Page.Locator("#queue-total")).ToHaveTextAsync("1–50 von 50");
        await Expect(walk.Page.Locator(".queue-grid [role=row]").First).ToBeFocusedAsync();
    }

    [WebPageFact]
    public async Task The_list_is_one_stop_of_the_tab_key_and_is_read_to_its_end_with_the_keyboard()
    {
        var (_, requester, tickets) = await api.Tickets(230, "Antrag");
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}&sort=created_at");
        var grid = walk.Page.GetByRole(AriaRole.Grid, new() { Name = "Liste der Tickets" });
        await Expect(grid).ToHaveAccessibleDescriptionAsync("1–100 von 230");
        await walk.Row(tickets[0]).FocusAsync();
        await walk.Key("Tab");
        (await walk.FocusedRow()).ShouldBeNull("the list is left with one key");
        await walk.Key("Shift+Tab");
        await Expect(walk.Row(tickets[0])).ToBeFocusedAsync();

        await walk.Key("ArrowDown", "ArrowDown", "ArrowUp");
        await Expect(walk.Row(tickets[1])).ToBeFocusedAsync();
        await walk.Key("PageDown");
        Index(tickets, await walk.FocusedRow()).ShouldBeGreaterThan(4);
        await walk.Key("PageUp", "Home");
        await Expect(walk.Row(tickets[0])).ToBeFocusedAsync();
        await walk.Key("End");
        await Expect(walk.Row(tickets[99])).ToBeFocusedAsync();
        await Expect(grid).ToHaveAccessibleDescriptionAsync("1–200 von 230");
        // The key goes to the end of what is drawn, which comes a moment after what is known.
        await Eventually.Holds(
            async () =>
            {
                await walk.Key("End");
                return await walk.FocusedRow() == tickets[229].Id();
            },
            "the end is reached by the key alone");
        await Expect(grid).ToHaveAccessibleDescriptionAsync("1–230 von 230");

        await walk.Key("Space");
        await Expect(walk.Page.GetByText("1 ausgewählt")).ToBeVisibleAsync();
        await walk.Key("Space");
        await Expect(walk.Page.GetByText("1 ausgewählt")).ToHaveCountAsync(0);
        await walk.Key("Home", "ArrowDown", "Enter");
        await Expect(walk.Heading()).ToHaveTextAsync(tickets[1].Subject());
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task A_capital_letter_jumps_to_the_next_subject_that_begins_with_it()
    {
        var (customer, id) = await api.Person("musterstadt", Role.Customer);
        var first = await customer.Open("Antrag");
        await customer.Open("Beschwerde");
        var third = await customer.Open("Zeugnis");
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={id}&sort=created_at");
        await walk.Row(first).FocusAsync();
        await walk.Key("Shift+Z");
        await Expect(walk.Row(third)).ToBeFocusedAsync();
        await Expect(walk.Dialog()).ToHaveCountAsync(0);
    }

    private static int Index(List<JsonNode> tickets, string? id) => tickets.FindIndex(ticket => ticket.Id() == id);

    // How far the list is scrolled, and where on the screen the row in hand stands.
    private static Task<string> Place(IPage page) => page.EvaluateAsync<string>("""
        () => {
            const box = document.querySelector('.queue-grid')
            const row = document.activeElement.getBoundingClientRect()
            const selected = box.querySelectorAll('[aria-selected=true]').length
            return `${box.scrollTop} ${Math.round(row.top - box.getBoundingClientRect().top)} ${selected}`
        }
        """);
}

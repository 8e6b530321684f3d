using System.Text.RegularExpressions;
using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Over several municipalities each says in words whose it is; no colour is needed for that.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class DeskTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Everything_that_is_written_or_sent_names_the_municipality()
    {
        var (word, email) = (Some.Word(), Some.Email());
        var account = await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var here = await Opened("musterstadt", word);
        var there = await Opened("beispielburg", word);
        await (await api.SignedIn("desk", email)).Finds(word, 2);
        var walk = await chromium.In(api, email, $"/work?q={word}", WebSteps.DeskHost);
        var page = walk.Page;
        foreach (var (town, ticket) in new[] { ("musterstadt", here), ("beispielburg", there) })
        {
            var row = walk.Row(ticket);
            await Expect(row).ToHaveAccessibleNameAsync(new Regex(town));
            await Expect(row.GetByText(town, new() { Exact = true })).ToBeVisibleAsync();
        }

        foreach (var (town, ticket) in new[] { ("musterstadt", here), ("beispielburg", there) })
        {
            await walk.GoTo($"/t/{town}/tickets/{ticket.Number()}", WebSteps.DeskHost);
            await Expect(page).ToHaveTitleAsync(new Regex(town));
            await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Sie sind hier" })).ToContainTextAsync(town);
            await Expect(page.GetByRole(AriaRole.Group, new() { Name = $"Aktionen für {town}" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = $"Antwort {town}" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Region, new() { NameRegex = new($"Notiz.*{town}") })).ToBeVisibleAsync();
            await Expect(page.Locator(".answer button[type=submit]")).ToHaveAccessibleNameAsync(new Regex(town));
            await page.Keyboard.PressAsync("c");
            await Expect(walk.Dialog()).ToContainTextAsync(town);
            await page.Keyboard.PressAsync("Escape");
        }

        await walk.GoTo($"/work/search?q={word}", WebSteps.DeskHost);
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"musterstadt · {here.Number()}" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"beispielburg · {there.Number()}" })).ToBeVisibleAsync();
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Change(here.Id(), 1, new { assignee = account.ToString("D") }).ShouldAnswer(HttpStatusCode.OK);
        await walk.GoTo("/work/notifications", WebSteps.DeskHost);
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = here.Number() })).ToContainTextAsync("musterstadt · ");
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task Without_any_colour_the_municipality_is_read_at_the_same_places()
    {
        var (word, email) = (Some.Word(), Some.Email());
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var tickets = new[] { ("musterstadt", await Opened("musterstadt", word)), ("beispielburg", await Opened("beispielburg", word)) };
        await (await api.SignedIn("desk", email)).Finds(word, 2);
        var walk = await chromium.In(api, email, $"/work?q={word}", WebSteps.DeskHost);
        foreach (var (town, ticket) in tickets)
        {
            await walk.GoTo($"/work?q={word}", WebSteps.DeskHost);
            await walk.HasRow(ticket);
            await SaysWithoutColour(walk, town, $".queue-grid [role=row][data-key='{ticket.Id()}']");
            await walk.GoTo($"/t/{town}/tickets/{ticket.Number()}", WebSteps.DeskHost);
            var send = walk.Page.Locator(".answer button[type=submit]");
            await Expect(send).ToContainTextAsync(town);
            await SaysWithoutColour(
                walk, town, ".ticket-crumbs", ".answer h2", ".note-editor h2", ".answer button[type=submit]", "#facts");
        }
    }

    // The words are there whatever becomes of the colours, and stand out by their lightness alone.
    private static async Task SaysWithoutColour(WebWalk walk, string town, params string[] places)
    {
        var other = town == "musterstadt" ? "beispielburg" : "musterstadt";
        var before = await Words();
        foreach (var colours in new[] { ForcedColors.Active, ForcedColors.None })
        {
            await walk.Page.EmulateMediaAsync(new() { ForcedColors = colours });
            await walk.Page.EvaluateAsync(Grey, colours == ForcedColors.None);
            var words = await Words();
            words.ShouldBe(before);
            words.ShouldAllBe(text => text.Contains(town) && !text.Contains(other));
            (await walk.Page.EvaluateAsync<double[]>(Contrasts, new { places, town })).ShouldAllBe(contrast => contrast >= 4.5);
        }

        await walk.Page.EvaluateAsync(Grey, false);

        Task<string[]> Words() => walk.Page.EvaluateAsync<string[]>(
            "(places) => places.map((place) => document.querySelector(place)?.innerText ?? `${place} is not there`)", places);
    }

    // A style that the policy lets in: as a sheet that a script makes.
    private const string Grey = """
        (on) => {
            const sheet = new CSSStyleSheet()
            sheet.replaceSync('html { filter: grayscale(1) }')
            document.adoptedStyleSheets = on ? [sheet] : []
        }
        """;

    // The smallest thing that holds the name, against whatever lies behind it.
    private const string Contrasts = """
        ({ places, town }) => places.map((place) => {
            const inside = [...document.querySelector(place).querySelectorAll('*')].filter((each) => each.textContent.includes(town))
            const named = inside.at(-1) ?? document.querySelector(place)
            const drawn = (colour) => {
                const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')
                context.fillStyle = colour
                context.fillRect(0, 0, 1, 1)
                return [...context.getImageData(0, 0, 1, 1).data]
            }
            const behind = (each) => {
                for (let at = each; at; at = at.parentElement) {
                    const colour = drawn(getComputedStyle(at).backgroundColor)
                    if (colour[3] === 255) return colour
                }
                return [255, 255, 255, 255]
            }
            const light = ([r, g, b]) => [r, g, b].map((each) => each / 255)
                .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
                .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0)
            const [one, two] = [light(drawn(getComputedStyle(named).color)), light(behind(named))].sort((a, b) => b - a)
            return (one + 0.05) / (two + 0.05)
        })
        """;

    [WebPageFact]
    public async Task A_bulk_act_says_first_in_how_many_tickets_of_which_municipality_it_changes_something()
    {
        var (word, email) = (Some.Word(), Some.Email());
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var tickets = new[] { await Opened("musterstadt", word), await Opened("musterstadt", word), await Opened("beispielburg", word) };
        await (await api.SignedIn("desk", email)).Finds(word, 3);
        var walk = await chromium.In(api, email, $"/work?q={word}", WebSteps.DeskHost);
        await walk.Row(tickets[0]).FocusAsync();
        await walk.Key("Control+a", "a");

        await Expect(walk.Dialog()).ToContainTextAsync("musterstadt: 2 Tickets");
        await Expect(walk.Dialog()).ToContainTextAsync("beispielburg: 1 Ticket");
        await walk.Button("3 Tickets ändern").ClickAsync();
        await Expect(walk.Dialog()).ToHaveCountAsync(0);
        foreach (var ticket in tickets)
            await Expect(walk.Row(ticket)).ToContainTextAsync("Ich");
    }

    [WebPageFact]
    public async Task The_list_is_narrowed_to_one_municipality_and_a_colleague_sees_the_same_at_its_address()
    {
        var (word, email) = (Some.Word(), Some.Email());
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var (here, there) = (await Opened("musterstadt", word), await Opened("beispielburg", word));
        await (await api.SignedIn("desk", email)).Finds(word, 2);
        var walk = await chromium.In(api, email, $"/work?q={word}", WebSteps.DeskHost);
        await Expect(walk.Row(here)).ToBeVisibleAsync();
        await walk.Page.GetByLabel("Kommune").SelectOptionAsync("beispielburg");

        await Expect(walk.Row(here)).ToHaveCountAsync(0);
        await Expect(walk.Row(there)).ToHaveAccessibleNameAsync(new Regex("beispielburg"));
        await Expect(walk.Page).ToHaveURLAsync(new Regex("tenant=beispielburg"));
        await walk.Page.ReloadAsync();
        await Expect(walk.Row(there)).ToBeVisibleAsync();
        await walk.Row(there).FocusAsync();
        await walk.Key("a");
        await Expect(walk.Row(there)).ToContainTextAsync("Ich");
        await walk.Key("Enter");
        await Expect(walk.Page).ToHaveURLAsync(new Regex($"/t/beispielburg/tickets/{there.Number()}"));
        await walk.Page.GoBackAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Kommune: beispielburg.* entfernen") }).ClickAsync();
        await Expect(walk.Row(here)).ToBeVisibleAsync();
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task A_view_keeps_its_municipality_and_each_says_how_many_tickets_it_has()
    {
        var (word, email) = (Some.Word(), Some.Email());
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var (here, there) = (await Opened("musterstadt", word), await Opened("beispielburg", word));
        await Opened("musterstadt", word);
        await (await api.SignedIn("desk", email)).Finds(word, 3);
        var walk = await chromium.In(api, email, $"/work?q={word}", WebSteps.DeskHost);
        var town = walk.Page.GetByLabel("Kommune", new() { Exact = true });
        await Expect(town.Locator("option")).ToHaveTextAsync(["Alle", "beispielburg (1)", "musterstadt (2)"]);
        await town.SelectOptionAsync("beispielburg");
        await Expect(walk.Row(here)).ToHaveCountAsync(0);
        // What the others would have is said with the choice made as well.
        await Expect(town.Locator("option")).ToHaveTextAsync(["Alle", "beispielburg (1)", "musterstadt (2)"]);
        await walk.Button("Ansicht speichern").ClickAsync();
        await walk.Dialog().GetByLabel("Name der Ansicht").FillAsync($"Nur {word}");
        await walk.Dialog().GetByRole(AriaRole.Button, new() { Name = "Speichern" }).ClickAsync();
        await Expect(walk.Dialog()).ToHaveCountAsync(0);

        await walk.GoTo("/work", WebSteps.DeskHost);
        var view = walk.Page.GetByRole(AriaRole.Navigation, new() { Name = "Ansichten" })
            .GetByRole(AriaRole.Link, new() { Name = $"Nur {word}" });
        await Expect(view).ToContainTextAsync("1");
        await view.ClickAsync();
        await Expect(walk.Row(there)).ToBeVisibleAsync();
        await Expect(walk.Row(here)).ToHaveCountAsync(0);
        await Expect(town).ToHaveValueAsync("beispielburg");
        await Expect(walk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Kommune: beispielburg.* entfernen") }))
            .ToBeVisibleAsync();
        walk.Complaints.ShouldBeEmpty();
    }

    private async Task<JsonNode> Opened(string town, string subject) => await (await api.As(town, Role.Customer)).Open(subject);
}

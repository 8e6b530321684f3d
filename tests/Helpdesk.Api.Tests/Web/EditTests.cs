using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Two change the words of one ticket.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class EditTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    private const string Both = "Seit heute früh, auf allen Etagen.\nAuch im Keller.\nSogar im Dach.";

    [WebPageFact]
    public async Task What_does_not_collide_is_saved_as_if_nothing_had_been_and_what_does_is_shown_with_both_texts()
    {
        var (_, _, tickets) = await api.Tickets(1, "Drucker");
        var ticket = tickets[0];
        var agent = await api.As("musterstadt", Role.Agent);
        var (anna, _) = await chromium.AtWork(api, ticket.Page());
        var (ben, _) = await chromium.AtWork(api, ticket.Page(), name: "Ben Agent");

        // He changes the subject, she the description: both stand.
        await Edit(anna);
        await Edit(ben);
        await Subject(ben).FillAsync("Drucker im Bürgerbüro");
        await Saved(ben);
        await Description(anna).FillAsync("Seit heute früh, auf allen Etagen.");
        await Saved(anna);
        var both = await agent.Read(ticket.Id());
        (both.Subject(), (string?)both["description"]).ShouldBe(("Drucker im Bürgerbüro", "Seit heute früh, auf allen Etagen."));
        await Expect(ben.Heading()).ToHaveTextAsync("Drucker im Bürgerbüro");
        await Expect(ben.Page.GetByRole(AriaRole.Article).First).ToContainTextAsync("auf allen Etagen");

        // Now both change the description.
        await Edit(anna);
        await Edit(ben);
        await Description(ben).FillAsync("Seit heute früh, auf allen Etagen.\nAuch im Keller.");
        await Saved(ben);
        await Description(anna).FillAsync("Seit heute früh, auf allen Etagen.\nSogar im Dach.");
        await anna.Button("Änderungen speichern").ClickAsync();
        var asked = anna.Page.GetByRole(AriaRole.Alertdialog, new() { Name = "Beide haben dasselbe geändert" });
        await Expect(asked).ToContainTextAsync("Ben Agent hat das Ticket am");
        await Expect(asked.Locator("ins")).ToHaveTextAsync(["Auch im Keller.", "Sogar im Dach."]);
        await anna.Key("Escape");
        await Expect(asked).ToBeVisibleAsync();
        await asked.GetByRole(AriaRole.Radio, new() { Name = "Aus beiden zusammengeführt" }).CheckAsync();
        await Expect(asked.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(Both);
        (await anna.Page.Violations()).Select(found => $"{found.Id} {found.Html}").ShouldBeEmpty();
        await anna.Button("Auswahl speichern").ClickAsync();
        await Expect(anna.Dialog()).ToHaveCountAsync(0);
        await Expect(ben.Page.GetByRole(AriaRole.Article).First).ToContainTextAsync("Sogar im Dach.");
        ((string?)(await agent.Read(ticket.Id()))["description"]).ShouldBe(Both);
        await anna.KeepsFocus("choosing");
        anna.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task What_was_begun_outlives_the_dialog_and_a_solution_is_put_right()
    {
        var (_, _, tickets) = await api.Tickets(1, "Drucker");
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Change(tickets[0].Id(), 1, new { status = "resolved", resolution_text = "Neu gestratet." })
            .ShouldAnswer(HttpStatusCode.OK);
        var (walk, _) = await chromium.AtWork(api, tickets[0].Page());
        await Edit(walk);
        await walk.Dialog().GetByLabel("Lösung").FillAsync("Neu gestartet.");
        await Subject(walk).FillAsync("");
        await walk.Key("Escape");
        await Expect(walk.Dialog()).ToHaveCountAsync(0);
        await Edit(walk);
        await Expect(walk.Dialog().GetByLabel("Lösung")).ToHaveValueAsync("Neu gestartet.");
        await walk.Button("Änderungen speichern").ClickAsync();
        await Expect(walk.Dialog().GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Subject(walk).FillAsync("Drucker ist aus");
        await Saved(walk);
        var read = await agent.Read(tickets[0].Id());
        (read.Subject(), (string?)read["resolution_text"]).ShouldBe(("Drucker ist aus", "Neu gestartet."));
        await Expect(walk.Page.GetByText("Neu gestartet.").First).ToBeVisibleAsync();
    }

    private static ILocator Subject(WebWalk walk) => walk.Dialog().GetByLabel("Betreff");

    private static ILocator Description(WebWalk walk) => walk.Dialog().GetByLabel("Beschreibung");

    private static async Task Edit(WebWalk walk)
    {
        await walk.Heading().FocusAsync();
        await walk.Key("i");
        await Expect(walk.Dialog()).ToBeVisibleAsync();
    }

    private static async Task Saved(WebWalk walk)
    {
        await walk.Button("Änderungen speichern").ClickAsync();
        await Expect(walk.Dialog()).ToHaveCountAsync(0);
    }
}

using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What was begun in a form outlives its page, is gone once it is sent, and appears nowhere else.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class BegunTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Other_words_for_a_ticket_outlive_the_process_of_their_page()
    {
        var (_, _, tickets) = await api.Tickets(2, "Drucker");
        var email = await Agent();
        var walk = await chromium.In(api, email, tickets[0].Page());
        await Edit(walk);
        await Description(walk).FillAsync("Seit heute früh, auf allen Etagen.");
        await Kept(walk.Dialog());
        Crash(walk.Page);

        // Somebody else changes what was not touched meanwhile, and finds nothing of it.
        var ben = await chromium.In(api, await Agent(), tickets[0].Page());
        await Edit(ben);
        await Expect(Description(ben)).Not.ToHaveValueAsync("Seit heute früh, auf allen Etagen.");
        await ben.Dialog().GetByLabel("Betreff").FillAsync("Drucker aus");
        await ben.Button("Änderungen speichern").ClickAsync();
        await Expect(ben.Dialog()).ToHaveCountAsync(0);

        var again = await chromium.In(api, email, tickets[1].Page());
        await Expect(again.Answer()).ToHaveValueAsync("");
        await Expect(again.Note()).ToHaveValueAsync("");
        await Edit(again);
        await Expect(Description(again)).Not.ToHaveValueAsync("Seit heute früh, auf allen Etagen.");
        await again.Key("Escape");
        await again.GoTo(tickets[0].Page());
        await Edit(again);
        await Expect(Description(again)).ToHaveValueAsync("Seit heute früh, auf allen Etagen.");
        await Expect(again.Dialog().GetByLabel("Betreff")).ToHaveValueAsync("Drucker aus");
        await Expect(again.Dialog().GetByText(GoesOn)).ToBeVisibleAsync();
        (await again.Page.Violations()).Select(found => $"{found.Id} {found.Html}").ShouldBeEmpty();
        await again.Button("Änderungen speichern").ClickAsync();
        await Expect(again.Dialog()).ToHaveCountAsync(0);
        var read = await (await api.As("musterstadt", Role.Agent)).Read(tickets[0].Id());
        (read.Subject(), (string?)read["description"]).ShouldBe(("Drucker aus", "Seit heute früh, auf allen Etagen."));

        await again.Page.ReloadAsync();
        await again.Settles();
        await Edit(again);
        await Expect(again.Dialog().GetByLabel("Betreff")).ToHaveValueAsync("Drucker aus");
        await Expect(again.Dialog().GetByText(GoesOn)).ToHaveCountAsync(0);
        again.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task A_ticket_for_somebody_else_goes_on_where_it_was_left_until_it_is_opened()
    {
        var email = await Agent();
        var asker = Some.Email();
        var walk = await chromium.In(api, email, "/work/new");
        await walk.Page.GetByLabel("Anfragende Person").FillAsync(asker);
        await walk.Button($"Neuer Kontakt {asker}").ClickAsync();
        await walk.Page.GetByLabel("Betreff").FillAsync("Laterne dunkel");
        await walk.Page.GetByLabel("Priorität").SelectOptionAsync("high");
        await walk.Page.GetByLabel("Beschreibung").FillAsync("Vor dem Rathaus, seit gest");
        await Kept(walk.Page.Locator("main"));
        Crash(walk.Page);

        var ben = await chromium.In(api, await Agent(), "/work/new");
        await Expect(ben.Page.GetByLabel("Betreff")).ToHaveValueAsync("");
        var again = await chromium.In(api, email, "/work/new");
        await Expect(again.Page.GetByLabel("Beschreibung")).ToHaveValueAsync("Vor dem Rathaus, seit gest");
        await Expect(again.Page.GetByLabel("Betreff")).ToHaveValueAsync("Laterne dunkel");
        await Expect(again.Page.GetByLabel("Priorität")).ToHaveValueAsync("high");
        await Expect(again.Page.GetByText($"<{asker}>")).ToBeVisibleAsync();
        await again.Button("Ticket anlegen").ClickAsync();
        await Expect(again.Heading()).ToHaveTextAsync("Laterne dunkel");

        await again.GoTo("/work/new");
        await Expect(again.Page.GetByLabel("Anfragende Person")).ToHaveValueAsync("");
        await Expect(again.Page.GetByLabel("Betreff")).ToHaveValueAsync("");
        again.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task At_the_desk_each_municipality_has_a_begun_ticket_of_its_own()
    {
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var walk = await chromium.In(api, email, "/work/new", WebSteps.DeskHost);
        var (town, subject) = (walk.Page.GetByLabel("Für wen?"), walk.Page.GetByLabel("Betreff"));
        await town.SelectOptionAsync("musterstadt");
        await subject.FillAsync("Nur für die eine");
        await Kept(walk.Page.Locator("main"));
        await town.SelectOptionAsync("beispielburg");
        await Expect(walk.Button("Ticket für beispielburg anlegen")).ToBeVisibleAsync();
        await Expect(subject).ToHaveValueAsync("");

        await walk.Page.ReloadAsync();
        await town.SelectOptionAsync("musterstadt");
        await Expect(subject).ToHaveValueAsync("Nur für die eine");
        walk.Complaints.ShouldBeEmpty();
    }

    private const string GoesOn = "Ihre begonnenen Änderungen sind noch da.";

    private static ILocator Description(WebWalk walk) => walk.Dialog().GetByLabel("Beschreibung");

    private static Task Kept(ILocator within) => Expect(within.GetByText("Entwurf gespeichert")).ToBeVisibleAsync();

    // Playwright waits for a page that is gone for good.
    private static void Crash(IPage page) =>
        _ = page.GotoAsync("chrome://crash").ContinueWith(static gone => gone.Exception, TaskScheduler.Default);

    private static async Task Edit(WebWalk walk)
    {
        await walk.Heading().FocusAsync();
        await walk.Key("i");
        await Expect(walk.Dialog()).ToBeVisibleAsync();
    }

    private async Task<string> Agent()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Agent, email, "Anna Agentin");
        return email;
    }
}

using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Whoever wants to hear nothing more of one ticket says so on its page, and hears of all others as before.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class MuteTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    private const string Silent = "Sie werden hierzu nicht benachrichtigt, außer über das, was sich nicht abschalten lässt.";

    [WebPageFact]
    public async Task Of_a_muted_ticket_staff_hear_nothing_more_until_they_want_to_again()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Agent, email, "Anna Agentin");
        var agent = await api.SignedIn("musterstadt", email);
        var (customer, _, tickets) = await api.Tickets(2);
        foreach (var ticket in tickets)
            await agent.Change(ticket.Id(), 1, new { assignee = "me" }).ShouldAnswer(HttpStatusCode.OK);
        var walk = await chromium.In(api, email, tickets[0].Page());
        await Choose(walk, "Zu diesem Ticket nicht mehr benachrichtigen");
        await Expect(walk.Page.Locator(".ticket-head").GetByText(Silent)).ToBeVisibleAsync();
        await walk.KeepsFocus("muting");

        await customer.Say(tickets[0].Id(), "Hallo?").ShouldAnswer(HttpStatusCode.Created);
        await customer.Say(tickets[1].Id(), "Hallo?").ShouldAnswer(HttpStatusCode.Created);
        await Expect(Bell(walk)).ToHaveAccessibleNameAsync("Benachrichtigungen, 1 ungelesene");
        await walk.GoTo("/work/notifications");
        await Expect(Entries(walk)).ToHaveCountAsync(1);
        await Expect(Entries(walk)).ToContainTextAsync(tickets[1].Number());
        await Expect(Entries(walk)).Not.ToContainTextAsync("stumm");

        await walk.GoTo(tickets[0].Page());
        await Expect(walk.Page.Locator(".ticket-head").GetByText(Silent)).ToBeVisibleAsync();
        await Choose(walk, "Zu diesem Ticket wieder benachrichtigen");
        await Expect(walk.Page.Locator(".ticket-head").GetByText(Silent)).ToHaveCountAsync(0);
        await customer.Say(tickets[0].Id(), "Noch da?").ShouldAnswer(HttpStatusCode.Created);
        await walk.GoTo("/work/notifications");
        await Expect(Entries(walk)).ToHaveCountAsync(2);

        // What came before stays, and says that nothing more comes.
        await agent.Send(HttpMethod.Put, $"{TicketCalls.Tickets}/{tickets[0].Id()}/mute", null).ShouldAnswer(HttpStatusCode.OK);
        await walk.GoTo("/work/notifications");
        await Expect(Entries(walk).Filter(new() { HasText = tickets[0].Number() })).ToContainTextAsync("stumm");
        (await walk.Page.Violations()).Select(found => $"{found.Id} {found.Html}").ShouldBeEmpty();
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task A_customer_is_told_nothing_more_of_a_ticket_that_they_muted()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var customer = await api.SignedIn("musterstadt", email);
        var ticket = await customer.Open("Laterne dunkel");
        var walk = await chromium.In(api, email, $"/tickets/{ticket.Number()}");
        await walk.Button("Zu diesem Ticket nicht mehr benachrichtigen").ClickAsync();
        await Expect(walk.Page.GetByText(Silent)).ToBeVisibleAsync();
        await Expect(walk.Button("Zu diesem Ticket wieder benachrichtigen")).ToBeFocusedAsync();
        (await walk.Page.Violations()).Select(found => $"{found.Id} {found.Html}").ShouldBeEmpty();

        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Say(ticket.Id(), "Die Lampe ist bestellt.").ShouldAnswer(HttpStatusCode.Created);
        (await Told(customer)).ShouldBeEmpty();
        await walk.Button("Zu diesem Ticket wieder benachrichtigen").ClickAsync();
        await Expect(walk.Button("Zu diesem Ticket nicht mehr benachrichtigen")).ToBeVisibleAsync();
        await agent.Say(ticket.Id(), "Sie ist da.").ShouldAnswer(HttpStatusCode.Created);
        (await Told(customer)).ShouldHaveSingleItem();
        walk.Complaints.ShouldBeEmpty();
    }

    private static async Task<JsonArray> Told(HttpClient who) => (await who.Get("/api/v1/notifications").Json())["items"]!.AsArray();

    private static async Task Choose(WebWalk walk, string act)
    {
        // What comes in while the page is built may close a menu that was opened at once.
        await Expect(walk.Page.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();
        await Expect(walk.Button("Antwort an Erika Mustermann senden")).ToBeVisibleAsync();
        await walk.Button("Weitere Aktionen").ClickAsync();
        await walk.Page.GetByRole(AriaRole.Menuitem, new() { Name = act }).ClickAsync();
    }

    private static ILocator Entries(WebWalk walk) =>
        walk.Page.GetByRole(AriaRole.List, new() { Name = "Benachrichtigungen" }).GetByRole(AriaRole.Listitem);

    private static ILocator Bell(WebWalk walk) => walk.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Benachrichtigungen,") });
}

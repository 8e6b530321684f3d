using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Customers see what is new since they last looked.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class NewsTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task What_staff_have_said_meanwhile_is_new_until_it_is_read()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var customer = await api.SignedIn("musterstadt", email);
        var ticket = await customer.Open("Laterne dunkel");
        var walk = await chromium.In(api, email, "/");
        var line = walk.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Laterne dunkel" });
        await Expect(line).Not.ToContainTextAsync("Neues für Sie");

        (await (await api.As("musterstadt", Role.Agent)).Say(ticket.Id(), "Die Lampe ist bestellt.")).EnsureSuccessStatusCode();
        await Expect(line).ToContainTextAsync("Neues für Sie");
        await line.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(walk.Page.GetByText("Hier ist etwas neu, seit Sie zuletzt da waren.")).ToBeVisibleAsync();
        await walk.Page.GetByRole(AriaRole.Link, new() { Name = "Zum neuesten Beitrag" }).ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Die Lampe ist bestellt." })).ToBeFocusedAsync();
        (await walk.Page.Violations()).Select(found => $"{found.Id} {found.Html}").ShouldBeEmpty();

        await Eventually.Holds(async () => !(bool)(await customer.Read(ticket.Id()))["unread"]!);
        await walk.GoTo("/");
        await Expect(line).ToBeVisibleAsync();
        await Expect(line).Not.ToContainTextAsync("Neues für Sie");
        walk.Complaints.ShouldBeEmpty();
    }
}

using System.Text.RegularExpressions;
using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What people are told of, and that they are told of it once.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class NotificationPageTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Ten_things_on_one_ticket_are_one_entry_and_read_at_one_browser_they_are_read_at_the_other()
    {
        var (customer, _, tickets) = await api.Tickets(1);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Agent, email, "Anna Agentin");
        var agent = await api.SignedIn("musterstadt", email);
        // What somebody does themselves is told to nobody: they take it and say something.
        await agent.Change(tickets[0].Id(), 1, new { assignee = "me" }).ShouldAnswer(HttpStatusCode.OK);
        (await agent.Say(tickets[0].Id(), "Nur für uns.", "internal")).EnsureSuccessStatusCode();
        var one = await chromium.In(api, email, "/work/notifications");
        var other = await chromium.In(api, email, "/work/notifications");
        await Expect(one.Page.GetByText("Hier gibt es keine Benachrichtigungen.")).ToBeVisibleAsync();

        for (var at = 1; at <= 10; at++)
            (await customer.Say(tickets[0].Id(), $"Nachtrag {at}")).EnsureSuccessStatusCode();
        foreach (var walk in new[] { one, other })
        {
            await Expect(Entries(walk)).ToHaveCountAsync(1);
            await Expect(Entries(walk)).ToContainTextAsync("10 Ereignisse");
            await Expect(Bell(walk)).ToHaveAccessibleNameAsync("Benachrichtigungen, 1 ungelesene");
            await Expect(walk.Page).ToHaveTitleAsync(new Regex(@"^\(1\) "));
        }

        await one.Button($"{tickets[0].Number()} als gelesen markieren").ClickAsync();
        foreach (var walk in new[] { one, other })
        {
            await Expect(Bell(walk)).ToHaveAccessibleNameAsync("Benachrichtigungen, keine ungelesenen");
            await Expect(walk.Page.Locator("main").GetByText("Nichts Ungelesenes")).ToBeVisibleAsync();
            await Expect(walk.Page).Not.ToHaveTitleAsync(new Regex(@"^\(1\) "));
        }

        // So it is when the ticket itself is opened, and when all is read at once.
        (await customer.Say(tickets[0].Id(), "Noch etwas.")).EnsureSuccessStatusCode();
        await Expect(Bell(other)).ToHaveAccessibleNameAsync("Benachrichtigungen, 1 ungelesene");
        await one.GoTo(tickets[0].Page());
        await Expect(Bell(other)).ToHaveAccessibleNameAsync("Benachrichtigungen, keine ungelesenen");
        await one.GoTo("/work/notifications");
        (await customer.Say(tickets[0].Id(), "Und noch etwas.")).EnsureSuccessStatusCode();
        await Expect(Bell(other)).ToHaveAccessibleNameAsync("Benachrichtigungen, 1 ungelesene");
        await other.Button("Alle als gelesen markieren", exact: false).ClickAsync();
        await Expect(Bell(one)).ToHaveAccessibleNameAsync("Benachrichtigungen, keine ungelesenen");
        one.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task Of_a_muted_queue_nothing_is_told_and_of_the_others_all_is()
    {
        var (queue, email) = (Some.Word(), Some.Email());
        await (await api.As("musterstadt", Role.Admin)).Post("/api/v1/queues", new { key = queue, name = new { de = queue } })
            .ShouldAnswer(HttpStatusCode.Created);
        await api.Enrol(api.Musterstadt, Role.Agent, email, "Anna Agentin");
        var agent = await api.SignedIn("musterstadt", email);
        var (customer, _, tickets) = await api.Tickets(2);
        await agent.Change(tickets[0].Id(), 1, new { assignee = "me", queue }).ShouldAnswer(HttpStatusCode.OK);
        await agent.Change(tickets[1].Id(), 1, new { assignee = "me" }).ShouldAnswer(HttpStatusCode.OK);
        var walk = await chromium.In(api, email, "/account/notifications");
        var stored = walk.Page.WaitForResponseAsync(answer => answer.Request.Method == "PUT" && answer.Url.EndsWith("/preferences"));
        var muted = walk.Page.GetByRole(AriaRole.Group, new() { Name = "Stumme Warteschlangen" });
        await muted.GetByLabel(queue, new() { Exact = true }).CheckAsync();
        (await stored).Ok.ShouldBeTrue();

        foreach (var ticket in tickets)
            (await customer.Say(ticket.Id(), "Hallo?")).EnsureSuccessStatusCode();
        await walk.GoTo("/work/notifications");
        await Expect(Entries(walk)).ToHaveCountAsync(1);
        await Expect(Entries(walk)).ToContainTextAsync(tickets[1].Number());
    }

    private static ILocator Entries(WebWalk walk) =>
        walk.Page.GetByRole(AriaRole.List, new() { Name = "Benachrichtigungen" }).GetByRole(AriaRole.Listitem);

    private static ILocator Bell(WebWalk walk) => walk.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Benachrichtigungen,") });
}

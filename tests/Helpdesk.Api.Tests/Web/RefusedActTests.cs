using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What may not be done now stays to be seen and says why; what a role never does is not there.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class RefusedActTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageTheory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Admin)]
    public async Task What_is_refused_has_the_focus_says_why_and_sends_nothing(Role role)
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var customer = await api.SignedIn("musterstadt", email);
        var closed = await customer.Open("Erledigt");
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Post($"{TicketCalls.Tickets}/{closed.Id()}/close", new { resolution_text = "Fertig." }).ShouldAnswer(HttpStatusCode.OK);
        var walk = role == Role.Customer
            ? await chromium.In(api, email, $"/tickets/{closed.Number()}")
            : (await chromium.AtWork(api, closed.Page(), role)).Walk;
        var sent = walk.Sent();
        var reader = role == Role.Customer ? customer : await api.As("musterstadt", role);
        var abilities = (await reader.Read(closed.Id()))["abilities"]!.AsObject();
        var refused = walk.Page.Locator("main [aria-disabled=true]");
        if (role != Role.Customer)
            await Expect(refused.First).ToBeVisibleAsync();
        for (var at = 0; at < await refused.CountAsync(); at++)
        {
            var each = refused.Nth(at);
            var name = await each.EvaluateAsync<string>("(each) => each.outerHTML.slice(0, 160)");
            await each.FocusAsync();
            (await each.EvaluateAsync<bool>("(each) => each === document.activeElement")).ShouldBeTrue(name);
            (await each.EvaluateAsync<string>(Description)).ShouldNotBeEmpty(name);
            await walk.Key("Enter", "Space");
            await each.ClickAsync(new() { Force = true });
            (await walk.Dialog().CountAsync()).ShouldBe(0, name);
        }

        (await walk.Page.Locator("main :disabled").CountAsync()).ShouldBe(0, "what cannot have the focus tells a keyboard nothing");
        sent.ShouldBeEmpty();

        // From the abilities, never guessed.
        foreach (var (act, words) in new[] { ("assign", "Zuweisen"), ("take", "Übernehmen") })
            (await walk.Button(words).CountAsync() > 0).ShouldBe(role != Role.Customer && abilities[act] is not null, act);
        foreach (var button in new[] { "Zuweisen", "Übernehmen" })
        {
            if (await walk.Button(button).CountAsync() > 0)
                await Expect(walk.Button(button)).ToHaveAttributeAsync("aria-disabled", "true");
        }

        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task What_a_role_never_does_is_not_shown()
    {
        var (_, _, tickets) = await api.Tickets(1);
        foreach (var (role, has) in new[] { (Role.Agent, false), (Role.Admin, true) })
        {
            var (walk, _) = await chromium.AtWork(api, tickets[0].Page(), role);
            await walk.Button("Weitere Aktionen").ClickAsync();
            await Expect(walk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Verknüpfen" })).ToBeVisibleAsync();
            await Expect(walk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Ticket löschen" })).ToHaveCountAsync(has ? 1 : 0);
        }
    }

    [WebPageTheory]
    [InlineData(Role.Customer)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Admin)]
    public async Task Each_ability_that_is_refused_says_its_own_reason_at_its_own_control_and_sends_nothing(Role role)
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, role, email, "Anna Agentin");
        var opener = role == Role.Customer ? await api.SignedIn("musterstadt", email) : await api.As("musterstadt", Role.Customer);
        var ticket = await opener.Open("Nichts geht");
        var colleague = await api.Person("musterstadt", Role.Agent);
        await colleague.Client.Change(ticket.Id(), 1, new { assignee = colleague.Id }).ShouldAnswer(HttpStatusCode.OK);
        var reader = await api.SignedIn("musterstadt", email);
        var walk = await chromium.In(api, email, "/account");
        await walk.Page.RouteAsync(new System.Text.RegularExpressions.Regex($"/api/v1/tickets/{ticket.Number()}(\\?|$)"), Refuse);
        await walk.GoTo(role == Role.Customer ? $"/tickets/{ticket.Number()}" : ticket.Page());
        var sent = walk.Sent();
        var abilities = (await reader.Read(ticket.Id()))["abilities"]!.AsObject();
        var controls = role == Role.Customer ? OfCustomers(walk) : OfStaff(walk);
        foreach (var (ability, control) in controls)
        {
            abilities.ContainsKey(ability).ShouldBeTrue(ability);
            await Expect(control).ToHaveAttributeAsync("aria-disabled", "true");
            await control.FocusAsync();
            await Expect(control).ToBeFocusedAsync();
            (await control.EvaluateAsync<string>(Description)).ShouldBe(Reason(ability), ability);
            await walk.Key("Enter", "Space");
            await control.ClickAsync(new() { Force = true });
            await Expect(walk.Dialog()).ToHaveCountAsync(0);
        }

        if (role != Role.Customer)
        {
            foreach (var (ability, words) in InMenu.Where(one => one.Ability != "delete" || role == Role.Admin))
            {
                await walk.Button("Weitere Aktionen").ClickAsync();
                var item = walk.Page.GetByRole(AriaRole.Menuitem, new() { Name = words });
                await Expect(item).ToContainTextAsync(Reason(ability));
                await item.FocusAsync();
                await Expect(item).ToBeFocusedAsync();
                await walk.Key("Enter");
                await Expect(walk.Dialog()).ToHaveCountAsync(0);
                await Expect(walk.Page.Locator(".toast").GetByText(Reason(ability)).First).ToBeVisibleAsync();
            }
        }

        sent.ShouldBeEmpty();
        walk.Complaints.ShouldBeEmpty();

        async Task Refuse(IRoute route)
        {
            var body = await reader.Get($"{TicketCalls.Tickets}/{ticket.Number()}?comments=1").Json();
            foreach (var ability in body["abilities"]!.AsObject().Select(one => one.Key).ToList())
                body["abilities"]![ability] = new JsonObject { ["allowed"] = false, ["reason"] = "state", ["detail"] = Reason(ability) };
            await route.FulfillAsync(new() { ContentType = "application/json", Body = body.ToJsonString() });
        }
    }

    private static string Reason(string ability) => $"Jetzt nicht: {ability}.";

    private static (string Ability, ILocator Control)[] OfCustomers(WebWalk walk) =>
    [
        ("reply", walk.Button("Nachricht senden")), ("mute", walk.Button("Zu diesem Ticket nicht mehr benachrichtigen")),
    ];

    private static (string Ability, ILocator Control)[] OfStaff(WebWalk walk) =>
    [
        ("reply", walk.Button("Antworten")), ("assign", walk.Button("Zuweisen")), ("take", walk.Button("Übernehmen")),
        ("close", walk.Button("Ticket schließen")), ("note", walk.Button("Notiz speichern")), ("tag", walk.Button("Hinzufügen")),
        ("link", walk.Page.Locator("#link-add")), ("change_status", walk.Page.Locator("#ticket-status")),
        ("change_priority", walk.Page.Locator("#ticket-priority")), ("change_category", walk.Page.Locator("#ticket-category")),
        ("change_queue", walk.Page.Locator("#ticket-queue")), ("change_queue", walk.Page.Locator("#ticket-team")),
    ];

    private static readonly (string Ability, string Words)[] InMenu =
    [
        ("change_text", "Texte bearbeiten"), ("merge", "Zusammenführen"), ("link", "Verknüpfen"),
        ("mute", "Zu diesem Ticket nicht mehr benachrichtigen"), ("delete", "Ticket löschen"),
    ];

    private const string Description = """
        (each) => (each.getAttribute('aria-describedby') ?? '').split(' ')
            .map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' ').trim()
        """;
}

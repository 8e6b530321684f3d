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

    private const string Description = """
        (each) => (each.getAttribute('aria-describedby') ?? '').split(' ')
            .map((id) => document.getElementById(id)?.textContent.trim() ?? '').join(' ').trim()
        """;
}

using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What somebody writes is on the server before they know it, and nowhere that it does not belong.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class DraftingTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task A_text_outlives_the_process_of_its_page_and_is_there_in_another_browser()
    {
        var at = await Writing.Begin(api, chromium, "Absturz");
        await at.Answer.PressSequentiallyAsync("Bis hierher geschrieben");
        await at.Kept();
        // Playwright waits for a page that is gone for good.
        _ = at.Page.GotoAsync("chrome://crash").ContinueWith(static gone => gone.Exception, TaskScheduler.Default);

        var other = await WebWalk.Begin(api, chromium);
        await other.SignIn(at.AgentEmail, $"/work/tickets/{at.Number}");
        await Expect(Writing.AnswerOn(other.Page)).ToHaveValueAsync("Bis hierher geschrieben");
    }

    [WebPageFact]
    public async Task The_last_letters_before_a_page_is_left_arrive()
    {
        var at = await Writing.Begin(api, chromium, "Verlassen");
        await at.Answer.FillAsync("Noch schnell getippt");
        await at.Page.GotoAsync("about:blank");

        await Eventually.Holds(async () => (string?)(await at.Draft())["body"] == "Noch schnell getippt");
    }

    [WebPageFact]
    public async Task Letters_that_are_typed_while_a_save_is_under_way_arrive_although_the_page_is_left()
    {
        var at = await Writing.Begin(api, chromium, "Verlassen beim Speichern");
        var begun = at.Page.WaitForRequestAsync("**/drafts/answer", new() { Timeout = 10_000 });
        await at.Answer.FillAsync("Eins");
        await at.Answer.BlurAsync();
        await begun;
        await at.Answer.FillAsync("Eins und zwei");
        await at.Page.GotoAsync("about:blank");

        await Eventually.Holds(async () => (string?)(await at.Draft())["body"] == "Eins und zwei");
    }

    [WebPageFact]
    public async Task However_slow_the_server_saves_a_draft_belongs_to_its_own_ticket()
    {
        var at = await Writing.Begin(api, chromium, "Der erste Text");
        var other = (string)(await at.Customer.Open("Der zweite Text"))["number"]!;
        var slow = new TaskCompletionSource();
        await at.Page.RouteAsync("**/drafts/answer", async route =>
        {
            if (route.Request.Method == "PUT")
                await slow.Task;
            await route.ContinueAsync();
        });

        await at.Answer.FillAsync("Nur für den ersten");
        await at.Follow(other);
        await Expect(at.Page.Locator("h1")).ToHaveTextAsync("Der zweite Text");
        await Expect(at.Answer).ToHaveValueAsync("");
        await at.Answer.FillAsync("Nur für den zweiten");
        await at.Follow(at.Number);
        await Expect(at.Page.Locator("h1")).ToHaveTextAsync("Der erste Text");
        await Expect(at.Answer).ToHaveValueAsync("Nur für den ersten");
        slow.SetResult();
        await at.Kept();
        await at.Follow(other);
        await Expect(at.Answer).ToHaveValueAsync("Nur für den zweiten");

        await Eventually.Holds(async () => (string?)(await at.Draft())["body"] == "Nur für den ersten");
        var agent = await at.Agent();
        await Eventually.Holds(
            async () => (string?)(await agent.Get($"{TicketCalls.Tickets}/{other}/drafts/answer").Json())["body"] == "Nur für den zweiten");
        at.Walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task What_is_sent_right_after_the_last_key_leaves_no_draft_behind()
    {
        var at = await Writing.Begin(api, chromium, "Sofort gesendet");
        // The save is on its way when the answer goes out, and arrives behind it.
        var sent = new TaskCompletionSource();
        await at.Page.RouteAsync("**/drafts/answer", async route =>
        {
            if (route.Request.Method == "PUT")
                await sent.Task;
            await route.ContinueAsync();
        });
        await at.Answer.PressSequentiallyAsync("Schon erledigt.");
        var begun = at.Page.WaitForRequestAsync("**/drafts/answer");
        await at.Send.FocusAsync();
        await begun;
        await at.Page.Keyboard.PressAsync("Enter");
        await Expect(at.Said("Schon erledigt.")).ToBeVisibleAsync();
        sent.SetResult();
        await Expect(at.Answer).ToHaveValueAsync("");
        await at.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.Wait });

        await at.Page.ReloadAsync();
        await Expect(at.Send).ToBeVisibleAsync();
        await Expect(at.Answer).ToHaveValueAsync("");
        ((string?)(await at.Draft())["body"]).ShouldBeNull();
    }

    [WebPageFact]
    public async Task An_ended_session_asks_over_the_page_and_what_was_written_is_sent_once()
    {
        var at = await Writing.Begin(api, chromium, "Sitzung zu Ende");
        await at.Answer.FillAsync("Das geht trotzdem hinaus.");
        await at.Kept();
        await at.EndSession();
        await at.Send.ClickAsync();
        await Expect(at.Dialog).ToBeVisibleAsync();
        (await at.Page.Locator("#answer").InputValueAsync()).ShouldBe("Das geht trotzdem hinaus.");
        await at.Dialog.GetByLabel("Passwort").FillAsync(ApiFixture.Password);
        await at.Dialog.GetByRole(AriaRole.Button, new() { Name = "Anmelden", Exact = true }).ClickAsync();

        await Expect(at.Said("Das geht trotzdem hinaus.")).ToBeVisibleAsync();
        await Expect(at.Answer).ToHaveValueAsync("");
        (await at.Bodies()).ShouldBe(["Das geht trotzdem hinaus."]);
    }

    [WebPageFact]
    public async Task Whoever_else_signs_in_over_the_page_gets_nothing_of_what_was_written()
    {
        var at = await Writing.Begin(api, chromium, "Jemand anderes");
        var colleague = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Agent, colleague, "Bernd Kollege");
        await at.Answer.FillAsync("Von Anna.");
        await at.Kept();
        await at.EndSession();
        await at.Answer.FillAsync("Von Anna, und noch mehr.");
        await Expect(at.Dialog).ToBeVisibleAsync();
        await at.Dialog.GetByRole(AriaRole.Button, new() { Name = "Mit einem anderen Konto anmelden" }).ClickAsync();
        await Expect(at.Page.GetByRole(AriaRole.Button, new() { Name = "Anmelden", Exact = true })).ToBeVisibleAsync();
        await at.Walk.SignIn(colleague, $"/work/tickets/{at.Number}");
        await Expect(at.Send).ToBeVisibleAsync();
        await Expect(at.Answer).ToHaveValueAsync("");

        var his = await (await api.SignedIn("musterstadt", colleague)).Get($"{TicketCalls.Tickets}/{at.Ticket.Id()}/drafts/answer").Json();
        ((string?)his["body"]).ShouldBeNull();
        ((string?)(await at.Draft())["body"]).ShouldBe("Von Anna.");
    }
}

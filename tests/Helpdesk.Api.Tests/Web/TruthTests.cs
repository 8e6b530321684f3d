using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>The page shows what the server has, whatever became of a request, and nothing is done twice.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class TruthTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task An_answer_whose_confirmation_was_lost_is_there_once()
    {
        var at = await Writing.Begin(api, chromium, "Antwort verloren");
        await Lose(at, "throw new TypeError('Failed to fetch')");
        await at.Answer.FillAsync("Einmal genügt.");
        await at.Send.ClickAsync();

        await Expect(at.Said("Einmal genügt.")).ToHaveCountAsync(1);
        await Expect(at.Answer).ToHaveValueAsync("");
        (await at.Bodies()).ShouldBe(["Einmal genügt."]);
        var keys = await at.Page.EvaluateAsync<string[]>("window.operations");
        keys.Length.ShouldBe(2);
        keys.Distinct().ShouldHaveSingleItem();
    }

    [WebPageFact]
    public async Task After_a_failure_of_the_server_the_text_is_there_and_the_next_press_is_the_same_act()
    {
        var at = await Writing.Begin(api, chromium, "Fehler des Servers");
        await Lose(at, "return new Response('broken', { status: 500 })");
        await at.Answer.FillAsync("Noch einmal.");
        await at.Send.ClickAsync();
        await Expect(at.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Bitte prüfen Sie Ihre Angaben" })).ToBeFocusedAsync();
        await Expect(at.Answer).ToHaveValueAsync("Noch einmal.");
        await at.Send.ClickAsync();

        await Expect(at.Answer).ToHaveValueAsync("");
        (await at.Bodies()).ShouldBe(["Noch einmal."]);
        var keys = await at.Page.EvaluateAsync<string[]>("window.operations");
        keys.Length.ShouldBe(2);
        keys.Distinct().ShouldHaveSingleItem();
    }

    [WebPageFact]
    public async Task A_note_that_the_server_refused_is_no_note_and_is_still_in_its_editor()
    {
        var at = await Writing.Begin(api, chromium, "Abgelehnte Notiz");
        await at.Page.RouteAsync("**/comments", static route => route.FulfillAsync(new()
        {
            Status = 409,
            ContentType = "application/problem+json",
            Body = """{"status":409,"code":"ticket-closed","title":"Abgeschlossen","detail":"Das Ticket ist abgeschlossen."}""",
        }));
        await at.Note.FillAsync("Eine Notiz.");
        await at.Button("Notiz speichern").ClickAsync();

        await Expect(at.Page.GetByRole(AriaRole.Alert).GetByText("Das Ticket ist abgeschlossen.")).ToBeVisibleAsync();
        await Expect(at.Note).ToHaveValueAsync("Eine Notiz.");
        (await at.Bodies()).ShouldBeEmpty();
    }

    // The server does what was asked first, and its answer is lost like this.
    private static Task Lose(Writing at, string instead) => at.Page.EvaluateAsync($$"""
        () => {
            const real = window.fetch
            window.operations = []
            window.fetch = async (address, init) => {
                if (init?.method !== 'POST' || !/\/comments$/.test(address))
                    return real(address, init)
                window.operations.push(new Headers(init.headers).get('Idempotency-Key'))
                const answer = await real(address, init)
                if (window.operations.length > 1)
                    return answer
                {{instead}}
            }
        }
        """);
}

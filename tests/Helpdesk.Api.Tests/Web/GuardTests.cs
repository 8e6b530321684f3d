using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What speaks against sending is asked about once, and neither Enter nor Esc answers yes.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class GuardTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task A_placeholder_a_missing_file_and_a_mention_are_each_asked_about_and_together_once()
    {
        var at = await Writing.Begin(api, chromium, "Prüfung");
        foreach (var (text, reason) in ((string, string)[])[
            ("Guten Tag {{name}}.", "offene Platzhalter: {{name}}"), ("Siehe Anhang.", "spricht von einer Datei („Anhang“)"),
            ("Bitte @Anna prüfen.", "wie in einer Notiz: @Anna"),
        ])
            await Asks(at, text, reason);
        await Asks(at, "Guten Tag {{name}}, @Anna: siehe Anhang.", "offene Platzhalter", "spricht von einer Datei", "wie in einer Notiz");
        (await at.Bodies()).ShouldBeEmpty();

        await at.Answer.FillAsync("Guten Tag, es ist erledigt.");
        await at.Send.ClickAsync();
        await Expect(at.Said("Guten Tag, es ist erledigt.")).ToBeVisibleAsync();
        await Expect(at.Dialog).ToHaveCountAsync(0);
        (await at.Bodies()).ShouldBe(["Guten Tag, es ist erledigt."]);
    }

    [WebPageFact]
    public async Task What_comes_from_a_note_is_asked_about_whether_it_was_copied_cut_or_shown_and_after_coming_back_too()
    {
        var at = await Writing.Begin(api, chromium, "Aus der Notiz");
        var other = (string)(await at.Customer.Open("Zwischendurch"))["number"]!;
        const string Canary = "Die Person gilt als schwierig.";
        await at.Note.FillAsync(Canary);
        foreach (var key in (string[])["Control+c", "Control+x"])
        {
            await at.Answer.FillAsync("");
            await at.Note.FocusAsync();
            await at.Page.Keyboard.PressAsync("Control+a");
            await at.Page.Keyboard.PressAsync(key);
            await at.Answer.FocusAsync();
            await at.Page.Keyboard.PressAsync("Control+v");
            await Expect(at.Answer).ToHaveValueAsync(Canary);
            await Expect(at.Note).ToHaveValueAsync(key is "Control+x" ? "" : Canary);
            await Asked(at, "stammt aus einer internen Notiz");
        }

        await at.Follow(other);
        await Expect(at.Page.Locator("h1")).ToHaveTextAsync("Zwischendurch");
        await at.Follow(at.Number);
        await Expect(at.Answer).ToHaveValueAsync(Canary);
        await Asked(at, "stammt aus einer internen Notiz");
        (await at.Bodies()).ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task What_comes_from_another_municipality_is_asked_about_by_its_name()
    {
        var (there, _) = await api.Person("beispielburg", Role.Customer);
        var theirs = (string)(await there.Post(
            TicketCalls.Tickets, new { subject = "Anderswo", description = "Ein Satz aus einer anderen Stadt.", priority = "medium" })
            .Json(HttpStatusCode.Created))["number"]!;
        var (here, _) = await api.Person("musterstadt", Role.Customer);
        var ours = await here.Open("Hier");
        var email = Some.Email();
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var walk = await WebWalk.Begin(api, chromium);
        await walk.SignIn(email, $"/t/beispielburg/tickets/{theirs}", "http://desk.localhost");
        await walk.Page.GetByText("Ein Satz aus einer anderen Stadt.").ClickAsync(new() { ClickCount = 3 });
        await walk.Page.Keyboard.PressAsync("Control+c");
        await walk.GoTo($"/t/musterstadt/tickets/{(string)ours["number"]!}", "http://desk.localhost");
        await Writing.AnswerOn(walk.Page).FocusAsync();
        await walk.Page.Keyboard.PressAsync("Control+v");
        await walk.Page.Keyboard.PressAsync("Control+Enter");

        await Expect(walk.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("von einem anderen Mandanten: beispielburg");
        await walk.Page.Keyboard.PressAsync("Enter");
        (await here.Read(ours.Id())).Bodies().ShouldBeEmpty();
    }

    private static async Task Asks(Writing at, string text, params string[] reasons)
    {
        await at.Answer.FillAsync(text);
        await Asked(at, reasons);
        await Expect(at.Answer).ToHaveValueAsync(text);
    }

    private static async Task Asked(Writing at, params string[] reasons)
    {
        foreach (var key in (string[])["Enter", "Escape"])
        {
            await at.Send.ClickAsync();
            await Expect(at.Dialog).ToHaveCountAsync(1);
            await Expect(at.Dialog.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(reasons.Length);
            foreach (var reason in reasons)
                await Expect(at.Dialog).ToContainTextAsync(reason);
            await Expect(at.Dialog.GetByRole(AriaRole.Button, new() { Name = "Zurück zum Text" })).ToBeFocusedAsync();
            await at.Page.Keyboard.PressAsync(key);
            await Expect(at.Dialog).ToHaveCountAsync(0);
            await Expect(at.Answer).ToBeFocusedAsync();
        }
    }
}

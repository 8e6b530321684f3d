using System.Text.RegularExpressions;
using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Mail;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Who reads what is sent, until when it can be taken back, and that nobody answers past somebody else.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.Mailing)]
public sealed class SendingTests : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly MailingApi api;
    private readonly Chromium chromium;

    public SendingTests(MailingApi api, Chromium chromium)
    {
        (this.api, this.chromium) = (api, chromium);
        api.Server.Start();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => api.Server.Stop();

    [WebPageFact]
    public async Task A_note_reaches_neither_the_answer_nor_the_customer_nor_a_mail()
    {
        var at = await Writing.Begin(api, chromium, "Nur für uns");
        var portal = await WebWalk.Begin(api, chromium);
        await portal.SignIn(at.CustomerEmail, $"/tickets/{at.Number}");
        await at.Note.FillAsync("Kanarienvogel");
        await Expect(at.Answer).ToHaveValueAsync("");
        await at.Button("Notiz speichern").ClickAsync();
        await Expect(at.Toast($"Interne Notiz zu {at.Number} gespeichert.")).ToBeVisibleAsync();
        await Expect(at.Answer).ToHaveValueAsync("");
        await at.Answer.FillAsync("Für Sie.");
        await at.Send.ClickAsync();
        await Expect(at.Toast($"Antwort zu {at.Number} gesendet an {Writing.Name}.")).ToBeVisibleAsync();

        await Expect(portal.Page.GetByText("Für Sie.")).ToBeVisibleAsync();
        await Expect(portal.Page.GetByText("Kanarienvogel")).ToHaveCountAsync(0);
        await Mailed(at, 1);
        api.Server.For(at.CustomerEmail).ShouldAllBe(mail => !mail.Contains("Kanarienvogel"));
    }

    [WebPageFact]
    public async Task Answer_and_note_differ_without_any_colour()
    {
        var at = await Writing.Begin(api, chromium, "Ohne Farben");
        await at.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

        (await Border("public")).ShouldNotBe(await Border("internal"));

        Task<string> Border(string words) => at.Page.Locator($"section[data-words={words}]")
            .EvaluateAsync<string>("frame => getComputedStyle(frame).borderTopStyle");
    }

    [WebPageFact]
    public async Task The_button_names_who_is_told_and_their_addresses_stand_beside_it()
    {
        var at = await Writing.Begin(api, chromium, "Empfänger");
        await Expect(at.Send).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(at.CustomerEmail)));
        await Expect(at.Page.Locator("#answer-to")).ToContainTextAsync($"{Writing.Name} <{at.CustomerEmail}>");
        await at.Answer.FillAsync("An genau diese Person.");
        await at.Send.ClickAsync();
        await Expect(at.Said("An genau diese Person.")).ToBeVisibleAsync();
        await Mailed(at, 1);

        // On a ticket of one's own there is nobody to be told, and the button says so.
        var own = await (await at.Agent()).Open("Eigenes Ticket");
        await at.GoTo((string)own["number"]!);
        await Expect(at.Button("Antwort ohne Benachrichtigung senden")).ToBeVisibleAsync();
    }

    [WebPageFact]
    public async Task What_is_taken_back_leaves_no_mail_and_stands_in_the_editor_as_before_with_its_file()
    {
        var at = await Writing.Begin(api, chromium, "Zurückgenommen");
        await at.Answer.FillAsync("Ihr Passwort lautet geheim. Siehe Anhang.");
        await at.Page.Locator(".answer input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "Plan.txt",
            MimeType = "text/plain",
            Buffer = "Plan"u8.ToArray(),
        });
        await Expect(at.Page.GetByText("Angekommen")).ToBeVisibleAsync();
        await at.Kept();
        var before = await at.Draft();
        await at.Send.ClickAsync();
        await at.Said("Ihr Passwort lautet geheim.").GetByRole(AriaRole.Button, new() { Name = "Rückgängig" }).ClickAsync();

        await Expect(at.Answer).ToHaveValueAsync("Ihr Passwort lautet geheim. Siehe Anhang.");
        await Expect(at.Page.Locator(".answer").GetByText("Plan.txt")).ToBeVisibleAsync();
        await Expect(at.Page.GetByText("Angekommen")).ToBeVisibleAsync();
        await Expect(at.Send).ToBeVisibleAsync();
        await Eventually.Holds(async () => (string?)(await at.Draft())["body"] == (string?)before["body"]);
        var other = await at.Customer.Open("Ein anderes");
        (await (await at.Agent()).Say(other.Id(), "Dies geht hinaus.")).EnsureSuccessStatusCode();
        await Mailed(at, 1);
        api.Server.For(at.CustomerEmail).ShouldAllBe(mail => !mail.Contains("geheim"));
    }

    [WebPageFact]
    public async Task What_is_not_taken_back_leaves_once_also_when_its_tab_was_closed_meanwhile()
    {
        var at = await Writing.Begin(api, chromium, "Geht hinaus");
        await at.Answer.FillAsync("Wir kümmern uns.");
        await at.Send.ClickAsync();
        await Expect(at.Said("Wir kümmern uns.")).ToBeVisibleAsync();
        await at.Page.CloseAsync();

        await Mailed(at, 1);
    }

    [WebPageFact]
    public async Task Whoever_answers_second_is_shown_the_first_answer_and_decides_again()
    {
        var at = await Writing.Begin(api, chromium, "Zwei antworten");
        await at.Page.RouteAsync(
            "**/api/v1/tickets/*/comments?**",
            static route => route.Request.Method == "GET" ? route.AbortAsync() : route.ContinueAsync());
        await at.Answer.FillAsync("Meine Antwort.");
        (await (await api.As("musterstadt", Role.Agent)).Say(at.Ticket.Id(), "Die der Kollegin.")).EnsureSuccessStatusCode();
        foreach (var key in (string[])["Enter", "Escape"])
        {
            await at.Send.ClickAsync();
            await Expect(at.Dialog.GetByText("Die der Kollegin.")).ToBeVisibleAsync();
            await at.Page.Keyboard.PressAsync(key);
            await Expect(at.Dialog).ToHaveCountAsync(0);
            await Expect(at.Answer).ToHaveValueAsync("Meine Antwort.");
        }

        (await at.Bodies()).ShouldBe(["Die der Kollegin."]);
        await at.Send.ClickAsync();
        await at.Dialog.GetByRole(AriaRole.Button, new() { Name = "Trotzdem senden" }).ClickAsync();
        await Expect(at.Answer).ToHaveValueAsync("");
        (await at.Bodies()).ShouldBe(["Die der Kollegin.", "Meine Antwort."]);
    }

    // The hold is over; what was to leave has left.
    private async Task Mailed(Writing at, int count)
    {
        api.Time.Advance(TimeSpan.FromSeconds(31));
        await Eventually.Holds(() => Task.FromResult(api.Server.For(at.CustomerEmail).Count >= count));
        api.Server.For(at.CustomerEmail).Count.ShouldBe(count);
    }
}

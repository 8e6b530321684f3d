using Helpdesk.Domain.Notifications;
using Microsoft.Playwright;
using static Helpdesk.Api.Tests.Browser.SignInWalk;

namespace Helpdesk.Api.Tests.Browser;

/// <summary>Each page as everybody needs it: in their language, light and dark, on a phone, with large text, by axe's rules.</summary>
// With a host of its own although it needs none: it takes longer than all that would wait behind it.
[Trait("Needs", "browser")]
public sealed class AccessibilityTests(ApiFixture api, Chromium chromium) : IClassFixture<ApiFixture>, IClassFixture<Chromium>
{
    /// <summary>Words and colours do not depend on each other: each language and each scheme once.</summary>
    public static TheoryData<string, ColorScheme> Ways => new() { { "de", ColorScheme.Light }, { "en", ColorScheme.Dark } };

    private readonly string email = Some.Email();

    [BrowserTheory]
    [MemberData(nameof(Ways))]
    public async Task Every_page_can_be_used_by_everybody(string language, ColorScheme scheme)
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var program = await chromium.Program(api);
        var page = await chromium.Open(api, language, scheme);

        await page.GotoAsync(Address(program, ("redirect_uri", "https://evil.example/")));
        await Holds("This cannot be done", "Das geht so nicht");
        await page.GotoAsync(Address(program));
        await Holds("Sign in", "Anmelden");
        await page.SignIn(email, "not the password");
        await page.SaysFirst("invalid-credentials");
        await Holds("Sign in", "Anmelden");
        await page.Follow("Passwort vergessen\\?", "Forgot your password\\?");
        await Holds("Forgotten password", "Passwort vergessen");
        await page.Locator("form").EvaluateAsync("form => { form.noValidate = true }");
        await page.Press("Link anfordern", "Ask for a link");
        await page.SaysFirst("invalid");
        await Holds("Forgotten password", "Passwort vergessen");
        await page.Locator("#email").FillAsync(Some.Email());
        await page.Press("Link anfordern", "Ask for a link");
        await Holds("Look into your mailbox", "Sehen Sie in Ihr Postfach");
        foreach (var (path, title, titel) in new[]
        {
            ("reset-password", "New password", "Neues Passwort"), ("invitation", "Accept the invitation", "Einladung annehmen"),
            ("register/confirm", "Complete the registration", "Registrierung abschließen"),
        })
        {
            await page.GotoAsync($"{Host}/{path}");
            await Holds(title, titel);
            await page.Locator("#token").FillAsync("x");
            await page.Locator("#password").FillAsync("ein langer Satz zum Merken");
            await page.Press("Passwort festlegen", "Set the password");
            await page.SaysFirst("link-void");
            await Holds(title, titel);
        }

        await page.GotoAsync($"{Host}/email/confirm");
        await Holds("New e-mail address", "Neue E-Mail-Adresse");
        await page.Locator("#token").FillAsync("x");
        await page.Press("Adresse bestätigen", "Confirm the address");
        await page.SaysFirst("link-void");
        await Holds("New e-mail address", "Neue E-Mail-Adresse");
        await page.GotoAsync(Address(program));
        await page.SignIn(email);
        await Holds("Allow Bürger-App\\?", "Bürger-App zulassen\\?");
        await page.GotoAsync($"{Host}/connect/signout");
        await Holds("Sign out\\?", "Abmelden\\?");
        await page.Press("Angemeldet bleiben", "Stay signed in");
        await Holds("Still signed in", "Angemeldet geblieben");
        await page.GotoAsync($"{Host}/connect/signout");
        await page.Press("Abmelden", "Sign out");
        await Holds("Signed out", "Abgemeldet");

        Task Holds(string english, string german) => Usable(page, language, scheme, english, german);
    }

    [BrowserTheory]
    [MemberData(nameof(Ways))]
    public async Task So_can_the_pages_that_mails_and_problems_lead_to(string language, ColorScheme scheme)
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var ticket = (await (await api.SignedIn("musterstadt", email)).Open()).Id();
        var agent = await api.As("musterstadt", Role.Agent);
        await agent.Post($"{TicketCalls.Tickets}/{ticket}/close", new { resolution_text = "Kabel getauscht" }).Json();
        var token = await Eventually.Comes(async () => (await api.Mail(email))?.Token);
        var page = await chromium.Open(api, language, scheme);

        await page.GotoAsync($"{Host}/satisfaction/{token}");
        await Holds("How satisfied are you with MUST-\\d+\\?", "Wie zufrieden sind Sie mit MUST-\\d+\\?");
        await page.GetByRole(AriaRole.Radio).Nth(3).CheckAsync();
        await page.Press("Absenden", "Send");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(
            language == "de" ? "Vielen Dank, Ihre Bewertung ist gespeichert." : "Thank you, your rating is saved.");
        await Holds("How satisfied are you with MUST-\\d+\\?", "Wie zufrieden sind Sie mit MUST-\\d+\\?");

        var link = new UnsubscribeLink(
            api.Musterstadt, new(Guid.Parse((string)(await (await api.SignedIn("musterstadt", email)).Get("/api/v1/me").Json())["id"]!)),
            [NotificationKind.TicketAnswered]).Seal(api.Get<ISeals>());
        await page.GotoAsync($"{Host}/mail/unsubscribe/{link}");
        await Holds("Unsubscribe from mails", "Mails abbestellen");
        await page.Press("Keine solchen Mails mehr", "No more such mails");
        await Holds("Unsubscribe from mails", "Mails abbestellen");
        await page.Press("Doch wieder schicken", "Send them again");
        await Holds("Unsubscribe from mails", "Mails abbestellen");
        await page.GotoAsync($"{Host}/mail/unsubscribe/made-up");
        await Holds("Not found", "Nicht gefunden");
        await page.GotoAsync($"{Host}/satisfaction/made-up");
        await Holds("Not found", "Nicht gefunden");
        foreach (var (path, title, titel) in new[]
        {
            ("", "Problems of the API", "Meldungen der Schnittstelle"), ("/not-found", "Not found", "Nicht gefunden"),
            ("/fields", "Faults of single members", "Fehler einzelner Angaben"), ("/fields/too-long", "Too long", "Zu lang"),
        })
        {
            await page.GotoAsync($"{Host}/problems{path}");
            await Holds(title, titel);
        }

        Task Holds(string english, string german) => Usable(page, language, scheme, english, german);
    }

    [BrowserFact]
    public async Task A_violation_would_be_seen()
    {
        var page = await chromium.Open(api);
        await page.SetContentAsync(
            """<html lang="de"><title>x</title><main><h1>x</h1><input><p style="color:#999;background:#fff">too pale to read</p></main>""");

        (await page.Violations()).Select(violation => violation.Id).ShouldBe(["color-contrast", "label"], ignoreOrder: true);
    }

    private static async Task Usable(IPage page, string language, ColorScheme scheme, string english, string german)
    {
        await page.Shows(language == "de" ? german : "-", language == "en" ? english : "-");
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"))
            .ShouldBe(scheme == ColorScheme.Dark ? "rgb(22, 22, 22)" : "rgb(255, 255, 255)");
        (await page.Violations()).Select(violation => $"{german}: {violation.Id} {violation.Html}").ShouldBeEmpty();
        await FitsIn(page, width: 640, text: "200%", german);
        await FitsIn(page, width: 320, text: "100%", german);
    }

    private static async Task FitsIn(IPage page, int width, string text, string title)
    {
        await page.SetViewportSizeAsync(width, 640);
        await page.EvaluateAsync("size => { document.documentElement.style.fontSize = size }", text);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, title);
    }
}

using Helpdesk.Domain.Mail;
using Microsoft.Playwright;
using static Helpdesk.Api.Tests.Browser.SignInWalk;

namespace Helpdesk.Api.Tests.Browser;

/// <summary>From a forgotten password to a new one, in a browser.</summary>
[Collection(SharedHosts.TwoTowns), Trait("Needs", "browser")]
public sealed class ForgottenPasswordTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    private const string New = "ein langer Satz zum Merken";

    private readonly string email = Some.Email();

    // The link of the mail holds its token behind the #, which only a script can read.
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_forgot_the_password_gets_a_link_chooses_another_and_signs_in_with_it(bool scripts)
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var page = await chromium.Open(api, scripts: scripts);
        await page.GotoAsync(Address(await chromium.Program(api)));
        await page.Follow("Passwort vergessen\\?", "-");
        await page.Locator("#email").FillAsync(email);
        await page.Press("Link anfordern", "-");
        await page.Shows("Sehen Sie in Ihr Postfach", "-");
        var link = await LinkInMail("reset_password");

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(link);
        await Assertions.Expect(other.Locator("#token")).ToBeVisibleAsync(new() { Visible = !scripts });
        if (scripts)
            other.Url.ShouldBe($"{Host}/reset-password");
        else
            await other.Locator("#token").FillAsync(link);
        await other.Locator("#password").FillAsync("zu kurz");
        await other.Press("Passwort festlegen", "-");
        await other.SaysFirst("invalid");
        await other.Locator("#password").FillAsync(New);
        await other.Press("Passwort festlegen", "-");
        await Assertions.Expect(other.GetByRole(AriaRole.Status)).ToContainTextAsync("Ihr Passwort ist geändert.");

        await page.Follow("Zurück zur Anmeldung", "-");
        await page.SignIn(email, New);
        await page.Shows("Bürger-App zulassen\\?", "-");
    }

    [BrowserFact]
    public async Task A_link_that_was_used_says_so_and_leads_to_a_new_one()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        await api.Client("musterstadt").Post("/api/v1/auth/password/reset", new { email }).ShouldAnswer(HttpStatusCode.Accepted);
        var link = await LinkInMail("reset_password");
        var page = await chromium.Open(api, "en");
        foreach (var again in new[] { false, true })
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync(link);
            await page.Locator("#password").FillAsync(New);
            await page.Press("-", "Set the password");
            if (!again)
                await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your password is changed.");
        }

        await page.SaysFirst("link-void");
        await page.Follow("-", "Ask for a new link");
        await page.Shows("-", "Forgotten password");
    }

    [BrowserFact]
    public async Task Who_was_invited_and_never_came_is_invited_again_and_chooses_a_password()
    {
        await (await api.As("musterstadt", Role.Admin)).Post("/api/v1/users", new { email, name = "Neu Hier", role = "customer" })
            .ShouldAnswer(HttpStatusCode.Created);
        var page = await chromium.Open(api);
        await page.GotoAsync($"{Host}/forgot-password");
        await page.Locator("#email").FillAsync(email);
        await page.Press("Link anfordern", "-");
        await page.Shows("Sehen Sie in Ihr Postfach", "-");

        await page.GotoAsync(await LinkInMail("accept_invitation"));
        await page.Shows("Einladung annehmen", "-");
        await page.Locator("#password").FillAsync(New);
        await page.Press("Passwort festlegen", "-");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Ihr Konto ist bereit.");
        await api.Tokens("musterstadt", email, New);
    }

    private async Task<string> LinkInMail(string template)
    {
        var mail = (await api.Mail(email))!;
        mail.Template.ShouldBe(template);
        var text = AccessMail.Write(mail, new Uri(Host), "Musterstadt").Body;
        return text.Split('\n').Single(line => line.StartsWith(Host, StringComparison.Ordinal));
    }
}

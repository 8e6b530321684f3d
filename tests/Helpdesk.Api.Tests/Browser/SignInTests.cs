using Helpdesk.Api.Tests.SignIn;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.Playwright;
using static Helpdesk.Api.Tests.Browser.SignInWalk;

namespace Helpdesk.Api.Tests.Browser;

/// <summary>The pages that programs send people to, in a browser, with scripts and without.</summary>
[Collection(SharedHosts.TwoTowns), Trait("Needs", "browser")]
public sealed class SignInTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    private readonly string email = Some.Email();

    [BrowserTheory]
    [InlineData("de", true)]
    [InlineData("en", false)]
    public async Task Somebody_signs_in_and_allows_the_program_which_gets_a_code_and_for_it_tokens(string language, bool scripts)
    {
        var account = await Person();
        var program = await chromium.Program(api);
        var page = await chromium.Open(api, language, scripts: scripts);

        await page.GotoAsync(Address(program));
        await page.SignIn(email);
        await page.Shows("Bürger-App zulassen\\?", "Allow Bürger-App\\?");
        await page.Press("Zulassen", "Allow");

        var told = await page.Returned(chromium.Callback);
        (told["state"], told["iss"]).ShouldBe(("s-t/a~t+e", $"{Host}/"));
        var tokens = await program.Exchange(told["code"]!).Json();
        new JsonWebToken((string)tokens["id_token"]!).Subject.ShouldBe(account.ToString());
    }

    [BrowserFact]
    public async Task A_wrong_password_is_said_first_and_the_next_try_goes_on_from_there()
    {
        await Person();
        var page = await chromium.Open(api);
        await page.GotoAsync(Address(await chromium.Program(api)));

        await page.SignIn(email, "not the password");

        await page.SaysFirst("invalid-credentials");
        (await page.TitleAsync()).ShouldStartWith("Fehler: ");
        await Assertions.Expect(page.Locator("#password")).ToHaveAccessibleDescriptionAsync("E-Mail-Adresse oder Passwort stimmen nicht.");
        await Assertions.Expect(page.Locator("#email")).ToHaveValueAsync(email);
        await page.Follow("E-Mail-Adresse oder Passwort stimmen nicht.", "-");
        await Assertions.Expect(page.Locator("#email")).ToBeFocusedAsync();
        await page.SignIn(email);
        await page.Shows("Bürger-App zulassen\\?", "-");
    }

    [BrowserFact]
    public async Task Who_has_a_second_factor_is_asked_for_it_on_the_same_page_and_can_leave_from_there()
    {
        await api.Enrol(api.Musterstadt, Role.Agent, email);
        await SecondFactorTests.SwitchOn(api, await api.SignedIn("musterstadt", email));
        var page = await chromium.Open(api);
        await page.GotoAsync(Address(await chromium.Program(api)));

        await page.SignIn(email);
        await page.SaysFirst("second-factor-required");
        await Assertions.Expect(page.Locator("#code")).ToHaveAttributeAsync("required", "");
        await page.Press("Abbrechen", "-");

        (await page.Returned(chromium.Callback))["error"].ShouldBe("access_denied");
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_cancels_or_says_no_is_back_at_the_program_which_hears_so(bool beforeSignIn)
    {
        await Person();
        var page = await chromium.Open(api, "en");
        await page.GotoAsync(Address(await chromium.Program(api)));
        if (!beforeSignIn)
        {
            await page.SignIn(email);
            await page.Shows("-", "Allow Bürger-App\\?");
        }

        await page.Press("-", beforeSignIn ? "Cancel" : "Deny");

        var told = await page.Returned(chromium.Callback);
        (told["error"], told["state"], told["iss"]).ShouldBe(("access_denied", "s-t/a~t+e", $"{Host}/"));
        told.ContainsKey("code").ShouldBeFalse();
    }

    [BrowserFact]
    public async Task Who_must_sign_in_once_more_can_leave_as_well()
    {
        await Person();
        var program = await chromium.Program(api);
        var page = await chromium.Open(api);
        await page.GotoAsync(Address(program));
        await page.SignIn(email);
        await page.Shows("Bürger-App zulassen\\?", "-");

        await page.GotoAsync(Address(program, ("prompt", "login")));
        await page.Shows("Anmelden", "-");
        await page.Press("Abbrechen", "-");

        (await page.Returned(chromium.Callback))["error"].ShouldBe("access_denied");
    }

    [BrowserFact]
    public async Task Who_signs_out_is_out_and_going_back_shows_nothing_of_before()
    {
        await Person();
        var page = await chromium.Open(api);
        await page.GotoAsync(Address(await chromium.Program(api)));
        await page.SignIn(email);
        await page.Shows("Bürger-App zulassen\\?", "-");

        await page.GotoAsync($"{Host}/connect/signout");
        await page.Press("Angemeldet bleiben", "-");
        await page.Shows("Angemeldet geblieben", "-");
        await page.GotoAsync($"{Host}/connect/signout");
        await page.Press("Abmelden", "-");
        await page.Shows("Abgemeldet", "-");

        await page.GoBackAsync();
        await page.Shows("Abgemeldet", "-");
        await page.GotoAsync(Address(await chromium.Program(api)));
        await page.Shows("Anmelden", "-");
    }

    [BrowserFact]
    public async Task A_program_signs_its_person_out_and_gets_them_back()
    {
        await Person();
        var program = await chromium.Program(api);
        var page = await chromium.Open(api);
        await page.GotoAsync(Address(program));
        await page.SignIn(email);
        await page.Press("Zulassen", "-");
        var tokens = await program.Exchange((await page.Returned(chromium.Callback))["code"]!).Json();

        var bye = Uri.EscapeDataString(chromium.Bye);
        await page.GotoAsync($"{Host}/connect/signout?id_token_hint={tokens["id_token"]}&post_logout_redirect_uri={bye}&state=s1");

        (await page.Returned(chromium.Bye))["state"].ShouldBe("s1");
        await page.GotoAsync(Address(program));
        await page.Shows("Anmelden", "-");
    }

    [BrowserFact]
    public async Task A_decision_from_before_signing_out_leads_to_signing_in_and_gives_no_code()
    {
        await Person();
        var page = await chromium.Open(api);
        await page.GotoAsync(Address(await chromium.Program(api)));
        await page.SignIn(email);
        await page.Shows("Bürger-App zulassen\\?", "-");
        var elsewhere = await page.Context.NewPageAsync();
        await elsewhere.GotoAsync($"{Host}/connect/signout");
        await elsewhere.Press("Abmelden", "-");
        await elsewhere.Shows("Abgemeldet", "-");

        await page.Press("Zulassen", "-");

        await page.Shows("Anmelden", "-");
    }

    private Task<Guid> Person() => api.Enrol(api.Musterstadt, Role.Customer, email);
}

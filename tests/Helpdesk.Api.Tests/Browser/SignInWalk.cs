using System.Text.RegularExpressions;
using Helpdesk.Api.Tests.SignIn.OpenId;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;

namespace Helpdesk.Api.Tests.Browser;

/// <summary>The steps of somebody who signs in through a program, by what is written on the pages.</summary>
internal static class SignInWalk
{
    public const string Host = "http://musterstadt.localhost";

    public static Task<OidcProgram> Program(this Chromium chromium, ApiFixture api) =>
        OidcProgram.Create(api, redirect: chromium.Callback, bye: chromium.Bye);

    public static string Address(OidcProgram program, params (string Name, string? Value)[] changed)
    {
        var request = program.Request();
        foreach (var (name, value) in changed)
            request[name] = value;
        return QueryHelpers.AddQueryString($"{Host}/connect/authorize", request);
    }

    public static async Task<IPage> SignIn(this IPage page, string email, string password = ApiFixture.Password)
    {
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("#password").PressAsync("Enter");
        return page;
    }

    public static Task Press(this IPage page, string german, string english) =>
        page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^({german}|{english})$") }).ClickAsync();

    public static Task Follow(this IPage page, string german, string english) =>
        page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^({german}|{english})$") }).ClickAsync();

    public static Task Shows(this IPage page, string german, string english) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(new Regex($"^({german}|{english})$"));

    /// <summary>Waits until the browser is back at the program.</summary>
    /// <returns>What the program is told.</returns>
    public static async Task<Dictionary<string, string?>> Returned(this IPage page, string to)
    {
        // By the address alone: whoever leaves a page before it has loaded may never hear that the next one has.
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^{Regex.Escape(to)}"));
        return QueryHelpers.ParseQuery(new Uri(page.Url).Query).ToDictionary(each => each.Key, each => (string?)each.Value.ToString());
    }

    /// <summary>The one whose message is read out first: it has the focus.</summary>
    public static Task SaysFirst(this IPage page, string code) =>
        Assertions.Expect(page.Locator($"[role=alert][data-code={code}]")).ToBeFocusedAsync();
}

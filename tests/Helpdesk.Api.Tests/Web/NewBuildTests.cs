using Helpdesk.Api.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>The pages were built anew while somebody has one open.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.TicketPages)]
public sealed class NewBuildTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Whoever_needs_a_part_that_is_gone_is_asked_once_to_load_anew_and_their_text_is_kept_before()
    {
        var at = await Writing.Begin(api, chromium, "Neue Version");
        // Parts of the old build are gone, and the page of the new one names another script.
        await at.Page.RouteAsync("**/assets/*.js", static route => route.FulfillAsync(new() { Status = 404 }));
        await at.Page.RouteAsync(WebWalk.Host + "/", static route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = """<!doctype html><script type="module" src="/assets/index-new.js"></script>""",
        }));
        await at.Answer.FillAsync("Mitten im Satz");
        await at.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await at.Page.Keyboard.PressAsync("?");
        var load = at.Page.GetByRole(AriaRole.Button, new() { Name = "Neue Version – neu laden" });
        await Expect(load).ToHaveCountAsync(1);
        await Expect(at.Answer).ToHaveValueAsync("Mitten im Satz");
        await at.Page.GetByRole(AriaRole.Link, new() { Name = "Tickets", Exact = true }).First.HoverAsync();
        await Expect(load).ToHaveCountAsync(1);

        await at.Page.UnrouteAllAsync();
        await at.Answer.FillAsync("Mitten im Satz, und weiter");
        await load.ClickAsync();
        await Expect(load).ToHaveCountAsync(0);
        await Expect(at.Answer).ToHaveValueAsync("Mitten im Satz, und weiter");
        ((string?)(await at.Draft())["body"]).ShouldBe("Mitten im Satz, und weiter");
    }
}

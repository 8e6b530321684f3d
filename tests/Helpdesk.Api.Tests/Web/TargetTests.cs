using Helpdesk.Api.Tests.Browser;
using Microsoft.Playwright;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What is pressed is large enough for a finger; in the compact list for a mouse in a hurry.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class TargetTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task On_pages_of_customers_everything_that_is_pressed_is_44_pixels_high_and_wide()
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var ticket = await Tickets.TicketCalls.Open(await api.SignedIn("musterstadt", email), "Zu klein?");
        var walk = await chromium.In(api, email, "/");
        foreach (var path in (string[])[
            "/", "/tickets", $"/tickets/{ticket.Number()}", "/tickets/new", "/account", "/account/notifications"])
        {
            await walk.GoTo(path);
            (await Smaller(walk.Page, 44)).Select(target => $"{path}: {target}").ShouldBeEmpty();
            (await Crowded(walk.Page)).Select(target => $"{path}: {target}").ShouldBeEmpty();
        }
    }

    [WebPageFact]
    public async Task In_the_workspace_it_is_44_and_in_the_compact_one_32_and_the_whole_row_opens_a_ticket()
    {
        var (_, requester, tickets) = await api.Tickets(3);
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}");
        foreach (var (density, smallest) in new[] { ("", 44), ("Kompakt", 32) })
        {
            await walk.GoTo($"/work?requester={requester}");
            if (density != "")
                await walk.Button(density).ClickAsync();
            foreach (var path in (string[])[
                $"/work?requester={requester}", tickets[0].Page(), "/work/new", "/work/search?q=Vorgang", "/work/notifications"])
            {
                await walk.GoTo(path);
                (await Smaller(walk.Page, smallest)).Select(target => $"{density} {path}: {target}").ShouldBeEmpty();
                (await Crowded(walk.Page)).Select(target => $"{density} {path}: {target}").ShouldBeEmpty();
            }

            // What opens over the page.
            await walk.GoTo(tickets[0].Page());
            await Opens(walk.Button("Weitere Aktionen"));
            await walk.GoTo($"/work?requester={requester}");
            await walk.Row(tickets[0]).FocusAsync();
            await walk.Key("Space");
            var menus = walk.Page.Locator(".bulk-bar > button[aria-haspopup]");
            await Assertions.Expect(menus.First).ToBeVisibleAsync();
            for (var at = 0; at < await menus.CountAsync(); at++)
                await Opens(menus.Nth(at));
            foreach (var layer in (string[])["Control+k", "?"])
            {
                await walk.Key(layer);
                await Assertions.Expect(walk.Dialog()).ToBeVisibleAsync();
                (await Smaller(walk.Page, smallest, "[role=dialog]")).Select(target => $"{density} {layer}: {target}").ShouldBeEmpty();
                await walk.Key("Escape");
                await Assertions.Expect(walk.Dialog()).ToHaveCountAsync(0);
            }

            async Task Opens(ILocator menu)
            {
                await menu.ClickAsync();
                await Assertions.Expect(walk.Page.GetByRole(AriaRole.Menuitem).First).ToBeVisibleAsync();
                (await Smaller(walk.Page, smallest, "[role=menu]")).Select(target => $"{density} menu: {target}").ShouldBeEmpty();
                await walk.Key("Escape");
                await Assertions.Expect(walk.Page.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(0);
            }
        }

        await walk.GoTo($"/work?requester={requester}");
        var box = (await walk.Row(tickets[0]).BoundingBoxAsync())!;
        box.Height.ShouldBeGreaterThanOrEqualTo(40);
        await walk.Page.Mouse.ClickAsync(box.X + box.Width - 12, box.Y + box.Height / 2);
        await Assertions.Expect(walk.Heading()).ToHaveTextAsync(tickets[0].Subject());
    }

    [WebPageFact]
    public async Task At_the_desk_it_is_the_same()
    {
        var (word, email) = (Some.Word(), Some.Email());
        await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var ticket = await Tickets.TicketCalls.Open(await api.As("beispielburg", Role.Customer), word);
        var walk = await chromium.In(api, email, "/work", WebSteps.DeskHost);
        foreach (var (density, smallest) in new[] { ("", 44), ("Kompakt", 32) })
        {
            await walk.GoTo("/work", WebSteps.DeskHost);
            if (density != "")
                await walk.Button(density).ClickAsync();
            foreach (var path in (string[])[
                "/work?tenant=beispielburg", $"/t/beispielburg/tickets/{ticket.Number()}", "/work/new", $"/work/search?q={word}",
                "/work/notifications"])
            {
                await walk.GoTo(path, WebSteps.DeskHost);
                (await Smaller(walk.Page, smallest)).Select(target => $"{density} {path}: {target}").ShouldBeEmpty();
                (await Crowded(walk.Page)).Select(target => $"{density} {path}: {target}").ShouldBeEmpty();
            }
        }
    }

    // What is smaller than 24 pixels, such as a link in a line of its own, has room around it: a circle of 24 pixels around its middle
    // meets no other target and no other such circle. A link within a sentence is as it must be.
    private static Task<string[]> Crowded(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
            const inSentence = (each) => each.tagName === 'A' && getComputedStyle(each).display === 'inline'
                && [...each.parentElement.childNodes].some((other) => other !== each && other.textContent.trim() !== '')
            const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button]')]
                .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.visually-hidden, .skip-link'))
                .filter((each) => !each.matches('.visually-hidden, .skip-link, [type=file]'))
                .map((each) => ({ each, whole: each.closest('label') ?? each }))
                .map(({ each, whole }) => ({ each, whole, box: whole.getBoundingClientRect() }))
                .map((target) => ({ ...target, x: target.box.x + target.box.width / 2, y: target.box.y + target.box.height / 2 }))
                .map((target) => ({ ...target, small: target.box.width < 24 || target.box.height < 24 }))
            const gap = ({ x, y }, { box }) => Math.hypot(
                Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
            return targets.filter((target) => target.small && !inSentence(target.each)).flatMap((target) => targets
                .filter((other) => other.whole !== target.whole && !other.whole.contains(target.each) && !target.whole.contains(other.each))
                .filter((other) => gap(target, other) < 12 || (other.small && Math.hypot(target.x - other.x, target.y - other.y) < 24))
                .map((other) => `${target.each.outerHTML.slice(0, 120)} beside ${other.each.outerHTML.slice(0, 120)}`))
        }
        """);

    // What lies in its label or in a row is pressed by pressing that; a link in a sentence is as high as the sentence.
    private static Task<string[]> Smaller(IPage page, int smallest, string within = "body") => page.EvaluateAsync<string[]>("""
        ({ smallest, within }) => {
            const things = 'a[href], button, input, select, textarea, summary, [role=button], [role=checkbox], [role=menuitem]'
            const whole = (each) => each.closest('label, [role=row]') ?? each
            const inText = (each) => each.tagName === 'A' && getComputedStyle(each).display === 'inline'
            return [...document.querySelectorAll(things)]
                .filter((each) => each.closest(within) !== null)
                .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.visually-hidden, .skip-link'))
                .filter((each) => !each.matches('.visually-hidden, .skip-link, [type=file]'))
                .map((each) => [each, whole(each).getBoundingClientRect()])
                .filter(([each, box]) => box.height < (inText(each) ? 24 : smallest) - 0.5 || box.width < 24)
                .map(([each, box]) => `${Math.round(box.width)} x ${Math.round(box.height)} ${each.outerHTML.slice(0, 140)}`)
        }
        """, new { smallest, within });
}

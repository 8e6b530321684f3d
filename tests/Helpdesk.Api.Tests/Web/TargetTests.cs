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
            }
        }

        await walk.GoTo($"/work?requester={requester}");
        var box = (await walk.Row(tickets[0]).BoundingBoxAsync())!;
        box.Height.ShouldBeGreaterThanOrEqualTo(40);
        await walk.Page.Mouse.ClickAsync(box.X + box.Width - 12, box.Y + box.Height / 2);
        await Assertions.Expect(walk.Heading()).ToHaveTextAsync(tickets[0].Subject());
    }

    // What lies in its label or in a row is pressed by pressing that; a link in a sentence is as high as the sentence.
    private static Task<string[]> Smaller(IPage page, int smallest) => page.EvaluateAsync<string[]>("""
        (smallest) => {
            const things = 'a[href], button, input, select, textarea, summary, [role=button], [role=checkbox], [role=menuitem]'
            const whole = (each) => each.closest('label, [role=row]') ?? each
            const inText = (each) => each.tagName === 'A' && getComputedStyle(each).display === 'inline'
            return [...document.querySelectorAll(things)]
                .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.visually-hidden, .skip-link'))
                .filter((each) => !each.matches('.visually-hidden, .skip-link, [type=file]'))
                .map((each) => [each, whole(each).getBoundingClientRect()])
                .filter(([each, box]) => box.height < (inText(each) ? 24 : smallest) - 0.5 || box.width < 24)
                .map(([each, box]) => `${Math.round(box.width)} x ${Math.round(box.height)} ${each.outerHTML.slice(0, 140)}`)
        }
        """, smallest);
}

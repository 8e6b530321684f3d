using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What a screen reader is told by itself: little, and together.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class AnnouncementTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task A_long_ticket_is_opened_in_silence_and_a_burst_of_comments_is_told_at_once()
    {
        var (customer, requester, tickets) = await api.Tickets(1);
        for (var at = 1; at <= 60; at++)
            (await customer.Say(tickets[0].Id(), $"Beitrag {at}")).EnsureSuccessStatusCode();
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}");
        await walk.HasRow(tickets[0]);
        await walk.HushAsync();
        await walk.Row(tickets[0]).ClickAsync();
        await Expect(walk.Page.GetByText("Beitrag 60")).ToBeVisibleAsync();
        await walk.Settles();
        (await walk.Said()).Length.ShouldBeLessThanOrEqualTo(1, string.Join(" | ", await walk.Said()));
        var live = walk.Page.Locator(".conversation").Locator("xpath=ancestor-or-self::*[@aria-live or @role='log' or @role='feed']");
        (await live.CountAsync()).ShouldBe(0, "the history is no live region");

        await walk.HushAsync();
        for (var at = 61; at <= 70; at++)
            (await customer.Say(tickets[0].Id(), $"Beitrag {at}")).EnsureSuccessStatusCode();
        await Expect(walk.Page.GetByText("Beitrag 70")).ToBeVisibleAsync();
        await Eventually.Holds(async () => (await walk.Said()).Length > 0, "That there is something new is said.");
        await walk.KeepsFocus("a burst of comments");
        var said = await walk.Said();
        said.Length.ShouldBeLessThanOrEqualTo(2, string.Join(" | ", said));
        said.ShouldAllBe(words => !words.Contains("Beitrag", StringComparison.Ordinal) || words.Contains("neue", StringComparison.Ordinal));
    }

    [WebPageFact]
    public async Task An_own_act_is_confirmed_in_words_and_is_no_news()
    {
        var (_, _, tickets) = await api.Tickets(1);
        var (walk, _) = await chromium.AtWork(api, tickets[0].Page());
        await walk.HushAsync();
        await walk.Button("Übernehmen").ClickAsync();
        await walk.Says("Sie sind jetzt zuständig.");
        await walk.Note().FillAsync("Nur für uns.");
        await walk.Button("Notiz speichern").ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Nur für uns." })).ToBeVisibleAsync();
        await walk.Says("Notiz zu");
        (await walk.Said()).ShouldNotContain(words => words.Contains("neuer Beitrag", StringComparison.Ordinal));
    }
}

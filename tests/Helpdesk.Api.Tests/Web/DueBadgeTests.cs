using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>How long is left, in words.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class DueBadgeTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Time_goes_by_in_silence_and_that_it_is_over_is_said_once_in_word_icon_and_colour()
    {
        var customer = await api.As("musterstadt", Role.Customer);
        var ticket = await customer.Open("Frist", "urgent");
        var due = DateTimeOffset.Parse((string)(await (await api.As("musterstadt", Role.Agent)).Read(ticket.Id()))["due_at"]!);
        var (walk, _) = await chromium.AtWork(api, "/work/new");
        // Two hours before, by the clock of the browser alone.
        await walk.Page.Clock.InstallAsync(new() { TimeDate = due.UtcDateTime.AddHours(-2) });
        await walk.GoTo(ticket.Page());
        var badge = walk.Page.Locator(".ticket-head .badge").Filter(new() { HasTextRegex = new("noch|überfällig") });
        await Expect(badge).ToHaveTextAsync("noch 2 Stunden");
        var looks = await badge.EvaluateAsync<string>(Looks);
        (await badge.Locator("..").GetAttributeAsync("title")).ShouldNotBeNullOrEmpty("the moment itself is one step away");

        await walk.HushAsync();
        await walk.Page.Clock.FastForwardAsync(TimeSpan.FromHours(1).ToString(@"hh\:mm\:ss"));
        await Expect(badge).ToContainTextAsync("noch");
        await Expect(badge).Not.ToHaveTextAsync("noch 2 Stunden");
        await walk.Page.Clock.FastForwardAsync(TimeSpan.FromHours(2).ToString(@"hh\:mm\:ss"));
        await Expect(badge).ToContainTextAsync("überfällig");
        (await badge.EvaluateAsync<string>(Looks)).ShouldNotBe(looks, "icon and colour say the same");

        await walk.Page.Clock.RunForAsync(5_000);
        var said = (await walk.Said()).Where(each => each.Contains("Frist", StringComparison.Ordinal)).ToList();
        said.ShouldBe(["Die Frist ist überschritten."]);
        (await walk.Said()).Length.ShouldBeLessThanOrEqualTo(2);
    }

    private const string Looks = "(badge) => badge.className + badge.querySelector('svg').innerHTML";
}

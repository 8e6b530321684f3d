using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Helpdesk.Domain.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Two at one ticket know of each other.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.MovedForTowns)]
public sealed class PresenceTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task Who_writes_an_answer_is_named_in_the_list_and_on_the_ticket_until_their_page_is_gone_and_locks_nobody_out()
    {
        var (_, requester, tickets) = await api.Tickets(1);
        var (anna, _) = await chromium.AtWork(api, tickets[0].Page());
        var (ben, _) = await chromium.AtWork(api, tickets[0].Page(), name: "Ben Agent");
        var list = await ben.Again();
        await list.GotoAsync($"{WebWalk.Host}/work?requester={requester}");
        var words = "Anna Agentin schreibt eine Antwort.";
        var row = list.GetByRole(AriaRole.Row, new() { Name = tickets[0].Subject() });
        await Expect(row).ToContainTextAsync("Anna Agentin liest dieses Ticket.");

        await anna.Answer().PressSequentiallyAsync("Wir");
        await Expect(row).ToContainTextAsync(words);
        await Expect(row).ToHaveAccessibleNameAsync(new System.Text.RegularExpressions.Regex(words));
        var here = ben.Page.GetByRole(AriaRole.List, new() { Name = "Auch hier" });
        await Expect(here).ToContainTextAsync(words);

        // Ben writes all the same, and may send.
        await ben.Answer().FillAsync("Ich auch.");
        await Expect(ben.Button("Antwort an Erika Mustermann senden")).ToBeEnabledAsync();

        // Her machine is switched off: nothing says that she leaves.
        await anna.Page.Context.SetOfflineAsync(true);
        await anna.Page.CloseAsync();
        api.Time.Advance(PresenceBoard.Life.ToTimeSpan());
        await Expect(here).ToHaveCountAsync(0);
        await Expect(row).Not.ToContainTextAsync("Anna Agentin");
        PresenceBoard.Life.TotalSeconds.ShouldBeLessThan(30);
        await Expect(ben.Answer()).ToHaveValueAsync("Ich auch.");
    }
}

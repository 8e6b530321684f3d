using System.Text.RegularExpressions;
using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>Keys of one letter: never in a text, switched off at will, and nothing needs them.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class ShortcutTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz?";

    [WebPageFact]
    public async Task No_letter_that_is_written_into_a_field_is_a_command()
    {
        var (_, requester, tickets) = await api.Tickets(2);
        var (walk, _) = await chromium.AtWork(api, tickets[0].Page());
        var sent = walk.Sent();
        foreach (var path in new[] { tickets[0].Page(), $"/work?requester={requester}", "/work/search", "/work/new" })
        {
            await walk.GoTo(path);
            var fields = walk.Page.Locator("main").Locator("textarea, input:not([type=checkbox], [type=radio], [type=file])");
            var count = await fields.CountAsync();
            count.ShouldBeGreaterThan(0, path);
            for (var at = 0; at < count; at++)
            {
                if (!await fields.Nth(at).IsVisibleAsync())
                    continue;
                await fields.Nth(at).FocusAsync();
                await walk.Page.Keyboard.TypeAsync(Letters);
                (await walk.Dialog().CountAsync()).ShouldBe(0, path);
                new Uri(walk.Page.Url).AbsolutePath.ShouldBe(new Uri(WebWalk.Host + path).AbsolutePath);
                (await fields.Nth(at).EvaluateAsync<bool>("(field) => field === document.activeElement")).ShouldBeTrue(path);
            }
        }

        // Nor is one that is pressed together with another key.
        await walk.GoTo(tickets[0].Page());
        await walk.Heading().FocusAsync();
        await walk.Key("Control+Alt+a", "Alt+c", "Control+Shift+m");
        (await walk.Dialog().CountAsync()).ShouldBe(0);
        sent.ShouldBeEmpty();
        ((string?)(await (await api.As("musterstadt", Role.Agent)).Read(tickets[0].Id()))["assignee"]).ShouldBeNull();
    }

    [WebPageFact]
    public async Task Switched_off_none_of_them_works_anywhere_and_everything_is_done_without()
    {
        var (customer, requester, tickets) = await api.Tickets(2);
        var (walk, account) = await chromium.AtWork(api, $"/work?requester={requester}&sort=created_at");
        await walk.Heading().FocusAsync();
        await walk.Key("?");
        await Stored(walk, () => walk.Dialog().GetByRole(AriaRole.Checkbox).UncheckAsync());
        await walk.Key("Escape");
        await walk.GoTo($"/work?requester={requester}&sort=created_at");
        foreach (var path in new[] { "", tickets[0].Page() })
        {
            if (path != "")
                await walk.GoTo(path);
            await walk.Heading().FocusAsync();
            await walk.Page.Keyboard.TypeAsync(Letters);
            (await walk.Dialog().CountAsync()).ShouldBe(0);
            await Expect(walk.Heading()).ToBeFocusedAsync();
        }

        // The main job, by pressing what is seen.
        await walk.Button("Übernehmen").ClickAsync();
        await Expect(walk.Page.GetByText("Niemand ist zuständig")).ToHaveCountAsync(0);
        await walk.Answer().FillAsync("Wir kümmern uns.");
        await walk.Button("Antwort an Erika Mustermann senden").ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Wir kümmern uns." })).ToBeVisibleAsync();
        await walk.Button("Ticket schließen").ClickAsync();
        await walk.Dialog().GetByLabel("Lösung in Worten").FillAsync("Erledigt.");
        await walk.Dialog().GetByRole(AriaRole.Button, new() { Name = "Ticket schließen" }).ClickAsync();
        await Expect(walk.Dialog()).ToHaveCountAsync(0);
        var read = await customer.Read(tickets[0].Id());
        ((string?)read["status"], read.Bodies().First()).ShouldBe(("closed", "Wir kümmern uns."));
        ((string?)(await (await api.As("musterstadt", Role.Agent)).Read(tickets[0].Id()))["assignee"]).ShouldBe(account);
    }

    [WebPageFact]
    public async Task A_key_is_changed_for_a_command_and_holds_at_every_browser()
    {
        var (_, _, tickets) = await api.Tickets(1);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Agent, email, "Anna Agentin");
        var walk = await chromium.In(api, email, tickets[0].Page());
        await walk.Heading().FocusAsync();
        await walk.Key("?");
        await Expect(walk.Dialog()).ToBeVisibleAsync();
        var listed = walk.Dialog().GetByRole(AriaRole.Textbox);
        var names = await listed.EvaluateAllAsync<string[]>("(all) => all.map((each) => each.ariaLabel)");
        names.ShouldBe(names.Distinct(), "each command stands there once");
        var keys = await listed.EvaluateAllAsync<string[]>("(all) => all.map((each) => each.value)");
        keys.ShouldAllBe(key => key.Length == 1);
        keys.ShouldBe(keys.Distinct(), "and each key");
        await Stored(walk, () => walk.Dialog().GetByLabel("Taste für „Zuweisen“").FillAsync("y"));
        await walk.Key("Escape");

        var elsewhere = await chromium.In(api, email, tickets[0].Page());
        await elsewhere.Heading().FocusAsync();
        await Eventually.Holds(async () =>
        {
            await elsewhere.Key("y");
            return await elsewhere.Dialog().CountAsync() == 1;
        });
        await elsewhere.Key("Escape", "z");
        (await elsewhere.Dialog().CountAsync()).ShouldBe(0);
    }

    [WebPageFact]
    public async Task Take_answer_close_and_next_are_six_keys_beside_the_text()
    {
        var (_, requester, tickets) = await api.Tickets(2);
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}&sort=created_at");
        await walk.Row(tickets[0]).ClickAsync();
        await Expect(walk.Answer()).ToBeVisibleAsync();

        await walk.Key("a", "r");
        await Expect(walk.Answer()).ToBeFocusedAsync();
        await walk.Page.Keyboard.TypeAsync("Wir kümmern uns.");
        await Expect(walk.Button("Antwort an Erika Mustermann senden")).ToBeVisibleAsync();
        await walk.Key("Control+Enter");
        await Expect(walk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Wir kümmern uns." })).ToBeVisibleAsync();
        await walk.KeepsFocus("sending");
        await walk.Key("c");
        await Expect(walk.Dialog()).ToBeVisibleAsync();
        await walk.Page.Keyboard.TypeAsync("Erledigt.");
        await walk.Key("Control+Enter");
        await Expect(walk.Dialog()).ToHaveCountAsync(0);
        await walk.Key("j");
        await Expect(walk.Heading()).ToHaveTextAsync(tickets[1].Subject());
        await Expect(walk.Heading()).ToBeFocusedAsync();
        ((string?)(await (await api.As("musterstadt", Role.Agent)).Read(tickets[0].Id()))["status"]).ShouldBe("closed");
    }

    [WebPageFact]
    public async Task What_comes_after_sending_is_remembered()
    {
        var (_, requester, tickets) = await api.Tickets(3);
        var (walk, _) = await chromium.AtWork(api, $"/work?requester={requester}&sort=created_at");
        await walk.Row(tickets[0]).ClickAsync();
        await walk.Page.GetByLabel("Nach dem Senden").SelectOptionAsync("next");
        foreach (var next in tickets.Skip(1))
        {
            await walk.Answer().FillAsync("Wir kümmern uns.");
            await walk.Key("Control+Enter");
            await Expect(walk.Heading()).ToHaveTextAsync(next.Subject());
            await Expect(walk.Heading()).ToBeFocusedAsync();
        }

        await Expect(walk.Page.GetByLabel("Nach dem Senden")).ToHaveValueAsync("next");
    }

    private static async Task Stored(WebWalk walk, Func<Task> choose)
    {
        var stored = walk.Page.WaitForResponseAsync(answer => answer.Request.Method == "PUT" && answer.Url.EndsWith("/me/preferences"));
        await choose();
        (await stored).Ok.ShouldBeTrue();
    }
}

using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What agents do on the pages.</summary>
[Trait("Needs", "browser")]
[Collection(SharedHosts.QueuePages)]
public sealed class AgentTests(ApiFixture api, Chromium chromium) : IClassFixture<Chromium>
{
    [WebPageFact]
    public async Task An_answer_reaches_the_customer_and_a_note_does_not()
    {
        var (customer, ticket, walk) = await AtWork("Antwort und Notiz");
        await walk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Notiz für das Team" }).FillAsync("Nur für uns.");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Notiz speichern" }).ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Nur für uns." })).ToBeVisibleAsync();
        await Expect(Answer(walk.Page)).ToHaveValueAsync("");

        await Answer(walk.Page).FillAsync("Wir kümmern uns.");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Antwort an Erika Mustermann senden" }).ClickAsync();
        await Expect(walk.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Wir kümmern uns." })).ToBeVisibleAsync();

        (await customer.Read(ticket.Id())).Bodies().ShouldBe(["Wir kümmern uns."]);
        walk.Complaints.ShouldBeEmpty();
    }

    [WebPageFact]
    public async Task What_is_written_outlives_the_page_and_appears_on_no_other_ticket()
    {
        var (customer, ticket, walk) = await AtWork("Entwurf");
        var other = (string)(await customer.Open("Ein anderes"))["number"]!;
        await Answer(walk.Page).FillAsync("Halb geschrieb");
        await Expect(walk.Page.GetByText("Entwurf gespeichert").First).ToBeVisibleAsync();
        await walk.Page.CloseAsync(new() { RunBeforeUnload = false });

        var again = await walk.Again();
        await again.GotoAsync($"{WebWalk.Host}/work/tickets/{other}");
        await Expect(Answer(again)).ToHaveValueAsync("");
        await again.GotoAsync($"{WebWalk.Host}/work/tickets/{(string)ticket["number"]!}");
        await Expect(Answer(again)).ToHaveValueAsync("Halb geschrieb");
    }

    [WebPageFact]
    public async Task Whoever_has_not_read_the_newest_answer_is_shown_it_before_theirs_goes_out()
    {
        var (customer, ticket, walk) = await AtWork("Zwei antworten");
        await Answer(walk.Page).FillAsync("Meine Antwort.");
        await walk.Page.RouteAsync("**/api/v1/tickets/*/comments?**", static route => route.AbortAsync());
        (await (await api.As("musterstadt", Role.Agent)).Say(ticket.Id(), "Die der Kollegin.")).EnsureSuccessStatusCode();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Antwort an Erika Mustermann senden" }).ClickAsync();

        var dialog = walk.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("Die der Kollegin.")).ToBeVisibleAsync();
        await walk.Page.Keyboard.PressAsync("Escape");
        (await customer.Read(ticket.Id())).Bodies().ShouldBe(["Die der Kollegin."]);
        await Expect(Answer(walk.Page)).ToHaveValueAsync("Meine Antwort.");
    }

    [WebPageFact]
    public async Task A_ticket_is_taken_by_one_key_and_letters_in_a_text_do_nothing_else()
    {
        var (_, ticket, walk) = await AtWork("Tasten");
        await walk.Page.Keyboard.PressAsync("a");
        await Expect(walk.Page.GetByText("Niemand ist zuständig")).ToHaveCountAsync(0);
        await Answer(walk.Page).PressSequentiallyAsync("acrjkzs");
        await Expect(Answer(walk.Page)).ToHaveValueAsync("acrjkzs");
        await Expect(walk.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        var agent = await api.As("musterstadt", Role.Agent);
        var read = await agent.Read(ticket.Id());
        ((string?)read["assignee"]).ShouldNotBeNull();
        ((string)read["status"]!).ShouldBe("open");
    }

    [WebPageFact]
    public async Task The_queue_is_worked_with_the_keyboard_and_back_leads_to_the_same_row()
    {
        var (_, ticket, walk) = await AtWork("Warteschlange mit der Tastatur");
        var tag = $"t{Guid.NewGuid():N}"[..12];
        await (await api.As("musterstadt", Role.Agent)).PutAsync($"{TicketCalls.Tickets}/{ticket.Id()}/tags/{tag}", null);
        await walk.GoTo($"/work?tag={tag}");
        var row = walk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Warteschlange mit der Tastatur" });
        await Expect(row).ToBeVisibleAsync();
        await row.FocusAsync();
        await walk.Page.Keyboard.PressAsync("Enter");
        await Expect(walk.Page.Locator("h1")).ToBeFocusedAsync();
        await Expect(walk.Page.Locator("h1")).ToHaveTextAsync("Warteschlange mit der Tastatur");
        await walk.Page.GoBackAsync();
        await Expect(row).ToBeVisibleAsync();
        await walk.KeepsFocus("going back");
    }

    private static ILocator Answer(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Antwort an die anfragende Person" });

    private async Task<(HttpClient Customer, JsonNode Ticket, WebWalk Walk)> AtWork(string subject)
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var ticket = await customer.Open(subject);
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Agent, email, "Anna Agentin");
        var walk = await WebWalk.Begin(api, chromium);
        await walk.SignIn(email, $"/work/tickets/{(string)ticket["number"]!}");
        await Expect(Answer(walk.Page)).ToBeVisibleAsync();
        return (customer, ticket, walk);
    }
}

using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;

namespace Helpdesk.Api.Tests.Web;

/// <summary>
/// Every page and its states, in both languages, light and dark, wide and on a small phone: axe finds nothing, one heading, one main part,
/// a title of its own, nothing to scroll sideways, nothing that the browser complains about.
/// </summary>
[Trait("Needs", "browser")]
public sealed class EveryPageTests(ApiFixture api, Chromium chromium) : IClassFixture<ApiFixture>, IClassFixture<Chromium>
{
    public static TheoryData<string, ColorScheme> Ways => new()
    {
        { "de", ColorScheme.Light }, { "de", ColorScheme.Dark }, { "en", ColorScheme.Light }, { "en", ColorScheme.Dark },
    };

    [WebPageTheory]
    [MemberData(nameof(Ways))]
    public async Task Everybody_can_use_every_page_before_signing_in(string language, ColorScheme scheme)
    {
        var walk = await WebWalk.Begin(api, chromium, language, scheme);
        var titles = new HashSet<string>();
        foreach (var path in (string[])["/sign-in", "/register", "/reset", "/reset?token=x", "/join?token=x", "/rating/made-up", "/none"])
        {
            await walk.GoTo(path);
            await walk.IsUsable(path);
            titles.Add(await walk.Page.TitleAsync());
        }

        titles.Count.ShouldBeGreaterThanOrEqualTo(6, string.Join('\n', titles));

        await walk.GoTo("/sign-in");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = walk.Says("Anmelden", "Sign in") }).ClickAsync();
        await Assertions.Expect(walk.Summary).ToBeFocusedAsync();
        (await walk.Page.TitleAsync()).ShouldStartWith(walk.Says("Fehler: ", "Error: "));
        (await walk.Summary.GetByRole(AriaRole.Link).CountAsync()).ShouldBe(
            await walk.Page.Locator(".field-error").CountAsync(), "each fault stands in the summary and beside its field");
        await walk.IsUsable("/sign-in with faults");
    }

    [WebPageTheory]
    [MemberData(nameof(Ways))]
    public async Task A_customer_can_use_every_page(string language, ColorScheme scheme)
    {
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        var ticket = await (await api.SignedIn("musterstadt", email)).Open("Rathaus: Straßenverkehrszulassungsordnung fehlt");
        var number = (string)ticket["number"]!;
        var walk = await WebWalk.Begin(api, chromium, language, scheme);
        await walk.SignIn(email);
        await walk.IsUsable("/");
        foreach (var path in (string[])[
            "/tickets", "/tickets?show=closed", $"/tickets/{number}", "/tickets/NONE-000001", "/account", "/account/sessions",
            "/account/notifications", "/account/second-factor", "/account/passkeys"])
        {
            await walk.GoTo(path);
            await walk.IsUsable(path);
        }

        await walk.GoTo("/tickets/new");
        await walk.IsUsable("/tickets/new");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = walk.Says("Absenden", "Send") }).ClickAsync();
        await Assertions.Expect(walk.Summary).ToBeFocusedAsync();
        await walk.IsUsable("/tickets/new with faults");
    }

    [WebPageTheory]
    [MemberData(nameof(Ways))]
    public async Task Staff_can_use_every_page(string language, ColorScheme scheme)
    {
        var (customer, _) = await api.Person("musterstadt", Role.Customer);
        var number = (string)(await customer.Open("Rathaus: Straßenverkehrszulassungsordnung fehlt"))["number"]!;
        var email = Some.Email();
        await api.Enrol(api.Musterstadt, Role.Manager, email);
        var walk = await WebWalk.Begin(api, chromium, language, scheme);
        await walk.SignIn(email, "/work");
        await walk.IsUsable("/work");
        foreach (var path in (string[])[
            "/work?status=closed&tag=none-such", "/work/new", "/work/search?q=Rathaus", "/work/search?q=zzzz", "/work/notifications",
            $"/work/tickets/{number}", "/work/tickets/NONE-000001", "/account"])
        {
            await walk.GoTo(path);
            await walk.IsUsable(path);
        }

        await walk.GoTo($"/work/tickets/{number}");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = walk.Says("Ticket schließen", "Close ticket") }).ClickAsync();
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        (await walk.Page.Violations()).Select(found => $"closing: {found.Id} {found.Html}").ShouldBeEmpty();
    }

    [WebPageTheory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_serves_several_municipalities_can_use_every_page(string language, ColorScheme scheme)
    {
        var (email, word) = (Some.Email(), Some.Word());
        var account = await api.EnrolServiceStaff(email, (api.Musterstadt, Role.Agent), (api.Beispielburg, Role.Agent));
        var (customer, _) = await api.Person("beispielburg", Role.Customer);
        var ticket = await customer.Open($"Straßenverkehrszulassungsordnung fehlt {word}");
        var agent = await api.As("beispielburg", Role.Agent);
        await agent.Change(ticket.Id(), 1, new { assignee = account.ToString("D") }).ShouldAnswer(HttpStatusCode.OK);
        await (await api.SignedIn("desk", email)).Finds(word);
        var walk = await WebWalk.Begin(api, chromium, language, scheme);
        await walk.SignIn(email, "/work", WebSteps.DeskHost);
        await walk.IsUsable("desk /work");
        foreach (var path in (string[])[
            $"/work?q={word}&tenant=beispielburg", "/work?tag=none-such", "/work/new", $"/work/search?q={word}", "/work/notifications",
            $"/t/beispielburg/tickets/{ticket.Number()}", "/t/beispielburg/tickets/NONE-000001", "/account"])
        {
            await walk.GoTo(path, WebSteps.DeskHost);
            await walk.IsUsable($"desk {path}");
        }
    }
}

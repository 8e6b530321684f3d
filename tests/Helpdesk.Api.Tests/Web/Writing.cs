using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>An agent in front of a ticket, and what they do there.</summary>
internal sealed record Writing(
    ApiFixture Api, WebWalk Walk, HttpClient Customer, string CustomerEmail, string AgentEmail, JsonNode Ticket)
{
    public const string Name = "Erika Mustermann";

    public IPage Page => Walk.Page;

    public string Number => (string)Ticket["number"]!;

    public ILocator Answer => AnswerOn(Page);

    public ILocator Note => Page.GetByRole(AriaRole.Textbox, new() { Name = "Notiz für das Team" });

    public ILocator Send => Button($"Antwort an {Name} senden");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog).Or(Page.GetByRole(AriaRole.Alertdialog));

    public ILocator Toast(string words) => Page.GetByRole(AriaRole.Region, new() { Name = "Mitteilungen" }).GetByText(words);

    public static async Task<Writing> Begin(ApiFixture api, Chromium chromium, string subject)
    {
        var (customer, agent) = (Some.Email(), Some.Email());
        await api.Enrol(api.Musterstadt, Role.Customer, customer, Name);
        await api.Enrol(api.Musterstadt, Role.Agent, agent, "Anna Agentin");
        var client = await api.SignedIn("musterstadt", customer);
        var writing = new Writing(api, await WebWalk.Begin(api, chromium), client, customer, agent, await client.Open(subject));
        await writing.Walk.SignIn(agent, $"/work/tickets/{writing.Number}");
        await Expect(writing.Answer).ToBeVisibleAsync();
        // Who would be told is known.
        await Expect(writing.Send).ToBeVisibleAsync();
        return writing;
    }

    public static ILocator AnswerOn(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Antwort an die anfragende Person" });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Said(string words) => Page.GetByRole(AriaRole.Article).Filter(new() { HasText = words });

    public Task GoTo(string number) => Walk.GoTo($"/work/tickets/{number}");

    /// <summary>Without loading the pages anew, as a link does.</summary>
    public Task Follow(string number) => Page.EvaluateAsync(
        "path => { history.pushState({}, '', path); dispatchEvent(new PopStateEvent('popstate')) }", $"/work/tickets/{number}");

    /// <summary>The draft is on the server, by the page's own words.</summary>
    public Task Kept() => Expect(Page.GetByText("Entwurf gespeichert").First).ToBeVisibleAsync();

    /// <summary>As the server has it, for this account.</summary>
    public async Task<JsonNode> Draft(string kind = "answer") =>
        await (await Agent()).Get($"{TicketCalls.Tickets}/{Ticket.Id()}/drafts/{kind}").Json();

    public Task<HttpClient> Agent() => Api.SignedIn("musterstadt", AgentEmail);

    public async Task<IEnumerable<string>> Bodies() => (await (await Agent()).Read(Ticket.Id())).Bodies();

    /// <summary>The session of the page is over; the program that ends it stays signed in.</summary>
    public async Task EndSession()
    {
        var agent = await Agent();
        foreach (var session in (await agent.Get("/api/v1/auth/sessions").Json())["items"]!.AsArray().Where(one => !(bool)one!["current"]!))
            await agent.DeleteAsync($"/api/v1/auth/sessions/{(string)session!["id"]!}");
    }
}

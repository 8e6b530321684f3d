using Helpdesk.Api.Tests.Browser;
using Helpdesk.Api.Tests.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Api.Tests.Web;

/// <summary>What tests of the workspace do again and again.</summary>
internal static class WebSteps
{
    public const string DeskHost = "http://desk.localhost";

    // Every text that a screen reader is given without having moved there.
    private const string Listener = """
        (() => {
            window.said = []
            const last = new WeakMap()
            const regions = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]'
            const look = () => document.querySelectorAll(regions).forEach((each) => {
                const text = each.textContent.trim()
                const isNew = !last.has(each)
                if (last.get(each) === text) return
                last.set(each, text)
                if (text !== '' && (!isNew || each.getAttribute('role') === 'alert')) window.said.push(text)
            })
            new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
        })()
        """;

    /// <summary>Somebody of the staff, signed in, and their account.</summary>
    public static async Task<(WebWalk Walk, string Account)> AtWork(
        this Chromium chromium, ApiFixture api, string path = "/work", Role role = Role.Agent, string name = "Anna Agentin")
    {
        var email = Some.Email();
        var account = await api.Enrol(api.Musterstadt, role, email, name);
        return (await chromium.In(api, email, path), account.ToString("D"));
    }

    /// <summary>The person of this address, signed in.</summary>
    public static async Task<WebWalk> In(
        this Chromium chromium, ApiFixture api, string email, string path, string host = WebWalk.Host)
    {
        var walk = await WebWalk.Begin(api, chromium);
        await walk.Page.Context.AddInitScriptAsync(Listener);
        await walk.SignIn(email, path, host);
        // With its commands the page listens to keys.
        if (path.StartsWith("/work", StringComparison.Ordinal) || path.StartsWith("/t/", StringComparison.Ordinal))
            await Expect(walk.Button("Befehle")).ToBeVisibleAsync();
        await walk.Settles();
        return walk;
    }

    public static string Page(this JsonNode ticket) => $"/work/tickets/{(string)ticket["number"]!}";

    public static string Number(this JsonNode ticket) => (string)ticket["number"]!;

    public static string Subject(this JsonNode ticket) => (string)ticket["subject"]!;

    /// <summary>So many tickets of one new customer, whose id finds them in the list: each opened after the one before.</summary>
    public static async Task<(HttpClient Customer, string Id, List<JsonNode> Tickets)> Tickets(
        this ApiFixture api, int count, string subject = "Vorgang")
    {
        var (customer, id) = await api.Person("musterstadt", Role.Customer);
        var tickets = new List<JsonNode>();
        for (var at = 1; at <= count; at++)
            tickets.Add(await customer.Open($"{subject} {at:000}"));
        return (customer, id, tickets);
    }

    public static ILocator Answer(this WebWalk walk) =>
        walk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Antwort an die anfragende Person" });

    public static ILocator Note(this WebWalk walk) => walk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Notiz für das Team" });

    public static ILocator Button(this WebWalk walk, string name, bool exact = true) =>
        walk.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public static ILocator Dialog(this WebWalk walk) => walk.Page.Locator("[role=dialog], [role=alertdialog]:not(.toast)");

    public static ILocator Heading(this WebWalk walk) => walk.Page.Locator("main h1");

    public static ILocator Row(this WebWalk walk, JsonNode ticket) =>
        walk.Page.Locator($".queue-grid [role=row][data-key='{ticket.Id()}']");

    public static Task Key(this WebWalk walk, params IEnumerable<string> keys) => walk.Page.Keys(keys);

    private static async Task Keys(this IPage page, IEnumerable<string> keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
    }

    /// <summary>The key of the row that has the focus; <c>null</c>: it is elsewhere.</summary>
    public static Task<string?> FocusedRow(this WebWalk walk) =>
        walk.Page.EvaluateAsync<string?>("document.activeElement.closest('[role=row]')?.dataset.key ?? null");

    public static Task<string[]> Said(this WebWalk walk) => walk.Page.EvaluateAsync<string[]>("window.said");

    public static Task Says(this WebWalk walk, string words) =>
        Eventually.Holds(async () => (await walk.Said()).Any(said => said.Contains(words, StringComparison.Ordinal)), words);

    /// <summary>What is said from now on is what counts.</summary>
    public static Task HushAsync(this WebWalk walk) => walk.Page.EvaluateAsync("window.said.length = 0");

    /// <summary>Somewhere on the page is the focus, also once everything has come to rest.</summary>
    public static async Task KeepsFocus(this WebWalk walk, string after)
    {
        // Twice as long as the page itself waits before it looks; where the processor is busy that is later still.
        await walk.Page.EvaluateAsync("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 120))");
        await Eventually.Holds(async () => await walk.Focused() != "body", after);
    }

    /// <summary>What the page sends other than questions, from now on.</summary>
    public static List<string> Sent(this WebWalk walk)
    {
        var sent = new List<string>();
        walk.Page.Request += (_, request) =>
        {
            // That somebody is there, what they write and what they have read is told without being asked for.
            if (request.Method != "GET" && !Quiet.Any(request.Url.Contains))
                sent.Add($"{request.Method} {new Uri(request.Url).AbsolutePath}");
        };
        return sent;
    }

    private static readonly string[] Quiet = ["/presence", "/drafts/", "/read", "preview="];

    public static async Task HasRow(this WebWalk walk, JsonNode ticket) => await Expect(walk.Row(ticket)).ToBeVisibleAsync();
}

using Helpdesk.Api.Tests.Browser;
using Microsoft.Playwright;

namespace Helpdesk.Api.Tests.Web;

/// <summary>A person in front of the pages, and what their browser complained about meanwhile.</summary>
internal sealed class WebWalk
{
    public const string Host = "http://musterstadt.localhost";

    private readonly List<string> complaints = [];

    private WebWalk(IPage page, string language)
    {
        Page = page;
        Language = language;
        // That an answer was a refusal is said by the browser as well; the pages show it.
        page.Console += (_, said) =>
        {
            if (said.Type is "error" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                complaints.Add(said.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What a form says of its faults, above its fields; the empty region of announcements is an alert too.</summary>
    public ILocator Summary => Page.Locator(".summary");

    public string Language { get; }

    /// <summary>Errors of scripts, and what the content security policy has stopped.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<WebWalk> Begin(
        ApiFixture api, Chromium chromium, string language = "de", ColorScheme scheme = ColorScheme.Light, int width = 1280,
        bool worker = false) => new(await chromium.Open(api, language, scheme, width: width, worker: worker), language);

    public string Says(string german, string english) => Language == "de" ? german : english;

    public async Task SignIn(string email, string path = "/", string host = Host)
    {
        await Page.GotoAsync(host + path);
        await Page.GetByLabel(Says("E-Mail", "E-mail")).FillAsync(email);
        await Page.GetByLabel(Says("Passwort", "Password")).FillAsync(ApiFixture.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = Says("Anmelden", "Sign in") }).ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await Settles();
    }

    public async Task GoTo(string path, string host = Host)
    {
        await Page.GotoAsync(host + path);
        await Settles();
    }

    /// <summary>What was asked for is there, or a refusal of it.</summary>
    public async Task Settles()
    {
        await Assertions.Expect(Page.Locator("main h1")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator(".skeleton")).ToHaveCountAsync(0);
    }

    /// <summary>Held against what everybody needs, at this moment: wide and on a small phone.</summary>
    public async Task IsUsable(string state)
    {
        (await Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(Language, state);
        var began = Page.ViewportSize;
        foreach (var (width, height) in ((int, int)[])[(1280, 800), (320, 256)])
        {
            await Page.SetViewportSizeAsync(width, height);
            (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, state);
            (await Page.Violations()).Select(found => $"{state} {width}: {found.Id} {found.Html}").ShouldBeEmpty();
            (await SmallTargets()).Select(target => $"{state} {width}: {target}").ShouldBeEmpty();
        }

        // As it was: whoever goes on from here works on the page that they began with.
        if (began is not null)
            await Page.SetViewportSizeAsync(began.Width, began.Height);
        (await Page.Locator("h1").CountAsync()).ShouldBe(1, state);
        (await Page.Locator("main").CountAsync()).ShouldBe(1, state);
        complaints.Select(complaint => $"{state}: {complaint}").ShouldBeEmpty();
    }

    /// <summary>Another tab of the same browser: signed in, with nothing of the old page.</summary>
    public Task<IPage> Again() => Page.Context.NewPageAsync();

    public Task<string> Focused() => Page.EvaluateAsync<string>("document.activeElement.tagName.toLowerCase()");

    // Nothing that is pressed is smaller than 24 by 24 px, but for a link that stands in a sentence.
    private Task<string[]> SmallTargets() => Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter(each => each.checkVisibility({ visibilityProperty: true }))
            .filter(each => !each.closest('.visually-hidden, .skip-link, p, li, .typed'))
            .filter(each => !each.classList.contains('visually-hidden') && !each.classList.contains('skip-link'))
            // What lies inside its label is pressed by pressing that.
            .map(each => [each, (each.closest('label') ?? each).getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24).map(([each]) => each)
            .map(each => each.outerHTML.slice(0, 160))
        """);
}

using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Servers;
using Microsoft.Playwright;

namespace Helpdesk.Bench.Web;

/// <summary>An agent in front of the product's pages, in Chromium.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    /// <summary><c>null</c>: there is none on this machine.</summary>
    public static string? Program { get; } = Places.FirstOrDefault(File.Exists);

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly string address;

    private Visitor(IPlaywright playwright, IBrowser browser, IPage page, string address) =>
        (this.playwright, this.browser, Page, this.address) = (playwright, browser, page, address);

    public IPage Page { get; }

    public static async Task<Visitor> SignIn(Product product, Town town)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        { ExecutablePath = Program, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { Locale = "de-DE", ViewportSize = new() { Width = 1280, Height = 800 } });
        var visitor = new Visitor(playwright, browser, page, $"http://{town.Host}:{product.Server.Address.Port}");
        await visitor.Open("/sign-in");
        await page.GetByLabel("E-Mail").FillAsync(town.Email);
        await page.GetByLabel("Passwort").FillAsync(Towns.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return visitor;
    }

    public Task Open(string path) => Page.GotoAsync(address + path);

    /// <summary>As if the processor had a part of its speed; 1: all of it.</summary>
    public async Task SlowDown(int times)
    {
        var session = await Page.Context.NewCDPSessionAsync(Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = times });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

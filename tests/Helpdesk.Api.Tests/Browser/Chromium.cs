using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Helpdesk.Api.Tests.Browser;

/// <summary>
/// A browser as people have it, without a window, and a program's address on this machine that pages lead back to. A test opens a
/// <see cref="IBrowserContext"/> of its own: cookies of others are not there.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const int Patience = 60_000; // in milliseconds; reached only by what never comes

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    private readonly WebApplication program = NewProgram();
    private readonly SemaphoreSlim one = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary><c>null</c>: there is none on this machine.</summary>
    public static string? Program { get; } = Places.FirstOrDefault(File.Exists);

    /// <summary>Where the program that people sign in through wants them after signing in.</summary>
    public string Callback => $"{program.Urls.Single()}/callback";

    /// <summary>Where that program wants people after signing out.</summary>
    public string Bye => $"{program.Urls.Single()}/bye";

    public Task InitializeAsync() => program.StartAsync();

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await program.DisposeAsync();
        one.Dispose();
    }

    /// <summary>A phone, 320 px wide, unless it is to be wider.</summary>
    /// <param name="worker">
    /// With the service worker of the pages. Without it every request of a page goes through the hands of the test.
    /// </param>
    public async Task<IPage> Open(
        ApiFixture api, string language = "de", ColorScheme scheme = ColorScheme.Light, bool scripts = true, int width = 320,
        bool worker = false)
    {
        await one.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Program,
                // Names under localhost lead to the host under test, at the port that their addresses lack.
                Args = ["--no-sandbox", $"--host-resolver-rules=MAP *.localhost 127.0.0.1:{api.Port}"],
            });
        }
        finally
        {
            one.Release();
        }

        var context = await browser.NewContextAsync(new()
        {
            Locale = language == "en" ? "en-GB" : "de-DE",
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ViewportSize = new() { Width = width, Height = 640 },
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return await context.NewPageAsync();
    }

    // Says to everybody that this is the program: what it was sent stands in the address.
    private static WebApplication NewProgram()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/{**path}", () => Results.Content("<!doctype html><title>App</title>Welcome", "text/html"));
        return app;
    }
}

/// <summary>Needs a browser. <c>./dev test</c> installs one where it can; in CI its absence is a failure.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Missing;

    internal static string? Missing =>
        Chromium.Program is null && Environment.GetEnvironmentVariable("CI") is null ? "Neither Chromium nor Chrome is installed." : null;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.Missing;
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;

namespace Helpdesk.Api.Tests.Browser;

/// <summary>
/// A browser as people have it, without a window, and a program's address on this machine that pages lead back to. A test opens a
/// <see cref="IBrowserContext"/> of its own: cookies of others are not there.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    private readonly TcpListener program = new(IPAddress.Loopback, port: 0);
    private readonly SemaphoreSlim one = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary><c>null</c>: there is none on this machine.</summary>
    public static string? Program { get; } = Places.FirstOrDefault(File.Exists);

    /// <summary>Of the program that people sign in through.</summary>
    public string Callback => $"http://127.0.0.1:{Port}/callback";

    /// <summary>Where it wants people after signing out.</summary>
    public string Bye => $"http://127.0.0.1:{Port}/bye";

    private int Port => ((IPEndPoint)program.LocalEndpoint).Port;

    public Task InitializeAsync()
    {
        program.Start();
        _ = Answer();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        program.Stop();
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        one.Dispose();
    }

    /// <summary>A phone: 320 px wide.</summary>
    public async Task<IPage> Open(ApiFixture api, string language = "de", ColorScheme scheme = ColorScheme.Light, bool scripts = true)
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
            ViewportSize = new() { Width = 320, Height = 640 },
        });
        context.SetDefaultTimeout(60_000); // reached only by what never comes
        return await context.NewPageAsync();
    }

    // Says to everybody that this is the program: what it was sent stands in the address.
    private async Task Answer()
    {
        var answer = Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 40\r\nConnection: close\r\n\r\n" +
            "<!doctype html><title>App</title>Welcome");
        while (true)
        {
            try
            {
                using var client = await program.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                var asked = new byte[16_384];
                if (await stream.ReadAsync(asked) > 0)
                    await stream.WriteAsync(answer);
            }
            catch (Exception over) when (over is ObjectDisposedException or SocketException or InvalidOperationException)
            {
                return;
            }
            catch (IOException)
            {
                continue; // the browser did not wait
            }
        }
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

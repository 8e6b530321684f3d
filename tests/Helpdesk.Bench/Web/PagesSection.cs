using System.Diagnostics;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Servers;
using Helpdesk.Bench.Tickets;
using Microsoft.Playwright;

namespace Helpdesk.Bench.Web;

/// <summary>
/// What an agent waits for in a browser: a filter over 100,000 tickets, a key or a click, letters while twenty events a second arrive, a
/// ticket with 2,000 comments, and how evenly the list scrolls.
/// </summary>
internal sealed class PagesSection : ISection
{
    private const int Slower = 4;
    private static readonly string[] Categories = ["it", "website", "formulare", "schulung"];

    private readonly Table table = new(
        "pages", "Pages in a browser, milliseconds", new("what", "what"), new("samples", "samples"), new("p50", "p50"), new("p98", "p98"));

    public string Name => "pages";

    public async Task Run(Bench bench)
    {
        if (Visitor.Program is null)
        {
            bench.Report.Say("There is neither Chromium nor Chrome here: pages are not measured.");
            return;
        }

        var servers = await bench.Servers.Value;
        var (product, town, report) = (servers.Product, servers.Tickets.Large, bench.Report);
        report.Say("Writing a ticket with 2,000 comments…");
        var ticket = await LongTicket(product, town, servers.Tickets.LargeSignIn);
        await using var visitor = await Visitor.SignIn(product, town);

        var filter = await Filter(visitor);
        Tell("filter to first row, 100,000 tickets", filter.Count, filter.Quantile(0.5), filter.Quantile(0.98));
        var frames = await Scroll(visitor);
        Tell("frame while scrolling", frames.Count, frames.Quantile(0.5), frames.Quantile(0.98));
        var keys = await Keys(visitor);
        Tell($"key or click to paint, processor {Slower} times slower", keys.Count, keys.Quantile(0.5), keys.Quantile(0.98));
        var opened = await OpenLong(visitor, ticket);
        Tell("ticket with 2,000 comments", opened.Count, opened.Quantile(0.5), opened.Quantile(0.98));
        var letters = await Letters(visitor, ticket, servers);
        Tell($"letter to paint at 20 events a second, processor {Slower} times slower", letters.Count, letters.Quantile(0.5),
            letters.Quantile(0.98));

        report.Add(table);
        report.Add(new Aim("ms from a filter to the first row of 100,000 tickets", filter.Quantile(0.5), Most: 300));
        report.Add(new Aim("ms of a frame while the list scrolls (p50)", frames.Quantile(0.5), Most: 17));
        report.Add(new Aim("ms from a key or click to what it paints (p98)", keys.Quantile(0.98), Most: 100));
        report.Add(new Aim("ms until a ticket with 2,000 comments is open", opened.Quantile(0.5), Most: 1_000));
        report.Add(new Aim("ms from a letter to what it paints (p98)", letters.Quantile(0.98), Most: 50));
    }

    private void Tell(string what, int samples, double median, double slow) => table.Add(what, samples, median, slow);

    private static async Task<string> LongTicket(Product product, Town town, string signIn)
    {
        var opened = await product.Post(town, signIn, "/api/v1/tickets", TicketWorld.NewTicket);
        var ticket = opened.GetProperty("id").GetGuid();
        for (var number = 0; number < 2_000; number++)
            await product.Post(town, signIn, TicketWorld.CommentsOf(ticket), TicketWorld.NewComment);
        return opened.GetProperty("number").GetString()!;
    }

    // Each choice leaves tickets that none before it left, so the first row is another one and nothing was there already.
    private static async Task<List<double>> Filter(Visitor visitor)
    {
        var (page, times) = (visitor.Page, new List<double>());
        foreach (var priority in (string[])["", "urgent", "high", "normal", "low"])
        {
            await visitor.Open(priority.Length == 0 ? "/work" : $"/work?priority={priority}");
            await FirstRow(page).WaitForAsync();
            foreach (var category in Categories)
            {
                await page.EvaluateAsync(TimeOfChange);
                await page.Locator(".queue-filters select").Filter(new() { Has = page.Locator($"option[value={category}]") })
                    .SelectOptionAsync(category);
                times.Add(await page.EvaluateAsync<double>("window.changed"));
            }
        }

        return times;
    }

    private static ILocator FirstRow(IPage page) => page.Locator("a.queue-subject").First;

    private const string TimeOfChange = """
        () => {
            const first = () => document.querySelector('a.queue-subject')?.getAttribute('href') ?? null
            const before = first()
            window.changed = new Promise((done, fail) => addEventListener('change', (event) => {
                const look = () => requestAnimationFrame(() => {
                    const since = performance.now() - event.timeStamp
                    if (first() !== null && first() !== before) done(since)
                    else if (since < 10_000) look()
                    else fail(new Error(`${location.href}: the first row is still ${first()} after ten seconds`))
                })
                look()
            }, { once: true, capture: true }))
        }
        """;

    private static async Task<List<double>> Scroll(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.Open("/work");
        await FirstRow(page).HoverAsync();
        await page.EvaluateAsync("""
            () => {
                window.frameTimes = []
                window.scrolling = true
                let last = performance.now()
                const frame = (now) => {
                    window.frameTimes.push(now - last)
                    last = now
                    if (window.scrolling) requestAnimationFrame(frame)
                }
                requestAnimationFrame(frame)
            }
            """);
        for (var turn = 0; turn < 60; turn++)
            await page.Mouse.WheelAsync(0, 240);
        return [.. (await page.EvaluateAsync<double[]>("() => { window.scrolling = false; return window.frameTimes }")).Skip(1)];
    }

    private static async Task<Interactions> Keys(Visitor visitor)
    {
        var (page, keys) = (visitor.Page, new Interactions(visitor.Page));
        await visitor.Open("/work");
        await FirstRow(page).WaitForAsync();
        await page.Locator(".queue-row").First.FocusAsync();
        await visitor.SlowDown(Slower);
        await keys.Watch(60, _ => page.Keyboard.PressAsync("ArrowDown"));
        await keys.Watch(20, _ => page.Keyboard.PressAsync("ArrowUp"));
        await keys.Watch(10, _ => page.Keyboard.PressAsync(" "));
        await keys.Watch(10, number => page.Locator(".queue-choices input").Nth(number % 5).ClickAsync(new() { Force = true }));
        await visitor.SlowDown(1);
        return keys;
    }

    private static async Task<List<double>> OpenLong(Visitor visitor, string ticket)
    {
        var times = new List<double>();
        for (var turn = 0; turn < 5; turn++)
        {
            var watch = Stopwatch.StartNew();
            await visitor.Open($"/work/tickets/{ticket}");
            await visitor.Page.Locator("article[id^=comment-]").First.WaitForAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static async Task<Interactions> Letters(Visitor visitor, string ticket, BenchServers servers)
    {
        var (page, letters) = (visitor.Page, new Interactions(visitor.Page));
        await visitor.Open($"/work/tickets/{ticket}");
        await page.Locator("textarea").First.FocusAsync();
        await visitor.SlowDown(Slower);
        using var enough = new CancellationTokenSource();
        var events = Comment(servers, enough.Token);
        await letters.Watch(150, number => page.Keyboard.PressAsync(number % 7 == 6 ? " " : "a"));
        await enough.CancelAsync();
        await events;
        await visitor.SlowDown(1);
        return letters;
    }

    private static async Task Comment(BenchServers servers, CancellationToken enough)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var world = servers.Tickets;
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            await servers.Product.Post(
                world.Large, world.LargeSignIn, TicketWorld.CommentsOf(world.Read[number % world.Read.Count]), TicketWorld.NewComment);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}

using Helpdesk.Bench.Reporting;
using Microsoft.Playwright;

namespace Helpdesk.Bench.Web;

/// <summary>
/// From a key or a click to what it painted, as the browser's own Event Timing tells it, in steps of eight milliseconds. It tells nothing
/// of what took less than sixteen: those count as sixteen.
/// </summary>
internal sealed class Interactions(IPage page)
{
    private const double LeastTold = 16;

    private readonly List<double> times = [];

    public int Count => times.Count;

    public double Quantile(double share) => times.Quantile(share);

    /// <param name="each">One key or click; it is told which one.</param>
    public async Task Watch(int count, Func<int, Task> each)
    {
        await page.EvaluateAsync("""
            () => {
                window.interactions = new Map()
                window.watching?.disconnect()
                window.watching = new PerformanceObserver((list) => {
                    for (const { interactionId, duration } of list.getEntries())
                        if (interactionId) window.interactions.set(interactionId, Math.max(duration, window.interactions.get(interactionId) ?? 0))
                })
                window.watching.observe({ type: 'event', durationThreshold: 16 })
            }
            """);
        for (var number = 0; number < count; number++)
            await each(number);
        // What was last painted is told a little later.
        var told = await page.EvaluateAsync<double[]>("""
            () => new Promise((done) => setTimeout(() => done([...window.interactions.values()]), 500))
            """);
        times.AddRange(told.Take(count));
        times.AddRange(Enumerable.Repeat(LeastTold, Math.Max(0, count - told.Length)));
    }
}

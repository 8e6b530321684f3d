using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Feed;

/// <summary>Forgets every hour what is over, a page at a time. Harmless in several processes at once.</summary>
internal sealed partial class HourlyPurge(IEnumerable<IPurge> purges, TimeProvider time, ILogger<HourlyPurge> log) : BackgroundService
{
    private const int AtOnce = 5_000;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var purge in purges)
                await Purge(purge, stoppingToken);
        }
    }

    private async Task Purge(IPurge purge, CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested && await purge.Purge(time.Now(), AtOnce, stopping) == AtOnce)
            {
            }
        }
        catch (Exception failure)
        {
            // Whatever it is: what throws here would end the whole host.
            LogPostponed(log, purge.What, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The {What} that are over are forgotten an hour later.")]
    private static partial void LogPostponed(ILogger log, string what, Exception exception);
}

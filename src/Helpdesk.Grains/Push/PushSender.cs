using Helpdesk.Domain.Clocks;
using Helpdesk.Domain.Push;
using Helpdesk.Grains.Hosting;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Push;

/// <summary>
/// Tells devices what they are owed, in any number of processes: a lane for each push service, so that one that is slow holds up no other.
/// What arrived while the process or the database ended is sent once more: the browser shows one entry for a ticket.
/// </summary>
internal sealed partial class PushSender(
    IPushDeliveries deliveries, PushLane lane, IHostApplicationLifetime lifetime, IPlatformClock clock, TimeProvider time,
    ILogger<PushSender> log) : BackgroundService
{
    private const int Most = 400;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // So long nobody else takes them; should this process end, they wait no longer.
    private static readonly Duration Lease = Duration.FromMinutes(5);

    // While a service is at work on the deliveries before.
    private static readonly Duration Busy = Duration.FromSeconds(1);

    private readonly Lanes<string> lanes = new(most: 64);
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var taken = await deliveries.Take(clock.Given, Lease, Most, stoppingToken);
                failures = 0;
                foreach (var service in taken.GroupBy(delivery => delivery.Service, StringComparer.Ordinal))
                    await lanes.Begin(
                        service.Key, () => lane.Send([.. service], stoppingToken), () => Free(service), why => Tell(why, stoppingToken));
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The first says it; the database's own silence is told elsewhere.
                if (failures++ == 0)
                    LogFailed(log, failure);
            }

            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Another process may go on with them then.
    private async Task Free(IEnumerable<PushDelivery> untried)
    {
        foreach (var delivery in untried)
            await deliveries.Save(delivery with { NextAt = time.Now() + Busy }, CancellationToken.None);
    }

    private void Tell(Exception failure, CancellationToken stopping)
    {
        if (failure is not StorageException && !stopping.IsCancellationRequested)
            LogFailed(log, failure);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Devices could not be told; trying again.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}

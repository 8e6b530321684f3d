using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Hosting;

/// <summary>
/// Looks every second for what is due, in any number of processes, and at once again while there is more than one round takes.
/// </summary>
internal abstract class Rounds(TimeProvider time) : BackgroundService
{
    /// <summary>So many are taken at once.</summary>
    protected const int Most = 500;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>So long nobody else looks at what was taken; should this process end, it waits no longer.</summary>
    protected static readonly Duration Lease = Duration.FromMinutes(1);

    private int failures;

    protected TimeProvider Time => time;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var isMore = false;
            try
            {
                isMore = await Round(stoppingToken) == Most;
                failures = 0;
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The first in a row says it; the database's own silence is told elsewhere.
                if (failures++ == 0)
                    Tell(failure);
            }

            if (!isMore)
                await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>How many were looked at.</returns>
    internal abstract Task<int> Round(CancellationToken cancellation);

    /// <summary>A round has failed, and the one before it had not.</summary>
    protected abstract void Tell(Exception failure);
}

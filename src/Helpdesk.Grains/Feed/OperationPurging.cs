using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Feed;

/// <summary>Forgets old operations every hour. Harmless in several processes at once.</summary>
internal sealed partial class OperationPurging(IOperationPurge operations, TimeProvider time, ILogger<OperationPurging> log)
    : BackgroundService
{
    private const int AtOnce = 5_000;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Purge(stoppingToken);
        }
    }

    private async Task Purge(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested && await operations.Purge(AtOnce, stopping) == AtOnce)
            {
            }
        }
        catch (Exception failure) when (failure is StorageException or OperationCanceledException)
        {
            LogPostponed(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Old operations are forgotten an hour later.")]
    private static partial void LogPostponed(ILogger log, Exception exception);
}

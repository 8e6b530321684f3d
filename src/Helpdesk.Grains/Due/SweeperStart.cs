using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Due;
using Helpdesk.Grains.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Grains.Due;

/// <summary>Wakes the sweepers when a host with grains starts. Where they are awake already this changes nothing.</summary>
internal sealed partial class SweeperStart(
    IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SweeperStart> log) : BackgroundService
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        for (var shard = 0; shard < DueShards.Count; shard++)
            await Wake(shard, stoppingToken);
    }

    // The database may be away just after the start. A service that throws would end the host, and a sweeper that sleeps lets moments pass.
    private async Task Wake(int shard, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await grains.GetGrain<ISweeperGrain>(shard).Start(stopping);
                return;
            }
            catch (Exception failed) when (!stopping.IsCancellationRequested)
            {
                Report(shard, failed);
                await Task.Delay(BetweenAttempts, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeper {Shard} could not be woken; it is tried again in a second.")]
    private partial void Report(int shard, Exception failed);
}

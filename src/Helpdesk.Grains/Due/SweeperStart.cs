using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Due;
using Helpdesk.Grains.Hosting;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Due;

/// <summary>Wakes the sweepers when a host with grains starts. Where they are awake already this changes nothing.</summary>
internal sealed class SweeperStart(IGrainFactory grains, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        for (var shard = 0; shard < DueShards.Count; shard++)
            await grains.GetGrain<ISweeperGrain>(shard).Start(stoppingToken);
    }
}

using Orleans.Placement;

namespace Helpdesk.Grains.Hosting;

/// <summary>Activated by whoever asks whether this process is ready, and gone with the answer.</summary>
[PreferLocalPlacement]
public sealed class ReadinessGrain : Grain, IReadinessGrain
{
    public Task Answer(CancellationToken cancellation)
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Hosting;

/// <summary>For what runs beside the host and needs all of it: from then on grains can be called, and the addresses are known.</summary>
public static class HostStart
{
    /// <returns>When the host has started as a whole.</returns>
    public static async Task Started(this IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }
}

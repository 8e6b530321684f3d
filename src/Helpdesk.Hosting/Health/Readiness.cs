using Helpdesk.Contracts;
using Helpdesk.Domain.Clocks;

namespace Helpdesk.Hosting.Health;

/// <summary>
/// Whether this process takes part in the cluster: a silo while it is an active member; no process any longer once it is asked to stop.
/// </summary>
public sealed class Readiness(IServiceProvider services, IHostApplicationLifetime lifetime, IPlatformClock clock)
{
    private readonly ISiloStatusOracle? membership = services.GetService<ISiloStatusOracle>(); // none in a client

    // Longer than it takes to notice that another silo is lost, which may be the one that knows where grains are: 3 s.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly IGrainFactory grains = services.GetRequiredService<IGrainFactory>();

    private volatile bool leaving;

    public bool Serves => !leaving && !lifetime.ApplicationStopping.IsCancellationRequested
        && membership?.CurrentStatus is null or SiloStatus.Active;

    /// <summary>Whether this machine's time is near enough to the database's.</summary>
    public bool KeepsTime => clock.State.MayFire();

    /// <summary>
    /// Whether the engine of this process begins a grain that nobody has asked for yet, as most requests need it to. A client has no
    /// engine: its calls find another silo when one is lost.
    /// </summary>
    public async Task<bool> Activates(CancellationToken cancellation)
    {
        if (membership is null)
            return true;
        try
        {
            await grains.GetGrain<IReadinessGrain>(Guid.CreateVersion7()).Answer(cancellation).WaitAsync(Patience, cancellation);
            return true;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return false; // whatever it was: nobody should be sent here
        }
    }

    /// <summary>From now on not any more.</summary>
    internal void Leave() => leaving = true;
}

using Helpdesk.Domain.Clocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Helpdesk.Hosting.Health;

/// <summary>
/// Whether this process takes part in the cluster: a silo while it is an active member; no process any longer once it is asked to stop.
/// </summary>
public sealed class Readiness(IServiceProvider services, IHostApplicationLifetime lifetime, IPlatformClock clock)
{
    private readonly ISiloStatusOracle? membership = services.GetService<ISiloStatusOracle>(); // none in a client

    private volatile bool leaving;

    public bool Serves => !leaving && !lifetime.ApplicationStopping.IsCancellationRequested
        && membership?.CurrentStatus is null or SiloStatus.Active;

    /// <summary>Whether this machine's time is near enough to the database's.</summary>
    public bool KeepsTime => clock.State.MayFire();

    /// <summary>From now on not any more.</summary>
    internal void Leave() => leaving = true;
}

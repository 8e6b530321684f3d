using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Local;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Base of grain classes. An instance belongs to one activation; only its turns touch it.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>For the engine, which creates grains inside their activation.</summary>
    protected Grain() => GrainContext = RuntimeContext.Current!;

    public IGrainContext GrainContext { get; }

    public GrainReference GrainReference => GrainContext.GrainReference;

    public string IdentityString => GrainContext.GrainId.ToString();

    protected IGrainFactory GrainFactory => ServiceProvider.GetRequiredService<IGrainFactory>();

    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the activation after the calls that run now.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps the activation for at least this long even if it idles; a negative span takes that back.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => GrainContext.AsActivation().DelayDeactivation(timeSpan);
}

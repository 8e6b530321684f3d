using System.Collections.Immutable;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>Something that holds an activation from its first turn to its last: a call, a timer's tick, activating, deactivating.</summary>
internal abstract class Work : CallFlow
{
    protected Work(ImmutableDictionary<string, object> values, Work? parent) : base(values) => Parent = parent;

    /// <summary>The work that waits for this one, as far as the engine can tell.</summary>
    public Work? Parent { get; }

    /// <summary>Where it runs; <c>null</c> before it started.</summary>
    public Activation? Runner { get; private set; }

    public bool Finished { get; private set; }

    /// <summary>Whether it may run in the middle of any other work.</summary>
    public virtual bool Interleaves => false;

    /// <summary>Whether it may overlap with its like.</summary>
    public virtual bool ReadOnly => false;

    /// <summary>Whether nobody wants it any more, so that it need not start.</summary>
    public virtual bool Abandoned => false;

    /// <summary>Whether it shows that the grain is in use.</summary>
    public virtual bool CountsAsUse => true;

    public Guid ReentrancyId => FlowValues.TryGetValue(RequestContext.ReentrancyKey, out var id) ? (Guid)id : Guid.Empty;

    protected override Work FlowWork => this;

    /// <summary>
    /// Runs to the end on <paramref name="activation"/>'s turns: begins, does what it has to do, releases the activation, tells who waits, and
    /// lets the activation continue. In this order, so that who is told finds an activation that is free. Never throws.
    /// </summary>
    public abstract ValueTask Run(Activation activation);

    /// <summary>Will not run: tells who waits.</summary>
    public abstract void Reject(Exception exception);

    /// <summary>The activation ended before this could start.</summary>
    public abstract void Displace(Engine engine);

    protected void Begin(Activation activation)
    {
        Enter(this);
        Runner = activation;
    }

    protected void Release(Activation activation, Exception? fault)
    {
        if (Finished)
            return;

        Finished = true;
        activation.Release(this, fault);
    }

    /// <summary>The nearest of <paramref name="work"/> and its parents that still runs.</summary>
    protected static Work? Unfinished(Work? work)
    {
        while (work is { Finished: true })
            work = work.Parent;
        return work;
    }
}

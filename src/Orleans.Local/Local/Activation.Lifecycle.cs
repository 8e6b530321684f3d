using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Local;

internal sealed partial class Activation
{
    private readonly List<IActivationState> states = [];
    private HashSet<GrainTimer>? timers;

    /// <summary>State to be read before the grain's own activation code runs.</summary>
    public void Add(IActivationState state) => states.Add(state);

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        if (RuntimeContext.Current != this)
            throw new InvalidOperationException($"A timer of {GrainId} can only be registered on the grain's own turn, not after Task.Run or from elsewhere.");

        var timer = new GrainTimer(this, callback, options);
        (timers ??= []).Add(timer);
        return timer;
    }

    public void Forget(GrainTimer timer)
    {
        if (RuntimeContext.Current == this)
            timers?.Remove(timer);
        else
            scheduler.Enqueue(() => timers?.Remove(timer));
    }

    private async Task Activate(CancellationToken cancellation)
    {
        GrainInstance = Class.Create(this);
        foreach (var state in states)
            await state.Read(cancellation);

        if (GrainInstance is IGrainBase grain)
            await grain.OnActivateAsync(cancellation);
    }

    private async Task Deactivate(DeactivationReason reason)
    {
        StopTimers();
        using var limit = new CancellationTokenSource(Engine.Collection.DeactivationTimeout, Engine.Time);
        try
        {
            if (GrainInstance is IGrainBase grain)
                await grain.OnDeactivateAsync(reason, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception exception)
        {
            Engine.Log.OnDeactivateFailed(exception, GrainId);
        }

        await Discard();
    }

    private async Task Discard()
    {
        StopTimers();
        try
        {
            if (GrainInstance is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else if (GrainInstance is IDisposable disposable)
                disposable.Dispose();
            if (scope is not null)
                await scope.Value.DisposeAsync();
        }
        catch (Exception exception)
        {
            Engine.Log.DisposeFailed(exception, GrainId);
        }

        GrainInstance = null;
    }

    /// <summary>From here on a new activation of the same grain may exist.</summary>
    private void Leave(Exception? failure)
    {
        phase = Phase.Ended;
        Engine.Remove(this);
        while (waiting.TryDequeue(out var work))
        {
            if (failure is null)
                Displace(work);
            else
                Refuse(work, failure);
        }

        lock (once)
            (deactivated ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    private void StopTimers()
    {
        foreach (var timer in timers ?? [])
            timer.Stop();
        timers = null;
    }

    /// <summary>Creates the grain. It runs on behalf of the first call, so its own calls are part of that call's chain.</summary>
    private sealed class Activating(Work first) : Work(first.FlowValues, first)
    {
        public override async ValueTask Run(Activation activation)
        {
            Begin(activation);
            Exception? failure = null;
            using var limit = new CancellationTokenSource(activation.Engine.Collection.ActivationTimeout, activation.Engine.Time);
            try
            {
                await activation.Activate(limit.Token).WaitAsync(limit.Token);
                activation.phase = Phase.Active;
                activation.StartInterleaving();
            }
            catch (Exception exception)
            {
                failure = limit.IsCancellationRequested ? TookTooLong(activation, exception) : exception;
                activation.Engine.Log.ActivationFailed(failure, activation.GrainId);
                await activation.Discard();
                activation.Leave(failure);
            }

            Release(activation, null);
            activation.Continue();
        }

        public override void Reject(Exception exception)
        {
        }

        public override void Displace(Engine engine)
        {
        }

        private static TimeoutException TookTooLong(Activation activation, Exception exception) =>
            new($"{activation.GrainId} was not active after {activation.Engine.Collection.ActivationTimeout}.", exception);
    }

    private sealed class Deactivating(DeactivationReason reason) : Work(System.Collections.Immutable.ImmutableDictionary<string, object>.Empty, null)
    {
        public override async ValueTask Run(Activation activation)
        {
            Begin(activation);
            await activation.Deactivate(reason);
            activation.Leave(null);
            Release(activation, null);
            activation.Continue();
        }

        public override void Reject(Exception exception)
        {
        }

        public override void Displace(Engine engine)
        {
        }
    }
}

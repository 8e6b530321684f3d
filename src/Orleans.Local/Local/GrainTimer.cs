using System.Collections.Immutable;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>Posts a tick to its activation, waits until the tick is through, then for the period: ticks never overlap.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation activation;
    private readonly Func<CancellationToken, Task> callback;
    private readonly bool interleave;
    private readonly bool keepAlive;
    private readonly CancellationTokenSource stopped = new();
    private readonly ITimer timer;
    private TimeSpan dueTime;
    private TimeSpan period;
    private bool ticking;
    private bool changed;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        this.activation = activation;
        this.callback = callback;
        interleave = options.Interleave;
        keepAlive = options.KeepAlive;
        Check(options.DueTime, options.Period);
        period = options.Period;

        // The timer outlives the call that registers it and must not carry that call's request context.
        using (ExecutionContext.SuppressFlow())
        {
            timer = activation.Engine.Time.CreateTimer(
                static self => ((GrainTimer)self!).Post(), this, options.DueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, period);
        this.dueTime = dueTime;
        this.period = period;
        changed = true;
        if (!ticking)
            Arm(dueTime);
    }

    public void Dispose()
    {
        activation.Forget(this);
        Stop();
    }

    /// <summary>No tick starts any more; the token of one that runs is cancelled.</summary>
    public void Stop()
    {
        stopped.Cancel();
        timer.Dispose();
    }

    private void Post()
    {
        ticking = true;
        activation.Receive(new Tick(this));
    }

    private void Arm(TimeSpan due)
    {
        try
        {
            timer.Change(due, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // Stopped meanwhile.
        }
    }

    private static void Check(TimeSpan dueTime, TimeSpan period)
    {
        CheckOne(dueTime, nameof(dueTime));
        CheckOne(period, nameof(period));

        static void CheckOne(TimeSpan span, string name)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan((long)span.TotalMilliseconds, -1, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan((long)span.TotalMilliseconds, 0xfffffffe, name);
        }
    }

    private sealed class Tick(GrainTimer timer) : Work(ImmutableDictionary<string, object>.Empty, null)
    {
        public override bool Interleaves => timer.interleave;

        public override bool CountsAsUse => timer.keepAlive;

        public override bool Abandoned => timer.stopped.IsCancellationRequested;

        public override async ValueTask Run(Activation activation)
        {
            Begin(activation);
            timer.changed = false;
            try
            {
                await timer.callback(timer.stopped.Token);
            }
            catch (Exception exception)
            {
                activation.Engine.Log.TimerFailed(exception, activation.GrainId);
            }

            Release(activation, null);
            timer.ticking = false;
            if (!Abandoned)
                timer.Arm(timer.changed ? timer.dueTime : timer.period);
            activation.Continue();
        }

        public override void Reject(Exception exception)
        {
        }

        public override void Displace(Engine engine)
        {
        }

        public override string ToString() => $"a timer of {timer.activation.GrainId}";
    }
}

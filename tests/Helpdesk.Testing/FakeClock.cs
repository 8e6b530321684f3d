namespace Helpdesk.Testing;

/// <summary>A clock that stands until it is moved. Timers and delays made with it fire inside <see cref="Advance"/>, in their order, each at its own moment.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset now = start;

    /// <summary>Begins on a working day at noon in Germany.</summary>
    public FakeClock() : this(new(2026, 11, 18, 11, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves forward and fires on the way what falls due, also what is only set up by something that fires.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetUtcNow() + by;
        while (NextDue(end) is { } timer)
            timer.Fire();
        lock (guard)
            now = end;
    }

    private FakeTimer? NextDue(DateTimeOffset end)
    {
        lock (guard)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is null)
                return null;
            now = next.Due > now ? next.Due : now;
            next.MoveOn(now);
            return next;
        }
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;
        private bool disposed;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.guard)
            {
                clock.timers.Remove(this);
                if (disposed)
                    return false;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;

                this.period = period;
                Due = clock.now + dueTime;
                clock.timers.Add(this);
                return true;
            }
        }

        /// <summary>Under the clock's guard.</summary>
        public void MoveOn(DateTimeOffset moment)
        {
            if (period > TimeSpan.Zero)
                Due = moment + period;
            else
                clock.timers.Remove(this);
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock.guard)
            {
                disposed = true;
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

namespace Orleans.Local.Tests.Timers;

public sealed class GrainTimerTests
{
    [Fact]
    public async Task A_timer_ticks_when_due_and_then_every_period()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITimerGrain>("a");
        await grain.Register(due: 10, period: 5);

        silo.Clock.Advance(TimeSpan.FromSeconds(9));
        (await grain.Ticks()).ShouldBe(0);
        silo.Clock.Advance(TimeSpan.FromSeconds(1));
        (await grain.Ticks()).ShouldBe(1);
        silo.Clock.Advance(TimeSpan.FromSeconds(5));
        (await grain.Ticks()).ShouldBe(2);
    }

    [Fact]
    public async Task A_tick_waits_for_the_call_that_runs()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITimerGrain>("a");
        await grain.Register(due: 10, period: 5);
        var call = grain.Wait("in the call", "go on");
        await silo.Signals.At("in the call");

        silo.Clock.Advance(TimeSpan.FromSeconds(10));
        (await grain.TicksMeanwhile()).ShouldBe(0);
        silo.Signals.Open("go on");
        await call;

        (await grain.Ticks()).ShouldBe(1);
    }

    [Fact]
    public async Task An_interleaving_timer_ticks_in_the_middle_of_a_call()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITimerGrain>("a");
        await grain.Register(due: 10, period: 5, interleave: true);
        var call = grain.Wait("in the call", "tick 1");
        await silo.Signals.At("in the call");

        silo.Clock.Advance(TimeSpan.FromSeconds(10));

        await call;
    }

    [Fact]
    public async Task Ticks_do_not_overlap_and_the_period_starts_at_their_end()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITimerGrain>("a");
        await grain.Register(due: 10, period: 5, slow: true);
        silo.Clock.Advance(TimeSpan.FromSeconds(10));
        await silo.Signals.At("tick 1 began");

        silo.Clock.Advance(TimeSpan.FromSeconds(60));
        silo.Signals.Open("tick 1 may end");
        (await grain.Ticks()).ShouldBe(1);
        silo.Clock.Advance(TimeSpan.FromSeconds(5));

        await silo.Signals.At("tick 2 began");
        silo.Signals.Open("tick 2 may end");
    }

    [Fact]
    public async Task A_tick_that_throws_does_not_end_the_timer()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITimerGrain>("a");
        await grain.Register(due: 1, period: 1, throws: true);

        silo.Clock.Advance(TimeSpan.FromSeconds(1));
        (await grain.Ticks()).ShouldBe(1);
        silo.Clock.Advance(TimeSpan.FromSeconds(1));

        (await grain.Ticks()).ShouldBe(2);
    }

    [Fact]
    public async Task A_disposed_timer_ticks_no_more_and_a_changed_one_at_its_new_time()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITimerGrain>("a");
        await grain.Register(due: 10, period: 10);

        await grain.Change(due: 3, period: 10);
        silo.Clock.Advance(TimeSpan.FromSeconds(3));
        (await grain.Ticks()).ShouldBe(1);
        await grain.Cancel();
        silo.Clock.Advance(TimeSpan.FromSeconds(100));

        (await grain.Ticks()).ShouldBe(1);
    }

    [Fact]
    public async Task A_timer_with_an_infinite_period_ticks_once()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITimerGrain>("a");
        await grain.RegisterOnce(due: 10);

        // Not so long that the grain, asked by nobody, might be collected.
        silo.Clock.Advance(TimeSpan.FromSeconds(100));

        (await grain.Ticks()).ShouldBe(1);
    }

    [Fact]
    public async Task A_timer_ends_with_its_activation()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITimerGrain>("a");
        await grain.Register(due: 10, period: 5);

        await grain.End();
        silo.Clock.Advance(TimeSpan.FromSeconds(30));

        (await grain.Ticks()).ShouldBe(0);
        silo.Signals.Happened.ShouldNotContain("tick 1");
    }

    [Fact]
    public async Task Ticks_keep_a_grain_only_where_asked()
    {
        await using var silo = await TestSilo.Start();
        await silo.Grains.GetGrain<ITimerGrain>("kept").Register(due: 60, period: 60, keepAlive: true);
        await silo.Grains.GetGrain<ITimerGrain>("not kept").Register(due: 60, period: 60);

        for (var minute = 1; minute <= 30; minute++)
        {
            silo.Clock.Advance(TimeSpan.FromMinutes(1));
            await silo.Signals.At($"kept ticked {minute}");
        }

        await silo.Signals.At("not kept ended");
        silo.Signals.Happened.ShouldNotContain("kept ended");
    }

    [Fact]
    public async Task The_request_context_of_the_registering_call_does_not_stick_to_the_timer()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITimerGrain>("a");
        RequestContext.Set("tenant", "musterstadt");
        await grain.Register(due: 1, period: 1);

        silo.Clock.Advance(TimeSpan.FromSeconds(1));

        (await grain.Ticks()).ShouldBe(1);
        silo.Signals.Happened.ShouldContain("tick 1 for ");
    }
}

public interface ITimerGrain : IGrainWithStringKey
{
    Task Register(int due, int period, bool interleave = false, bool keepAlive = false, bool slow = false, bool throws = false);

    Task RegisterOnce(int due);

    Task Change(int due, int period);

    Task Cancel();

    Task<int> Ticks();

    [AlwaysInterleave]
    Task<int> TicksMeanwhile();

    Task Wait(string here, string until);

    Task End();
}

public sealed class TimerGrain(Signals signals) : Grain, ITimerGrain
{
    private IGrainTimer? timer;
    private int ticks;

    public Task Register(int due, int period, bool interleave, bool keepAlive, bool slow, bool throws)
    {
        timer = this.RegisterGrainTimer(
            cancellation => Tick(slow, throws),
            new GrainTimerCreationOptions(TimeSpan.FromSeconds(due), TimeSpan.FromSeconds(period)) { Interleave = interleave, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task RegisterOnce(int due)
    {
        timer = this.RegisterGrainTimer(() => Tick(false, false), TimeSpan.FromSeconds(due), Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task Change(int due, int period)
    {
        timer!.Change(TimeSpan.FromSeconds(due), TimeSpan.FromSeconds(period));
        return Task.CompletedTask;
    }

    public Task Cancel()
    {
        timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task<int> Ticks() => Task.FromResult(ticks);

    public Task<int> TicksMeanwhile() => Ticks();

    public Task Wait(string here, string until)
    {
        signals.Open(here);
        return signals.At(until);
    }

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        signals.Note($"{this.GetPrimaryKeyString()} ended");
        return Task.CompletedTask;
    }

    private async Task Tick(bool slow, bool throws)
    {
        ticks++;
        signals.Note($"tick {ticks}");
        signals.Note($"tick {ticks} for {RequestContext.Get("tenant")}");
        signals.Note($"{this.GetPrimaryKeyString()} ticked {ticks}");
        if (throws)
            throw new InvalidTimeZoneException();
        if (!slow)
            return;

        signals.Open($"tick {ticks} began");
        await signals.At($"tick {ticks} may end");
    }
}

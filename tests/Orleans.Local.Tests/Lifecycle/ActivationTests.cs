using Orleans.Configuration;

namespace Orleans.Local.Tests.Lifecycle;

public sealed class ActivationTests
{
    [Fact]
    public async Task A_grain_is_activated_by_its_first_call_and_only_once()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ILifeGrain>("a");
        silo.Signals.Happened.ShouldBeEmpty();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => grain.Add(1)));

        silo.Signals.Happened.ShouldBe(["activated a"]);
    }

    [Fact]
    public async Task No_call_runs_before_the_activation_is_through()
    {
        await using var silo = await TestSilo.Start();

        (await silo.Grains.GetGrain<ILifeGrain>("slow").IsActivated()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_failed_activation_reaches_every_caller_and_the_next_call_tries_again()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IFragileGrain>("a");

        var callers = Enumerable.Range(0, 5).Select(_ => grain.Call()).ToList();
        await silo.Signals.At("activating a");
        silo.Signals.Open("fail");
        foreach (var caller in callers)
            (await Should.ThrowAsync<InvalidTimeZoneException>(caller)).Message.ShouldBe("not today");

        silo.Signals.Open("works now");
        await grain.Call();
    }

    [Fact]
    public async Task A_constructor_that_throws_is_a_failed_activation()
    {
        await using var silo = await TestSilo.Start();

        await Should.ThrowAsync<InvalidTimeZoneException>(silo.Grains.GetGrain<IStillbornGrain>("a").Call());
        await Should.ThrowAsync<InvalidTimeZoneException>(silo.Grains.GetGrain<IStillbornGrain>("a").Call());
    }

    [Fact]
    public async Task A_grain_that_ends_itself_serves_the_next_call_with_fresh_state()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ILifeGrain>("a");
        await grain.Add(2);

        await grain.End();

        (await grain.Add(1)).ShouldBe(1);
        silo.Signals.Happened.ShouldBe(["activated a", "deactivated a: ApplicationRequested", "activated a"]);
    }

    [Fact]
    public async Task Calls_that_wait_while_a_grain_ends_are_served_by_the_next_activation()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ILifeGrain>("a");
        await grain.Add(10);

        var ending = grain.End();
        var after = Enumerable.Range(0, 10).Select(_ => grain.Add(1)).ToList();

        await ending;
        (await Task.WhenAll(after)).ShouldBe(Enumerable.Range(1, 10));
    }

    [Fact]
    public async Task The_call_that_ends_a_grain_runs_to_its_end_first()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ILifeGrain>("a");

        (await grain.EndAndReturn("still here")).ShouldBe("still here");

        await silo.Signals.At("deactivated a: ApplicationRequested");
    }

    [Fact]
    public async Task A_grain_that_nobody_calls_for_the_collection_age_ends()
    {
        await using var silo = await TestSilo.Start(Collection(age: 15));
        await silo.Grains.GetGrain<ILifeGrain>("a").Add(1);

        silo.Clock.Advance(TimeSpan.FromMinutes(14));
        await silo.Grains.GetGrain<ILifeGrain>("b").Add(1);
        silo.Clock.Advance(TimeSpan.FromMinutes(2));

        await silo.Signals.At("deactivated a: ActivationIdle");
        (await silo.Grains.GetGrain<ILifeGrain>("b").Add(1)).ShouldBe(2);
    }

    [Fact]
    public async Task A_call_that_runs_keeps_its_grain()
    {
        await using var silo = await TestSilo.Start(Collection(age: 15, responseTimeout: 60));
        var call = silo.Grains.GetGrain<ILifeGrain>("a").Wait("in the call", "go on");
        await silo.Signals.At("in the call");

        silo.Clock.Advance(TimeSpan.FromMinutes(40));
        silo.Signals.Open("go on");

        await call;
        (await silo.Grains.GetGrain<ILifeGrain>("a").Add(1)).ShouldBe(1);
        silo.Signals.Happened.ShouldBe(["activated a"]);
    }

    [Fact]
    public async Task A_kept_grain_and_one_with_an_age_of_its_own_follow_their_attributes()
    {
        await using var silo = await TestSilo.Start(Collection(age: 15));
        await silo.Grains.GetGrain<IKeptGrain>("a").Touch();
        await silo.Grains.GetGrain<IShortLivedGrain>("a").Touch();

        silo.Clock.Advance(TimeSpan.FromMinutes(4));
        await silo.Signals.At("short-lived ended");
        silo.Clock.Advance(TimeSpan.FromDays(30));

        (await silo.Grains.GetGrain<IKeptGrain>("a").Touch()).ShouldBe(2);
    }

    [Fact]
    public async Task A_grain_may_delay_its_end_and_take_that_back()
    {
        await using var silo = await TestSilo.Start(Collection(age: 15));
        var grain = silo.Grains.GetGrain<ILifeGrain>("a");
        await grain.Delay(TimeSpan.FromMinutes(60));

        silo.Clock.Advance(TimeSpan.FromMinutes(40));
        await grain.Delay(TimeSpan.FromMinutes(-1));
        silo.Signals.Happened.ShouldBe(["activated a"]);
        silo.Clock.Advance(TimeSpan.FromMinutes(17));

        await silo.Signals.At("deactivated a: ActivationIdle");
    }

    [Fact]
    public async Task Stopping_the_host_ends_every_grain()
    {
        var signals = new Signals();
        var silo = await TestSilo.Start(signals: signals);
        await silo.Grains.GetGrain<ILifeGrain>("a").Add(1);
        await silo.Grains.GetGrain<ILifeGrain>("b").Add(1);

        await silo.DisposeAsync();

        signals.Happened.ShouldContain("deactivated a: ShuttingDown");
        signals.Happened.ShouldContain("deactivated b: ShuttingDown");
    }

    [Fact]
    public async Task After_the_stop_calls_are_refused()
    {
        var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ILifeGrain>("a");
        await silo.Stop();

        await Should.ThrowAsync<SiloUnavailableException>(grain.Add(1));
    }

    private static Action<ISiloBuilder> Collection(int age, int responseTimeout = 1) => silo => silo
        .Configure<GrainCollectionOptions>(options => options.CollectionAge = TimeSpan.FromMinutes(age))
        .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromMinutes(responseTimeout));
}

public interface ILifeGrain : IGrainWithStringKey
{
    Task<int> Add(int number);

    Task<bool> IsActivated();

    Task End();

    Task<string> EndAndReturn(string text);

    Task Wait(string here, string until);

    Task Delay(TimeSpan span);
}

public sealed class LifeGrain(Signals signals) : Grain, ILifeGrain
{
    private int sum;
    private bool activated;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        signals.Note($"activated {this.GetPrimaryKeyString()}");
        for (var turn = 0; turn < 5; turn++)
            await Task.Yield();
        activated = true;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        signals.Note($"deactivated {this.GetPrimaryKeyString()}: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<int> Add(int number) => Task.FromResult(sum += number);

    public Task<bool> IsActivated() => Task.FromResult(activated);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<string> EndAndReturn(string text)
    {
        DeactivateOnIdle();
        await Task.Yield();
        return activated ? text : "gone";
    }

    public Task Wait(string here, string until)
    {
        signals.Open(here);
        return signals.At(until);
    }

    public Task Delay(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }
}

public interface IFragileGrain : IGrainWithStringKey
{
    Task Call();
}

public sealed class FragileGrain(Signals signals) : Grain, IFragileGrain
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        signals.Open($"activating {this.GetPrimaryKeyString()}");
        await signals.At("fail");
        if (!signals.IsOpen("works now"))
            throw new InvalidTimeZoneException("not today");
    }

    public Task Call() => Task.CompletedTask;
}

public interface IStillbornGrain : IGrainWithStringKey
{
    Task Call();
}

public sealed class StillbornGrain : Grain, IStillbornGrain
{
    public StillbornGrain() => throw new InvalidTimeZoneException();

    public Task Call() => Task.CompletedTask;
}

public interface IKeptGrain : IGrainWithStringKey
{
    Task<int> Touch();
}

[KeepAlive]
public sealed class KeptGrain : Grain, IKeptGrain
{
    private int touched;

    public Task<int> Touch() => Task.FromResult(++touched);
}

public interface IShortLivedGrain : IGrainWithStringKey
{
    Task Touch();
}

[CollectionAgeLimit(Minutes = 2)]
public sealed class ShortLivedGrain(Signals signals) : Grain, IShortLivedGrain
{
    public Task Touch() => Task.CompletedTask;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        signals.Note("short-lived ended");
        return Task.CompletedTask;
    }
}

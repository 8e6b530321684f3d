namespace Orleans.Local.Tests.Calls;

public sealed class TurnTests
{
    [Fact]
    public async Task A_grain_takes_one_call_at_a_time_awaits_included()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITurnGrain>("one");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => grain.Overlap(yields: 5)));

        (await grain.MostAtOnce()).ShouldBe(1);
    }

    [Fact]
    public async Task Calls_start_in_the_order_in_which_they_were_sent()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITurnGrain>("order");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(grain.Append));

        (await grain.Appended()).ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public async Task Different_grains_run_at_the_same_time()
    {
        await using var silo = await TestSilo.Start();

        var first = silo.Grains.GetGrain<ITurnGrain>("first").Meet("first is in", "second is in");
        var second = silo.Grains.GetGrain<ITurnGrain>("second").Meet("second is in", "first is in");

        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task An_await_comes_back_to_the_grains_scheduler_and_Task_Run_leaves_it()
    {
        await using var silo = await TestSilo.Start();

        var (before, after, inside) = await silo.Grains.GetGrain<ITurnGrain>("scheduler").Schedulers();

        after.ShouldBeSameAs(before);
        before.ShouldNotBeSameAs(TaskScheduler.Default);
        inside.ShouldBeSameAs(TaskScheduler.Default);
    }

    [Fact]
    public async Task An_always_interleaving_method_runs_in_the_middle_of_another_call()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITurnGrain>("interleaved");

        var long_ = grain.Meet("in the middle", "go on");
        await silo.Signals.At("in the middle");
        await grain.Interleaved();
        silo.Signals.Open("go on");

        await long_;
    }

    [Fact]
    public async Task A_call_that_interleaves_does_not_wait_behind_one_that_does_not()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITurnGrain>("overtaken");

        var running = grain.Meet("running", "go on");
        var waiting = grain.Append(1);
        await silo.Signals.At("running");
        await grain.Interleaved();

        waiting.IsCompleted.ShouldBeFalse();
        silo.Signals.Open("go on");
        await Task.WhenAll(running, waiting);
    }

    [Fact]
    public async Task Read_only_calls_overlap_each_other()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITurnGrain>("readers");

        await Task.WhenAll(grain.Look("one looks", "two looks"), grain.Look("two looks", "one looks"));
    }

    [Fact]
    public async Task A_call_that_changes_something_waits_for_all_read_only_calls()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<ITurnGrain>("writer");

        var first = grain.Look("first reader", "first may end");
        var second = grain.Look("second reader", "second may end");
        await silo.Signals.At("second reader");
        var writer = grain.Append(1);
        silo.Signals.Open("first may end");
        await first;
        await grain.Interleaved();

        writer.IsCompleted.ShouldBeFalse();
        silo.Signals.Open("second may end");
        await Task.WhenAll(second, writer);
    }

    [Fact]
    public async Task A_reentrant_grain_takes_calls_while_it_awaits()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IReentrantGrain>("reentrant");

        await Task.WhenAll(grain.Meet("a", "b"), grain.Meet("b", "a"));
    }

    [Fact]
    public async Task A_reentrant_grain_never_runs_two_turns_at_once()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IReentrantGrain>("turns");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => grain.Turns(20)));

        (await grain.MostTurnsAtOnce()).ShouldBe(1);
    }
}

public interface ITurnGrain : IGrainWithStringKey
{
    Task Overlap(int yields);

    Task<int> MostAtOnce();

    Task Append(int number);

    Task<List<int>> Appended();

    Task Meet(string here, string there);

    Task<(TaskScheduler Before, TaskScheduler After, TaskScheduler Inside)> Schedulers();

    [AlwaysInterleave]
    Task Interleaved();

    [ReadOnly]
    Task Look(string here, string there);
}

public sealed class TurnGrain(Signals signals) : Grain, ITurnGrain
{
    private readonly List<int> appended = [];
    private int inside;
    private int most;

    public async Task Overlap(int yields)
    {
        inside++;
        most = Math.Max(most, inside);
        for (var count = 0; count < yields; count++)
            await Task.Yield();
        inside--;
    }

    public Task<int> MostAtOnce() => Task.FromResult(most);

    public async Task Append(int number)
    {
        await Task.Yield();
        appended.Add(number);
    }

    public Task<List<int>> Appended() => Task.FromResult(appended);

    public Task Meet(string here, string there)
    {
        signals.Open(here);
        return signals.At(there);
    }

    public async Task<(TaskScheduler Before, TaskScheduler After, TaskScheduler Inside)> Schedulers()
    {
        var before = TaskScheduler.Current;
        var inside = await Task.Run(() => TaskScheduler.Current);
        return (before, TaskScheduler.Current, inside);
    }

    public Task Interleaved() => Task.CompletedTask;

    public Task Look(string here, string there) => Meet(here, there);
}

public interface IReentrantGrain : IGrainWithStringKey
{
    Task Meet(string here, string there);

    Task Turns(int count);

    Task<int> MostTurnsAtOnce();
}

[Reentrant]
public sealed class ReentrantGrain(Signals signals) : Grain, IReentrantGrain
{
    private int inside;
    private int most;

    public Task Meet(string here, string there)
    {
        signals.Open(here);
        return signals.At(there);
    }

    public async Task Turns(int count)
    {
        for (var turn = 0; turn < count; turn++)
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.SpinWait(100);
            Interlocked.Decrement(ref inside);
            await Task.Yield();
        }
    }

    public Task<int> MostTurnsAtOnce() => Task.FromResult(most);
}

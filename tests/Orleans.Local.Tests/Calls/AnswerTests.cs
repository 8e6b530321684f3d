using Orleans.Configuration;

namespace Orleans.Local.Tests.Calls;

public sealed class AnswerTests
{
    [Fact]
    public async Task An_exception_reaches_the_caller_with_its_type_and_message()
    {
        await using var silo = await TestSilo.Start();

        var thrown = await Should.ThrowAsync<InvalidTimeZoneException>(silo.Grains.GetGrain<IAnswerGrain>("a").Throw("after a while"));

        thrown.Message.ShouldBe("after a while");
    }

    [Fact]
    public async Task An_exception_crosses_several_grains()
    {
        await using var silo = await TestSilo.Start();

        await Should.ThrowAsync<InvalidTimeZoneException>(silo.Grains.GetGrain<IAnswerGrain>("a").Relay("b"));
    }

    [Fact]
    public async Task An_exception_thrown_before_the_first_await_arrives_like_any_other()
    {
        await using var silo = await TestSilo.Start();

        var answer = silo.Grains.GetGrain<IAnswerGrain>("a").ThrowAtOnce();

        await Should.ThrowAsync<NotSupportedException>(answer);
    }

    [Fact]
    public async Task A_grain_serves_on_after_an_exception()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IAnswerGrain>("a");
        await Should.ThrowAsync<InvalidTimeZoneException>(grain.Throw("once"));

        (await grain.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task Every_kind_of_task_brings_its_answer()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IAnswerGrain>("a");

        await grain.Value();
        (await grain.ValueOf("soon")).ShouldBe("soon");
        (await grain.Join("a", 2, 3m, '4', 5L, 6.5, true, Guid.Empty, "9", 10)).ShouldBe("a 2 3 4 5 6.5 True 00000000-0000-0000-0000-000000000000 9 10");
    }

    [Fact]
    public async Task A_method_of_a_base_interface_is_called_through_the_derived_one()
    {
        await using var silo = await TestSilo.Start();

        (await silo.Grains.GetGrain<IAnswerGrain>("a").Greet()).ShouldBe("hello from a");
        (await silo.Grains.GetGrain<IAnswerGrain>("a").AsReference<IGreetingGrain>().Greet()).ShouldBe("hello from a");
    }

    [Fact]
    public async Task A_one_way_call_returns_before_it_runs_and_its_failure_is_nobodys()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IAnswerGrain>("a");
        var blocking = grain.Block("blocked", "unblock");
        await silo.Signals.At("blocked");

        await grain.Forget();

        silo.Signals.Open("unblock");
        await blocking;
        await silo.Signals.At("forgotten");
    }

    [Fact]
    public async Task A_caller_waits_no_longer_than_the_response_timeout_and_the_call_still_runs()
    {
        await using var silo = await TestSilo.Start();
        var answer = silo.Grains.GetGrain<IAnswerGrain>("a").Block("running", "late");
        await silo.Signals.At("running");

        silo.Clock.Advance(TimeSpan.FromSeconds(29));
        answer.IsCompleted.ShouldBeFalse();
        silo.Clock.Advance(TimeSpan.FromSeconds(2));

        await Should.ThrowAsync<TimeoutException>(answer);
        silo.Signals.Open("late");
        await silo.Signals.At("late is through");
    }

    [Fact]
    public async Task A_call_that_timed_out_while_it_waited_never_runs()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IAnswerGrain>("a");
        var first = grain.Block("first", "first may go");
        await silo.Signals.At("first");
        var second = grain.Count();

        silo.Clock.Advance(TimeSpan.FromSeconds(31));
        await Should.ThrowAsync<TimeoutException>(second);
        await Should.ThrowAsync<TimeoutException>(first);
        silo.Signals.Open("first may go");

        (await grain.Count()).ShouldBe(1);
    }

    [Fact]
    public async Task A_method_may_have_a_response_timeout_of_its_own()
    {
        await using var silo = await TestSilo.Start();
        var answer = silo.Grains.GetGrain<IAnswerGrain>("a").Impatient("running", "never");
        await silo.Signals.At("running");

        silo.Clock.Advance(TimeSpan.FromSeconds(6));

        await Should.ThrowAsync<TimeoutException>(answer);
        silo.Signals.Open("never");
    }

    [Fact]
    public async Task A_cancelled_token_ends_the_wait_and_reaches_the_grain()
    {
        await using var silo = await TestSilo.Start();
        using var cancellation = new CancellationTokenSource();
        var answer = silo.Grains.GetGrain<IAnswerGrain>("a").Cancellable("running", cancellation.Token);
        await silo.Signals.At("running");

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer);
        await silo.Signals.At("running was cancelled");
    }

    [Fact]
    public async Task A_call_that_was_cancelled_while_it_waited_never_runs()
    {
        await using var silo = await TestSilo.Start();
        using var cancellation = new CancellationTokenSource();
        var grain = silo.Grains.GetGrain<IAnswerGrain>("a");
        var first = grain.Block("first", "first may go");
        await silo.Signals.At("first");
        var second = grain.Cancellable("second", cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(second);
        silo.Signals.Open("first may go");
        await first;
        await grain.Count();
        silo.Signals.Happened.ShouldNotContain("second was cancelled");
    }

    [Fact]
    public async Task More_calls_than_the_limit_are_refused_and_those_that_wait_are_served()
    {
        await using var silo = await TestSilo.Start(silo => silo.Configure<SiloMessagingOptions>(options => options.MaxEnqueuedRequestsHardLimit = 10));
        var grain = silo.Grains.GetGrain<IAnswerGrain>("a");
        var running = grain.Block("full", "empty");
        await silo.Signals.At("full");
        Task<int>[] waiting = [.. Enumerable.Range(0, 10).Select(_ => grain.Count())];

        var refused = await Should.ThrowAsync<LimitExceededException>(grain.Count());

        refused.Message.ShouldContain("MaxEnqueuedRequestsHardLimit");
        silo.Signals.Open("empty");
        await running;
        (await Task.WhenAll(waiting)).ShouldBe(Enumerable.Range(1, 10));
        (await grain.Count()).ShouldBe(11);
    }
}

public interface IGreetingGrain : IGrainWithStringKey
{
    Task<string> Greet();
}

public interface IAnswerGrain : IGreetingGrain
{
    Task Throw(string message);

    Task ThrowAtOnce();

    Task Relay(string other);

    Task<int> Count();

    ValueTask Value();

    ValueTask<string> ValueOf(string text);

    Task<string> Join(string a, int b, decimal c, char d, long e, double f, bool g, Guid h, string i, int j);

    Task Block(string here, string until);

    [ResponseTimeout("00:00:05")]
    Task Impatient(string here, string until);

    [OneWay]
    Task Forget();

    Task Cancellable(string name, CancellationToken cancellation);
}

public sealed class AnswerGrain(Signals signals) : Grain, IAnswerGrain
{
    private int count;

    public Task<string> Greet() => Task.FromResult($"hello from {this.GetPrimaryKeyString()}");

    public async Task Throw(string message)
    {
        await Task.Yield();
        throw new InvalidTimeZoneException(message);
    }

    public Task ThrowAtOnce() => throw new NotSupportedException();

    public Task Relay(string other) => GrainFactory.GetGrain<IAnswerGrain>(other).Throw("from afar");

    public Task<int> Count() => Task.FromResult(++count);

    public ValueTask Value() => ValueTask.CompletedTask;

    public async ValueTask<string> ValueOf(string text)
    {
        await Task.Yield();
        return text;
    }

    public Task<string> Join(string a, int b, decimal c, char d, long e, double f, bool g, Guid h, string i, int j) =>
        Task.FromResult(FormattableString.Invariant($"{a} {b} {c} {d} {e} {f} {g} {h} {i} {j}"));

    public async Task Block(string here, string until)
    {
        signals.Open(here);
        await signals.At(until);
        signals.Note($"{until} is through");
    }

    public Task Impatient(string here, string until) => Block(here, until);

    public Task Forget()
    {
        signals.Note("forgotten");
        throw new NotSupportedException();
    }

    public async Task Cancellable(string name, CancellationToken cancellation)
    {
        signals.Open(name);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        finally
        {
            signals.Note($"{name} was cancelled");
        }
    }
}

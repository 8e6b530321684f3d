namespace Orleans.Local.Tests.Calls;

/// <summary>The packages let a call that waits for itself wait until it times out; this engine refuses it at once. Everything else here holds on both.</summary>
public sealed class CallChainTests
{
    [Fact]
    public async Task A_grain_that_calls_itself_is_refused_at_once()
    {
        await using var silo = await TestSilo.Start();

        var refusal = await Should.ThrowAsync<InvalidOperationException>(silo.Grains.GetGrain<IChainGrain>("a").Via("a"));

        refusal.Message.ShouldContain("IChainGrain.Via of chain/a would wait for IChainGrain.Via of chain/a");
    }

    [Fact]
    public async Task A_call_back_over_other_grains_is_refused_with_the_whole_chain()
    {
        await using var silo = await TestSilo.Start();

        var refusal = await Should.ThrowAsync<InvalidOperationException>(silo.Grains.GetGrain<IChainGrain>("a").Via("b", "c", "a"));

        refusal.Message.ShouldContain("chain/a → chain/b → chain/c → chain/a");
        refusal.Message.ShouldContain("AlwaysInterleave");
    }

    [Fact]
    public async Task After_a_refusal_all_grains_of_the_chain_serve_again()
    {
        await using var silo = await TestSilo.Start();
        await Should.ThrowAsync<InvalidOperationException>(silo.Grains.GetGrain<IChainGrain>("a").Via("b", "a"));

        await silo.Grains.GetGrain<IChainGrain>("a").Via("b");
        await silo.Grains.GetGrain<IChainGrain>("b").Via("a");
    }

    [Fact]
    public async Task A_call_back_from_code_that_left_the_scheduler_is_refused_too()
    {
        await using var silo = await TestSilo.Start();

        await Should.ThrowAsync<InvalidOperationException>(silo.Grains.GetGrain<IChainGrain>("a").FromThreadPool("a"));
    }

    [Fact]
    public async Task A_call_back_to_an_interleaving_method_runs()
    {
        await using var silo = await TestSilo.Start();

        await silo.Grains.GetGrain<IChainGrain>("a").AskAlong("b", "a");
    }

    [Fact]
    public async Task A_call_back_runs_where_the_first_call_allowed_it()
    {
        await using var silo = await TestSilo.Start();

        await silo.Grains.GetGrain<IChainGrain>("a").Allowing("b", "a");
    }

    [Fact]
    public async Task What_was_allowed_for_one_chain_is_not_allowed_for_another()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IChainGrain>("a");

        var allowing = grain.AllowingWhile("allowed", "go on");
        await silo.Signals.At("allowed");
        var other = grain.Via();
        await grain.Ask();

        other.IsCompleted.ShouldBeFalse();
        silo.Signals.Open("go on");
        await Task.WhenAll(allowing, other);
    }

    [Fact]
    public async Task A_one_way_call_back_waits_its_turn_and_is_not_refused()
    {
        await using var silo = await TestSilo.Start();

        await silo.Grains.GetGrain<IChainGrain>("a").TellBack("b");

        await silo.Signals.At("told a");
    }

    [Fact]
    public async Task A_call_back_after_the_first_call_has_ended_is_not_refused()
    {
        await using var silo = await TestSilo.Start();

        await silo.Grains.GetGrain<IChainGrain>("a").StartAndLeave("b", "a has left");
        silo.Signals.Open("a has left");

        await silo.Signals.At("b came back");
    }

    [Fact]
    public async Task A_grain_that_calls_its_caller_while_it_activates_is_refused()
    {
        await using var silo = await TestSilo.Start();

        var refusal = await Should.ThrowAsync<InvalidOperationException>(silo.Grains.GetGrain<IChainGrain>("a").Wake("curious"));

        refusal.Message.ShouldContain("chain/a");
    }
}

public interface IChainGrain : IGrainWithStringKey
{
    /// <summary>Calls the first, which calls the second, and so on.</summary>
    Task Via(params string[] others);

    Task FromThreadPool(string other);

    Task AskAlong(string through, string asked);

    Task Allowing(params string[] others);

    Task AllowingWhile(string allowed, string until);

    Task TellBack(string through);

    Task TellTo(string other);

    [OneWay]
    Task Tell();

    Task StartAndLeave(string other, string gate);

    Task CallBackAfter(string gate, string other);

    Task Wake(string other);

    [AlwaysInterleave]
    Task Ask();
}

public sealed class ChainGrain(Signals signals) : Grain, IChainGrain
{
    public Task Via(params string[] others) => others is [var next, .. var rest] ? Other(next).Via(rest) : Task.CompletedTask;

    public Task FromThreadPool(string other) => Task.Run(() => Other(other).Via());

    public Task AskAlong(string through, string asked) => through == this.GetPrimaryKeyString() ? Other(asked).Ask() : Other(through).AskAlong(through, asked);

    public async Task Allowing(params string[] others)
    {
        using (RequestContext.AllowCallChainReentrancy())
            await Via(others);
    }

    public async Task AllowingWhile(string allowed, string until)
    {
        using (RequestContext.AllowCallChainReentrancy())
        {
            signals.Open(allowed);
            await signals.At(until);
        }
    }

    public Task TellBack(string through) => Other(through).TellTo(this.GetPrimaryKeyString());

    public Task TellTo(string other) => Other(other).Tell();

    public Task Tell()
    {
        signals.Note($"told {this.GetPrimaryKeyString()}");
        return Task.CompletedTask;
    }

    public Task StartAndLeave(string other, string gate)
    {
        _ = Other(other).CallBackAfter(gate, this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public async Task CallBackAfter(string gate, string other)
    {
        await signals.At(gate);
        await Other(other).Via();
        signals.Note($"{this.GetPrimaryKeyString()} came back");
    }

    public Task Wake(string other) => GrainFactory.GetGrain<ICuriousGrain>(this.GetPrimaryKeyString()).Wake();

    public Task Ask() => Task.CompletedTask;

    private IChainGrain Other(string key) => GrainFactory.GetGrain<IChainGrain>(key);
}

public interface ICuriousGrain : IGrainWithStringKey
{
    Task Wake();
}

/// <summary>Asks the chain grain of the same name something before it is active.</summary>
public sealed class CuriousGrain : Grain, ICuriousGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        GrainFactory.GetGrain<IChainGrain>(this.GetPrimaryKeyString()).Via();

    public Task Wake() => Task.CompletedTask;
}

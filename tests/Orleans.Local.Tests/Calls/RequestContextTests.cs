using System.Diagnostics;

namespace Orleans.Local.Tests.Calls;

public sealed class RequestContextTests
{
    [Fact]
    public async Task A_value_travels_with_a_call_and_with_the_calls_that_it_makes()
    {
        await using var silo = await TestSilo.Start();
        RequestContext.Set("tenant", "musterstadt");

        (await silo.Grains.GetGrain<IContextGrain>("a").ReadVia("b", "tenant")).ShouldBe("musterstadt");
    }

    [Fact]
    public async Task A_value_survives_an_await_inside_the_grain()
    {
        await using var silo = await TestSilo.Start();
        RequestContext.Set("tenant", "musterstadt");

        (await silo.Grains.GetGrain<IContextGrain>("a").ReadLate("tenant")).ShouldBe("musterstadt");
    }

    [Fact]
    public async Task What_a_grain_sets_does_not_come_back_nor_reach_the_next_call()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IContextGrain>("a");

        await grain.Set("mark", "x");

        RequestContext.Get("mark").ShouldBeNull();
        (await grain.ReadLate("mark")).ShouldBeNull();
    }

    [Fact]
    public async Task Callers_do_not_see_each_others_values()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IContextGrain>("a");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () =>
        {
            RequestContext.Set("number", number);
            return await grain.ReadLate("number");
        })));

        answers.ShouldBe(Enumerable.Range(0, 50).Select(number => number.ToString()));
    }

    [Fact]
    public async Task Removed_and_cleared_values_are_gone()
    {
        RequestContext.Set("a", 1);
        RequestContext.Set("b", 2);

        RequestContext.Remove("a").ShouldBeTrue();
        RequestContext.Remove("a").ShouldBeFalse();
        RequestContext.Keys.ShouldBe(["b"]);
        RequestContext.Clear();

        RequestContext.Entries.ShouldBeEmpty();
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Other_async_locals_stay_with_the_caller()
    {
        await using var silo = await TestSilo.Start();
        ContextGrain.Ambient.Value = "the caller's";

        (await silo.Grains.GetGrain<IContextGrain>("a").ReadAmbient()).ShouldBeNull();
    }

    [Fact]
    public async Task An_activity_travels_where_that_is_switched_on()
    {
        using var activity = new Activity("request").Start();

        await using (var silent = await TestSilo.Start())
            (await silent.Grains.GetGrain<IContextGrain>("a").ActivityId()).ShouldBeNull();
        await using var silo = await TestSilo.Start(silo => silo.AddActivityPropagation());
        (await silo.Grains.GetGrain<IContextGrain>("a").ActivityId()).ShouldBe(activity.Id);
    }
}

public interface IContextGrain : IGrainWithStringKey
{
    Task<string?> ReadVia(string other, string key);

    Task<string?> ReadLate(string key);

    Task Set(string key, string value);

    Task<string?> ReadAmbient();

    Task<string?> ActivityId();
}

public sealed class ContextGrain : Grain, IContextGrain
{
    public static AsyncLocal<string?> Ambient { get; } = new();

    public Task<string?> ReadVia(string other, string key) => GrainFactory.GetGrain<IContextGrain>(other).ReadLate(key);

    public async Task<string?> ReadLate(string key)
    {
        await Task.Yield();
        return RequestContext.Get(key)?.ToString();
    }

    public Task Set(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }

    public Task<string?> ReadAmbient() => Task.FromResult(Ambient.Value);

    public Task<string?> ActivityId() => Task.FromResult(Activity.Current?.Id);
}

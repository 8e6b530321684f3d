using Helpdesk.Grains.Hosting.Calls;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace Helpdesk.Grains.Tests.Hosting.Calls;

public sealed class GrainCallTests : IAsyncLifetime
{
    private InProcessTestCluster? cluster;

    private IGrainFactory Grains => cluster!.Client;

    public async Task InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSiloHost((_, host) => host.Logging.ClearProviders());
        builder.ConfigureSilo((_, silo) => silo.AddOutgoingGrainCallFilter<GrainCallFilter>().Services.AddDomainCodec());
        builder.ConfigureClient(client => client.AddOutgoingGrainCallFilter<GrainCallFilter>().Services.AddDomainCodec());
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async Task DisposeAsync() => await cluster!.DisposeAsync();

    [Theory]
    [InlineData("a b a", "path/a → path/b → path/a")]
    [InlineData("a a", "path/a → path/a")]
    [InlineData("a b c d b", "path/b → path/c → path/d → path/b")]
    public async Task A_circle_of_calls_is_refused_with_its_chain(string path, string chain)
    {
        // Some of them in the same silo, some not.
        foreach (var place in Enumerable.Range(0, 5))
        {
            var names = path.Split(' ').Select(name => name + place).ToArray();

            var refused = await Should.ThrowAsync<CallCircleException>(Grains.GetGrain<IPathGrain>(names[0]).Follow(names[1..], default));

            refused.Chain.ShouldBe(string.Join(" → ", chain.Split(" → ").Select(grain => grain + place)));
            refused.Message.ShouldContain(refused.Chain);
        }
    }

    [Fact]
    public async Task Two_ways_to_the_same_grain_are_no_circle()
    {
        (await Grains.GetGrain<IPathGrain>("a").FollowBoth(["b"], ["c", "b"], default)).ShouldBe(3);
    }

    [Fact]
    public async Task After_a_refusal_the_grains_go_on()
    {
        await Should.ThrowAsync<CallCircleException>(Grains.GetGrain<IPathGrain>("x").Follow(["y", "x"], default));

        (await Grains.GetGrain<IPathGrain>("x").Follow(["y"], default)).ShouldBe(1);
        (await Grains.GetGrain<IPathGrain>("y").Follow(["x"], default)).ShouldBe(1);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public async Task A_call_that_was_lost_is_made_again_and_says_so(int losses, bool again)
    {
        (await Grains.GetGrain<IShakyGrain>($"lost {losses} times").Answer("what was asked", losses, default)).ShouldBe(again);

        RequestContext.Get("helpdesk.again").ShouldBeNull("the caller's next call is no repetition");
    }

    [Fact]
    public async Task A_call_of_a_grain_that_was_to_begin_on_a_dead_silo_is_made_again()
    {
        (await Grains.GetGrain<IShakyGrain>("not begun").Answer("what was asked", 2, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_that_fails_is_not_made_again()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            Grains.GetGrain<IShakyGrain>("fails").Fail("what was asked", default));

        failure.Message.ShouldBe("Call 1 fails.");
    }

    [Fact]
    public async Task Whoever_does_not_wait_any_longer_is_not_repeated_for()
    {
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(
            Grains.GetGrain<IShakyGrain>("always lost").Answer("what was asked", int.MaxValue, gone.Token));
    }
}

namespace Orleans.Local.Tests.Lifecycle;

/// <summary>Alone in the process while it runs: what other tests hold would count.</summary>
[CollectionDefinition(nameof(IdleMemoryTests), DisableParallelization = true)]
[Collection(nameof(IdleMemoryTests))]
public sealed class IdleMemoryTests
{
    [Fact]
    public async Task Two_hundred_thousand_idle_grains_give_their_memory_back()
    {
        await using var silo = await TestSilo.Start();

        // A process at work: grains that stay, and queues and pools of the runtime at their working size.
        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(key => silo.Grains.GetGrain<IKeptGrain>($"{key}").Touch()));
        await ActivateAndIdle(20_000, () => { });
        var start = Memory();
        var full = 0L;
        await ActivateAndIdle(200_000, () => full = Memory());
        var end = Memory();

        full.ShouldBeGreaterThan(start + 50_000_000, "the test must hold enough grains to see them go");
        ((double)end / start).ShouldBeLessThan(1.2);

        async Task ActivateAndIdle(int grains, Action whenActive)
        {
            var ended = CountedGrain.Expect(grains);
            foreach (var keys in Enumerable.Range(0, grains).Chunk(1000))
                await Task.WhenAll(keys.Select(key => silo.Grains.GetGrain<ICountedGrain>($"{key:D8}").Touch()));
            whenActive();
            silo.Clock.Advance(TimeSpan.FromMinutes(17));
            await ended.WaitAsync(TimeSpan.FromMinutes(1));
            await silo.Collected;
        }
    }

    private static long Memory()
    {
        // Compacting, so that holes in the heap do not count as memory that is held.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

public interface ICountedGrain : IGrainWithStringKey
{
    Task Touch();
}

public sealed class CountedGrain : Grain, ICountedGrain
{
    private static TaskCompletionSource ended = new();
    private static int left;

    private readonly byte[] state = new byte[100];

    /// <summary>Complete when so many activations have ended.</summary>
    public static Task Expect(int activations)
    {
        (left, ended) = (activations, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return ended.Task;
    }

    public Task Touch()
    {
        state[0]++;
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref left) == 0)
            ended.TrySetResult();
        return Task.CompletedTask;
    }
}

namespace Helpdesk.Bench.Engine;

/// <summary>The least that a grain can do, so that what is measured is the engine.</summary>
[Alias("ICountingGrain")]
public interface ICountingGrain : IGrainWithIntegerKey
{
    [Alias("Add")]
    Task<long> Add(long value, CancellationToken cancellation);
}

public sealed class CountingGrain : Grain, ICountingGrain
{
    private long sum;

    public Task<long> Add(long value, CancellationToken cancellation) => Task.FromResult(sum += value);
}

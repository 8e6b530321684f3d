namespace Helpdesk.Grains.Due;

/// <summary>
/// How much of a process all its sweepers together may take: half of <see cref="SweeperOptions.Concurrency"/> while there is time, all of
/// it when time runs out.
/// </summary>
public sealed class SweepPace(IOptions<SweeperOptions> options) : IDisposable
{
    /// <summary>Half of the minute in which what is due must be acted on.</summary>
    public static readonly TimeSpan Urgent = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim places = new(options.Value.Concurrency);
    private readonly SemaphoreSlim calm = new(Math.Max(1, options.Value.Concurrency / 2));

    /// <param name="late">How long ago it was due.</param>
    public Task<T> Run<T>(TimeSpan late, Func<Task<T>> work, CancellationToken cancellation) =>
        late < Urgent ? In(calm, () => In(places, work, cancellation), cancellation) : In(places, work, cancellation);

    public void Dispose()
    {
        places.Dispose();
        calm.Dispose();
    }

    private static async Task<T> In<T>(SemaphoreSlim places, Func<Task<T>> work, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            places.Release();
        }
    }
}

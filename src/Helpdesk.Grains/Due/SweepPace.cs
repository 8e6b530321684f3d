using Microsoft.Extensions.Options;

namespace Helpdesk.Grains.Due;

/// <summary>How much of a process all its sweepers together may take: <see cref="SweeperOptions.Concurrency"/> subjects at a time.</summary>
public sealed class SweepPace(IOptions<SweeperOptions> options) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.Concurrency);

    public async Task<T> Run<T>(Func<Task<T>> work, CancellationToken cancellation)
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

    public void Dispose() => places.Dispose();
}

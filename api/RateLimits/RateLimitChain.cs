using System.Threading.RateLimiting;

namespace Helpdesk.Api.RateLimits;

/// <summary>
/// Limits that a request passes one after another, and that end together. The framework's chain leaves each of its limits running when it
/// is disposed, and the timer of a limit keeps everything in memory that was there when it began: the whole host.
/// </summary>
internal sealed class RateLimitChain(params PartitionedRateLimiter<HttpContext>[] limits) : PartitionedRateLimiter<HttpContext>
{
    private readonly PartitionedRateLimiter<HttpContext> chain = PartitionedRateLimiter.CreateChained(limits);

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => chain.GetStatistics(resource);

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) =>
        chain.AttemptAcquire(resource, permitCount);

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(
        HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        chain.AcquireAsync(resource, permitCount, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        chain.Dispose();
        foreach (var limit in limits)
            limit.Dispose();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await chain.DisposeAsync();
        foreach (var limit in limits)
            await limit.DisposeAsync();
    }
}

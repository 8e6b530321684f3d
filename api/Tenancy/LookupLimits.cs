using System.Threading.RateLimiting;

namespace Helpdesk.Api.Tenancy;

/// <summary>
/// Which names of hosts may be looked up in the database. That happens before anybody can be asked to sign in, so one network gets as many
/// as it gets requests without a credential, and all together hold a few connections only.
/// </summary>
internal sealed class LookupLimits : IDisposable
{
    // Who waits longer than this many others is told to come back.
    private const int LongestQueue = 200;

    private readonly PartitionedRateLimiter<HttpContext> networks;
    private readonly ConcurrencyLimiter atOnce;

    public LookupLimits(IOptions<RateLimitOptions> options)
    {
        var bucket = options.Value.Address.Bucket<ulong>();
        networks = PartitionedRateLimiter.Create<HttpContext, ulong>(
            context => RateLimitPartition.Get(ClientAddress.NetworkKeyOf(context), bucket));
        atOnce = new(new() { PermitLimit = options.Value.LookupConcurrency, QueueLimit = LongestQueue });
    }

    public async ValueTask<Lookup> Enter(HttpContext context)
    {
        using var allowance = networks.AttemptAcquire(context);
        if (!allowance.IsAcquired)
            return new(null, HttpErrors.RateLimited);

        var place = await atOnce.AcquireAsync(1, context.RequestAborted);
        return new(place, place.IsAcquired ? null : HttpErrors.Overloaded);
    }

    public void Dispose()
    {
        networks.Dispose();
        atOnce.Dispose();
    }

    /// <param name="Refusal"><c>null</c>: go ahead, and dispose when done.</param>
    internal readonly record struct Lookup(RateLimitLease? Place, Error? Refusal) : IDisposable
    {
        public void Dispose() => Place?.Dispose();
    }
}

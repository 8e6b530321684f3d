using System.Threading.RateLimiting;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;

namespace Helpdesk.Api.RateLimits;

/// <summary>
/// Who is let in to work, and who waits. Who finds no place free waits in the order of coming, not too many and not too long; a heavy
/// request waits outside for its own places first, so that it never stands in the way of its account's quick ones.
/// </summary>
internal sealed class Admission(LoadShares shares, RateLimitOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext>[] quick =
    [
        Lane(AccountOf, shares.Account, options.QueueLength),
        Lane<(Guid, bool)>(
            context => TenantOf(context) is { } tenant ? (tenant, AccountOf(context) is null) : null, shares.Tenant, options.QueueLength),
    ];

    // Few wait here: each of them takes long.
    private readonly PartitionedRateLimiter<HttpContext>[] heavy =
    [
        Lane(AccountOf, shares.HeavyOfAccount, options.HeavyQueueLength),
        Lane(TenantOf, shares.HeavyOfTenant, options.HeavyQueueLength),
        Lane<int>(_ => 0, shares.Heavy, options.QueueLength),
    ];

    /// <summary>Places, or the refusal.</summary>
    public async ValueTask<Admitted> Enter(HttpContext context)
    {
        var admitted = new Admitted();
        var wait = new Wait(options.QueueTime, context.RequestAborted);
        try
        {
            if (!HeavyRequest.Is(context) || await Take(heavy, context, admitted, wait))
                await Take(quick, context, admitted, wait);
            return admitted;
        }
        catch
        {
            admitted.Dispose();
            throw;
        }
        finally
        {
            wait.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var lane in quick.Concat(heavy))
            lane.Dispose();
    }

    private async ValueTask<bool> Take(PartitionedRateLimiter<HttpContext>[] lanes, HttpContext context, Admitted admitted, Wait wait)
    {
        foreach (var lane in lanes)
        {
            if (!admitted.Add(await wait.For(lane, context)))
            {
                // The last heavy lane is everybody's; all others are the caller's own.
                admitted.Refuse(lane == heavy[^1] ? HttpErrors.Overloaded : HttpErrors.TooManyAtOnce);
                return false;
            }
        }

        return true;
    }

    // An account that works in two tenants has the shares of two.
    private static (Guid, Guid)? AccountOf(HttpContext context) =>
        context.FindCredential() is { } known ? (known.Account.Value, TenantOf(context) ?? Guid.Empty) : null;

    private static Guid? TenantOf(HttpContext context) => context.FindTenant()?.Tenant.Value;

    private static PartitionedRateLimiter<HttpContext> Lane<TKey>(Func<HttpContext, TKey?> keyOf, int places, int queue)
        where TKey : struct
    {
        var lane = new ConcurrencyLimiterOptions { PermitLimit = places, QueueLimit = queue };
        Func<TKey, RateLimiter> limiter = _ => new ConcurrencyLimiter(lane);
        return PartitionedRateLimiter.Create<HttpContext, TKey>(context => keyOf(context) is { } key
            ? RateLimitPartition.Get(key, limiter) : RateLimitPartition.GetNoLimiter(default(TKey)));
    }

    /// <summary>The patience of one request, in all lanes together. Costs nothing where nobody waits.</summary>
    private sealed class Wait(TimeSpan longest, CancellationToken aborted) : IDisposable
    {
        private CancellationTokenSource? ends;

        /// <returns>Not acquired: too many wait there, or it took too long.</returns>
        public async ValueTask<RateLimitLease> For(PartitionedRateLimiter<HttpContext> lane, HttpContext context)
        {
            var lease = lane.AttemptAcquire(context);
            if (lease.IsAcquired)
                return lease;
            if (ends is null)
            {
                ends = CancellationTokenSource.CreateLinkedTokenSource(aborted);
                ends.CancelAfter(longest);
            }

            try
            {
                return await lane.AcquireAsync(context, 1, ends.Token);
            }
            catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
            {
                return lease;
            }
        }

        public void Dispose() => ends?.Dispose();
    }
}

/// <summary>The places of one request; give them back when it has been answered.</summary>
internal sealed class Admitted : IDisposable
{
    private readonly List<RateLimitLease> places = new(5);

    /// <summary><c>null</c>: go ahead.</summary>
    public Error? Refusal { get; private set; }

    public bool Add(RateLimitLease place)
    {
        places.Add(place);
        return place.IsAcquired;
    }

    public void Refuse(Error why) => Refusal = why;

    public Task Leave()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        for (var last = places.Count - 1; last >= 0; last--)
            places[last].Dispose();
    }
}

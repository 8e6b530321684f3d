using System.Runtime.CompilerServices;
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
        var admitted = new Admitted(options.QueueTime);
        try
        {
            if (!HeavyRequest.Is(context) || await Take(heavy, context, admitted))
                await Take(quick, context, admitted);
            return admitted;
        }
        catch
        {
            admitted.Dispose();
            throw;
        }
        finally
        {
            admitted.StopWaiting();
        }
    }

    public void Dispose()
    {
        foreach (var lane in quick.Concat(heavy))
            lane.Dispose();
    }

    private async ValueTask<bool> Take(PartitionedRateLimiter<HttpContext>[] lanes, HttpContext context, Admitted admitted)
    {
        foreach (var lane in lanes)
        {
            if (!await admitted.Take(lane, context))
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
}

/// <summary>The places of one request; give them back when it has been answered. The only thing that is made for each request.</summary>
/// <param name="patience">Of this request, in all lanes together.</param>
internal sealed class Admitted(TimeSpan patience) : IDisposable
{
    private Places places;
    private int taken;
    private CancellationTokenSource? ends;

    /// <summary><c>null</c>: go ahead.</summary>
    public Error? Refusal { get; private set; }

    /// <returns><c>false</c>: too many wait there, or it took too long.</returns>
    public ValueTask<bool> Take(PartitionedRateLimiter<HttpContext> lane, HttpContext context)
    {
        var place = lane.AttemptAcquire(context);
        return place.IsAcquired ? new(Add(place)) : Wait(lane, context);
    }

    public void Refuse(Error why) => Refusal = why;

    /// <summary>It has its places, or none.</summary>
    public void StopWaiting() => ends?.Dispose();

    public Task Leave()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        while (taken > 0)
            places[--taken].Dispose();
    }

    private async ValueTask<bool> Wait(PartitionedRateLimiter<HttpContext> lane, HttpContext context)
    {
        if (ends is null)
        {
            ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            ends.CancelAfter(patience);
        }

        try
        {
            var place = await lane.AcquireAsync(context, 1, ends.Token);
            return place.IsAcquired && Add(place);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return false;
        }
    }

    private bool Add(RateLimitLease place)
    {
        places[taken++] = place;
        return true;
    }

    // One for each lane that there is.
    [InlineArray(5)]
    private struct Places
    {
        private RateLimitLease first;
    }
}

using System.Buffers.Binary;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Helpdesk.Api.Access;
using Helpdesk.Api.Tenants;
using Helpdesk.Domain;

namespace Helpdesk.Api.RateLimits;

/// <summary>
/// Who shares a limit with whom. A request counts for its account and its tenant, one without a credential for its network; no request counts for
/// everybody, so one tenant's flood never refuses another. Keys are ids that we gave out and addresses, never text of the caller's choice; a bucket that
/// has been full for ten seconds is forgotten.
/// </summary>
internal static class RateLimits
{
    public static PartitionedRateLimiter<HttpContext> Of(RateLimitOptions options)
    {
        // Made once: each request asks for its partitions.
        var (account, address) = (Bucket<Caller>(options.Account), Bucket<Caller>(options.Address));
        var tenants = Bucket<Guid>(options.Tenant);
        var concurrency = new ConcurrencyLimiterOptions { PermitLimit = options.TenantConcurrency };
        Func<Guid, RateLimiter> atOnce = _ => new ConcurrencyLimiter(concurrency);
        return new RateLimitChain(
            PartitionedRateLimiter.Create<HttpContext, Caller>(context => AccountOf(context) is { } caller
                ? RateLimitPartition.Get(new Caller(caller, 0), account)
                : RateLimitPartition.Get(new Caller(Guid.Empty, NetworkOf(context)), address)),
            PartitionedRateLimiter.Create<HttpContext, Guid>(context => TenantOf(context) is { } tenant
                ? RateLimitPartition.Get(tenant, tenants)
                : RateLimitPartition.GetNoLimiter(Guid.Empty)),
            PartitionedRateLimiter.Create<HttpContext, Guid>(context => TenantOf(context) is { } tenant
                ? RateLimitPartition.Get(tenant, atOnce)
                : RateLimitPartition.GetNoLimiter(Guid.Empty)));
    }

    /// <summary>Makes the bucket of one key. Whoever holds it fills it up again.</summary>
    internal static Func<TKey, RateLimiter> Bucket<TKey>(RateLimit limit)
    {
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.Burst,
            TokensPerPeriod = limit.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = false,
        };
        return _ => new TokenBucketRateLimiter(options);
    }

    private static Guid? AccountOf(HttpContext context) => context.FindCredential()?.Account.Value;

    // Strangers at a tenant's host take nothing from its members.
    private static Guid? TenantOf(HttpContext context) => AccountOf(context) is null ? null : context.FindTenant()?.Tenant.Value;

    /// <summary>What one subscriber cannot change at will: an IPv4 address, or the first 64 bits of an IPv6 one.</summary>
    internal static ulong NetworkOf(HttpContext context)
    {
        // A unix socket has no address.
        var address = context.Connection.RemoteIpAddress ?? System.Net.IPAddress.Loopback;
        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        var isVersion4 = address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6;
        return isVersion4 ? BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    /// <param name="Network">Of strangers; 0 for accounts.</param>
    private readonly record struct Caller(Guid Account, ulong Network);
}

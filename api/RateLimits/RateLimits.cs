using System.Buffers.Binary;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Helpdesk.Api.Tenants;

namespace Helpdesk.Api.RateLimits;

/// <summary>
/// Who shares a limit with whom. A request counts for its account and its tenant, one without a credential for its network; no request counts for
/// everybody, so one tenant's flood never refuses another. Keys are ids that we gave out and addresses, never text of the caller's choice; a bucket that
/// has been full for ten seconds is forgotten.
/// </summary>
internal static class RateLimits
{
    public static PartitionedRateLimiter<HttpContext> Of(RateLimitOptions options) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, Caller>(context => AccountOf(context) is { } account
            ? Bucket(new Caller(account, 0), options.Account)
            : Bucket(new Caller(Guid.Empty, NetworkOf(context)), options.Address)),
        PartitionedRateLimiter.Create<HttpContext, Guid>(context => TenantOf(context) is { } tenant
            ? Bucket(tenant, options.Tenant)
            : RateLimitPartition.GetNoLimiter(Guid.Empty)),
        PartitionedRateLimiter.Create<HttpContext, Guid>(context => TenantOf(context) is { } tenant
            ? RateLimitPartition.GetConcurrencyLimiter(tenant, _ => new() { PermitLimit = options.TenantConcurrency })
            : RateLimitPartition.GetNoLimiter(Guid.Empty)));

    internal static RateLimitPartition<TKey> Bucket<TKey>(TKey key, RateLimit limit) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = limit.Burst,
        TokensPerPeriod = limit.PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    });

    private static Guid? AccountOf(HttpContext context) =>
        context.User.FindFirst("sub") is { } subject && Guid.TryParseExact(subject.Value, "D", out var account) ? account : null;

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

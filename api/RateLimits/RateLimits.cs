using System.Threading.RateLimiting;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;

namespace Helpdesk.Api.RateLimits;

/// <summary>
/// Who shares a limit with whom. A request counts for its account and its tenant, one without a credential for its network; no request
/// counts for everybody, so one tenant's flood never refuses another. Keys are ids that we gave out and addresses, never text of the
/// caller's choice; a bucket that has been full for ten seconds is forgotten.
/// </summary>
internal static class RateLimits
{
    public static PartitionedRateLimiter<HttpContext> Of(RateLimitOptions options)
    {
        // Made once: each request asks for its partitions.
        var (account, address) = (options.Account.Bucket<Caller>(), options.Address.Bucket<Caller>());
        var probe = options.Probe.Bucket<Caller>();
        var tenants = options.Tenant.Bucket<Guid>();
        return new RateLimitChain(
            PartitionedRateLimiter.Create<HttpContext, Caller>(context => AccountOf(context) is { } caller
                ? RateLimitPartition.Get(new Caller(caller, 0), account)
                : Probe.Is(context)
                    ? RateLimitPartition.Get(new Caller(Guid.Empty, ClientAddress.NetworkKeyOf(context), Probes: true), probe)
                    : RateLimitPartition.Get(new Caller(Guid.Empty, ClientAddress.NetworkKeyOf(context)), address)),
            PartitionedRateLimiter.Create<HttpContext, Guid>(context => TenantOf(context) is { } tenant
                ? RateLimitPartition.Get(tenant, tenants)
                : RateLimitPartition.GetNoLimiter(Guid.Empty)));
    }

    private static Guid? AccountOf(HttpContext context) => context.FindCredential()?.Account.Value;

    // Strangers at a tenant's host take nothing from its members.
    private static Guid? TenantOf(HttpContext context) => AccountOf(context) is null ? null : context.FindTenant()?.Tenant.Value;

    /// <param name="Network">The network of a stranger; 0 for accounts.</param>
    /// <param name="Probes">Apart from what else comes from there.</param>
    private readonly record struct Caller(Guid Account, ulong Network, bool Probes = false);
}

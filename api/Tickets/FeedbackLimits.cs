using Helpdesk.Api.Tenancy;

namespace Helpdesk.Api.Tickets;

/// <summary>
/// How many reports of barriers are taken from people who are not signed in: each becomes a ticket that somebody must read. Counted in this
/// process, by hours of its clock.
/// </summary>
internal sealed class FeedbackLimits(TimeProvider time)
{
    /// <summary>In an hour, from one network to one tenant, inclusive.</summary>
    public const int OfNetwork = 5;

    /// <summary>In an hour, to one tenant, inclusive: then people are asked to use the telephone.</summary>
    public const int OfTenant = 100;

    private readonly Dictionary<(TenantId Tenant, ulong? Network), int> counts = [];
    private long hour;

    public bool Allows(HttpContext context)
    {
        var tenant = context.Tenant().Tenant;
        lock (counts)
        {
            var now = time.GetUtcNow().Ticks / TimeSpan.TicksPerHour;
            if (now != hour)
                counts.Clear();
            hour = now;
            return Count((tenant, ClientAddress.NetworkKeyOf(context))) <= OfNetwork && Count((tenant, null)) <= OfTenant;
        }
    }

    private int Count((TenantId, ulong?) key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}

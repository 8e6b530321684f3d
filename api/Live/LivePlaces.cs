using Helpdesk.Domain.Live;
using Helpdesk.Domain.Tenants;
using Helpdesk.Hosting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Live;

/// <summary>
/// How many streams are open, and whose. They are counted by themselves: who listens for hours takes no place that requests wait for.
/// </summary>
internal sealed class LivePlaces(IOptions<LiveOptions> options, IOptions<ConnectionOptions> connections)
{
    private readonly int most = options.Value.StreamsOf(connections.Value.Most(OpenFiles.Limit()));
    private readonly int ofTenant = options.Value.TenantStreamsOf(connections.Value.Most(OpenFiles.Limit()));
    private readonly int ofAccount = options.Value.AccountStreams;
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, int> tenants = [];
    private readonly Dictionary<(TenantId, AccountId), int> accounts = [];
    private int open;

    public int Open => Volatile.Read(ref open);

    /// <summary>A place; leave it when the stream is over.</summary>
    public Error? Take(TenantId tenant, AccountId account)
    {
        lock (gate)
        {
            if (tenants.GetValueOrDefault(tenant) >= ofTenant || accounts.GetValueOrDefault((tenant, account)) >= ofAccount)
                return LiveErrors.TooManyOfAccount;
            if (open >= most)
                return LiveErrors.TooMany;
            open++;
            tenants[tenant] = tenants.GetValueOrDefault(tenant) + 1;
            accounts[(tenant, account)] = accounts.GetValueOrDefault((tenant, account)) + 1;
            return null;
        }
    }

    public void Leave(TenantId tenant, AccountId account)
    {
        lock (gate)
        {
            open--;
            Less(tenants, tenant);
            Less(accounts, (tenant, account));
        }
    }

    private static void Less<TKey>(Dictionary<TKey, int> counts, TKey key) where TKey : notnull
    {
        if (--counts[key] == 0)
            counts.Remove(key);
    }
}

using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Hosting.Tenancy;
using Helpdesk.Postgres.Caching;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.Tenancy;

/// <summary>
/// Which tenant answers at a host of its own. Hosts come from the network before anybody has signed in, so what is remembered cannot grow,
/// and only so many new ones are looked up.
/// </summary>
internal sealed class OwnHosts(
    IOwnDomains domains, LookupLimits limits, IOptions<TenancyOptions> options, TimeProvider time, DatabaseSilence silence,
    OwnChanges changes)
{
    private const int Most = 10_000;

    private readonly ShortLivedCache<string, string?> known = new(
        options.Value.Freshness, Most, time, new LastKnown<string?>(TimeSpan.FromHours(1), slug => slug is not null), silence,
        _ => changes.OfTenants);

    /// <returns>Neither slug nor refusal: nobody's.</returns>
    public async ValueTask<(string? Slug, Error? Refusal)> Find(string host, HttpContext asking)
    {
        if (host.Length > 253 || !host.Contains('.'))
            return default;
        if (known.TryGet(host, out var slug))
            return (slug, null);

        using var lookup = await limits.Enter(asking);
        if (lookup.Refusal is { } refusal)
            return (null, refusal);
        try
        {
            return (await known.Get(host, name => domains.SlugAt(name, CancellationToken.None), asking.RequestAborted), null);
        }
        catch (StorageException unreachable)
        {
            return (null, FeedErrors.Of(unreachable));
        }
    }
}

using System.Collections.Concurrent;
using Helpdesk.Api.RateLimits;
using Helpdesk.Domain;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Access;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tenants;

/// <summary>
/// Tenants by slug, for the time that <see cref="TenancyOptions.Freshness"/> allows. When the record cannot be reached, what was known last goes
/// on being used: a tenant must not vanish because a database restarts. Names come from the network before anybody has signed in: those of no tenant
/// are remembered in a cache of their own that cannot grow, and only so many new ones are looked up (<see cref="LookupLimits"/>).
/// </summary>
internal sealed class TenantCache(ITenantDirectory directory, LookupLimits limits, IOptions<TenancyOptions> options, TimeProvider time)
{
    private const int MostStrangers = 10_000;

    // As many as there are tenants.
    private readonly ConcurrentDictionary<string, Entry> tenants = new(StringComparer.Ordinal);
    private readonly ShortLivedCache<string, TenantRecord?> strangers = new(options.Value.Freshness, MostStrangers, time);

    /// <returns>No tenant and no refusal: there is none of that name.</returns>
    public async ValueTask<(TenantRecord? Tenant, Error? Refusal)> Find(string slug, HttpContext asking)
    {
        if (tenants.TryGetValue(slug, out var known))
            return (IsFresh(known) ? known.Tenant : await Refresh(slug, known, asking.RequestAborted), null);
        if (Slug.Fault(slug, "") is not null)
            return default;
        if (strangers.TryGet(slug, out var stranger))
            return (stranger, null);

        using var lookup = await limits.Enter(asking);
        if (lookup.Refusal is { } refusal)
            return (null, refusal);
        var found = await strangers.Get(slug, name => directory.FindBySlug(name, CancellationToken.None), asking.RequestAborted);
        if (found is not null)
            tenants.TryAdd(slug, new(found, time.GetTimestamp()));
        return (found, null);
    }

    private bool IsFresh(Entry known) => time.GetElapsedTime(known.Read) < options.Value.Freshness;

    private async ValueTask<TenantRecord?> Refresh(string slug, Entry known, CancellationToken cancellation)
    {
        try
        {
            var asked = time.GetTimestamp();
            var found = await directory.FindBySlug(slug, cancellation);
            if (found is null)
                tenants.TryRemove(slug, out _);
            else
                tenants[slug] = new(found, asked);
            return found;
        }
        catch (Domain.Feed.StorageException)
        {
            return known.Tenant;
        }
    }

    private sealed record Entry(TenantRecord Tenant, long Read);
}

using Helpdesk.Domain.Tenants;
using Helpdesk.Hosting.Tenancy;
using Helpdesk.Postgres.Caching;
using Helpdesk.Postgres.Sql;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tenancy;

/// <summary>
/// Tenants by slug, for the time that <see cref="TenancyOptions.Freshness"/> allows. While the database is away, what was known last goes
/// on being used for a day: a tenant must not vanish because a database restarts. Names come from the network before anybody has signed in:
/// those of no tenant are remembered in a cache of their own, so that they push no tenant out, and only so many new ones are looked up
/// (<see cref="LookupLimits"/>).
/// </summary>
internal sealed class TenantCache(
    ITenantDirectory directory, LookupLimits limits, IOptions<TenancyOptions> options, TimeProvider time, DatabaseSilence? silence = null,
    OwnChanges? changes = null)
{
    private const int MostTenants = 100_000;
    private const int MostStrangers = 10_000;

    private readonly ShortLivedCache<string, TenantRecord?> tenants = new(
        options.Value.Freshness, MostTenants, time, new(TimeSpan.FromDays(1), tenant => tenant is not null), silence,
        _ => changes?.OfTenants ?? 0);

    private readonly ShortLivedCache<string, TenantRecord?> strangers = new(
        options.Value.Freshness, MostStrangers, time, silence: silence, changes: _ => changes?.OfTenants ?? 0);

    /// <returns>No tenant and no refusal: there is none of that name.</returns>
    public async ValueTask<(TenantRecord? Tenant, Error? Refusal)> Find(string slug, HttpContext asking)
    {
        if (tenants.TryGet(slug, out var known))
            return (known, null);
        if (tenants.Knows(slug))
            return (await tenants.Get(slug, Load, asking.RequestAborted), null);
        if (!Slug.MayExist(slug))
            return default;
        if (strangers.TryGet(slug, out var stranger))
            return (stranger, null);

        using var lookup = await limits.Enter(asking);
        if (lookup.Refusal is { } refusal)
            return (null, refusal);
        var found = await strangers.Get(slug, Load, asking.RequestAborted);
        if (found is not null)
            await tenants.Get(slug, _ => Task.FromResult<TenantRecord?>(found), asking.RequestAborted);
        return (found, null);
    }

    /// <summary>What is known without asking; <c>null</c>: nothing.</summary>
    public TenantRecord? Remembered(string slug) => tenants.TryGet(slug, out var known) ? known : null;

    private Task<TenantRecord?> Load(string slug) => directory.FindBySlug(slug, CancellationToken.None);
}

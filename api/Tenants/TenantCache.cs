using System.Collections.Concurrent;
using Helpdesk.Domain.Tenants;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tenants;

/// <summary>
/// Tenants by slug, for the time that <see cref="TenancyOptions.Freshness"/> allows. When the record cannot be reached, what was known last goes
/// on being used: a tenant must not vanish because a database restarts.
/// </summary>
internal sealed class TenantCache(ITenantDirectory directory, IOptions<TenancyOptions> options, TimeProvider time)
{
    // Slugs come from the network, so the unknown ones must not fill the memory.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public async ValueTask<TenantRecord?> Find(string slug, CancellationToken cancellation)
    {
        var known = entries.GetValueOrDefault(slug);
        if (known is not null && time.GetElapsedTime(known.Read) < options.Value.Freshness)
            return known.Tenant;

        try
        {
            var found = await directory.FindBySlug(slug, cancellation);
            if (entries.Count >= Most)
                entries.Clear();
            entries[slug] = new(found, time.GetTimestamp());
            return found;
        }
        catch (Domain.Feed.StorageException) when (known is not null)
        {
            return known.Tenant;
        }
    }

    private sealed record Entry(TenantRecord? Tenant, long Read);
}

using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>Tenants in flag documents: slugs towards people, ids in the database. Made for one request.</summary>
internal sealed class FlagTenantNames(CompiledFlags snapshot) : ITenantNames
{
    private readonly Dictionary<string, TenantId> bySlug =
        snapshot.Tenants.ToDictionary(tenant => tenant.Slug, tenant => tenant.Id, StringComparer.Ordinal);

    private readonly HashSet<string> missed = new(StringComparer.Ordinal);

    public TenantId? Find(string name)
    {
        if (bySlug.TryGetValue(name, out var tenant))
            return tenant;

        missed.Add(name);
        return null;
    }

    /// <summary>A tenant that is gone shows its id.</summary>
    public string Of(TenantId tenant) => snapshot.SourceOf(tenant)?.Tenant.Slug ?? tenant.ToString();

    public string Outward(FlagDefinition flag) => FlagDocument.Text(flag, this);

    /// <summary>Reads what a person wrote. A tenant that is younger than the snapshot is looked up in the database.</summary>
    public async Task<(Result<FlagDefinition> Flag, string? Reason)> Inward(
        string json, ITenantDirectory directory, CancellationToken cancellation)
    {
        var flag = FlagDocument.Read(json, this, out var reason);
        if (flag.IsOk || missed.Count == 0)
            return (flag, reason);

        foreach (var slug in missed.Take(20))
        {
            if (Slug.Fault(slug, "") is null
                && await directory.FindBySlug(slug, cancellation) is { Tenant.Status: not TenantStatus.Deleted } found)
                bySlug[slug] = found.Id;
        }

        return (FlagDocument.Read(json, this, out reason), reason);
    }
}

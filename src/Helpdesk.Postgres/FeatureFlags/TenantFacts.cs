using System.Text.Json;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Feed;

namespace Helpdesk.Postgres.FeatureFlags;

/// <summary>What flags may know of a tenant, from its row.</summary>
internal static class TenantFacts
{
    public static FlagTenant Of(TenantId id, string slug, string state)
    {
        // The platform has a row, but no history: its state is empty.
        if (id == TenantId.Platform)
            return FlagTenant.Unknown(id) with { Slug = slug };

        var settings = JsonSerializer.Deserialize<Tenant>(state, RecordJson.Options)!.Settings;
        _ = SemanticVersion.TryParse(settings.CmsVersion, out var version);
        return new(id, slug, settings.State, settings.Inhabitants, version, null, []);
    }
}

using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Tenants;

namespace Helpdesk.Postgres.FeatureFlags;

/// <summary>What flags may know of a tenant, from its row and its licence.</summary>
internal static class TenantFacts
{
    public static FlagTenant Of(Database database, TenantId id, string slug, string state, string? licence)
    {
        // The platform has a row, but no history: its state is empty.
        if (id == TenantId.Platform)
            return FlagTenant.Unknown(id) with { Slug = slug };

        var settings = database.States.Read<Tenant>(id, Tenant.Kind, id.Value, state).Settings;
        _ = SemanticVersion.TryParse(settings.CmsVersion, out var version);
        var terms = LicenceStore.Terms(database, id, licence);
        return new()
        {
            Id = id,
            Slug = slug,
            State = settings.State,
            Size = settings.Inhabitants,
            CmsVersion = version,
            Plan = terms.Plan,
            Entitlements = terms.Features,
            EntitledFrom = terms.ValidFrom,
            EntitledUntil = terms.ReadOnlyFrom,
        };
    }
}

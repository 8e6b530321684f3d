using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Tenants;

namespace Helpdesk.Postgres.FeatureFlags;

/// <summary>One tenant as it is stored: JSON, of which the last two need not be there.</summary>
internal sealed record FlagSourceRow(TenantId Tenant, string Slug, string State, string? Flags, string? Licence);

/// <summary>What flags may know of a tenant, from its row and its licence.</summary>
internal static class TenantFacts
{
    /// <exception cref="UnreadableException">Nor can the events be read.</exception>
    public static async ValueTask<FlagTenant> Of(Database database, FlagSourceRow row)
    {
        var (id, slug) = (row.Tenant, row.Slug);
        // The platform has a row, but no history: its state is empty.
        if (id == TenantId.Platform)
            return FlagTenant.Unknown(id) with { Slug = slug };

        var settings = (await database.OrRebuilt<Tenant, TenantEvent>(
            database.States.ReadOrLeaveOut<Tenant>(id, Tenant.Kind, id.Value, row.State), id, id.Value)).Settings;
        _ = SemanticVersion.TryParse(settings.CmsVersion, out var version);
        var terms = await LicenceStore.Terms(database, id, row.Licence);
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

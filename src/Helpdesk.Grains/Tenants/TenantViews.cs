using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Feed;

namespace Helpdesk.Grains.Tenants;

internal static class TenantViews
{
    public static TenantView Of(Guid id, Tenant tenant) => new(
        id, tenant.Slug, tenant.Name, tenant.NumberPrefix, tenant.Status, tenant.SuspendedReason, Of(tenant.Settings), tenant.Version,
        tenant.CreatedAt.ToMessage(), tenant.UpdatedAt.ToMessage());

    public static TenantSettings ToDomain(this TenantSettingsMessage message) => new()
    {
        Registration = message.Registration,
        RegistrationDomains = [.. message.RegistrationDomains],
        Languages = [.. message.Languages],
        Zone = message.Zone,
        State = message.State,
        Inhabitants = message.Inhabitants,
        CmsVersion = message.CmsVersion,
    };

    private static TenantSettingsMessage Of(TenantSettings settings) =>
        new(
            settings.Registration, settings.RegistrationDomains, settings.Languages, settings.Zone, settings.State, settings.Inhabitants, settings.CmsVersion);
}

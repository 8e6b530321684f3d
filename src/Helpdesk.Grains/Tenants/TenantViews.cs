using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Feed;

namespace Helpdesk.Grains.Tenants;

internal static class TenantViews
{
    public static TenantView Of(Guid id, Tenant tenant) => new(
        id, tenant.Slug, tenant.Name, tenant.NumberPrefix, tenant.Status, tenant.SuspendedReason, Of(tenant.Settings), tenant.Version,
        tenant.CreatedAt.ToMessage(), tenant.UpdatedAt.ToMessage(),
        tenant.Deletion is { } request ? new(request.By?.Value, request.At.ToMessage(), request.Reason) : null, tenant.EraseAt.ToMessage());

    public static TenantSettings ToDomain(this TenantSettingsMessage message) => new()
    {
        Registration = message.Registration,
        RegistrationDomains = [.. message.RegistrationDomains],
        Languages = [.. message.Languages],
        Zone = message.Zone,
        State = message.State,
        Inhabitants = message.Inhabitants,
        CmsVersion = message.CmsVersion,
        AutoCloseDays = message.AutoCloseDays,
        Branding = message.Branding is { } look ? new(look.Primary, look.OnPrimary, look.Accent, look.Logo) : null,
        Business = message.Business is { } business ? new(business.Address, business.Email, business.Phone, business.Website) : new(),
        Retention = message.Retention is { } keep ? new(keep.ClosedTicketMonths, keep.AuditMonths) : new(),
        ProviderAccess = message.ProviderAccess,
        StrictCategories = message.StrictCategories,
        PerPersonReports = message.PerPersonReports,
        SecondFactor = message.SecondFactor,
    };

    private static TenantSettingsMessage Of(TenantSettings settings)
    {
        var (look, business, keep) = (settings.Branding, settings.Business, settings.Retention);
        return new(
            settings.Registration, settings.RegistrationDomains, settings.Languages, settings.Zone, settings.State, settings.Inhabitants, settings.CmsVersion,
            settings.AutoCloseDays, look is null ? null : new(look.Primary, look.OnPrimary, look.Accent, look.Logo),
            new(business.Address, business.Email, business.Phone, business.Website), new(keep.ClosedTicketMonths, keep.AuditMonths), settings.ProviderAccess,
            settings.StrictCategories, settings.PerPersonReports, settings.SecondFactor);
    }
}

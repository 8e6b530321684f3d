using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Tenants;

internal static class TenantRegistration
{
    public static IServiceCollection AddTenants(this IServiceCollection services) =>
        services
            .AddSingleton<ITenantStore, TenantStore>()
            .AddSingleton<ITenantDirectory, TenantDirectory>()
            .AddSingleton<ILicenceStore, LicenceStore>()
            .AddSingleton<IProviderGrants, ProviderGrants>()
            .AddSingleton<IOwnDomains, OwnDomains>()
            .AddSingleton<ITenantLogos, TenantLogos>()
            .AddSingleton<ITenantTexts, TenantTexts>();
}

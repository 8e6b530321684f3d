using Helpdesk.Domain.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Postgres.Tenants;

internal static class TenantRegistration
{
    public static IServiceCollection AddTenants(this IServiceCollection services) =>
        services
            .AddSingleton<ITenantStore, TenantStore>()
            .AddSingleton<ITenantDirectory, TenantDirectory>()
            .AddSingleton<ILicenceStore, LicenceStore>()
            .AddSingleton<IProviderGrants, ProviderGrants>()
            .AddSingleton<IOwnDomains, OwnDomains>();
}

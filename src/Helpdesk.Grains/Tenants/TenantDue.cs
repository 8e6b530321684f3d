using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Due;

namespace Helpdesk.Grains.Tenants;

public static class TenantDue
{
    /// <summary>The due moments of tenants and licences, for a host that runs grains.</summary>
    public static IServiceCollection AddTenantDue(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<TenantOptions>, TenantOptionsValidator>();
        services.AddOptions<TenantOptions>().BindConfiguration(TenantOptions.Section).ValidateOnStart();
        return services
            .AddSingleton(
                new DueSubjectKind(Tenant.Kind, (grains, key) => grains.GetGrain<ITenantGrain>(key), due => GrainKeys.Of(due.Tenant)))
            .AddSingleton(new DueSubjectKind(OwnDomain.Kind, (grains, key) => grains.GetGrain<IOwnDomainGrain>(key)))
            .AddSingleton(new DueSubjectKind(ProviderGrant.Kind, (grains, key) => grains.GetGrain<IProviderAccessGrain>(key)))
            .AddSingleton(
                new DueSubjectKind(Licence.Kind, (grains, key) => grains.GetGrain<ILicenceGrain>(key), due => GrainKeys.Of(due.Tenant)));
    }
}

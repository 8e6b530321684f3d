using Helpdesk.Contracts;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Due;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Tenants;

public static class TenantDue
{
    /// <summary>The due moments of licences, for a host that runs grains.</summary>
    public static IServiceCollection AddTenantDue(this IServiceCollection services) => services.AddSingleton(new DueSubjectKind(
        Licence.Kind, (grains, key) => grains.GetGrain<ILicenceGrain>(key), due => GrainKeys.Of(due.Tenant.Value)));
}

using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Due;
using Helpdesk.Grains.FeatureFlags;
using Helpdesk.Grains.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Hosting;

/// <summary>What every host of grains needs, whichever engine runs them.</summary>
public static class GrainHosting
{
    public static ISiloBuilder AddHelpdeskGrains(this ISiloBuilder silo)
    {
        silo.AddIncomingGrainCallFilter<TenantCallFilter>();
        silo.Services.AddTenantPasses().AddDue().AddTenantDue().AddFlagSnapshots().AddFlagManagement().AddFlagExpiry();
        silo.Services.AddSingleton(new DueSubjectKind(Ticket.Kind, (grains, key) => grains.GetGrain<ITicketGrain>(key)));
        return silo;
    }

    /// <summary>For hosts that call grains without running any, too.</summary>
    public static IServiceCollection AddTenantPasses(this IServiceCollection services)
    {
        services.AddSingleton<TenantPasses>();
        return services;
    }
}

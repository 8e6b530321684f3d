using Helpdesk.Grains.Audit;
using Helpdesk.Grains.Due;
using Helpdesk.Grains.FeatureFlags;
using Helpdesk.Grains.Hosting;
using Helpdesk.Grains.Hosting.Calls;
using Helpdesk.Grains.Notifications;
using Helpdesk.Grains.People;
using Helpdesk.Grains.Search;
using Helpdesk.Grains.Tenants;
using Helpdesk.Grains.Tickets;

namespace Helpdesk.Grains;

/// <summary>What every host of grains needs.</summary>
public static class GrainHosting
{
    public static ISiloBuilder AddHelpdeskGrains(this ISiloBuilder silo)
    {
        silo.AddIncomingGrainCallFilter<TenantCallFilter>();
        silo.AddOutgoingGrainCallFilter<GrainCallFilter>();
        silo.Services
            .AddGrainInterfaces()
            .AddTenantPasses()
            .AddFeed()
            .AddDue()
            .AddTenantDue()
            .AddInvitationDue()
            .AddAudit()
            .AddNotices()
            .AddSearch()
            .AddTickets()
            .AddCurrentFlags().AddFlagManagement().AddFlagExpiry();
        return silo;
    }

    /// <summary>For hosts that call grains without running any, too.</summary>
    public static IServiceCollection AddGrainInterfaces(this IServiceCollection services)
    {
        services.Insert(0, ServiceDescriptor.Singleton<IGrainInterfaceTypeProvider, KnownInterfaces>());
        return services.AddDomainCodec();
    }

    /// <summary>For hosts that call grains without running any, too.</summary>
    public static IServiceCollection AddTenantPasses(this IServiceCollection services)
    {
        services.AddSingleton<TenantPasses>();
        return services;
    }
}

using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Helpdesk.Silo.Hosting;

/// <summary>How silos find each other, notice that one is gone, and defend themselves. Linked into the api, which may be a silo as well.</summary>
internal static class HelpdeskCluster
{
    public static IServiceCollection AddHelpdeskCluster(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<HelpdeskClusterOptions>, HelpdeskClusterOptionsValidator>();
        services.AddOptions<HelpdeskClusterOptions>().BindConfiguration(HelpdeskClusterOptions.Section).ValidateOnStart();
        services.AddOptions<ClusterOptions>().Configure<IOptions<HelpdeskClusterOptions>>((cluster, ours) =>
        {
            cluster.ClusterId = ours.Value.Id;
            cluster.ServiceId = GrainDatabase.Service;
        });
        return services;
    }

    public static ISiloBuilder JoinHelpdeskCluster(this ISiloBuilder silo)
    {
        silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<HelpdeskClusterOptions>>((endpoints, ours) => Set(endpoints, ours.Value));

        // A silo that was killed counts as dead after three of these; with the default of 30 s a cluster of which nothing is left takes minutes to come back.
        silo.Configure<ClusterMembershipOptions>(membership => membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5));

        // Refuses new work from clients before processor or memory run out.
        silo.Configure<LoadSheddingOptions>(shedding =>
        {
            shedding.LoadSheddingEnabled = true;
            shedding.CpuThreshold = 95;
            shedding.MemoryThreshold = 90;
        });
        return silo.AddActivityPropagation();
    }

    private static void Set(EndpointOptions endpoints, HelpdeskClusterOptions ours)
    {
        if (ours.Address is not null)
            endpoints.AdvertisedIPAddress = IPAddress.Parse(ours.Address);
        endpoints.SiloPort = ours.SiloPort;
        endpoints.GatewayPort = ours.GatewayPort;
        if (!ours.ListenOnAnyAddress)
            return;

        endpoints.SiloListeningEndpoint = new(IPAddress.Any, ours.SiloPort);
        if (ours.GatewayPort > 0)
            endpoints.GatewayListeningEndpoint = new(IPAddress.Any, ours.GatewayPort);
    }
}

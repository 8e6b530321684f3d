using Helpdesk.Adapters.Dns;
using Helpdesk.Adapters.Outbound;
using Helpdesk.Adapters.Webhooks;
using Helpdesk.Grains;
using Helpdesk.Grains.Hosting.Calls;
using Helpdesk.Grains.Webhooks;
using Helpdesk.Hosting.Attachments;
using Helpdesk.Hosting.Health;
using Helpdesk.Hosting.Mail;
using Helpdesk.Hosting.Push;
using Helpdesk.Hosting.Search;
using Helpdesk.Postgres.Engine;
using Helpdesk.Postgres.Sql;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Messaging;
using Orleans.Runtime;

namespace Helpdesk.Hosting.Cluster;

/// <summary>What every host says to Orleans: how silos find each other, notice that one is gone, and defend themselves.</summary>
public static class HelpdeskCluster
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>What Orleans throws at start, in words for the operator.</summary>
    public static Type Refusal => typeof(OrleansConfigurationException);

    /// <summary>Makes this process a silo, which runs grains. The processes of one database are one cluster.</summary>
    public static WebApplicationBuilder AddSilo(this WebApplicationBuilder builder)
    {
        builder.Services.AddClusterOptions();
        builder.Services.AddSingleton<IConfigureOptions<EndpointOptions>, SiloEndpoints>();
        builder.AddMail();
        builder.Services.AddWebhookTransport().AddWebhooks();
        builder.AddPush();
        builder.AddAttachments();
        builder.AddSearchEngineIndex();
        builder.Services.AddDns().AddSingleton<Readiness>().AddSingleton<IFatalErrorHandler, FatalEnd>();
        builder.Services.Configure<ClusterMembershipOptions>(ClusterTimes.Apply).Configure<SiloMessagingOptions>(ClusterTimes.Apply);
        builder.UseOrleans(silo => silo.UseHelpdeskDatabase().AddDashboard(Counting).AddHelpdeskGrains());
        builder.Services.AddHostedService<QuietDashboard>();
        return builder;
    }

    /// <summary>Makes this process a client of the silos of its database.</summary>
    public static WebApplicationBuilder AddClusterClient(this WebApplicationBuilder builder)
    {
        builder.Services.AddClusterOptions();
        builder.Services.AddGrainInterfaces().AddTenantPasses().AddSingleton<Readiness>().AddSingleton<SiloLosses>()
            .AddOutboundTargets();
        builder.Services.Configure<GatewayOptions>(ClusterTimes.Apply).Configure<ClientMessagingOptions>(ClusterTimes.Apply);
        builder.UseOrleansClient(client => client
            .UseAdoNetClustering(options => options.Configure<EngineDatabase>(static (clustering, database) =>
            {
                clustering.Invariant = GrainDatabase.Provider;
                clustering.DataSource = database.Source;
            }))
            .UseConnectionRetryFilter(KeepTrying)
            .AddOutgoingGrainCallFilter<GrainCallFilter>()
            .AddGatewayCountChangedHandler(services => (_, gateways) => Count(gateways, services.GetRequiredService<SiloLosses>()))
            .AddDashboard(Counting));
        builder.Services.WatchGateways();
        return builder;
    }

    /// <summary>
    /// Before it stops, this process says that it is not ready, and goes on answering until whoever distributes requests has seen it. For
    /// hosts that serve people; between silos the engine sees to it.
    /// </summary>
    public static WebApplicationBuilder AddDrain(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<Drain>();
        return builder;
    }

    private static void AddClusterOptions(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<HelpdeskClusterOptions>, HelpdeskClusterOptionsValidator>();
        services.AddOptions<HelpdeskClusterOptions>().BindConfiguration(HelpdeskClusterOptions.Section).ValidateOnStart();
        services.AddOptions<ClusterOptions>().Configure<IOptions<HelpdeskClusterOptions>>((cluster, ours) =>
        {
            cluster.ClusterId = ours.Value.Id;
            cluster.ServiceId = GrainDatabase.Service;
        });
        services.Configure<ConnectionOptions>(ClusterTimes.Apply);
        services.AddSteadyClocks().AddClusterTls();

        // What runs when the process is asked to end gets this long; then an orchestrator would kill it.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
    }

    private static void Count(GatewayCountChangedEventArgs gateways, SiloLosses losses)
    {
        if (gateways.NumberOfConnectedGateways < gateways.PreviousNumberOfConnectedGateways)
            losses.Report();
    }

    private static void WatchGateways(this IServiceCollection services)
    {
        var provider = services.Last(service => service.ServiceType == typeof(IGatewayListProvider)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IGatewayListProvider>(services => new GatewayWatch(
            (IGatewayListProvider)ActivatorUtilities.CreateInstance(services, provider), services.GetRequiredService<SiloLosses>())));
    }

    /// <summary>For the dashboard. Log lines are not sent there: they belong into the log.</summary>
    private static void Counting(DashboardOptions dashboard) => dashboard.HideTrace = true;

    /// <summary>The api may start before the first silo, and outlives a cluster that restarts.</summary>
    private static async Task<bool> KeepTrying(Exception exception, CancellationToken cancellation)
    {
        await Task.Delay(BetweenAttempts, cancellation);
        return true;
    }
}

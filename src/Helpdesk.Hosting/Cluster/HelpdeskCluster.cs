using Helpdesk.Adapters.Dns;
using Helpdesk.Grains.Hosting;
using Helpdesk.Hosting.Health;
using Helpdesk.Postgres.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Dashboard;
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
        builder.Services.AddDns().AddSingleton<Readiness>();

        // Membership and the network run on the machine's clock, also where the product's own clock is moved: silos would take a jump for a pause and
        // each other for dead.
        builder.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        builder.UseOrleans(silo => silo.UseHelpdeskDatabase().DefendItself().AddActivityPropagation().AddDashboard(Counting).AddHelpdeskGrains());

        // What runs when the process is asked to end gets this long; then an orchestrator would kill it.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));
        return builder;
    }

    /// <summary>Makes this process a client of the silos of its database.</summary>
    public static WebApplicationBuilder AddClusterClient(this WebApplicationBuilder builder)
    {
        builder.Services.AddClusterOptions();
        builder.Services.AddKnownInterfaces().AddTenantPasses().AddSingleton<Readiness>();
        builder.UseOrleansClient(client => client
            .UseAdoNetClustering(options => options.Configure<EngineDatabase>(static (clustering, database) =>
            {
                clustering.Invariant = GrainDatabase.Provider;
                clustering.DataSource = database.Source;
            }))
            .UseConnectionRetryFilter(KeepTrying)
            .AddActivityPropagation()
            .AddDashboard(Counting));
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
    }

    private static ISiloBuilder DefendItself(this ISiloBuilder silo)
    {
        // A silo that was killed counts as dead after three of these; with the default of 30 s a cluster of which nothing is left takes minutes to come back.
        silo.Configure<ClusterMembershipOptions>(membership => membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5));

        // Refuses new work from clients before processor or memory run out.
        return silo.Configure<LoadSheddingOptions>(shedding =>
        {
            shedding.LoadSheddingEnabled = true;
            shedding.CpuThreshold = 95;
            shedding.MemoryThreshold = 90;
        });
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

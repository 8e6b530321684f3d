using Helpdesk.Grains.Hosting;
using Helpdesk.Postgres;
using Helpdesk.Postgres.Engine;
using Helpdesk.Silo.Dns;
using Helpdesk.Silo.Hosting;
using Orleans.Configuration;

namespace Helpdesk.Api.Hosting;

internal static class EngineRegistration
{
    /// <summary><c>embedded</c> (default): the api is a silo of the cluster. <c>remote</c>: it only calls the silos.</summary>
    private const string Setting = "Helpdesk:Silo";

    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>What the engine throws at start, in words for the operator.</summary>
    public static Type Refusal => typeof(OrleansConfigurationException);

    /// <exception cref="StartupRefusedException"><c>Helpdesk:Silo</c> is neither <c>embedded</c> nor <c>remote</c>.</exception>
    public static WebApplicationBuilder AddEngine(this WebApplicationBuilder builder)
    {
        builder.Services.AddHelpdeskCluster();
        switch (builder.Configuration[Setting] ?? "embedded")
        {
            case "embedded":
                builder.UseOrleans(silo => silo.UseHelpdeskDatabase().AskNameServers().JoinHelpdeskCluster().AddHelpdeskGrains());
                return builder;
            case "remote":
                builder.Services.AddTenantPasses();
                builder.UseOrleansClient(client => client.FindHelpdeskCluster().AddActivityPropagation());
                return builder;
            default:
                throw new StartupRefusedException($"{Setting} must be embedded or remote.");
        }
    }

    private static IClientBuilder FindHelpdeskCluster(this IClientBuilder client) => client
        .UseAdoNetClustering(options => options.Configure<EngineDatabase>(static (clustering, database) =>
        {
            clustering.Invariant = GrainDatabase.Provider;
            clustering.DataSource = database.Source;
        }))
        .UseConnectionRetryFilter(KeepTrying);

    /// <summary>The api may start before the first silo, and outlives a cluster that restarts.</summary>
    private static async Task<bool> KeepTrying(Exception exception, CancellationToken cancellation)
    {
        await Task.Delay(BetweenAttempts, cancellation);
        return true;
    }
}

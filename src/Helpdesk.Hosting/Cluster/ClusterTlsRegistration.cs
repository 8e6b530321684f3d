using Helpdesk.Postgres.Engine;
using Helpdesk.Postgres.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Helpdesk.Hosting.Cluster;

/// <summary>How the processes of a cluster prove to each other who they are.</summary>
internal static class ClusterTlsRegistration
{
    public static void AddClusterTls(this IServiceCollection services)
    {
        services.AddSingleton<ClusterCertificates>().AddSingleton(provider => new ClusterTls(ClusterReach.SpeaksTls(
            provider.GetRequiredService<IOptions<HelpdeskClusterOptions>>().Value, provider.GetRequiredService<IHostEnvironment>(),
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value)));
        services.AddOptions<SiloConnectionOptions>().Configure<ClusterTls>(static (connections, tls) => tls.Secure(connections));
        services.AddOptions<ClientConnectionOptions>().Configure<ClusterTls>(static (connections, tls) => tls.Secure(connections));
        services.AddHostedService<ClusterCertificateWatch>();
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Connections.Security;
using Orleans.Runtime;
using Orleans.Runtime.Messaging;

namespace Helpdesk.Cluster.Tests;

/// <summary>A client as anybody may build it from the packages.</summary>
internal static class EngineClient
{
    /// <param name="tls"><c>null</c>: plain.</param>
    /// <returns>As a grain of the engine's own says; <c>null</c>: it was let through to none.</returns>
    public static async Task<int?> CountSilos(int gateway, TlsOptions? tls)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.UseOrleansClient(client => client
            .UseStaticClustering(new IPEndPoint(IPAddress.Loopback, gateway))
            .UseConnectionRetryFilter(static (_, _) => Task.FromResult(false))
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("helpdesk", "helpdesk"))
            .Configure<ClientConnectionOptions>(connections =>
            {
                if (tls is not null)
                    connections.ConfigureConnection(connection => connection.UseClientTls(tls));
            }));
        using var host = builder.Build();
        try
        {
            await host.StartAsync();
            var silos = await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);
            await host.StopAsync();
            return silos.Count;
        }
        catch (ConnectionFailedException)
        {
            return null;
        }
    }
}

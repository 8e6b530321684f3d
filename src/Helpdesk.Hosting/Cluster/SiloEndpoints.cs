using System.Net;
using System.Net.Sockets;
using Helpdesk.Postgres.Engine;
using Helpdesk.Postgres.Sql;
using Orleans.Configuration;

namespace Helpdesk.Hosting.Cluster;

/// <summary>Where a silo listens: as configured, or on one machine at loopback, where nothing has to be configured.</summary>
internal sealed class SiloEndpoints(
    IOptions<HelpdeskClusterOptions> cluster, IOptions<DatabaseOptions> database, IHostEnvironment environment)
    : IConfigureOptions<EndpointOptions>
{
    private const int DefaultSiloPort = 11111, DefaultGatewayPort = 30000;

    public void Configure(EndpointOptions options)
    {
        var ours = cluster.Value;
        ComeAfterAllBefore(ours.Id);
        var onOneMachine = ClusterReach.IsOneMachine(environment, database.Value);
        var (siloPort, gatewayPort) = onOneMachine ? FreePorts() : (DefaultSiloPort, DefaultGatewayPort);
        (options.SiloPort, options.GatewayPort) = (ours.SiloPort ?? siloPort, ours.GatewayPort ?? gatewayPort);
        if (ours.Address is not null)
            options.AdvertisedIPAddress = IPAddress.Parse(ours.Address);
        else if (onOneMachine)
            options.AdvertisedIPAddress = IPAddress.Loopback;
        if (!ours.ListenOnAnyAddress)
            return;

        options.SiloListeningEndpoint = new(IPAddress.Any, options.SiloPort);
        options.GatewayListeningEndpoint = new(IPAddress.Any, options.GatewayPort);
    }

    // A silo is its endpoint and the second in which it was started. With a clock that is behind it would come before its predecessor, or
    // before silos that are long forgotten, and the others would take it for dead. The engine never gives a number that is not above the
    // last: counted up to where it must be.
    private void ComeAfterAllBefore(string id)
    {
        if (EngineMembership.NewestGeneration(database.Value, id) is not { } newest)
            return;
        while (SiloAddress.AllocateNewGeneration() < newest)
        {
            // A million for each twelve days that the clock is behind.
        }
    }

    // Both are held until both are known, so that they differ. Somebody else may still be faster; then the start fails, and the next one
    // will not.
    private static (int Silo, int Gateway) FreePorts()
    {
        using var one = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var other = new Socket(SocketType.Stream, ProtocolType.Tcp);
        return (Bound(one), Bound(other));
    }

    private static int Bound(Socket socket)
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

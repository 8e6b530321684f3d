using System.Net;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Hosting.Cluster;

/// <summary>How far the processes of a cluster are apart, and so whether they speak TLS with each other. Decided here alone.</summary>
/// <remarks>
/// Engine ports know no users: who gets through to one may call any grain. So traffic is plain only where nobody else should be: at
/// loopback, and only in Development and with a private database server, where nothing has to be configured. Silos and apis must decide
/// alike although an api has no endpoint: outside Development, on a server of one's own, every process speaks TLS, whatever its address.
/// </remarks>
internal static class ClusterReach
{
    public const string Auto = "auto", On = "on", Off = "off";

    public const string Refusal = $"{HelpdeskClusterOptions.Section}:Tls may be off in Development and between loopback addresses only: " +
        "whoever reaches a silo's port could call anything.";

    /// <summary>Where nothing has to be configured: endpoints are loopback with free ports unless something else is said.</summary>
    public static bool IsOneMachine(IHostEnvironment environment, DatabaseOptions database) =>
        environment.IsDevelopment() || database.Application is null;

    public static bool SpeaksTls(HelpdeskClusterOptions cluster, IHostEnvironment environment, DatabaseOptions database) =>
        cluster.Tls switch
        {
            On => true,
            Off => false,
            _ => !IsOneMachine(environment, database) || !StaysAtLoopback(cluster, environment, database),
        };

    public static bool MayBePlain(HelpdeskClusterOptions cluster, IHostEnvironment environment, DatabaseOptions database) =>
        environment.IsDevelopment() || StaysAtLoopback(cluster, environment, database);

    private static bool StaysAtLoopback(HelpdeskClusterOptions cluster, IHostEnvironment environment, DatabaseOptions database)
    {
        if (cluster.ListenOnAnyAddress)
            return false;
        return cluster.Address is null
            ? IsOneMachine(environment, database)
            : IPAddress.TryParse(cluster.Address, out var address) && IPAddress.IsLoopback(address);
    }
}

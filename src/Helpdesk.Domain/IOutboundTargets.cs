using System.Net;
using System.Net.Sockets;

namespace Helpdesk.Domain;

/// <summary>
/// Where the platform connects to because somebody wrote down an address: never into the networks around it, unless its operator allows it.
/// </summary>
public interface IOutboundTargets
{
    /// <summary>In Development: any port, and a server without TLS.</summary>
    bool AnyPort { get; }

    bool Allow(IPAddress address);

    /// <summary>
    /// Looks the name up once and connects to what it found: a name that points elsewhere a moment later leads nowhere else.
    /// </summary>
    /// <exception cref="ForbiddenTargetException">It leads to where nobody may have it lead.</exception>
    /// <exception cref="SocketException">It is not known, or does not answer.</exception>
    Task<Socket> Connect(string host, int port, CancellationToken cancellation);
}

/// <summary>An address that the platform does not connect to.</summary>
public sealed class ForbiddenTargetException(string host) : Exception($"{host} is not in the public network.");

/// <summary>Which addresses belong to the public network.</summary>
public static class PublicAddress
{
    // Addresses that look public and lead to what a cloud offers its own machines alone: Azure's host, the services inside IBM's, and
    // Google's own interfaces. Those of the others (169.254.169.254, 100.100.100.200, 192.0.0.192, fd00:ec2::254, fd20:ce::254) lie in
    // networks that are private anyway.
    private static readonly string[] Clouds =
        ["168.63.129.16/32", "161.26.0.0/16", "166.8.0.0/14", "199.36.153.4/30", "199.36.153.8/30"];

    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
        .. Clouds.Select(IPNetwork.Parse),
    ];

    // In IPv6 only what is given out for global use is public, less what stands for IPv4 or for examples.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] NotGlobal =
    [
        .. new[]
        {
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2600:2d00:0:1000::/64", "2600:2d00:0:2000::/64",
        }.Select(IPNetwork.Parse),
    ];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetwork
            ? !Private.Any(network => network.Contains(address))
            : Global.Contains(address) && !NotGlobal.Any(network => network.Contains(address));
    }
}

using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Helpdesk.Api.Http;

/// <summary>Where a request comes from: the socket's other end, or what a trusted proxy says.</summary>
internal static class ClientAddress
{
    /// <summary>For the history.</summary>
    public static string Of(HttpContext context) => Plain(context).ToString();

    /// <summary>What one subscriber cannot change at will: the whole of an IPv4 address, the first 64 bits of an IPv6 one.</summary>
    public static string NetworkOf(HttpContext context) => Prefix(Plain(context), 64) ?? Plain(context).ToString();

    /// <summary>What one customer of a provider has at most: the first 48 bits of an IPv6 address; <c>null</c> for IPv4.</summary>
    public static string? BlockOf(HttpContext context) => Prefix(Plain(context), 48);

    private static string? Prefix(IPAddress address, int bits)
    {
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
            return null;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(bits / 8).Clear();
        return $"{new IPAddress(bytes)}/{bits}";
    }

    private static IPAddress Plain(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.Loopback; // a unix socket, or an in-process test
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    /// <summary>The same as a number: no two networks share one.</summary>
    public static ulong NetworkKeyOf(HttpContext context)
    {
        var address = Plain(context);
        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(address.AddressFamily is AddressFamily.InterNetwork ? bytes[8..] : bytes);
    }
}

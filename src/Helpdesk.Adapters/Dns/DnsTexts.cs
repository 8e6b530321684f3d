using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using Helpdesk.Domain.Tenants;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Dns;

/// <summary>
/// Asks the machine's resolvers for TXT records (RFC 1035), over UDP and, where the answer is cut, over TCP. It sends nothing but DNS to nobody but them,
/// whatever name is asked for. Written here because no package for it could be restored (2026-11-21: DnsClient); once one can, it takes this class's place.
/// </summary>
internal sealed class DnsTexts(IOptions<DnsOptions> options, TimeProvider time) : IDnsTexts
{
    public async Task<IReadOnlyCollection<string>> Find(string name, CancellationToken cancellation)
    {
        foreach (var server in Servers())
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                if (await Ask(server, name, cancellation) is { } texts)
                    return texts;
            }
        }

        throw new TimeoutException($"No name server has answered for {name}.");
    }

    // null: no answer, or none that can be trusted.
    private async Task<IReadOnlyCollection<string>?> Ask(IPEndPoint server, string name, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(options.Value.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        var query = DnsMessage.Query((ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1), name);
        try
        {
            var answer = await OverUdp(server, query, both.Token);
            if (answer.IsCut)
                answer = DnsMessage.Read(await OverTcp(server, query, both.Token), query) ?? DnsAnswer.Useless;
            return answer.IsKnown ? answer.Texts : null;
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    // What is no answer to this question is somebody else's, or forged: the right one may still come.
    private static async Task<DnsAnswer> OverUdp(IPEndPoint server, byte[] query, CancellationToken cancellation)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, cancellation);
        await socket.SendAsync(query, cancellation);
        var buffer = new byte[DnsMessage.LargestDatagram];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, cancellation);
            if (DnsMessage.Read(buffer.AsSpan(0, length), query) is { } answer)
                return answer;
        }
    }

    private static async Task<byte[]> OverTcp(IPEndPoint server, byte[] query, CancellationToken cancellation)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, cancellation);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync((byte[])[(byte)(query.Length >> 8), (byte)query.Length, .. query], cancellation);
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, cancellation);
        var answer = new byte[(length[0] << 8) | length[1]];
        await stream.ReadExactlyAsync(answer, cancellation);
        return answer;
    }

    private IEnumerable<IPEndPoint> Servers() => options.Value.Servers.Length > 0
        ? options.Value.Servers.Select(IPEndPoint.Parse).Select(server => new IPEndPoint(server.Address, server.Port == 0 ? 53 : server.Port))
        : NetworkInterface.GetAllNetworkInterfaces().Where(one => one.OperationalStatus == OperationalStatus.Up)
            .SelectMany(one => one.GetIPProperties().DnsAddresses).Distinct().Take(3).Select(address => new IPEndPoint(address, 53));
}

using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Helpdesk.Testing;

/// <summary>A name server on the loopback interface, over UDP and TCP on one port, that knows the TXT records that a test writes.</summary>
public sealed class FakeDns : IDisposable
{
    private readonly Socket udp;
    private readonly TcpListener tcp;
    private readonly CancellationTokenSource ending = new();
    private int asked;

    public FakeDns()
    {
        (udp, tcp) = Open();
        Address = (IPEndPoint)udp.LocalEndPoint!;
        _ = ServeUdp();
        _ = ServeTcp();
    }

    public IPEndPoint Address { get; }

    /// <summary>By name in lower case.</summary>
    public ConcurrentDictionary<string, string[]> Texts { get; } = new();

    public DnsMood Mood { get; set; }

    public int Asked => Volatile.Read(ref asked);

    public void Dispose()
    {
        ending.Cancel();
        udp.Dispose();
        tcp.Dispose();
    }

    // A port that is free for one of the two may be taken for the other.
    private static (Socket Udp, TcpListener Tcp) Open()
    {
        for (var tries = 0; ; tries++)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            var tcp = new TcpListener((IPEndPoint)udp.LocalEndPoint!);
            try
            {
                tcp.Start();
                return (udp, tcp);
            }
            catch (SocketException) when (tries < 20)
            {
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    private async Task ServeUdp()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var received = await udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), ending.Token);
                Interlocked.Increment(ref asked);
                if (Mood is DnsMood.Silent)
                    continue;
                if (Mood is DnsMood.Forged) // somebody guesses; the right answer comes after it
                {
                    var forged = Answer(buffer.AsSpan(0, received.ReceivedBytes), overTcp: false, ["helpdesk-domain=forged"]);
                    forged[0] ^= 0xFF;
                    await udp.SendToAsync(forged, received.RemoteEndPoint);
                }

                await udp.SendToAsync(Answer(buffer.AsSpan(0, received.ReceivedBytes), overTcp: false), received.RemoteEndPoint);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task ServeTcp()
    {
        try
        {
            while (true)
            {
                using var client = await tcp.AcceptTcpClientAsync(ending.Token);
                var stream = client.GetStream();
                var length = new byte[2];
                await stream.ReadExactlyAsync(length, ending.Token);
                var query = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(query, ending.Token);
                var answer = Answer(query, overTcp: true);
                await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer], ending.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
        }
    }

    private byte[] Answer(ReadOnlySpan<byte> query, bool overTcp, string[]? instead = null)
    {
        var (name, end) = ReadName(query);
        var texts = instead ?? Texts.GetValueOrDefault(name, []);
        var isCut = Mood is DnsMood.Cut && !overTcp;
        var code = Mood is DnsMood.Broken ? 2 : texts.Length == 0 && !Texts.ContainsKey(name) ? 3 : 0;
        var answer = new List<byte> { query[0], query[1], (byte)(0x81 | (isCut ? 0x02 : 0)), (byte)(0x80 | code), 0, 1, 0,
            (byte)(isCut || code != 0 ? 0 : texts.Length), 0, 0, 0, 0 };
        answer.AddRange(query[12..end]);
        foreach (var text in isCut || code != 0 ? [] : texts)
        {
            var pieces = Encoding.Latin1.GetBytes(text).Chunk(255).SelectMany(piece => (byte[])[(byte)piece.Length, .. piece]).ToList();
            answer.AddRange([0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, (byte)(pieces.Count >> 8), (byte)pieces.Count, .. pieces]);
        }

        return [.. answer];
    }

    private static (string Name, int End) ReadName(ReadOnlySpan<byte> query)
    {
        var (labels, at) = (new List<string>(), 12);
        while (query[at] != 0)
        {
            labels.Add(Encoding.ASCII.GetString(query.Slice(at + 1, query[at])));
            at += query[at] + 1;
        }

        return (string.Join('.', labels).ToLowerInvariant(), at + 5);
    }
}

public enum DnsMood
{
    Well,
    /// <summary>Nothing comes back.</summary>
    Silent,
    /// <summary>SERVFAIL.</summary>
    Broken,
    /// <summary>Every answer over UDP is cut.</summary>
    Cut,
    /// <summary>An answer with another id comes first.</summary>
    Forged,
}

using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Helpdesk.Bench.Load;

/// <summary>
/// One keep-alive connection that sends requests made beforehand and reads no more of an answer than it must. Blocking, on a thread of its
/// own: two system calls a request, so that the generator leaves the processor to what is measured.
/// </summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket;
    private byte[] buffer = new byte[32 * 1024];
    private int filled;
    private Range body;

    public Wire(IPEndPoint server)
    {
        socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000, SendTimeout = 60_000 };
        socket.Connect(server);
    }

    /// <summary>The beginning of the last answer's body, as it came over the wire.</summary>
    public string Body => Encoding.UTF8.GetString(buffer.AsSpan(body)[..Math.Min(buffer.AsSpan(body).Length, 8_000)]);

    /// <returns>The status, when the whole answer has arrived.</returns>
    public int Exchange(ReadOnlySpan<byte> request)
    {
        while (request.Length > 0)
            request = request[socket.Send(request)..];

        filled = 0;
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
            Receive();

        var head = buffer.AsSpan(0, end + 2);
        if (!Utf8Parser.TryParse(head[9..12], out int status, out _))
            throw new IOException("The answer does not begin with a status.");
        var start = end + 4;
        if (Field(head, "content-length:"u8) is { Length: > 0 } length && Utf8Parser.TryParse(length, out int size, out _))
            ReadTo(start + size);
        else if (Field(head, "transfer-encoding:"u8).StartsWith("chunked"u8))
            ReadChunks(start);
        body = start..filled;
        return status;
    }

    public void Dispose() => socket.Dispose();

    private void ReadTo(int end)
    {
        while (filled < end)
            Receive();
    }

    private void ReadChunks(int position)
    {
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(position, filled - position).IndexOf("\r\n"u8)) < 0)
                Receive();
            if (!Utf8Parser.TryParse(buffer.AsSpan(position, line), out int size, out _, 'x'))
                throw new IOException("A chunk has no size.");
            position += line + 2 + size + 2;
            ReadTo(position);
            if (size == 0)
                return;
        }
    }

    private void Receive()
    {
        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var received = socket.Receive(buffer.AsSpan(filled));
        if (received == 0)
            throw new IOException("The server closed the connection.");
        filled += received;
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        while (head.Length > 0)
        {
            var end = head.IndexOf("\r\n"u8);
            if (end >= name.Length && Ascii.EqualsIgnoreCase(head[..name.Length], name))
                return head[name.Length..end].TrimStart((byte)' ');
            head = head[(end + 2)..];
        }

        return [];
    }
}

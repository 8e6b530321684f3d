using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Helpdesk.Bench.Attachments;

/// <summary>A form with one file, made while it is sent.</summary>
internal sealed class UploadRequest
{
    private const string Boundary = "form-of-the-bench";

    private static readonly byte[] Tail = Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n");
    private static readonly byte[] Piece = [.. Enumerable.Range(0, 256 * 1024).Select(index => (byte)(index * 31 % 251))];

    private readonly byte[] head;

    public UploadRequest(string host, string credential, long size)
    {
        Size = size;
        var part = $"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.bin\"\r\n\r\n";
        head = Encoding.ASCII.GetBytes(
            $"POST /api/v1/uploads HTTP/1.1\r\nHost: {host}\r\nAuthorization: {credential}\r\nConnection: close\r\n"
            + $"Content-Type: multipart/form-data; boundary={Boundary}\r\n"
            + $"Content-Length: {part.Length + size + Tail.Length}\r\n\r\n{part}");
    }

    /// <summary>The file, in bytes.</summary>
    public long Size { get; }

    public void SendTo(IPEndPoint server)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(server);
        Send(socket, head);
        for (var left = Size; left > 0; left -= Piece.Length)
            Send(socket, Piece.AsSpan(0, (int)Math.Min(left, Piece.Length)));
        Send(socket, Tail);

        var answer = new byte[4096];
        var read = socket.Receive(answer);
        var status = Encoding.ASCII.GetString(answer, 0, Math.Min(read, 12));
        if (status != "HTTP/1.1 201")
            throw new IOException($"It was answered with {Encoding.UTF8.GetString(answer, 0, read)}");
    }

    private static void Send(Socket socket, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[socket.Send(bytes)..];
    }
}

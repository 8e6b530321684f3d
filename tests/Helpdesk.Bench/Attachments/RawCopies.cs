using System.Net;
using System.Net.Sockets;

namespace Helpdesk.Bench.Attachments;

/// <summary>The limit of an upload: what comes over a connection is written to a file of its own and brought to the disk.</summary>
internal sealed class RawCopies : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string folder;
    private readonly long size;

    /// <param name="size">How many bytes of each connection are written.</param>
    public RawCopies(string folder, long size)
    {
        (this.folder, this.size) = (Directory.CreateDirectory(folder).FullName, size);
        listener.Start(128);
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public IPEndPoint Address => (IPEndPoint)listener.LocalEndpoint;

    public void Dispose()
    {
        listener.Stop();
        Directory.Delete(folder, recursive: true);
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = listener.AcceptSocket();
                new Thread(() => Copy(socket)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // It is over.
        }
    }

    private void Copy(Socket socket)
    {
        using var sender = socket;
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            var buffer = new byte[128 * 1024];
            for (long left = size; left > 0;)
            {
                var read = sender.Receive(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
                if (read == 0)
                    return;
                file.Write(buffer, 0, read);
                left -= read;
            }

            file.Flush(flushToDisk: true);
        }

        sender.Send("HTTP/1.1 201 Created\r\n\r\n"u8);
        File.Delete(path);
        // What is left of the form comes still; to close on it would take the answer away.
        while (sender.Receive(new byte[4096]) > 0)
        {
        }
    }
}

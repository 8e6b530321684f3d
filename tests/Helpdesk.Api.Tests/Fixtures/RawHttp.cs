using System.Globalization;
using System.Net.Sockets;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>HTTP as no client library would write it.</summary>
internal static class RawHttp
{
    public const string Host = "musterstadt.localhost";

    // Only where no answer comes; long enough for a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Sends the bytes and reads until the server has answered and closed, or nothing more comes for <paramref name="patience"/>.
    /// </summary>
    /// <param name="hangUp">Nothing more will be sent after these bytes, and the server can tell.</param>
    public static async Task<RawAnswer> Send(int port, ReadOnlyMemory<byte> request, TimeSpan? patience = null, bool hangUp = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        client.NoDelay = true;
        var stream = client.GetStream();
        var received = new MemoryStream();
        var reading = ReadAll(stream, received, patience ?? Patience);
        try
        {
            await stream.WriteAsync(request);
            if (hangUp)
                client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            // The server may have answered and hung up while the request is still being sent.
        }

        var closed = await reading;
        return RawAnswer.Parse(received.ToArray(), closed);
    }

    public static Task<RawAnswer> Send(int port, string request, TimeSpan? patience = null, bool hangUp = false) =>
        Send(port, Encoding.Latin1.GetBytes(request), patience, hangUp);

    // Answers whether the server has hung up.
    private static async Task<bool> ReadAll(NetworkStream stream, MemoryStream received, TimeSpan patience)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            using var waited = new CancellationTokenSource(patience);
            try
            {
                var count = await stream.ReadAsync(buffer, waited.Token);
                if (count == 0)
                    return true;
                received.Write(buffer, 0, count);
            }
            catch (IOException)
            {
                return true;
            }
            catch (OperationCanceledException)
            {
                return false;
            }

            if (RawAnswer.Parse(received.ToArray(), closed: false) is { IsComplete: true, SaysClose: false })
                return false;
        }
    }
}

/// <param name="Status">0: no answer.</param>
/// <param name="Body">Out of its chunks, if it came in such.</param>
/// <param name="IsComplete">Nothing of the answer is missing, as far as the answer itself tells.</param>
/// <param name="Closed">The server hung up.</param>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body, bool IsComplete, bool Closed)
{
    public bool SaysClose => Headers.TryGetValue("Connection", out var connection)
        && connection.Equals("close", StringComparison.OrdinalIgnoreCase);

    public string? MediaType => Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0] : null;

    public JsonNode Problem() => JsonNode.Parse(Body)!;

    public static RawAnswer Parse(byte[] bytes, bool closed)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return new(0, new Dictionary<string, string>(), Encoding.UTF8.GetString(bytes), false, closed);

        var lines = Encoding.UTF8.GetString(bytes, 0, end).Split("\r\n");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines[1..])
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        var body = bytes.AsMemory(end + 4);
        if (headers.TryGetValue("Content-Length", out var length))
            return new(status, headers, Encoding.UTF8.GetString(body.Span), body.Length
                >= int.Parse(length, CultureInfo.InvariantCulture), closed);

        var (content, isWhole) = headers.ContainsKey("Transfer-Encoding") ? OfChunks(body) : (body.ToArray(), status is 204 or 304);
        return new(status, headers, Encoding.UTF8.GetString(content), isWhole, closed);
    }

    private static (byte[] Content, bool IsWhole) OfChunks(ReadOnlyMemory<byte> body)
    {
        var content = new MemoryStream();
        while (body.Span.IndexOf("\r\n"u8) is >= 0 and var line)
        {
            var size = int.Parse(Encoding.ASCII.GetString(body.Span[..line]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
                return (content.ToArray(), true);
            if (body.Length < line + 2 + size + 2)
                break;
            content.Write(body.Span.Slice(line + 2, size));
            body = body[(line + 2 + size + 2)..];
        }

        return (content.ToArray(), false);
    }
}

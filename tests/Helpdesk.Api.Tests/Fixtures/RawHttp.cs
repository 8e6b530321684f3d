using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Helpdesk.Api.Tests.Fixtures;

/// <summary>HTTP as no client library would write it.</summary>
internal static class RawHttp
{
    public const string Host = "musterstadt.localhost";

    /// <summary>Sends the bytes and reads until the server has answered and closed, or nothing more comes for <paramref name="patience"/>.</summary>
    public static async Task<RawAnswer> Send(int port, ReadOnlyMemory<byte> request, TimeSpan? patience = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        client.NoDelay = true;
        var stream = client.GetStream();
        var received = new MemoryStream();
        var closed = false;
        try
        {
            await stream.WriteAsync(request);
            closed = await ReadAll(stream, received, patience ?? TimeSpan.FromSeconds(20));
        }
        catch (IOException)
        {
            // The server may hang up while the request is still being sent.
            closed = true;
        }

        return RawAnswer.Parse(received.ToArray(), closed);
    }

    public static Task<RawAnswer> Send(int port, string request, TimeSpan? patience = null) => Send(port, Encoding.Latin1.GetBytes(request), patience);

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
/// <param name="Closed">The server hung up.</param>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body, bool Closed)
{
    public bool SaysClose => Headers.TryGetValue("Connection", out var connection) && connection.Equals("close", StringComparison.OrdinalIgnoreCase);

    public bool IsComplete => Status != 0 && (Headers.TryGetValue("Content-Length", out var length)
        ? Encoding.UTF8.GetByteCount(Body) >= int.Parse(length, CultureInfo.InvariantCulture)
        : Body.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal) || Body == "0\r\n\r\n");

    /// <summary>The body as JSON, out of its chunks.</summary>
    public JsonNode Problem() => JsonNode.Parse(Body[Body.IndexOf('{')..(Body.LastIndexOf('}') + 1)])!;

    public static RawAnswer Parse(byte[] bytes, bool closed)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return new(0, new Dictionary<string, string>(), text, closed);

        var lines = text[..end].Split("\r\n");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines[1..])
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        return new(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, text[(end + 4)..], closed);
    }
}

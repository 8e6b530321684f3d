using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Adapters.Attachments;

/// <summary>Asks clamd by its command INSTREAM: the content goes over in pieces, the answer is one line.</summary>
internal sealed class ClamScanner(ClamOptions options) : IVirusScanner
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 4096;

    public bool IsThere => options.Host is not null;

    public async Task<ScanVerdict> Scan(Stream content, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            using var connection = new TcpClient();
            silence.CancelAfter(options.Timeout);
            await connection.ConnectAsync(options.Host!, options.Port, silence.Token);
            await using var stream = connection.GetStream();
            var isSent = await Send(stream, content, silence);
            silence.CancelAfter(options.Timeout);
            return VerdictIn(await Answer(stream, silence.Token), isSent);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested
            && failure is SocketException or IOException or OperationCanceledException)
        {
            throw new ScannerUnavailableException("The virus scanner cannot be reached or does not answer.", failure);
        }
    }

    // It hangs up on what is larger than it takes, and has said so before.
    private async Task<bool> Send(NetworkStream stream, Stream content, CancellationTokenSource silence)
    {
        var piece = new byte[4 + Piece];
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), silence.Token);
        while (await content.ReadAsync(piece.AsMemory(4), silence.Token) is > 0 and var read)
        {
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            silence.CancelAfter(options.Timeout);
            try
            {
                await stream.WriteAsync(piece.AsMemory(0, 4 + read), silence.Token);
            }
            catch (IOException) when (!silence.IsCancellationRequested)
            {
                return false;
            }
        }

        await stream.WriteAsync(new byte[4], silence.Token);
        return true;
    }

    private static async Task<string> Answer(NetworkStream stream, CancellationToken cancellation)
    {
        var (answer, length) = (new byte[LongestAnswer], 0);
        while (length < answer.Length)
        {
            var read = await stream.ReadAsync(answer.AsMemory(length), cancellation);
            if (read == 0)
                break;
            length += read;
            if (answer.AsSpan(0, length).Contains((byte)0))
                break;
        }

        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n', ' ');
    }

    private static ScanVerdict VerdictIn(string answer, bool isSent)
    {
        var said = answer.StartsWith("stream: ", StringComparison.Ordinal) ? answer["stream: ".Length..] : answer;
        if (said.EndsWith(" FOUND", StringComparison.Ordinal))
            return new(ScanState.Infected, said[..^" FOUND".Length]);
        if (said.Contains("size limit exceeded", StringComparison.OrdinalIgnoreCase))
            return new(ScanState.Unchecked, "The file is larger than the scanner takes.");
        return said == "OK" && isSent ? new(ScanState.Clean, null)
            : throw new ScannerUnavailableException($"The virus scanner says: {(said.Length == 0 ? "nothing" : said)}");
    }
}

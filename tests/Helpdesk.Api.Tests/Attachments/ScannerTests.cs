using System.Net.Sockets;
using System.Text;
using Helpdesk.Adapters.Attachments;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Api.Tests.Attachments;

/// <summary>Through a real clamd.</summary>
public sealed class ScannerTests
{
    [ClamdFact]
    public async Task Clamd_finds_what_it_knows_lets_pass_what_it_does_not_and_says_what_is_too_large()
    {
        await using var clamd = new Clamd();
        await clamd.Start();
        var scanner = new ClamScanner(new() { Host = "127.0.0.1", Port = clamd.Port });

        (await Scan(scanner, Encoding.ASCII.GetBytes(Clamd.Eicar))).ShouldBe(
            new(ScanState.Infected, "Eicar-Test-Signature.UNOFFICIAL"));
        (await Scan(scanner, new byte[300_000])).ShouldBe(new(ScanState.Clean, null));
        (await Scan(scanner, new byte[3 * 1024 * 1024])).State.ShouldBe(ScanState.Unchecked);
        await clamd.Stop();
        await Should.ThrowAsync<ScannerUnavailableException>(() => Scan(scanner, [1]));
    }

    [Theory]
    [InlineData("stream: OK\0", ScanState.Clean)]
    [InlineData("stream: Win.Test FOUND\0", ScanState.Infected)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanState.Unchecked)]
    [InlineData("stream: Can't allocate memory ERROR\0", null)]
    [InlineData("stream: O", null)]
    [InlineData("", null)]
    public async Task An_answer_that_is_none_is_no_verdict(string answer, ScanState? state)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = Serve(listener, answer);
        var scanner = new ClamScanner(new() { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port });

        if (state is null)
            await Should.ThrowAsync<ScannerUnavailableException>(() => Scan(scanner, [1, 2, 3]));
        else
            (await Scan(scanner, [1, 2, 3])).State.ShouldBe(state.Value);
        (await served).ShouldBe("zINSTREAM\0\0\0\0\u0003\u0001\u0002\u0003\0\0\0\0");
    }

    private static Task<ScanVerdict> Scan(ClamScanner scanner, byte[] content) => scanner.Scan(new MemoryStream(content), default);

    private static async Task<string> Serve(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var (heard, length) = (new byte[21], 0);
        while (length < heard.Length && await client.GetStream().ReadAsync(heard.AsMemory(length)) is > 0 and var read)
            length += read;
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        return Encoding.Latin1.GetString(heard, 0, length);
    }
}

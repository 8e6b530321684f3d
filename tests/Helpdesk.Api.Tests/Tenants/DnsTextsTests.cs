using System.Net.Sockets;
using Helpdesk.Adapters.Dns;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Api.Tests.Tenants;

public sealed class DnsTextsTests : IDisposable
{
    private const string Name = "_helpdesk-challenge.support.stadt.example";

    private readonly FakeDns server = new();

    public void Dispose() => server.Dispose();

    [Theory]
    [InlineData(DnsMood.Well)]
    [InlineData(DnsMood.Cut)]
    [InlineData(DnsMood.Forged)]
    public async Task Every_text_of_a_name_is_found_however_it_comes(DnsMood mood)
    {
        server.Mood = mood;
        server.Texts[Name] = ["v=spf1 -all", new string('x', 600), "helpdesk-domain=abc"];

        (await Dns().Find(Name, default)).ShouldBe(["v=spf1 -all", new string('x', 600), "helpdesk-domain=abc"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_has_none() => (await Dns().Find("nowhere.example", default)).ShouldBeEmpty();

    [Theory]
    [InlineData(DnsMood.Silent)]
    [InlineData(DnsMood.Broken)]
    public async Task A_server_that_does_not_know_is_no_answer(DnsMood mood)
    {
        server.Mood = mood;

        await Should.ThrowAsync<TimeoutException>(Dns().Find(Name, default));
    }

    [Fact]
    public async Task The_next_server_is_asked_when_the_first_is_gone()
    {
        server.Texts[Name] = ["here"];
        using var gone = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        gone.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        (await Dns((IPEndPoint)gone.LocalEndPoint!, server.Address).Find(Name, default)).ShouldBe(["here"]);
    }

    [Theory]
    [InlineData(12)] // nothing behind the header
    [InlineData(60)]
    [InlineData(75)]
    [InlineData(90)]
    public async Task An_answer_that_is_cut_off_anywhere_breaks_nothing(int length)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        server.Texts[Name] = ["helpdesk-domain=abc"];
        var relaying = Relay(socket, length);

        await Should.ThrowAsync<TimeoutException>(Dns((IPEndPoint)socket.LocalEndPoint!).Find(Name, default));
        socket.Close();
        await relaying;
    }

    private async Task Relay(Socket socket, int length)
    {
        var buffer = new byte[2_000];
        try
        {
            while (true)
            {
                var asked = await socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
                using var onward = new UdpClient();
                await onward.SendAsync(buffer[..asked.ReceivedBytes], server.Address);
                var answer = (await onward.ReceiveAsync()).Buffer;
                await socket.SendToAsync(answer[..Math.Min(length, answer.Length - 1)], asked.RemoteEndPoint);
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }

    private IDnsTexts Dns(params IPEndPoint[] servers) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            .. (servers.Length > 0 ? servers : [server.Address]).Select(
                (one, at) => new KeyValuePair<string, string?>($"Helpdesk:Dns:Servers:{at}", one.ToString())),
            new("Helpdesk:Dns:Timeout", "00:00:00.300"),
        ]).Build())
        .AddDns().BuildServiceProvider().GetRequiredService<IDnsTexts>();
}

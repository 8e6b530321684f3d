using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>
/// What a mail server can do wrong, step by step: what is not known to have been accepted is tried again, and the next mail goes on.
/// </summary>
public sealed class ScriptedSmtpTests : IAsyncDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly ScriptedServer server = new();

    [Theory]
    [InlineData("RCPT", "450 4.2.1 Greylisted", DeliveryResult.Deferred, false)]
    [InlineData("RCPT", "550 5.1.1 No such user", DeliveryResult.Refused, true)]
    [InlineData("TEXT", "451 Try later", DeliveryResult.Deferred, false)]
    [InlineData("TEXT", "554 5.6.0 Not this text", DeliveryResult.Refused, false)]
    [InlineData("MAIL", "550 5.7.1 Not as this sender", DeliveryResult.Deferred, false)]
    public async Task The_servers_words_are_kept_and_only_what_is_final_is_final(
        string step, string says, DeliveryResult result, bool isOfAddress)
    {
        server.Says[step] = says;
        await using var session = Session();
        await session.Connect(CancellationToken.None);

        var delivery = await session.Send(Letter(), CancellationToken.None);

        (delivery.Result, delivery.IsOfAddress).ShouldBe((result, isOfAddress));
        delivery.Words!.ShouldStartWith(says[..3]);
        delivery.Words.ShouldContain(says[4..].Split(' ')[^1]);
        server.Says.Clear();
        (await session.Send(Letter(), CancellationToken.None)).Result.ShouldBe(DeliveryResult.Accepted);
    }

    [Theory]
    [InlineData("DATA")]
    [InlineData("TEXT")]
    [InlineData("RCPT")]
    public async Task A_server_that_hangs_has_not_accepted_it_and_the_next_mail_goes_by_a_new_connection(string step)
    {
        server.Says[step] = ScriptedServer.Hangs;
        await using var session = Session();
        await session.Connect(CancellationToken.None);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), time);

        var sending = session.Send(Letter(), patience.Token);
        await server.Hung();
        sending.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromMinutes(1));

        var delivery = await sending.WaitAsync(TimeSpan.FromSeconds(10));
        (delivery.Result, delivery.Reason).ShouldBe((DeliveryResult.Deferred, MailReason.ServerSlow));
        server.Says.Clear();
        (await session.Send(Letter(), CancellationToken.None)).Result.ShouldBe(DeliveryResult.Accepted);
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_hangs_after_it_accepted_a_mail_has_accepted_it_and_holds_up_nothing()
    {
        server.Says["QUIT"] = ScriptedServer.Hangs;
        var session = Session();
        await session.Connect(CancellationToken.None);

        (await session.Send(Letter(), CancellationToken.None)).Result.ShouldBe(DeliveryResult.Accepted);
        var leaving = session.DisposeAsync().AsTask();
        await server.Hung();
        time.Advance(SmtpSession.Farewell);

        await leaving.WaitAsync(TimeSpan.FromSeconds(10));
        server.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_hangs_up_in_the_middle_has_not_accepted_it()
    {
        server.Says["TEXT"] = ScriptedServer.HangsUp;
        await using var session = Session();
        await session.Connect(CancellationToken.None);

        var delivery = await session.Send(Letter(), CancellationToken.None);

        (delivery.Result, delivery.Reason).ShouldBe((DeliveryResult.Deferred, MailReason.ConnectionLost));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_out_of_reach()
    {
        await server.DisposeAsync();
        await using var session = Session();

        (await Should.ThrowAsync<MailServerException>(() => session.Connect(CancellationToken.None))).Reason.ShouldBe(
            MailReason.ServerUnreachable);
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private static Letter Letter() => new(
        Guid.NewGuid(), "notices", "Musterstadt", "musterstadt.localhost", "a@b.example", new("Betreff", "Text", "de"), Some.Moment());

    private SmtpSession Session() => new(
        new("127.0.0.1", server.Port, MailSecurity.None, null, null, null, TimeSpan.FromMinutes(5)), time);

    /// <summary>Says yes, unless told otherwise for a step: a command, or <c>TEXT</c> for the end of the mail.</summary>
    private sealed class ScriptedServer : IAsyncDisposable
    {
        public const string Hangs = "hangs", HangsUp = "hangs up";

        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource stop = new();
        private readonly Channel<bool> hung = Channel.CreateUnbounded<bool>();
        private readonly Task running;

        public ScriptedServer()
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            running = Run();
        }

        public int Port { get; }

        public System.Collections.Concurrent.ConcurrentDictionary<string, string> Says { get; } = new();

        public int Connections { get; private set; }

        public int Accepted { get; private set; }

        public async Task Hung() => await hung.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        public async ValueTask DisposeAsync()
        {
            if (!stop.IsCancellationRequested)
                await stop.CancelAsync();
            listener.Stop();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private async Task Run()
        {
            var talks = new List<Task>();
            try
            {
                while (true)
                {
                    var client = await listener.AcceptTcpClientAsync(stop.Token);
                    Connections++;
                    talks.Add(Talk(client));
                }
            }
            finally
            {
                await Task.WhenAll(talks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        private async Task Talk(TcpClient client)
        {
            using var closing = client;
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await Say(stream, "220 mail.example");
            var inText = false;
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                var step = inText ? line == "." ? "TEXT" : null : line.Split(' ', ':')[0].ToUpperInvariant();
                if (step is null)
                    continue;
                var usual = step switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" };
                var says = Says.GetValueOrDefault(step, usual);
                inText = step == "DATA" && says.StartsWith("354", StringComparison.Ordinal);
                if (says == HangsUp)
                    return;
                if (says == Hangs)
                {
                    hung.Writer.TryWrite(true);
                    await Task.Delay(Timeout.Infinite, stop.Token);
                }

                if (step == "TEXT" && says == usual)
                    Accepted++;
                await Say(stream, says);
            }
        }

        private Task Say(NetworkStream stream, string words) =>
            stream.WriteAsync(Encoding.ASCII.GetBytes($"{words}\r\n"), stop.Token).AsTask();
    }
}

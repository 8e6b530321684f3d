using System.Net.Sockets;
using Helpdesk.Adapters.Mail;
using Helpdesk.Domain.Mail;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>A mail server that lets one wait, or drips, holds nobody up. By a clock that is moved.</summary>
public sealed class SmtpSessionTests : IAsyncDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly DrippingServer server = new();

    [Fact]
    public async Task A_goodbye_that_drips_is_waited_for_five_seconds_and_no_longer()
    {
        server.Drips = "QUIT";
        var session = Session();
        await session.Connect(CancellationToken.None);

        var leaving = session.DisposeAsync().AsTask();
        await server.Heard("QUIT");
        time.Advance(SmtpSession.Farewell - TimeSpan.FromMilliseconds(1));
        leaving.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromMilliseconds(1));

        await leaving.WaitAsync(TimeSpan.FromSeconds(10));
        SmtpSession.Farewell.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_greeting_that_drips_ends_when_whoever_connects_has_no_more_time()
    {
        server.Drips = "";
        await using var session = Session();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), time);
        var connecting = session.Connect(patience.Token);

        await server.Dripped(5);
        connecting.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(20));

        await Should.ThrowAsync<OperationCanceledException>(() => connecting.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private SmtpSession Session() => new(
        new("127.0.0.1", server.Port, MailSecurity.None, null, null, null, TimeSpan.FromMinutes(5)), time);

    /// <summary>Says yes to everything; what <see cref="Drips"/> names it answers byte by byte, and never to the end.</summary>
    private sealed class DrippingServer : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource stop = new();
        private readonly SemaphoreSlim drops = new(0);
        private readonly Dictionary<string, TaskCompletionSource> heard =
            new() { ["QUIT"] = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        private readonly Task running;

        public DrippingServer()
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            running = Run();
        }

        public int Port { get; }

        /// <summary>A command; the empty text: the greeting.</summary>
        public string? Drips { get; set; }

        public Task Heard(string command) => heard[command].Task.WaitAsync(TimeSpan.FromSeconds(10));

        public async Task Dripped(int bytes)
        {
            for (var drop = 0; drop < bytes; drop++)
                (await drops.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            listener.Stop();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.Dispose();
            drops.Dispose();
        }

        private async Task Run()
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await Answer(stream, "", "220 mail.example");
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                var command = line.Split(' ')[0].ToUpperInvariant();
                if (heard.TryGetValue(command, out var told))
                    told.TrySetResult();
                await Answer(stream, command, "250 ok");
            }
        }

        private async Task Answer(NetworkStream stream, string command, string words)
        {
            if (command != Drips)
            {
                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{words}\r\n"), stop.Token);
                return;
            }

            await stream.WriteAsync("220-"u8.ToArray(), stop.Token);
            while (!stop.IsCancellationRequested)
            {
                await stream.WriteAsync("x"u8.ToArray(), stop.Token);
                drops.Release();
                await Task.Delay(TimeSpan.FromMilliseconds(5), stop.Token);
            }
        }
    }
}

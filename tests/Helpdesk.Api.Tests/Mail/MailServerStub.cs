using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Sockets;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>A mail server that says what a test wants it to, to each recipient.</summary>
public sealed class MailServerStub : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, SmtpResponse> refusals = new();
    private readonly ConcurrentQueue<(string To, string Mail)> tries = new();
    private CancellationTokenSource? stop;
    private Task running = Task.CompletedTask;

    public MailServerStub()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Port = ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>What it accepted for somebody, whole, in order.</summary>
    public IReadOnlyList<string> For(string to) => [.. tries.Where(one => one.To == to).Select(one => one.Mail)];

    /// <summary>Each mail for somebody is answered so from now on; <c>null</c>: accepted.</summary>
    /// <param name="afterwards">To the text instead of the address.</param>
    public void Say(string to, int? code, string words = "", bool afterwards = false)
    {
        if (code is { } number)
            refusals[Key(to, afterwards)] = new((SmtpReplyCode)number, words);
        else
            refusals.Clear();
    }

    public void Start()
    {
        var parts = new SmtpServer.ComponentModel.ServiceProvider();
        parts.Add(new Mailboxes(this));
        parts.Add(new Store(this));
        stop = new();
        var options = new SmtpServerOptionsBuilder().ServerName("mail.example")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        running = new SmtpServer.SmtpServer(options, parts).StartAsync(stop.Token);
    }

    public async Task Stop()
    {
        if (stop is null)
            return;
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        stop = null;
    }

    public async ValueTask DisposeAsync() => await Stop();

    private static string Key(string to, bool afterwards) => $"{to}|{afterwards}";

    private static string Address(IMailbox mailbox) => $"{mailbox.User}@{mailbox.Host}";

    private sealed class Mailboxes(MailServerStub server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            server.refusals.TryGetValue(Key(Address(to), afterwards: false), out var refusal)
                ? throw new SmtpResponseException(refusal) : Task.FromResult(true);
    }

    private sealed class Store(MailServerStub server) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            var to = Address(transaction.To[0]);
            if (server.refusals.TryGetValue(Key(to, afterwards: true), out var refusal))
                return Task.FromResult(refusal);
            server.tries.Enqueue((to, Encoding.UTF8.GetString(buffer.ToArray())));
            return Task.FromResult(SmtpResponse.Ok);
        }
    }
}

/// <summary>The api with a mail server.</summary>
public class MailingApi : ApiFixture, IAsyncLifetime
{
    public MailServerStub Server { get; } = new();

    protected override (string Key, string Value)[] Settings =>
    [
        ("Helpdesk:Mail:Host", "127.0.0.1"), ("Helpdesk:Mail:Port", $"{Server.Port}"), ("Helpdesk:Mail:Security", "None"),
        ("Helpdesk:Mail:From", "helpdesk@mail.example"),
    ];

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Server.DisposeAsync();
    }
}

/// <summary>A customer and an agent, whose mails a server takes; at a clock that is moved.</summary>
public abstract class MailedPeople<TApi> : IAsyncLifetime where TApi : MailingApi
{
    protected readonly TApi api;
    protected readonly string email = Some.Email();
    protected HttpClient customer = null!, agent = null!;

    protected MailedPeople(TApi api)
    {
        this.api = api;
        api.Server.Start();
    }

    public async Task InitializeAsync()
    {
        await api.Enrol(api.Musterstadt, Role.Customer, email);
        customer = await api.SignedIn("musterstadt", email);
        agent = await api.As("musterstadt", Role.Agent);
    }

    public Task DisposeAsync() => api.Server.Stop();
}

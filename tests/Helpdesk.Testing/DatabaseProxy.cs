using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Helpdesk.Postgres.Sql;
using Npgsql;

namespace Helpdesk.Testing;

/// <summary>
/// A network between a program and the test server that a test can make fail: everything stands still and goes on later, or what is
/// connected carries nothing any more, as when a firewall forgets it.
/// </summary>
public sealed class DatabaseProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<Link, bool> links = new();
    private readonly ConcurrentBag<Task> carrying = [];
    private readonly Task accepting;
    private volatile TaskCompletionSource passing = Done();
    private int accepted;

    public DatabaseProxy(DatabaseConnections direct)
    {
        listener.Start();
        var server = new NpgsqlConnectionStringBuilder(direct.Application);
        accepting = Accept(new UnixDomainSocketEndPoint(Path.Combine(server.Host!, $".s.PGSQL.{server.Port}")));
        Connections = new(Through(direct.Application), Through(direct.Worker), Through(direct.Owner));
    }

    /// <summary>The same database, through here.</summary>
    public DatabaseConnections Connections { get; }

    /// <summary>How many connections were ever made.</summary>
    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>How many the program has not closed.</summary>
    public int Open => links.Count;

    /// <param name="number">From 1, in the order in which they were made.</param>
    public bool IsOpen(int number) => links.Keys.Any(link => link.Number == number);

    /// <summary>Connections are still taken, and nothing gets through, until <see cref="Resume"/>.</summary>
    public void Stall() => passing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whatever was held up arrives.</summary>
    public void Resume() => passing.TrySetResult();

    /// <summary>What is connected now stays connected and carries nothing any more, in either direction.</summary>
    public void Cut()
    {
        foreach (var link in links.Keys)
            link.IsCut = true;
    }

    /// <summary>What was cut is closed: whoever still waits for it hears so.</summary>
    public void CloseCut()
    {
        foreach (var link in links.Keys.Where(link => link.IsCut))
            link.Client.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        Resume();
        await accepting;
        await Task.WhenAll(carrying);
        closing.Dispose();
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private string Through(string direct) => new NpgsqlConnectionStringBuilder(direct)
    {
        Host = IPAddress.Loopback.ToString(),
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
    }.ConnectionString;

    private async Task Accept(EndPoint server)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync(closing.Token);
                var link = new Link(client, Interlocked.Increment(ref accepted));
                links[link] = true;
                carrying.Add(Carry(link, server));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // Disposed.
        }
    }

    private async Task Carry(Link link, EndPoint server)
    {
        using var ours = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await ours.ConnectAsync(server, closing.Token);
            await Task.WhenAny(Pump(link, link.Client, ours), Pump(link, ours, link.Client));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // One of the two has gone.
        }

        link.Client.Dispose();
        links.TryRemove(link, out _);
    }

    private async Task Pump(Link link, Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, closing.Token) is > 0 and var count)
            {
                await passing.Task.WaitAsync(closing.Token);
                for (var sent = 0; sent < count && !link.IsCut;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), closing.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One of the two has gone.
        }
    }

    private sealed class Link(Socket client, int number)
    {
        public Socket Client => client;

        public int Number => number;

        public volatile bool IsCut;
    }
}

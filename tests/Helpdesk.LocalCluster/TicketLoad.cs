using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Npgsql;

namespace Helpdesk.LocalCluster;

/// <summary>
/// Clients that open tickets through the front door as fast as they are answered, each with an idempotency key of its own.
/// </summary>
public sealed class TicketLoad : IAsyncDisposable
{
    public const int Broken = 0;
    private const string Town = "musterstadt";

    /// <summary>A moment, as clients do; else a refusal in no time would be load of its own.</summary>
    private static readonly TimeSpan AfterARefusal = TimeSpan.FromMilliseconds(100);

    private readonly LocalCluster cluster;
    private readonly HttpClient client;
    private readonly string subject = $"Unter Last {Guid.NewGuid():N}";
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Answer> answers = new();
    private readonly long began = Stopwatch.GetTimestamp();
    private IReadOnlyList<Task> running = [];

    private TicketLoad(LocalCluster cluster, HttpClient client) => (this.cluster, this.client) = (cluster, client);

    /// <summary>What one request came to.</summary>
    /// <param name="At">When it was answered, since the load was made.</param>
    /// <param name="Status"><see cref="Broken"/>: the connection broke.</param>
    /// <param name="Ticket">The id, when one was acknowledged.</param>
    public sealed record Answer(string Key, TimeSpan At, TimeSpan Took, int Status, string? Ticket, string? Problem);

    public IReadOnlyCollection<Answer> Answers => answers;

    public TimeSpan Now => Stopwatch.GetElapsedTime(began);

    /// <summary>Signed in as the demo agent; nothing runs yet.</summary>
    public static async Task<TicketLoad> SignIn(LocalCluster cluster)
    {
        var client = Client(cluster.Port);
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/auth/login", new { email = $"agentin@{Town}.example", password = "Demo-Passwort-2026" });
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!);
        return new(cluster, client);
    }

    public void Start(int clients) => running = [.. Enumerable.Range(0, clients).Select(number => Task.Run(() => Work(number)))];

    /// <summary>Everything that was sent has been answered.</summary>
    public async Task Stop()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    /// <summary>Until this many more have been acknowledged: the cluster works.</summary>
    public async Task Acknowledges(int more)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var enough = Acknowledged + more;
        while (Acknowledged < enough)
            await Task.Delay(50, limit.Token);
    }

    private int Acknowledged => answers.Count(answer => answer.Status == StatusOk);

    private const int StatusOk = 201;

    /// <summary>
    /// Sends each request without an acknowledgement again, with its key, and compares what was acknowledged with what is there. Empty:
    /// nothing was lost and nothing is there twice.
    /// </summary>
    public async Task<IReadOnlyList<string>> Settle()
    {
        var known = answers.ToLookup(answer => answer.Key);
        var acknowledged = new HashSet<string>();
        var faults = new List<string>();
        foreach (var key in known)
        {
            var ids = key.Where(answer => answer.Ticket is not null).Select(answer => answer.Ticket!).ToList();
            if (ids.Count == 0)
                ids.Add((await Open(key.Key)).Ticket ?? throw new InvalidOperationException(
                    $"{key.Key} was refused when it was sent again."));
            if (!acknowledged.Add(ids[0]))
                faults.Add($"Two keys were answered with the ticket {ids[0]}.");
        }

        var there = await Recorded();
        faults.AddRange(acknowledged.Where(id => !there.Contains(id)).Select(id => $"The ticket {id} was acknowledged and is lost."));
        if (there.Count != acknowledged.Count)
            faults.Add($"{acknowledged.Count} tickets were asked for, {there.Count} are there.");
        return faults;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        client.Dispose();
        stop.Dispose();
    }

    /// <summary>For requests of one's own through the front door.</summary>
    public static HttpClient Client(int port, string town = Town) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        // No resolver needs to know *.localhost.
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new($"http://{town}.localhost:{port}"),
        Timeout = TimeSpan.FromMinutes(2),
    };

    private async Task Work(int number)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var answer = await Open($"load-{number}-{i}");
            answers.Enqueue(answer);
            if (answer.Ticket is null)
                await Task.Delay(AfterARefusal);
        }
    }

    private async Task<Answer> Open(string key)
    {
        var sent = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tickets")
        {
            Content = JsonContent.Create(new { subject, description = "Bleibt alles da?" }),
            Headers = { { "Idempotency-Key", $"{subject[^32..]}-{key}" } },
        };
        try
        {
            using var answer = await client.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            var isThere = (int)answer.StatusCode == StatusOk;
            var ticket = isThere ? (string?)JsonNode.Parse(body)!["id"] : null;
            return new(key, Now, Stopwatch.GetElapsedTime(sent), (int)answer.StatusCode, ticket, isThere ? null : body);
        }
        catch (HttpRequestException broken)
        {
            return new(key, Now, Stopwatch.GetElapsedTime(sent), Broken, null, broken.Message);
        }
    }

    private async Task<HashSet<string>> Recorded()
    {
        await using var superuser = NpgsqlDataSource.Create(cluster.Superuser);
        await using var command = superuser.CreateCommand("select id::text from ticket where subject = $1");
        command.Parameters.Add(new() { Value = subject });
        await using var reader = await command.ExecuteReaderAsync();
        var there = new HashSet<string>();
        while (await reader.ReadAsync())
            there.Add(reader.GetString(0));
        return there;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Helpdesk.LocalCluster;

/// <summary>Requests to one api that should be answered whatever becomes of the database, and two that need it.</summary>
internal sealed class PlatformLooks
{
    public static readonly IReadOnlyList<string> Kinds = ["live", "ready", "flags", "sign-in", "list"];

    private const string Password = "Demo-Passwort-2026";
    private readonly HttpClient client;
    private readonly AuthenticationHeaderValue agent;
    private readonly string key;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Answer> answers = new();
    private readonly long began = Stopwatch.GetTimestamp();

    private PlatformLooks(HttpClient client, AuthenticationHeaderValue agent, string key) =>
        (this.client, this.agent, this.key) = (client, agent, key);

    /// <param name="Status">0: the connection broke.</param>
    public sealed record Answer(string Kind, TimeSpan SentAt, TimeSpan At, int Status)
    {
        public TimeSpan Took => At - SentAt;

        public bool IsGood => Status is >= 200 and < 300;
    }

    public IReadOnlyCollection<Answer> Answers => answers;

    public TimeSpan Now => Stopwatch.GetElapsedTime(began);

    public static async Task<PlatformLooks> SignIn(int port)
    {
        var client = TicketLoad.Client(port);
        var agent = await TokenOf(client, "agentin");
        using var make = new HttpRequestMessage(HttpMethod.Post, "/api/v1/api-keys")
        {
            Content = JsonContent.Create(new { name = "Drill", scopes = new[] { "flags:evaluate" }, environment = "production" }),
            Headers = { Authorization = await TokenOf(client, "admin") },
        };
        using var made = await client.SendAsync(make);
        made.EnsureSuccessStatusCode();
        return new(client, agent, (string)(await made.Content.ReadFromJsonAsync<JsonObject>())!["key"]!);
    }

    public void Stop() => stop.Cancel();

    /// <summary>One after the other until <see cref="Stop"/>.</summary>
    public async Task Repeat(string kind, TimeSpan pause)
    {
        while (!stop.IsCancellationRequested)
        {
            var sent = Now;
            var status = await Ask(kind);
            answers.Enqueue(new(kind, sent, Now, status));
            // Whoever is refused waits a moment, as clients do.
            await Task.Delay(status is >= 200 and < 300 ? pause : TimeSpan.FromMilliseconds(100));
        }
    }

    private async Task<int> Ask(string kind)
    {
        using var request = Request(kind);
        try
        {
            using var answer = await client.SendAsync(request);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private HttpRequestMessage Request(string kind) => kind switch
    {
        "live" or "ready" => new(HttpMethod.Get, $"/health/{kind}"),
        "flags" => new(HttpMethod.Post, "/ofrep/v1/evaluate/flags")
        {
            Content = JsonContent.Create(new { context = new { targetingKey = "someone" } }),
            Headers = { { "X-API-Key", key } },
        },
        "sign-in" => SigningIn("kunde"),
        "list" => new(HttpMethod.Get, "/api/v1/tickets") { Headers = { Authorization = agent } },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static HttpRequestMessage SigningIn(string who) => new(HttpMethod.Post, "/api/v1/auth/login")
    {
        Content = JsonContent.Create(new { email = $"{who}@musterstadt.example", password = Password }),
    };

    private static async Task<AuthenticationHeaderValue> TokenOf(HttpClient client, string who)
    {
        using var request = SigningIn(who);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return new("Bearer", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!);
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Helpdesk.EndToEnd.Tests;

public sealed class KilledUnderLoadTests
{
    private const int Clients = 4;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_its_retry_changes_nothing()
    {
        await using var platform = new Platform();
        await platform.Start();
        var agent = await platform.SignIn("musterstadt", "agentin@musterstadt.example");
        var ticket = await Open(agent, "ticket");
        var sent = new ConcurrentDictionary<string, string?>();

        foreach (var acknowledgedBeforeKill in (int[])[40, 75])
        {
            await LoadUntil(acknowledgedBeforeKill);
            await platform.Start();
        }

        // Also what was never acknowledged: it is there already or it is made now, but never twice.
        foreach (var (key, id) in sent)
        {
            var (again, replayed) = await Comment(agent, ticket, key);
            if (id is not null)
                (again, replayed).ShouldBe((id, true), key);
        }

        var comments = await Comments(agent, ticket);
        comments.Count.ShouldBe(sent.Count);
        comments.Distinct().Count().ShouldBe(sent.Count);
        var read = (await agent.GetFromJsonAsync<JsonObject>($"/api/v1/tickets/{ticket}"))!;
        ((int)read["version"]!, (int)read["comment_count"]!).ShouldBe(
            (sent.Count + 1, sent.Count), "one version for the opening and one for each comment, without a gap");

        async Task LoadUntil(int acknowledged)
        {
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var stop = new CancellationTokenSource();
            var (round, count) = (sent.Count, 0);
            var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    var key = $"comment-{round}-{client}-{i}";
                    sent[key] = null;
                    try
                    {
                        sent[key] = (await Comment(agent, ticket, key)).Id;
                    }
                    catch (HttpRequestException)
                    {
                        return; // killed; whether this one had its effect is unknown
                    }

                    if (Interlocked.Increment(ref count) >= acknowledged)
                        enough.TrySetResult();
                }
            })).ToList();
            await enough.Task.WaitAsync(TimeSpan.FromMinutes(2));
            platform.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(clients);
        }
    }

    private static async Task<string> Open(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tickets")
        {
            Content = JsonContent.Create(new { subject = "Unter Last", description = "Bleibt alles da?" }),
            Headers = { { "Idempotency-Key", key } },
        };
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    private static async Task<(string Id, bool Replayed)> Comment(HttpClient client, string ticket, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/tickets/{ticket}/comments")
        {
            Content = JsonContent.Create(new { body = key, visibility = "public" }),
            Headers = { { "Idempotency-Key", key } },
        };
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return ((string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!, answer.Headers.Contains("Idempotency-Replayed"));
    }

    private static async Task<List<string>> Comments(HttpClient client, string ticket)
    {
        var (bodies, cursor) = (new List<string>(), "");
        do
        {
            var page = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/tickets/{ticket}/comments?limit=200{cursor}"))!;
            bodies.AddRange(page["items"]!.AsArray().Select(comment => (string)comment!["body"]!));
            cursor = (string?)page["next_cursor"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        return bodies;
    }
}

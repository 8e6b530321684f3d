using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Helpdesk.LocalCluster;

namespace Helpdesk.Cluster.Tests;

/// <summary>Processes tell nothing to each other: each follows the feed for its own streams.</summary>
public sealed class LiveUpdatesTests(ClusterFixture fixture) : ClusterTest(fixture)
{
    [Fact]
    public async Task What_happens_through_one_api_is_told_by_the_other_and_a_stream_goes_on_there()
    {
        using var one = await SignedIn(Cluster.Apis[0]);
        using var other = await SignedIn(Cluster.Apis[1]);
        string told, last;
        await using (var stream = await Stream.Open(one, lastId: null))
        {
            (await stream.Next("ready")).Id.ShouldNotBeNull();
            var ticket = await Opened(other);
            var happened = await stream.Next("ticket");
            ((string?)happened.Data["ticket"]).ShouldBe(ticket);
            (told, last) = (ticket, happened.Id!);
        }

        var missed = await Opened(one);

        await using var again = await Stream.Open(other, last);
        ((bool)(await again.Next("ready")).Data["resumed"]!).ShouldBeTrue();
        var next = await again.Next("ticket");
        ((string?)next.Data["ticket"]).ShouldBe(missed);
        missed.ShouldNotBe(told);
    }

    private static async Task<HttpClient> SignedIn(LocalCluster.Member api)
    {
        var client = TicketLoad.Client(api.Port);
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/auth/login", new { email = "agentin@musterstadt.example", password = "Demo-Passwort-2026" });
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!);
        return client;
    }

    private static async Task<string> Opened(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/tickets", new { subject = "Über zwei Türen", description = "…" });
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    private sealed class Stream(HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> blocks, CancellationTokenSource patience)
        : IAsyncDisposable
    {
        public static async Task<Stream> Open(HttpClient client, string? lastId)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
            if (lastId is not null)
                request.Headers.Add("Last-Event-ID", lastId);
            var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            var parser = SseParser.Create(await answer.Content.ReadAsStreamAsync());
            var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            return new(answer, parser.EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token), patience);
        }

        /// <summary>The next of this kind.</summary>
        public async Task<(string? Id, JsonNode Data)> Next(string kind)
        {
            while (await blocks.MoveNextAsync())
            {
                if (blocks.Current.EventType == kind)
                    return (blocks.Current.EventId, JsonNode.Parse(blocks.Current.Data)!);
            }

            throw new EndOfStreamException($"The stream ended without {kind}.");
        }

        public async ValueTask DisposeAsync()
        {
            answer.Dispose();
            await blocks.DisposeAsync();
            patience.Dispose();
        }
    }
}

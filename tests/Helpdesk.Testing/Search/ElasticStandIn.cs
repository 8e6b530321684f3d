using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Testing.Search;

/// <summary>A request as Elasticsearch was sent it.</summary>
/// <param name="Body">JSON, or lines of JSON; empty: none.</param>
public sealed record ElasticRequest(string Method, string Path, string Body);

/// <summary>
/// Stands in for Elasticsearch where none runs: it keeps documents in memory and understands just what the product asks, and whatever it
/// does not understand it refuses. Folding is the product's own; endings and compounds it takes apart in a simple manner of its own.
/// </summary>
public sealed class ElasticStandIn : IAsyncDisposable
{
    private readonly LocalServer server;
    private readonly ElasticShelf shelf = new();
    private readonly ConcurrentQueue<ElasticRequest> requests = new();

    private ElasticStandIn(int port) => server = new(Answer, port);

    public string Url => server.Url;

    /// <summary>All so far, in order.</summary>
    public IReadOnlyList<ElasticRequest> Requests => [.. requests];

    /// <summary>The status with which it refuses everything; <c>null</c>: it works.</summary>
    public int? Refuses { get; set; }

    /// <param name="port">0: a free one.</param>
    public static async Task<ElasticStandIn> Start(int port = 0)
    {
        var standIn = new ElasticStandIn(port);
        await standIn.server.Start();
        return standIn;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private (int Status, JsonNode Answer) Understood(ElasticRequest request)
    {
        try
        {
            return shelf.Answer(request);
        }
        catch (Exception failure) when (
            failure is InvalidOperationException or NullReferenceException or NotSupportedException or JsonException)
        {
            return ElasticShelf.Fault($"not understood, {failure.Message}: {request}", 400);
        }
    }

    private async Task Answer(HttpContext context)
    {
        await using var plain = context.Request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body;
        using var reader = new StreamReader(plain);
        var body = await reader.ReadToEndAsync();
        var request = new ElasticRequest(context.Request.Method, Uri.UnescapeDataString(context.Request.Path), body);
        requests.Enqueue(request);
        var (status, answer) = Refuses is { } refused ? ElasticShelf.Fault("refused", refused) : Understood(request);
        context.Response.StatusCode = status;
        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        // The client reads no answer of another type than it asked for.
        context.Response.ContentType = context.Request.Headers.Accept.ToString().Split(',')[0];
        await context.Response.WriteAsync(answer.ToJsonString());
    }
}

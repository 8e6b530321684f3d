using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Api.Tests.Webhooks;

/// <summary>A receiver of webhooks that keeps all it gets and answers as a test wants it.</summary>
public sealed class WebhookSink : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, Got Got)> got = new();
    private readonly ConcurrentDictionary<string, Func<int, HttpContext, Task<int>>> answers = new();
    private readonly LocalServer server;

    public WebhookSink() => server = new(Take);

    public Task Start() => server.Start();

    /// <summary>An address of its own for each test.</summary>
    public string Url(string path) => $"{server.Url}/{path}";

    /// <param name="answer">The status, from which request it is, from 1.</param>
    public void Answer(string path, Func<int, HttpContext, Task<int>> answer) => answers[$"/{path}"] = answer;

    public void Answer(string path, Func<int, int> answer) => Answer(path, (number, _) => Task.FromResult(answer(number)));

    /// <summary>What came at an address, in order.</summary>
    public IReadOnlyList<Got> At(string path) => [.. got.Where(one => one.Path == $"/{path}").Select(one => one.Got)];

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        string path = context.Request.Path.Value!;
        got.Enqueue((path, new(
            body, context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()))));
        var status = answers.TryGetValue(path, out var answer)
            ? await answer(got.Count(one => one.Path == path), context) : StatusCodes.Status204NoContent;
        if (!context.Response.HasStarted)
            context.Response.StatusCode = status;
    }

    /// <param name="Headers">By names in small letters.</param>
    public sealed record Got(string Body, IReadOnlyDictionary<string, string> Headers)
    {
        public string Id => Headers["webhook-id"];

        public JsonNode Json => JsonNode.Parse(Body)!;
    }
}

/// <summary>The api with a receiver beside it.</summary>
public sealed class HookedApi : ApiFixture, IAsyncLifetime
{
    public WebhookSink Sink { get; } = new();

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Sink.Start();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Sink.DisposeAsync();
    }
}

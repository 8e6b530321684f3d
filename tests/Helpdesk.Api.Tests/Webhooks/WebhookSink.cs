using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Api.Tests.Webhooks;

/// <summary>A receiver of webhooks that keeps all it gets and answers as a test wants it.</summary>
public sealed class WebhookSink : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, Got Got)> got = new();
    private readonly ConcurrentDictionary<string, Func<int, HttpContext, Task<int>>> answers = new();
    private readonly WebApplication app;

    public WebhookSink()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(Take);
    }

    public Task Start() => app.StartAsync();

    /// <summary>An address of its own for each test.</summary>
    public string Url(string path) =>
        $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/{path}";

    /// <param name="answer">The status, from which request it is, from 1.</param>
    public void Answer(string path, Func<int, HttpContext, Task<int>> answer) => answers[$"/{path}"] = answer;

    public void Answer(string path, Func<int, int> answer) => Answer(path, (number, _) => Task.FromResult(answer(number)));

    /// <summary>What came at an address, in order.</summary>
    public IReadOnlyList<Got> At(string path) => [.. got.Where(one => one.Path == $"/{path}").Select(one => one.Got)];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

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

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Api.Tests.Mail;

/// <summary>A token endpoint over HTTP that says what a test wants it to.</summary>
public sealed class TokenServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Dictionary<string, string>> asked = new();
    private readonly LocalServer server;

    public TokenServer()
    {
        server = new(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            asked.Enqueue(form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
            var (status, body) = Answer(asked.Count);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            if (status is 302)
                context.Response.Headers.Location = Url;
            await context.Response.WriteAsync(body);
        });
    }

    public string Url => $"{server.Url}/token";

    /// <summary>The forms that came, in order.</summary>
    public IReadOnlyList<Dictionary<string, string>> Asked => [.. asked];

    /// <summary>By which request it is, from 1.</summary>
    public Func<int, (int Status, string Body)> Answer { get; set; } =
        number => (200, $$"""{"access_token":"token-{{number}}","token_type":"Bearer","expires_in":3600}""");

    public Task Start() => server.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Testing;

/// <summary>Answers every request on this machine as a test wants it.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication app;

    /// <param name="port">0: a free one.</param>
    public LocalServer(RequestDelegate answer, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        app = builder.Build();
        app.Run(answer);
    }

    /// <summary>Once it is started; without a stroke at its end.</summary>
    public string Url => app.Urls.First();

    public Task Start() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

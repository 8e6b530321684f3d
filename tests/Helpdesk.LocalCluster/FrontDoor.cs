using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Helpdesk.LocalCluster;

/// <summary>One port before the apis. Passes on the host that was asked for, in turn to each api that is ready.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly ForwarderRequestConfig Patience = new() { ActivityTimeout = TimeSpan.FromMinutes(2) };

    private readonly HttpClient asking = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly HttpMessageInvoker passing = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(1),
    });
    private readonly CancellationTokenSource closing = new();
    private readonly WebApplication app;
    private readonly IReadOnlyList<Member> apis;
    private readonly Task looking;
    private readonly Lock gate = new();
    private volatile IReadOnlyList<Member> ready;
    private volatile int faults;
    private int turn;

    private FrontDoor(WebApplication app, int port, IReadOnlyList<Member> apis)
    {
        (this.app, Port, this.apis, ready) = (app, port, apis, apis);
        looking = Look();
    }

    public int Port { get; }

    /// <param name="port">0: a free one.</param>
    public static async Task<FrontDoor> Open(int port, IReadOnlyList<Member> apis, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        port = port == 0 ? Ports.Free(1).Dequeue() : port;
        builder.WebHost.UseUrls($"http://localhost:{port}");
        builder.Services.AddHttpForwarder();
        var door = new FrontDoor(builder.Build(), port, apis);
        var forwarder = door.app.Services.GetRequiredService<IHttpForwarder>();
        door.app.Run(context => door.Pass(context, forwarder));
        await door.app.StartAsync(cancellation);
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await looking;
        await app.DisposeAsync();
        passing.Dispose();
        asking.Dispose();
        closing.Dispose();
    }

    private async Task Pass(HttpContext context, IHttpForwarder forwarder)
    {
        var (candidates, first) = (ready, Interlocked.Increment(ref turn) & int.MaxValue);
        for (var tried = 0; tried < candidates.Count; tried++)
        {
            var api = candidates[(first + tried) % candidates.Count];
            var error = await forwarder.SendAsync(context, api.Address.ToString(), passing, Patience, AsAsked.Instance);
            // Before the answer leaves: whoever sends it again is not passed on to the same one.
            if (IsFaultOfTheApi(error))
                Avoid(api);
            if (error == ForwarderError.None || context.Response.HasStarted)
                return;
            context.Response.Clear();
            // Nobody listens there any more, and nothing was sent, or it changes nothing: the next one may be asked.
            if (!NeverArrived(context) && !HttpMethods.IsGet(context.Request.Method))
            {
                await Say(context, StatusCodes.Status502BadGateway, "api-lost",
                    "The api was lost while it answered. Send the same again with the same Idempotency-Key.");
                return;
            }
        }

        context.Response.Headers.RetryAfter = "1";
        await Say(context, StatusCodes.Status503ServiceUnavailable, "no-api", "No api is ready.");
    }

    private static Task Say(HttpContext context, int status, string code, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new { title = detail, status, code }, options: null, contentType: "application/problem+json", context.RequestAborted);
    }

    private static bool IsFaultOfTheApi(ForwarderError error) =>
        error is ForwarderError.Request or ForwarderError.RequestBodyDestination or ForwarderError.ResponseBodyDestination;

    private void Avoid(Member api)
    {
        lock (gate)
        {
            faults++;
            ready = [.. ready.Where(other => other != api)];
        }
    }

    private static bool NeverArrived(HttpContext context) =>
        context.Features.Get<IForwarderErrorFeature>()?.Exception
            is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError, InnerException: SocketException };

    private async Task Look()
    {
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            while (await timer.WaitForNextTickAsync(closing.Token))
            {
                var known = faults;
                var answers = await Task.WhenAll(apis.Select(api => api.IsReady(asking, closing.Token)));
                lock (gate)
                {
                    // One that was lost while it was asked may have said before that it is ready: asked again.
                    if (known == faults)
                        ready = [.. apis.Where((_, place) => answers[place])];
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The door closes.
        }
    }

    /// <summary>With the host that was asked for: it says which municipality is meant.</summary>
    private sealed class AsAsked : HttpTransformer
    {
        public static readonly AsAsked Instance = new();

        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Host = httpContext.Request.Host.Value;
            proxyRequest.Headers.Remove("X-Forwarded-For");
            proxyRequest.Headers.Add("X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
        }
    }
}

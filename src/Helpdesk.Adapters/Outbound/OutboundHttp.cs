using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Helpdesk.Adapters.Outbound;

/// <summary>
/// For addresses that somebody named: into the public network only, and nothing is followed or kept, so whoever names one learns nothing of
/// what is behind it.
/// </summary>
internal static class OutboundHttp
{
    /// <param name="agent">What it calls itself.</param>
    /// <param name="patience">From the look-up of the name to the head of the answer.</param>
    public static HttpClient Client(IOutboundTargets targets, string agent, TimeSpan patience) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        // A name that leads elsewhere by now is looked up again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        ConnectCallback = async (context, cancellation) => new NetworkStream(
            await targets.Connect(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation), ownsSocket: true),
    })
    {
        Timeout = patience,
        DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue(agent, "1") } },
    };
}

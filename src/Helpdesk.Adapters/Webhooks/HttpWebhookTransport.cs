using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Helpdesk.Adapters.Outbound;
using Helpdesk.Domain.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using StandardWebhooks;

namespace Helpdesk.Adapters.Webhooks;

/// <summary>
/// Sends by the rules of Standard Webhooks, into the public network only. Nothing of the answer but its status is looked at, and no
/// redirect is followed: whoever names an address learns nothing of what is behind it.
/// </summary>
internal sealed class HttpWebhookTransport : IWebhookTransport, IDisposable
{
    // From the look-up of the name to the head of the answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient http;

    public HttpWebhookTransport(IOutboundTargets targets) => http = OutboundHttp.Client(targets, "Helpdesk-Webhooks", Patience);

    public async Task<WebhookAnswer> Send(
        string url, WebhookDelivery delivery, IReadOnlyList<string> secrets, Instant now, CancellationToken cancellation)
    {
        try
        {
            using var request = RequestOf(url, delivery, secrets, now);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return WebhookAnswer.Of((int)response.StatusCode, WishOf(response, now));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(null, DeliveryFault.Timeout);
        }
        catch (HttpRequestException failure)
        {
            return new(null, FaultOf(failure));
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage RequestOf(string url, WebhookDelivery delivery, IReadOnlyList<string> secrets, Instant now)
    {
        var (body, at) = (delivery.Body!, now.ToDateTimeOffset());
        return new(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } },
            Headers =
            {
                { "webhook-id", delivery.MessageId },
                { "webhook-timestamp", $"{at.ToUnixTimeSeconds()}" },
                { "webhook-signature", string.Join(' ', secrets.Select(key => new StandardWebhook(key).Sign(delivery.MessageId, at,
                    body))) },
            },
        };
    }

    private static Duration? WishOf(HttpResponseMessage response, Instant now) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => Duration.FromTimeSpan(seconds),
        { Date: { } date } => Instant.FromDateTimeOffset(date) - now,
        _ => null,
    };

    private static DeliveryFault FaultOf(Exception? failure) => failure switch
    {
        null => DeliveryFault.Broken,
        ForbiddenTargetException => DeliveryFault.Blocked,
        AuthenticationException => DeliveryFault.Unprotected,
        SocketException { SocketErrorCode: SocketError.TimedOut } => DeliveryFault.Timeout,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError,
            InnerException: null
        }
            or SocketException { SocketErrorCode: not SocketError.ConnectionReset } => DeliveryFault.Unreachable,
        _ => FaultOf(failure.InnerException),
    };
}

public static class WebhookTransportRegistration
{
    /// <summary>Needs to know which targets are allowed.</summary>
    public static IServiceCollection AddWebhookTransport(this IServiceCollection services) =>
        services.AddSingleton<IWebhookTransport, HttpWebhookTransport>();
}

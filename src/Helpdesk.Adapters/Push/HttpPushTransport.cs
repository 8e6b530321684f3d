using System.Globalization;
using Helpdesk.Adapters.Outbound;
using Helpdesk.Domain.Push;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Push;

/// <summary>
/// Sends by RFC 8030, into the public network only: the address is what a browser said. Nothing of the answer but its status and the
/// wish to be left alone is looked at, and no redirect is followed.
/// </summary>
internal sealed class HttpPushTransport : IPushTransport, IDisposable
{
    // From the look-up of the name to the head of the answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient http;
    private readonly string contact;

    public HttpPushTransport(IOutboundTargets targets, IOptions<PushOptions> options)
    {
        contact = options.Value.Contact ?? throw new InvalidOperationException("Nobody said whom push services may write to.");
        http = OutboundHttp.Client(targets, "Helpdesk-Push", Patience);
    }

    public async Task<PushAnswer> Send(PushTarget to, PushNote note, PushKey key, Instant now, CancellationToken cancellation)
    {
        try
        {
            using var request = RequestOf(to, note, key, now);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return PushAnswer.Of((int)response.StatusCode, WishOf(response, now));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(PushFault.Failed);
        }
        catch (HttpRequestException failure)
        {
            return new(IsForbidden(failure) ? PushFault.Refused : PushFault.Failed);
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage RequestOf(PushTarget to, PushNote note, PushKey key, Instant now)
    {
        var content = new ByteArrayContent(PushEncryption.Encrypt(to, note.Write()));
        content.Headers.ContentType = new("application/octet-stream");
        content.Headers.ContentEncoding.Add("aes128gcm");
        return new(HttpMethod.Post, to.Endpoint)
        {
            Content = content,
            Headers =
            {
                { "TTL", ((long)PushRetries.Worth.TotalSeconds).ToString(CultureInfo.InvariantCulture) },
                { "Urgency", note.IsUrgent ? "high" : "normal" },
                { "Topic", note.Topic },
                { "Authorization", $"vapid {VapidToken.Of(to.Endpoint, key, contact, now)}" },
            },
        };
    }

    private static Duration? WishOf(HttpResponseMessage response, Instant now) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => Duration.FromTimeSpan(seconds),
        { Date: { } date } => Instant.FromDateTimeOffset(date) - now,
        _ => null,
    };

    private static bool IsForbidden(Exception? failure) =>
        failure is ForbiddenTargetException || (failure is not null && IsForbidden(failure.InnerException));
}

public static class PushTransportRegistration
{
    /// <summary>Needs to know which targets are allowed, and whom push services may write to.</summary>
    public static IServiceCollection AddPushTransport(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<PushOptions>, PushOptionsValidator>();
        services.AddOptions<PushOptions>().BindConfiguration(PushOptions.Section).ValidateOnStart();
        return services.AddSingleton<IPushTransport, HttpPushTransport>();
    }
}

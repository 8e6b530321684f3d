using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// Access tokens for mail servers (OAuth 2.0: <c>client_credentials</c>, or a refresh token), kept in memory until shortly before they end.
/// The endpoint is called in the public network only, no redirect is followed, and of its answer only what the standard names is read.
/// </summary>
internal sealed class AccessTokens(IOutboundTargets targets, TimeProvider time) : IDisposable
{
    private const int MostKept = 1_000;
    private const int LongestAnswer = 64 * 1024;

    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> kept = new(StringComparer.Ordinal);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        MaxResponseHeadersLength = 16,
        ConnectCallback = async (context, cancellation) => new NetworkStream(
            await targets.Connect(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation), ownsSocket: true),
    })
    { Timeout = Patience, MaxResponseContentBufferSize = LongestAnswer };

    /// <param name="isFresh">The server refused the one that is kept.</param>
    /// <exception cref="MailServerException">There is none.</exception>
    public async Task<string> Of(TenantMailServer own, bool isFresh, CancellationToken cancellation)
    {
        var (tokens, secrets) = (own.Server.Tokens!, own.Secrets!);
        var key = KeyOf(tokens, secrets);
        if (!isFresh && kept.TryGetValue(key, out var known) && time.GetUtcNow() < known.Until)
            return known.Token;
        kept.TryRemove(key, out _);
        var (token, lifetime) = await Ask(tokens, secrets, cancellation);
        if (kept.Count >= MostKept)
            kept.Clear();
        // A short one is used for half of its time.
        kept[key] = (token, time.GetUtcNow() + (lifetime > 2 * Margin ? lifetime - Margin : lifetime / 2));
        return token;
    }

    public void Dispose() => http.Dispose();

    private async Task<(string Token, TimeSpan Lifetime)> Ask(
        MailTokens tokens, MailTokenSecrets secrets, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, tokens.Endpoint)
            {
                Content = new FormUrlEncodedContent(Form(tokens, secrets)),
                Headers = { { "Accept", "application/json" } },
            };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
            return TokenAnswer.Read((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MailServerException(MailReason.NoToken, "timeout");
        }
        catch (HttpRequestException failure)
        {
            throw failure.InnerException is ForbiddenTargetException
                ? new MailServerException(MailReason.AddressNotPublic, words: null, failure)
                : new MailServerException(MailReason.NoToken, TokenAnswer.Line(failure.Message), failure);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(MailTokens tokens, MailTokenSecrets secrets)
    {
        yield return new("grant_type", secrets.RefreshToken is null ? "client_credentials" : "refresh_token");
        yield return new("client_id", tokens.ClientId);
        if (secrets.ClientSecret is { } secret)
            yield return new("client_secret", secret);
        if (secrets.RefreshToken is { } refresh)
            yield return new("refresh_token", refresh);
        if (tokens.Scope is { } scope)
            yield return new("scope", scope);
    }

    // The secrets themselves are in no table of this process's.
    private static string KeyOf(MailTokens tokens, MailTokenSecrets secrets)
    {
        string?[] all = [tokens.Endpoint, tokens.ClientId, tokens.Scope, secrets.ClientSecret, secrets.RefreshToken];
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(all)));
    }
}

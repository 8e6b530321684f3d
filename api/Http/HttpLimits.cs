using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Helpdesk.Api.Http;

/// <summary>
/// How much a request may bring, and how slowly. What goes beyond is told with a problem document. The server's own limits lie well above
/// for address and headers: beyond those it answers with a bare status, as it does to what is no HTTP at all, and hangs up.
/// </summary>
internal static class HttpLimits
{
    /// <summary>Largest request body in bytes: 2 MiB, inclusive.</summary>
    public const long Body = 2 * 1024 * 1024;

    /// <summary>Longest address with its parameters, in characters as sent, inclusive.</summary>
    public const int Address = 8 * 1024;

    /// <summary>All headers together, names and values, in characters, inclusive.</summary>
    public const int Headers = 32 * 1024;

    /// <summary>Lines of headers, inclusive.</summary>
    public const int HeaderCount = 100;

    private static readonly object Owed = new();

    /// <summary>Bytes of a request line, or of all headers, that the server reads before it hangs up.</summary>
    private const int Hard = 128 * 1024;

    public static void Set(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = Body;
        limits.MaxRequestLineSize = Hard;
        limits.MaxRequestHeadersTotalSize = Hard;
        limits.MaxRequestHeaderCount = 10 * HeaderCount;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(30);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
    }

    /// <summary>
    /// Who shows a credential and does not say which language it shall be is told once the credential was looked at.
    /// </summary>
    /// <exception cref="RequestRefusedException">414 or 431: beyond a limit.</exception>
    /// <exception cref="Microsoft.AspNetCore.Http.BadHttpRequestException">400: where the request ends depends on who reads it.</exception>
    public static void Check(HttpContext context)
    {
        if (Refusal(context) is not { } refusal)
            return;
        if (AskedLanguage.IsAsked(context.Request) || !MayBeKnown(context.Request.Headers))
            throw new RequestRefusedException(refusal);
        context.Items[Owed] = refusal;
    }

    /// <summary>For after the credential was looked at, or where none will be.</summary>
    /// <exception cref="RequestRefusedException">The one that is owed.</exception>
    public static void Tell(HttpContext context)
    {
        if (context.Items[Owed] is Error owed)
            throw new RequestRefusedException(owed);
    }

    private static bool MayBeKnown(IHeaderDictionary headers) =>
        headers.Authorization.Count > 0 || headers.Cookie.Count > 0 || headers.ContainsKey("X-API-Key");

    private static Error? Refusal(HttpContext context)
    {
        // If a request has both a length and chunks, the server believes the chunks and renames the length. A proxy before it may have
        // believed the length.
        if (context.Request.Headers is { TransferEncoding.Count: > 0 } framing
            && (framing.ContentLength is not null || framing.ContainsKey("X-Content-Length")))
            throw new Microsoft.AspNetCore.Http.BadHttpRequestException("The request has a length and chunks.");
        if (context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length > Address)
            return HttpErrors.AddressTooLong;

        var (count, length) = (0, 0);
        foreach (var (name, values) in context.Request.Headers)
        {
            foreach (var value in values)
                (count, length) = (count + 1, length + name.Length + (value?.Length ?? 0));
        }

        return count > HeaderCount || length > Headers ? HttpErrors.HeadersTooLarge : null;
    }
}

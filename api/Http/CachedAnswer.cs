using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Http;

/// <summary>
/// What anybody may read and browsers may keep: with a tag made of its content, so that who has it already gets 304. Addressed with its
/// version it never changes; otherwise it is asked about anew after <see cref="Fresh"/>.
/// </summary>
/// <param name="isVersioned">The address names the version that this is.</param>
internal sealed class CachedAnswer(ReadOnlyMemory<byte> content, string type, bool isVersioned) : IResult
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);

    /// <summary>The content security policy; that of data unless it is told.</summary>
    public string Policy { get; init; } = SecurityHeaders.Policy;

    /// <summary>Names one content; 16 hexadecimal digits.</summary>
    public static string VersionOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));

    public static CachedAnswer Json<T>(T value) => new(
        JsonSerializer.SerializeToUtf8Bytes(value, StrictJson.Options), "application/json; charset=utf-8", isVersioned: false);

    public Task ExecuteAsync(HttpContext context)
    {
        var (response, tag) = (context.Response, $"\"{VersionOf(content.Span)}\"");
        response.Headers.ETag = tag;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = isVersioned ? "public, max-age=31536000, immutable" : $"public, max-age={Fresh.TotalSeconds:0}";
        if (Knows(context.Request.Headers, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = type;
        response.ContentLength = content.Length;
        return response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static bool Knows(IHeaderDictionary headers, string tag) =>
        EntityTagHeaderValue.TryParseList([.. headers.IfNoneMatch.OfType<string>()], out var known)
        && known.Any(one => one == EntityTagHeaderValue.Any || one.Compare(new(tag), useStrongComparison: false));
}

internal static class CachedAnswers
{
    /// <summary>Answers with something that browsers may keep; what it is follows.</summary>
    public static RouteHandlerBuilder AnswersCached<T>(this RouteHandlerBuilder endpoint, string type, string meaning) =>
        endpoint.WithMetadata(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [type]) { Description = meaning },
            new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)) { Description = "It is still the same." },
            new AnswerHeaders(StatusCodes.Status200OK, [HeaderNames.ETag]));
}

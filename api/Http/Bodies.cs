using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Reflection;
using System.Security.Cryptography;

namespace Helpdesk.Api.Http;

internal static class Bodies
{
    private static readonly object FingerprintKey = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlySet<string>> Answers = new();

    /// <summary>Nothing but plain JSON in UTF-8: other types, charsets and compressed bodies are 415.</summary>
    public static void RequireJson(HttpContext context)
    {
        var request = context.Request;
        var isJson = Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var type) &&
            type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) &&
            (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isJson || request.Headers.ContentEncoding.Count > 0)
            throw new RequestRefusedException(TakenTypes.Refusal(context));
    }

    public static async ValueTask<System.Buffers.ReadOnlySequence<byte>> ReadAll(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        var read = await ReadToEnd(reader, context.RequestAborted);
        if (context.Request.Headers.ContainsKey(Idempotency.Header))
            context.Items[FingerprintKey] = Hash(read.Buffer);
        var bytes = read.Buffer.IsSingleSegment && read.Buffer.Length < 4096
            ? new System.Buffers.ReadOnlySequence<byte>(read.Buffer.First.ToArray())
            : new System.Buffers.ReadOnlySequence<byte>(System.Buffers.BuffersExtensions.ToArray(read.Buffer));
        reader.AdvanceTo(read.Buffer.End);
        return bytes;
    }

    /// <summary>
    /// What GET answers, PUT accepts: members of the answer that cannot be set are passed over. <c>null</c>: nothing is.
    /// </summary>
    public static IReadOnlySet<string>? PassedOver(HttpContext context)
    {
        if (!HttpMethods.IsPut(context.Request.Method) || context.GetEndpoint()?.Metadata is not { } metadata)
            return null;
        var answer = metadata.GetOrderedMetadata<ProducesResponseTypeMetadata>().FirstOrDefault(one => one.StatusCode is 200 or 201)?.Type;
        return answer is null ? null : Answers.GetOrAdd(answer, static type =>
            StrictJson.Options.GetTypeInfo(type).Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal));
    }

    private static async ValueTask<ReadResult> ReadToEnd(PipeReader reader, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellation);
                if (read.IsCompleted)
                    return read;
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (IOException unreadable) when (unreadable is not BadHttpRequestException)
        {
            // Chunks whose size is no number, or a connection that is lost: not a failure of ours.
            throw new BadHttpRequestException("The body cannot be read.", StatusCodes.Status400BadRequest, unreadable);
        }
    }

    /// <summary>Hash of the body, if it was read and the request carries an <c>Idempotency-Key</c>; otherwise empty.</summary>
    public static byte[] FingerprintOf(HttpContext context) => context.Items[FingerprintKey] as byte[] ?? [];

    /// <summary>For a body that was not read as a whole.</summary>
    public static void Remember(HttpContext context, byte[] fingerprint) => context.Items[FingerprintKey] = fingerprint;

    private static byte[] Hash(System.Buffers.ReadOnlySequence<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var segment in body)
            hash.AppendData(segment.Span);
        return hash.GetHashAndReset();
    }
}

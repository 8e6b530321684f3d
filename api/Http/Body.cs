using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Metadata;

namespace Helpdesk.Api.Http;

/// <summary>
/// The JSON body of a request, read strictly. An endpoint that takes one answers 400, 413, 415 and 422 before it is called.
/// </summary>
public sealed class Body<T>(T value) : IEndpointParameterMetadataProvider
{
    public T Value => value;

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        Bodies.RequireJson(context);
        var bytes = await Bodies.ReadAll(context);
        if (StrictJson.Read(bytes, Bodies.PassedOver(context), RulesOf(context), out var rest).Refused(out var why, out var read))
            return new Body<T>(rest is not null && rest.Of.IsToBeJudged(context) ? rest.Value : throw await Refused(why, rest, context));
        if (RequestFaults.OfQuery(context).ToList() is { Count: > 0 } unknown)
            throw new RequestRefusedException(HttpErrors.InvalidQuery with { Fields = unknown });
        IncompleteBody.Remember(context, bytes);
        return new Body<T>(read);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: false));
        builder.Metadata.Add(new RefusesParameters());
        IncompleteBody.HaveJudged(parameter, builder);
    }

    private static async ValueTask<RequestRefusedException> Refused(Error why, RestOf<T>? rest, HttpContext context) =>
        new(rest is not null ? Error.Invalid(rest.Of.Told(context, rest.Value is IJudgedAside aside ? [await aside.Fault(context)] : []))
            : why.Kind is ErrorKind.Invalid ? why with { Fields = [.. RequestFaults.Around(context), .. why.Fields] }
            : why);

    private static Func<T, IEnumerable<FieldError?>>? RulesOf(HttpContext context) =>
        typeof(IJudged).IsAssignableFrom(typeof(T)) ? body => Judged((IJudged)body!, context) : null;

    private static IReadOnlyList<FieldError?> Judged(IJudged body, HttpContext context)
    {
        try
        {
            return [.. body.Faults(context)];
        }
        catch (RequestRefusedException refused)
        {
            return refused.Error.Fields; // something it cannot do without is missing
        }
    }
}

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

    private static byte[] Hash(System.Buffers.ReadOnlySequence<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var segment in body)
            hash.AppendData(segment.Span);
        return hash.GetHashAndReset();
    }
}

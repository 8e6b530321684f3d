using System.Buffers;
using System.Security.Cryptography;
using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>Answers as the OpenFeature Remote Evaluation Protocol 0.3 writes them.</summary>
internal static class OfrepAnswers
{
    private const string Json = "application/json";

    public static IResult Single(string key, FlagAnswer answer) => answer.Error switch
    {
        FlagErrorCode.FlagNotFound => Failure(StatusCodes.Status404NotFound, key, answer.Error.Word(), "There is no such flag."),
        FlagErrorCode.TargetingKeyMissing => Failure(
            StatusCodes.Status400BadRequest, key, answer.Error.Word(), "The flag is decided by targetingKey."),
        _ => new Written(StatusCodes.Status200OK, json => WriteSuccess(json, key, answer)),
    };

    /// <param name="key"><c>null</c>: the whole request has failed.</param>
    public static IResult Failure(int status, string? key, string code, string details) =>
        new Written(status, json => WriteFailure(json, key, code, details));

    /// <summary>All at once, with an <c>ETag</c> of what is in it; 304 when the client has that already.</summary>
    public static IResult Bulk(HttpRequest request, IEnumerable<KeyValuePair<string, FlagAnswer>> answers)
    {
        var body = new ArrayBufferWriter<byte>(4_096);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("flags");
            foreach (var (key, answer) in answers)
            {
                if (answer.Error == FlagErrorCode.None)
                    WriteSuccess(json, key, answer);
                else
                    WriteFailure(json, key, answer.Error.Word(), "The flag is decided by targetingKey.");
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.WrittenSpan).AsSpan(0, 16))}\"";
        return new BulkResult(body.WrittenMemory, tag, Has(request, tag));
    }

    // A weak tag of the same text is as good: the bytes are the meaning here.
    private static bool Has(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.Any(value => value is not null
            && value.Split(',').Any(known => known.Trim() is var one && (one == tag || one == $"W/{tag}" || one == "*")));

    private static void WriteSuccess(Utf8JsonWriter json, string key, FlagAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WritePropertyName("value");
        json.WriteRawValue(answer.Value!.Json, skipInputValidation: true);
        json.WriteString("reason", answer.Reason.Word());
        json.WriteString("variant", answer.Variant!.Name);
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, string? key, string code, string details)
    {
        json.WriteStartObject();
        if (key is not null)
            json.WriteString("key", key);
        json.WriteString("errorCode", code);
        json.WriteString("errorDetails", details);
        json.WriteEndObject();
    }

    private sealed class Written(int status, Action<Utf8JsonWriter> write) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = Json;
            context.Response.Headers.CacheControl = "no-store";
            JsonBuffer.Send(context.Response, JsonBuffer.Of(write));
            return Task.CompletedTask;
        }
    }

    private sealed class BulkResult(ReadOnlyMemory<byte> body, string tag, bool known) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.ETag = tag;
            context.Response.Headers.CacheControl = "private, no-cache";
            if (known)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            context.Response.ContentType = Json;
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        }
    }
}

using System.Buffers;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>
/// What a request of the OpenFeature Remote Evaluation Protocol asks. Unlike the rest of the API it may hold members that we do not know:
/// an evaluation context is the client's own. Only <c>targetingKey</c> is looked at; what we know of tenants comes from our own
/// database.
/// </summary>
/// <param name="Fault">OpenFeature's error code when it cannot be evaluated.</param>
internal readonly record struct OfrepRequest(string? TargetingKey, string? Fault = null, string? Details = null)
{
    /// <summary>The longest targeting key, in UTF-16 units.</summary>
    public const int LongestKey = 256;

    /// <summary>The longest body, in bytes.</summary>
    public const int LongestBody = 65_536;

    private static readonly OfrepRequest Unreadable = new(null, "PARSE_ERROR", "The body is not JSON.");
    private static readonly OfrepRequest TooLong = new(null, "INVALID_CONTEXT", "The body has more than 65536 bytes.");
    private static readonly OfrepRequest NoContext = new(null, "INVALID_CONTEXT", "The body must be an object with an object in context.");
    private static readonly OfrepRequest BadKey = new(
        null, "INVALID_CONTEXT", "targetingKey must be a string of at most 256 characters, without NUL and without half surrogate pairs.");

    /// <summary>
    /// The status of a <see cref="Fault"/>: 400 where there is no JSON, 422 where it says what cannot be meant. OpenFeature's SDKs then
    /// serve the caller's default, with reason <c>ERROR</c>.
    /// </summary>
    public int Status => Fault == Unreadable.Fault ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity;

    public static async ValueTask<OfrepRequest> Read(HttpContext context)
    {
        Bodies.RequireJson(context);
        if (context.Request.ContentLength > LongestBody)
            return TooLong;

        var body = await Bodies.ReadAll(context);
        return body.Length > LongestBody ? TooLong : Of(body);
    }

    internal static OfrepRequest Of(ReadOnlySequence<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object ||
                !document.RootElement.TryGetProperty("context", out var context) || context.ValueKind != JsonValueKind.Object)
                return NoContext;
            if (!context.TryGetProperty("targetingKey", out var key) || key.ValueKind == JsonValueKind.Null)
                return new(null);
            if (key.ValueKind != JsonValueKind.String)
                return BadKey;

            var text = key.GetString()!;
            return text.Length > LongestKey || text.Contains('\0') ? BadKey : new(text.Length == 0 ? null : text);
        }
        catch (JsonException)
        {
            return Unreadable;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair cannot become a string.
            return BadKey;
        }
    }
}

using System.Buffers;

namespace Helpdesk.Api.Http;

/// <summary>Answers in the API's JSON.</summary>
public static class Json
{
    public static IResult Ok<T>(T value) => new JsonAnswer<T>(value, StatusCodes.Status200OK, null);

    public static IResult Created<T>(string location, T value) => new JsonAnswer<T>(value, StatusCodes.Status201Created, location);

    public static IResult Answer<T>(T value, int status) => new JsonAnswer<T>(value, status, null);
}

/// <summary>
/// Written as a whole, with its length: the head and the body of a common answer leave in one packet. The framework's own way sends it in
/// chunks, one system call for each and one for their end.
/// </summary>
internal sealed class JsonAnswer<T>(T value, int status, string? location) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        if (location is not null)
            response.Headers.Location = location;

        JsonBuffer.Send(response, JsonBuffer.Of(json => JsonSerializer.Serialize(json, value, StrictJson.Options)));
        return Task.CompletedTask;
    }
}

/// <summary>One buffer for each thread: what is written there is copied on before the thread does anything else.</summary>
internal static class JsonBuffer
{
    /// <summary>Bytes; a buffer that had to grow beyond is let go, so that a few long answers do not occupy memory for ever.</summary>
    private const int KeptUpTo = 256 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = StrictJson.Options.Encoder, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? kept;

    /// <returns>Valid until this thread writes the next answer.</returns>
    public static ReadOnlySpan<byte> Of(Action<Utf8JsonWriter> write)
    {
        var buffer = kept ?? new(16 * 1024);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        kept = buffer.Capacity <= KeptUpTo ? buffer : null;
        return buffer.WrittenSpan;
    }

    /// <summary>It leaves with the head, when the request has been dealt with.</summary>
    public static void Send(HttpResponse response, ReadOnlySpan<byte> json)
    {
        response.ContentLength = json.Length;
        response.BodyWriter.Write(json);
    }
}

public static class Replay
{
    public static void Mark(HttpContext context, bool replayed)
    {
        if (replayed)
            context.Response.Headers[Idempotency.ReplayedHeader] = "true";
    }
}

/// <summary>What stands in a path. Anything but a well-formed name is simply not there.</summary>
public static class Paths
{
    /// <exception cref="RequestRefusedException">404: not an id.</exception>
    public static Guid Id(string text) => Ids.Parse(text) ?? throw new RequestRefusedException(AccessErrors.NotFound);

    /// <exception cref="RequestRefusedException">404: not an id.</exception>
    public static TicketId Ticket(string text) => new(Id(text));

    /// <exception cref="RequestRefusedException">404: not an id.</exception>
    public static AccountId Account(string text) => new(Id(text));

    /// <exception cref="RequestRefusedException">404: no such word.</exception>
    public static TEnum Word<TEnum>(string text) where TEnum : struct, Enum =>
        Words<TEnum>.Parse(text) ?? throw new RequestRefusedException(AccessErrors.NotFound);
}

/// <summary>Members that a request cannot do without.</summary>
public static class Required
{
    /// <summary>
    /// A member that is marked as required: it is there, or told as missing already, and the rest is only judged
    /// (<see cref="IncompleteBody"/>). What is then wrong with this one is passed over.
    /// </summary>
    public static T Value<T>(T? marked) where T : struct => marked.GetValueOrDefault();
}

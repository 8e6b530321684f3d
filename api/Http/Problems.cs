using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Helpdesk.Api.Http;

/// <summary>Every refusal as <c>application/problem+json</c> (RFC 9457), from one place. Clients branch on <c>code</c>.</summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    private const string TooEarlyToRepeat = "1";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Malformed => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ErrorKind.TooSlow => StatusCodes.Status408RequestTimeout,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Gone => StatusCodes.Status410Gone,
        ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.AddressTooLong => StatusCodes.Status414UriTooLong,
        ErrorKind.UnsupportedType => StatusCodes.Status415UnsupportedMediaType,
        ErrorKind.BeyondEnd => StatusCodes.Status416RangeNotSatisfiable,
        ErrorKind.Misdirected => StatusCodes.Status421MisdirectedRequest,
        ErrorKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.VersionRequired => StatusCodes.Status428PreconditionRequired,
        ErrorKind.Throttled => StatusCodes.Status429TooManyRequests,
        ErrorKind.HeadersTooLarge => StatusCodes.Status431RequestHeaderFieldsTooLarge,
        ErrorKind.Internal => StatusCodes.Status500InternalServerError,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new InvalidOperationException($"There is no status for {kind}."),
    };

    public static IResult Of(Error error) => new ProblemResult(error);

    /// <summary>With what is there instead, so that nobody has to ask for it: RFC 9457 calls such a member an extension.</summary>
    /// <param name="name">One of those that the document names.</param>
    public static IResult Of<T>(Error error, string name, T present) => new ProblemResult(error)
    {
        Extend = json =>
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, present, StrictJson.Options);
        },
    };

    /// <summary>
    /// With the members that RFC 6749 (5.2) prescribes besides, and under the media type that it prescribes for callers who accept that and
    /// no problems.
    /// </summary>
    public static IResult OfOAuth(Error error) => new ProblemResult(error) { SpeaksOAuth = true };

    /// <summary>For middleware, before or outside an endpoint.</summary>
    public static Task Write(HttpContext context, Error error) => Of(error).ExecuteAsync(context);

    /// <summary>Why a request is refused; <c>null</c>: it is not.</summary>
    public static Error? RefusalIn(object? answer) => (answer as ProblemResult)?.Refusal;

    private sealed class ProblemResult(Error error) : IResult, IStatusCodeHttpResult
    {
        public Error Refusal => error;

        private readonly int status = StatusOf(error.Kind);

        public int? StatusCode => status;

        public bool SpeaksOAuth { get; init; }

        public Action<Utf8JsonWriter>? Extend { get; init; }

        public async Task ExecuteAsync(HttpContext context)
        {
            var response = context.Response;
            if (response.HasStarted)
                return;

            response.StatusCode = status;
            response.ContentType = SpeaksOAuth && AcceptsPlainJsonOnly(context.Request) ? "application/json" : ContentType;
            response.Headers.CacheControl = "no-store";
            if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
                && response.Headers.RetryAfter.Count == 0)
                response.Headers.RetryAfter = error.RetryAfter is { } wait
                    ? Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture) : TooEarlyToRepeat;
            if (context.GetEndpoint()?.Metadata.GetMetadata<RefusedByPage>() is { } shown)
            {
                await shown.Page(context, error).ExecuteAsync(context);
                return;
            }

            var german = AskedLanguage.IsGerman(context);
            AskedLanguage.Say(response, german);
            await using var writer = new Utf8JsonWriter(response.BodyWriter, Readable);
            writer.WriteStartObject();
            writer.WriteString("type", $"{context.Request.Scheme}://{context.Request.Host}/problems/{error.Code}");
            writer.WriteString("title", error.TitleIn(german));
            writer.WriteNumber("status", status);
            writer.WriteString("detail", error.In(german));
            writer.WriteString("code", error.Code);
            writer.WriteString("trace_id", TraceId(context));
            if (error.Fields.Count > 0)
                WriteFields(writer, error.Fields, german);
            Extend?.Invoke(writer);
            if (SpeaksOAuth)
            {
                writer.WriteString("error", error.Code.Replace('-', '_'));
                writer.WriteString("error_description", Described(error.Message));
            }

            writer.WriteEndObject();
            await writer.FlushAsync(context.RequestAborted);
        }

        // RFC 6749 allows printable ASCII there, without quotation mark and backslash.
        private static string Described(string text) =>
            string.Concat(text.Replace('"', '\'').Select(letter => letter is >= ' ' and <= '~' and not '\\' ? letter : '?'));

        private static bool AcceptsPlainJsonOnly(HttpRequest request)
        {
            var accepted = request.GetTypedHeaders().Accept;
            return accepted.Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) &&
                !accepted.Any(type => type.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase));
        }

        private static void WriteFields(Utf8JsonWriter writer, IReadOnlyList<FieldError> fields, bool german)
        {
            writer.WriteStartArray("errors");
            foreach (var field in fields)
            {
                writer.WriteStartObject();
                writer.WriteString("pointer", field.Pointer);
                writer.WriteString("code", field.Code);
                writer.WriteString("detail", field.In(german));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Names this request in the log, for whoever is told of it.</summary>
    public static string TraceId(HttpContext context) =>
        System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}

/// <summary>Marks endpoints that people see in a browser: whoever refuses, limits or storage too, they get a page and no JSON.</summary>
/// <param name="Page">The refusal as a page.</param>
internal sealed record RefusedByPage(Func<HttpContext, Error, IResult> Page);

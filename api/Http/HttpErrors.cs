namespace Helpdesk.Api.Http;

/// <summary>Refusals that concern the request as such, whatever it asks for.</summary>
public static class HttpErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is no such thing here.");

    public static readonly Error Starting = new(ErrorKind.Unavailable, "starting", "The platform is just starting or ending.");

    public static readonly Error BodyRequired = new(ErrorKind.Malformed, "body-required", "The request needs a JSON body.");

    public static readonly Error InvalidCursor = new(
        ErrorKind.Malformed, "invalid-cursor",
        "The cursor is not one that this list gave out, for this account and these filters. Start again without one.");

    public static readonly Error InvalidIdempotencyKey = new(
        ErrorKind.Malformed, "invalid-idempotency-key", "Idempotency-Key must be one value of 1 to 255 visible ASCII characters.");

    public static readonly Error InvalidIfMatch = new(
        ErrorKind.Malformed, "invalid-if-match", "If-Match must hold one entity tag, such as \"7\".");

    public static readonly Error IfMatchAny = Error.Invalid(
        "If-Match", "any-version", "An update names the version that was read; * is none.");

    public static readonly Error IfMatchRequired = new(
        ErrorKind.Malformed, "if-match-required", "An update needs If-Match with the ETag of the version that was read.");

    public static readonly Error RepeatedParameter = new(ErrorKind.Malformed, "repeated-parameter", "A parameter is given twice.");

    public static readonly Error UnsupportedMediaType = new(
        ErrorKind.Malformed, "unsupported-media-type",
        "The body must be of the type that is described here, as a rule application/json in UTF-8, without Content-Encoding.");

    public static readonly Error BadRequest = new(ErrorKind.Malformed, "bad-request", "The request cannot be understood.");

    public static readonly Error MethodNotAllowed = new(
        ErrorKind.Malformed, "method-not-allowed", "This address does not know that method; Allow lists those it does.");

    public static readonly Error RequestTimeout = new(ErrorKind.Malformed, "request-timeout", "The request did not arrive in time.");

    public static readonly Error TooLarge = new(ErrorKind.Malformed, "too-large", "The request is too large.");

    public static readonly Error HeadersTooLarge = new(
        ErrorKind.Malformed, "headers-too-large", "The headers of the request are too large.");

    public static readonly Error AddressTooLong = new(ErrorKind.Malformed, "address-too-long", "The address of the request is too long.");

    public static readonly Error Forbidden = new(ErrorKind.Forbidden, "forbidden", "This is not allowed.");

    public static readonly Error UnknownHost = new(ErrorKind.Malformed, "unknown-host", "This server does not serve that host.");

    public static readonly Error RateLimited = new(
        ErrorKind.Throttled, "rate-limited", "Too many requests in a short time. Retry-After says when to go on.");

    public static readonly Error Timeout = new(
        ErrorKind.Unavailable, "timeout", "The answer took too long. Repeat the request with the same Idempotency-Key.");

    public static readonly Error Overloaded = new(
        ErrorKind.Unavailable, "overloaded",
        "Too much is waiting for the same thing; nothing was done. Retry-After says when to repeat the request.");

    public static readonly Error Interrupted = new(
        ErrorKind.Unavailable, "interrupted",
        "The part of the platform that was asked is just going away or coming back. Repeat the request with the same Idempotency-Key.");

    public static readonly Error Internal = new(
        ErrorKind.Unavailable, "internal-error", "Something went wrong here. The trace id helps us to find it.");

    /// <summary>What a status means that the server or the framework chose.</summary>
    public static Error ForStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => AccessErrors.NotSignedIn,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status408RequestTimeout => RequestTimeout,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status414UriTooLong => AddressTooLong,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status431RequestHeaderFieldsTooLarge => HeadersTooLarge,
        _ => BadRequest,
    };

    public static Error NotJson(string why) => new(ErrorKind.Malformed, "malformed-json", why);
}

/// <summary>Stops a request from inside a binder, where no answer can be returned. Nothing else may throw it.</summary>
public sealed class RequestRefusedException(Error error) : Exception(error.Message)
{
    public Error Error => error;

    /// <summary>A status that no <see cref="ErrorKind"/> stands for: 413, 415, 428.</summary>
    public int? Status { get; init; }
}

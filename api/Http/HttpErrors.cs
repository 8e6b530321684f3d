using Helpdesk.Domain;

namespace Helpdesk.Api.Http;

/// <summary>Refusals that concern the request as such, whatever it asks for.</summary>
public static class HttpErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is no such thing here.");

    public static readonly Error BodyRequired = new(ErrorKind.Malformed, "body-required", "The request needs a JSON body.");

    public static readonly Error InvalidCursor = new(
        ErrorKind.Malformed, "invalid-cursor", "The cursor is not one that this list gave out, for this account and these filters. Start again without one.");

    public static readonly Error InvalidIdempotencyKey = new(
        ErrorKind.Malformed, "invalid-idempotency-key", "Idempotency-Key must be one value of 1 to 255 visible ASCII characters.");

    public static readonly Error InvalidIfMatch = new(ErrorKind.Malformed, "invalid-if-match", "If-Match must hold one entity tag, such as \"7\".");

    public static readonly Error IfMatchAny = Error.Invalid("If-Match", "any-version", "An update names the version that was read; * is none.");

    public static Error NotJson(string why) => new(ErrorKind.Malformed, "malformed-json", why);
}

/// <summary>Stops a request from inside a binder, where no answer can be returned. Nothing else may throw it.</summary>
public sealed class RequestRefusedException(Error error) : Exception(error.Message)
{
    public Error Error => error;

    /// <summary>A status that no <see cref="ErrorKind"/> stands for: 413, 415, 428.</summary>
    public int? Status { get; init; }
}

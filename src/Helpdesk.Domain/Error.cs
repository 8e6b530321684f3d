using System.Text.Json.Serialization;

namespace Helpdesk.Domain;

/// <summary>What sort of refusal it is. Required on every <see cref="Error"/>; one place in the api turns it into a status.</summary>
public enum ErrorKind
{
    /// <summary>Cannot be parsed (400).</summary>
    Malformed,
    /// <summary>No credential, or one of another host (401).</summary>
    Unauthenticated,
    /// <summary>A known member, but this act is refused (403).</summary>
    Forbidden,
    /// <summary>Absent, or another tenant's: the two must look alike (404).</summary>
    NotFound,
    /// <summary>Refused by the state of the thing (409).</summary>
    Conflict,
    /// <summary>The version that the caller names is not the present one (412).</summary>
    Stale,
    /// <summary>Understood, but not valid (422).</summary>
    Invalid,
    /// <summary>Gone for good: used up or expired (410).</summary>
    Gone,
    /// <summary>Too much at once from this caller (429).</summary>
    Throttled,
    /// <summary>Cannot be answered now; the same call may succeed later (503).</summary>
    Unavailable,
}

/// <summary>One member of a request that is not valid.</summary>
/// <param name="Pointer">JSON pointer into the request body, such as <c>/subject</c>; for a query parameter its name.</param>
/// <param name="Code">Stable, for programs: <c>required</c>, <c>too-long</c>, …</param>
/// <param name="Message">For people, in English.</param>
public sealed record FieldError(string Pointer, string Code, string Message);

/// <summary>An expected refusal. A value, not an exception.</summary>
/// <param name="Code">Stable and unique per cause, lower-case with hyphens: clients branch on it.</param>
/// <param name="Message">This occurrence in words, in English; never holds another tenant's data.</param>
[method: JsonConstructor]
public sealed record Error(ErrorKind Kind, string Code, string Message, IReadOnlyList<FieldError> Fields)
{
    public Error(ErrorKind kind, string code, string message) : this(kind, code, message, []) { }

    /// <summary>
    /// When the same call may succeed; with <see cref="ErrorKind.Throttled"/> and <see cref="ErrorKind.Unavailable"/>. <c>null</c>: soon.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>422 with the members that are wrong.</summary>
    public static Error Invalid(params IReadOnlyList<FieldError> fields) =>
        new(ErrorKind.Invalid, "invalid", "Some members of the request are not valid.", fields);

    /// <summary>422 for one member.</summary>
    public static Error Invalid(string pointer, string code, string message) => Invalid(new FieldError(pointer, code, message));
}

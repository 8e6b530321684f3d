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
    /// <summary>The address does not know the method (405).</summary>
    MethodNotAllowed,
    /// <summary>Did not arrive in time (408).</summary>
    TooSlow,
    /// <summary>The body is too large (413).</summary>
    TooLarge,
    /// <summary>The address is too long (414).</summary>
    AddressTooLong,
    /// <summary>A body of a type that is not read here (415).</summary>
    UnsupportedType,
    /// <summary>A part is asked for that lies behind the end (416).</summary>
    BeyondEnd,
    /// <summary>For a host that is not served (421).</summary>
    Misdirected,
    /// <summary>A change that does not name the version it was made on (428).</summary>
    VersionRequired,
    /// <summary>The headers are too large (431).</summary>
    HeadersTooLarge,
    /// <summary>A defect of ours (500).</summary>
    Internal,
}

/// <summary>
/// An expected refusal: a value, not an exception. Declared once, as a static field of a class of errors; together they are the catalogue
/// that people read at <c>/problems</c>. What is answered is such a value, or one that says more about the one occurrence.
/// </summary>
/// <param name="Kind">Gives the status.</param>
/// <param name="Code">Stable and unique per cause, lower-case with hyphens: clients branch on it.</param>
/// <param name="Title">In German.</param>
/// <param name="De">What happened and what to do about it.</param>
/// <param name="En">The same in English.</param>
public sealed record Error(ErrorKind Kind, string Code, string Title, string De, string En)
{
    /// <summary>
    /// What the spelt-out code is not good for; <c>null</c>: <c>ticket-already-closed</c> is "Ticket already closed", and that is English.
    /// </summary>
    public string? TitleEn { get; init; }

    /// <summary>This occurrence in words, in English; never holds another tenant's data.</summary>
    public string Message { get; init; } = En;

    /// <summary>The same in German.</summary>
    public string? MessageDe { get; init; } = De;

    /// <summary>The members that are wrong.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>
    /// The member of the body that it is about, where it is about one: so it can be told beside members that are wrong. <c>null</c>: told
    /// only by itself.
    /// </summary>
    public string? Pointer { get; init; }

    /// <summary>
    /// When the same call may succeed; with <see cref="ErrorKind.Throttled"/> and <see cref="ErrorKind.Unavailable"/>. <c>null</c>: soon.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    public string EnglishTitle => TitleEn ?? SpeltOut(Code);

    /// <summary>What sort of thing it is, always the same words.</summary>
    public string TitleIn(bool german) => german ? Title : EnglishTitle;

    /// <summary>This occurrence; in English where a process of another version told it, which knew no German.</summary>
    public string In(bool german) => german ? MessageDe ?? Message : Message;

    /// <summary>An occurrence of <paramref name="declared"/>, whatever it says besides, and wherever it was made.</summary>
    public bool Is(Error declared) => Code == declared.Code;

    internal static string SpeltOut(string code) =>
        string.Concat(char.ToUpperInvariant(code[0]).ToString(), code.AsSpan(1)).Replace('-', ' ');

    /// <summary>This occurrence: the words of all of them, and then its own.</summary>
    public Error Saying(string de, string en) => this with { MessageDe = $"{De} {de}", Message = $"{En} {en}" };

    /// <summary>This occurrence, in its own words only.</summary>
    public Error SayingOnly(string de, string en) => this with { MessageDe = de, Message = en };

    /// <summary>This occurrence, and which member it is about.</summary>
    public Error About(string pointer) => this with { Pointer = pointer };

    /// <summary>Both, where both name members that are wrong; otherwise the first of them.</summary>
    public static Error? Together(Error? one, Error? other) => (one, other) switch
    {
        ({ Kind: ErrorKind.Invalid }, { Kind: ErrorKind.Invalid }) =>
            one with { Fields = [.. one.Fields.Concat(other.Fields).DistinctBy(fault => fault.Pointer)] },
        _ => one ?? other,
    };

    /// <summary>422 with the members that are wrong.</summary>
    public static Error Invalid(params IReadOnlyList<FieldError> fields) => InputErrors.Invalid with { Fields = fields };
}

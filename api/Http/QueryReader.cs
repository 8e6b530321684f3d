using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Api.Http;

/// <summary>
/// Reads query parameters strictly and gathers every fault: an unknown parameter, one given twice where one value is meant, a value that is
/// not allowed. What an endpoint reads it must have declared (<see cref="QueryParameters"/>), so the document knows all that the code
/// understands.
/// </summary>
public sealed partial class QueryReader(HttpContext context, IQueryCollection query, QueryParameters declared)
{
    public QueryReader(HttpRequest request) : this(request.HttpContext, request.Query, QueryParameters.Of(request.HttpContext)) { }

    public const int LargestLimit = 200;
    public const int DefaultLimit = 50;

    // An answer must not be many times as long as the request.
    private const int MostUnknown = 20;

    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly List<FieldError> faults = [];
    private bool repeated;

    public string? Text(string name, int most = 200)
    {
        var value = Single(name);
        if (value is null)
            return null;
        if (Domain.Text.OneLine(value, name, most) is not { } fault)
            return value;
        faults.Add(fault);
        return null;
    }

    /// <summary>A category, queue, team or tag. What can be none is refused: an empty list would look like an answer.</summary>
    public string? Key(string name)
    {
        var value = Single(name);
        if (TicketKeys.FaultIfAny(value, name) is not { } fault)
            return value;
        faults.Add(fault);
        return null;
    }

    public TEnum? Word<TEnum>(string name) where TEnum : struct, Enum
    {
        var value = Single(name);
        if (value is null)
            return null;
        if (Domain.Words<TEnum>.Parse(value) is { } word)
            return word;
        Fault(FieldError.UnknownWord(name, Domain.Words<TEnum>.All));
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>; <c>null</c>: left out.</summary>
    public bool? Switch(string name)
    {
        var word = Single(name);
        if (word is not (null or "true" or "false"))
            Fault(FieldError.UnknownWord(name, "true", "false"));
        return word is null ? null : word == "true";
    }

    /// <summary>One of the words that the parameter declares; <c>null</c>: left out.</summary>
    public string? OneOf(QueryParameter parameter)
    {
        var word = Single(parameter.Name);
        if (word is null || parameter.Words.Contains(word))
            return word;
        Fault(FieldError.UnknownWord(parameter.Name, parameter.Words));
        return null;
    }

    public Instant? Moment(string name)
    {
        var value = Single(name);
        if (value is null)
            return null;
        if (Moments.Parse(value) is { } moment)
            return Instant.FromDateTimeOffset(moment);
        Fault(Moments.LostItsPlus(value) ? Moments.PlusIsSpace(name) : Moments.NotOne(name));
        return null;
    }

    /// <summary>A moment, or a day of the tenant, as <paramref name="edge"/> understands it.</summary>
    internal Instant? DayOrMoment(string name, Func<string, Instant?> edge)
    {
        var value = Single(name);
        if (value is null)
            return null;
        if (edge(value) is { } moment)
            return moment;
        Fault(Moments.LostItsPlus(value) ? Moments.PlusIsSpace(name) : Http.DayOrMoment.NeitherOf(name));
        return null;
    }

    public Guid? Id(string name)
    {
        var value = Single(name);
        if (value is null)
            return null;
        if (Ids.Parse(value) is { } id)
            return id;
        Fault(FieldCode.Type.At(name, "Muss eine Kennung sein.", "Must be an id."));
        return null;
    }

    /// <summary>Page size: 1 to <see cref="LargestLimit"/>, both inclusive.</summary>
    public int Limit(string name = "limit", int preset = DefaultLimit)
    {
        var value = Single(name);
        if (value is null)
            return preset;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LargestLimit)
            return limit;
        Fault(FieldError.NotAWholeNumber(name, 1, LargestLimit));
        return preset;
    }

    /// <summary>The place where the list goes on; <c>null</c>: from its beginning. Read after what <paramref name="list"/> names.</summary>
    public T? Cursor<T>(Cursors cursors, string list) where T : class
    {
        if (Single("cursor") is not { } cursor)
            return null;
        if (cursors.Open<T>(context, list, cursor) is { } place)
            return place;
        faults.Add(FieldError.Of("cursor", HttpErrors.InvalidCursor));
        return null;
    }

    /// <summary>The parameter as it is, for what the caller judges by itself.</summary>
    public string? Raw(string name) => Single(name);

    public void Fault(FieldError fault) => faults.Add(fault);

    /// <summary>All that is wrong so far, for what is told together with a body; empty where a parameter stands there twice.</summary>
    public IReadOnlyList<FieldError> Faults => repeated ? [] : [.. faults, .. Unknown(query, declared)];

    /// <summary>Call last: refuses what was not asked for.</summary>
    /// <exception cref="RequestRefusedException">400 a parameter given twice, or only a strange cursor; 422 anything else.</exception>
    public void Done()
    {
        faults.AddRange(Unknown(query, declared));
        if (query.Keys.FirstOrDefault(name => declared.Has(name) && !read.Contains(name)) is { } forgotten)
            throw new InvalidOperationException($"The endpoint declares the query parameter {forgotten} and never reads it.");

        if (repeated)
            throw new RequestRefusedException(HttpErrors.RepeatedParameter);
        if (faults is [{ Pointer: "cursor" } alone] && alone.Code == HttpErrors.InvalidCursor.Code)
            throw new RequestRefusedException(HttpErrors.InvalidCursor);
        if (faults.Count > 0)
            throw new RequestRefusedException(HttpErrors.InvalidQuery with { Fields = faults });
    }

    /// <summary>
    /// A fault for each parameter that is not declared, one without a name included. An ampersand too many is none, and nothing is read
    /// from it: programs that put addresses together leave it.
    /// </summary>
    public static IEnumerable<FieldError> Unknown(HttpRequest request, QueryParameters declared) => Unknown(request.Query, declared);

    private static IEnumerable<FieldError> Unknown(IQueryCollection query, QueryParameters declared) => query
        .Where(pair => !declared.Has(pair.Key)).Select(pair => pair.Key)
        .Take(MostUnknown)
        .Select(name => FieldCode.UnknownParameter.At(name.Length > 100 ? name[..100] : name));

    private void Declared(string name)
    {
        if (!declared.Has(name))
            throw new InvalidOperationException($"The endpoint reads the query parameter {name}; it must declare it with Takes(…).");
        read.Add(name);
    }

    private string? Single(string name)
    {
        Declared(name);
        if (!query.TryGetValue(name, out StringValues values))
            return null;
        if (values.Count == 1)
            return values[0] is { } value ? Domain.Text.Composed(value) : null;
        repeated = true;
        return null;
    }
}
